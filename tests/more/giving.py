"""Things given in every state, a stock, a wish half met of which a keeper is asked."""

from datetime import timedelta

from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk
from participate.materials.service import giving, stock, wishes
from participate.materials.words import Deal, GiftStatus
from tests.materials.build import build_material
from tests.street import Street, add

STATES = (
    "/materials?deal=give", "/materials?deal=want", "/materials?deal=take", "/materials/new?deal=want",
    "/materials/new?deal=give", "/materials/{gift_id}", "/materials/{chosen_gift_id}",
    "/materials/{chosen_gift_id}/askers", "/materials/{stock_id}",
    "/materials/{wish_id}", "/materials/{met_wish_id}", "/materials/{wish_id}/edit", "/materials/{gift_id}/edit",
    "/wishes/{answered_wish_id}", "/gifts?page=9", "/wishes?page=9",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    found = _gifts(street) | _wishes(street)
    coats = build_material(street, name="Warm coats", deal=Deal.TAKE, how_many=20, hub_id=street.hub.id)
    stock.count_taken(street.dora.id, coats, 3)
    db.session.commit()
    return found | {"stock_id": coats.id, "materials.count:material_id": coats.id}


def _gifts(street: Street) -> dict[str, object]:
    """One that can be asked for, and one that went to Amina."""
    now = clock.now()
    asked = build_material(street, name="Pram", deal=Deal.GIVE, asks_until=now + timedelta(days=3))
    ask = giving.ask_gift(street.amina.id, asked, 1, "For our second.")
    over = build_material(
        street, name="Wool", deal=Deal.GIVE, how_many=3, out=2, asks_until=now - timedelta(hours=1), by_lot=True
    )
    for name, status in (
        ("amina", GiftStatus.CHOSEN),
        ("bilal", GiftStatus.HANDED),
        ("dora", GiftStatus.NOT_THIS_TIME),
    ):
        add(GiftAsk(
            material_id=over.id, person_id=getattr(street, name).id, status=status, asked_at=now, answered_at=now,
            reply="Saturday at 10 at the Shop" if status is GiftStatus.CHOSEN else "",
        ))  # fmt: skip
    pages = {f"materials.{name}:material_id": asked.id for name in ("like", "askers", "draw")}
    return pages | {"gift_id": asked.id, "gift_ask_id": ask.id, "chosen_gift_id": over.id}


def _wishes(street: Street) -> dict[str, object]:
    """Twelve chairs on Saturday: Bilal lends six, Amina is being asked; and one that is met."""
    day = clock.today() + timedelta(days=2)
    facts = {"deal": Deal.WANT, "wanted_from": day, "wanted_until": day}
    wish = build_material(street, name="Chairs for Saturday", how_many=12, **facts)
    six = build_material(street, name="Folding chairs", how_many=6, keeper_id=street.bilal.id)
    ten = build_material(street, name="Old chairs", how_many=10, keeper_id=street.amina.id)
    first = wishes.seek(wish.id, {six.id: 3.0})
    assert first is not None
    wishes.say_yes(street.bilal.id, first, 6)
    second = wishes.seek(wish.id, {ten.id: 3.0})
    assert second is not None
    met = build_material(street, name="A tea urn", met=1, **facts)
    return {
        "wish_id": wish.id, "met_wish_id": met.id, "wish_ask_id": second.id, "answered_wish_id": first.id,
        "materials.offer:material_id": wish.id,
    }  # fmt: skip
