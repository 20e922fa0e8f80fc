"""Who hears what about a gift. No address of a home stands in a letter."""

from datetime import datetime

from participate.materials.models import GiftAsk, Material
from participate.organisations.queries import hub_at, list_keepers
from participate.outbox.service import promise


def tell_asker(ask: GiftAsk, name: str) -> None:
    """She gets it ("gift_yours"), or it is not her turn this time ("gift_not_this_time")."""
    material, hub = ask.material, hub_at(ask.material)
    facts = {
        "material_id": material.id, "thing": material.name, "units": ask.units, "reply": ask.reply,
        "hub_id": hub.id if hub else None, "hub": hub.name if hub else "", "whose": {"reply": material.keeper_id},
    }  # fmt: skip
    _promise(name, ask.person_id, facts, f"{ask.id}:{ask.asked_at:%Y%m%d%H%M%S}:{ask.status.value}")


def tell_giver(material: Material, what: str, number: int, key: str, until: datetime | None = None) -> None:
    """Those who look after it hear: "choose" (before `until`), lots were "drawn", or something is "free_again".

    `number`: how many neighbours wait for it, or got it.
    """
    facts = {
        "material_id": material.id, "thing": material.name, "what": what, "number": number,
        **({"until_at": until.isoformat()} if until else {"until_at": material.changed_at.isoformat()}),
    }  # fmt: skip
    for keeper in list_keepers(material):
        _promise("gift_giver", keeper.id, facts, f"{material.id}:{key}")


def _promise(name: str, person_id: int, facts: dict[str, object], key: str) -> None:
    promise("letter", {"name": name, "person_id": person_id, "facts": facts}, key=f"{name}:{key}:{person_id}")
