"""Who hears what about a wish. Whoever wished hears of a yes by the letter of the loan that it makes."""

from participate.materials.models import Material, WishAsk
from participate.organisations.queries import list_keepers
from participate.outbox.service import promise


def ask_keepers(ask: WishAsk) -> bool:
    """The keepers of a thing are asked. False: nobody looks after it."""
    wish, people = ask.wish, list_keepers(ask.material)
    facts = {
        "ask_id": ask.id, "wish": wish.name, "thing": ask.material.name, "units": ask.units,
        "wished": wish.how_many - wish.met, "first": _day(wish.wanted_from), "last": _day(wish.wanted_until),
        "answer_at": ask.answer_by.isoformat(),
    }  # fmt: skip
    for person in people:
        of = [each for each in (wish.keeper_id,) if each is not None]
        payload = {"name": "wish_asked", "person_id": person.id, "facts": facts, "of": of}
        promise("letter", payload, key=f"wish_asked:{ask.id}:{person.id}", good_until=ask.answer_by)
    return bool(people)


def tell_nobody(wish: Material) -> None:
    """Everybody who has one listed was asked. Told once for each days wished."""
    facts = {
        "material_id": wish.id, "wish": wish.name, "missing": wish.how_many - wish.met, "met": wish.met,
        "first": _day(wish.wanted_from), "last": _day(wish.wanted_until),
    }  # fmt: skip
    for person in list_keepers(wish):
        payload = {"name": "wish_nobody", "person_id": person.id, "facts": facts}
        promise("letter", payload, key=f"wish_nobody:{wish.id}:{wish.wanted_from}:{person.id}")


def _day(day: object) -> str:
    return str(day) if day is not None else ""
