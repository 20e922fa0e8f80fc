"""Who is told what of a decision, in plain words. Whoever reported is never named to anybody."""

from collections.abc import Mapping, Sequence

from participate.accounts.models import Person
from participate.accounts.queries import find_person
from participate.core import clock
from participate.moderation.models import Measure, Report
from participate.moderation.queries import token_of
from participate.moderation.things import Thing
from participate.moderation.words import Choice, MeasureKind, Origin
from participate.outbox.service import promise
from participate.places.queries import nearest_hub

WHAT = {Choice.EDIT: "to_change", Choice.REMOVE: "removed"}


def tell_authors(thing: Thing, decided: Report, choice: Choice, reason: str, asked: bool) -> None:
    """Those who answer for it hear what changed for them, or the answer when they had asked."""
    what = WHAT.get(choice, "")
    if not thing.hidden and decided.origin is Origin.HELD:
        what = "through"
    letter = "thing_answered" if what else "thing_hidden" if thing.hidden else "thing_restored"
    for person_id in thing.author_ids:
        facts = {
            "kind": thing.kind, "id": thing.id, "title": thing.title, "reason": reason, "asked": asked,
            "what": what,
        }  # fmt: skip
        _tell(person_id, letter, f"{letter}-{decided.id}-{_stamp()}", facts | hub_of(find_person(person_id)))


def tell_reporters(waiting: Sequence[Report], title: str, reason: str, outcome: str) -> None:
    """Each neighbour who told us hears what came of it; neither the house nor an author who asked again did."""
    for each in waiting:
        if each.reporter_id is not None and each.origin is Origin.NEIGHBOUR:
            facts = {"title": title, "reason": reason, "outcome": outcome}
            _tell(each.reporter_id, "report_answered", f"answered-{each.id}", facts)


def tell_reporters_again(answered: Sequence[Report], title: str, reason: str) -> None:
    """Each neighbour who had read that we hid it reads that we looked again, and that it can be seen."""
    for each in answered:
        if each.reporter_id is not None and each.origin is Origin.NEIGHBOUR:
            facts = {"title": title, "reason": reason, "outcome": "again"}
            _tell(each.reporter_id, "report_answered", f"answered-again-{each.id}-{_stamp()}", facts)


def tell_of_measure(person: Person, measure: Measure, what: str, reason: str = "") -> None:
    """She hears what was done, why, for how long, and how to ask somebody else: also while she cannot sign in.

    `what`: "warned", "suspended"; "stays" or "taken_back" when she had asked; "over".
    """
    facts: dict[str, object] = {
        **hub_of(person), "name": person.first_name, "what": what, "reason": reason or measure.reason, "id": measure.id,
        "token": token_of(measure), "suspended": measure.kind is MeasureKind.SUSPENDED,
    }  # fmt: skip
    if measure.until is not None:
        facts["until_at"] = measure.until.isoformat()
    key = f"measure-{what}-{measure.id}-{_stamp()}"
    if person.email or person.phone:
        way: dict[str, object] = {"channel": "mail" if person.email else "text", "to": person.email or person.phone}
        promise("letter.to_contact", {"name": "measure", "facts": facts, **way}, key=key)


def hub_of(person: Person | None) -> dict[str, str]:
    """Where she can come in or ring about it."""
    hub = nearest_hub(person.ward_id, person.square) if person is not None else None
    return {"hub": hub.name, "phone": hub.phone} if hub is not None else {"hub": "", "phone": ""}


def _tell(person_id: int, letter: str, key: str, facts: Mapping[str, object]) -> None:
    promise("letter", {"name": letter, "person_id": person_id, "facts": facts}, key=f"{key}-{person_id}")


def _stamp() -> str:
    return f"{clock.now().timestamp():.3f}"
