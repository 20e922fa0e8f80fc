"""Letters about loans, each once. Their words hold no address: how to get a thing stands on the loan's page."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from participate.accounts import queries as accounts
from participate.accounts.words import Role
from participate.core import clock
from participate.core.waking import next_waking
from participate.materials.models import Loan, Material
from participate.organisations import queries as organisations
from participate.outbox.service import promise
from participate.places.lines import hours_of
from participate.places.rules.answer_days import answer_by

WAITS, WAITS_LONG = "loan.waits", "loan.waits_long"
REMIND_AFTER = timedelta(days=1)


def keepers_of(material: Material) -> list[int]:
    """The ids of those who answer for a thing: who looks after it, or where nobody does the staff of the hub."""
    return [each.id for each in organisations.list_keepers(material)] or staff_of(material)


def staff_of(material: Material) -> list[int]:
    """The ids of the staff of the hub at which one asks for a thing."""
    hub = organisations.hub_at(material)
    return [each.id for each in accounts.list_role_holders(Role.STAFF, f"hub:{hub.id}")] if hub is not None else []


def to_borrower(
    loan: Loan, letter: str, *, step: str = "", good_until: datetime | None = None, **facts: object
) -> None:
    """Promise one letter, `templates/mail/<letter>/`, to whoever borrows or asked: by day, once as the loan stands,
    or once a `step`.
    """
    if loan.person_id is not None:
        _promise(loan, letter, [loan.person_id], step, good_until, facts)


def to_keepers(loan: Loan, letter: str, *, but: int | None = None, step: str = "", **facts: object) -> None:
    """Promise one letter to each who looks after the thing, but to whoever did it herself."""
    _promise(loan, letter, (each for each in keepers_of(loan.material) if each != but), step, None, facts)


def ask_keepers(loan: Loan, *, but: int | None = None) -> None:
    """Ask for an answer; and promise to come back to it when none comes."""
    to_keepers(loan, "loan_asked", but=but)
    hub, now = organisations.hub_at(loan.material), clock.now()
    hub_answers = answer_by(clock.local(now), hours_of(hub) if hub is not None else {})
    for name, due in ((WAITS, next_waking(now + REMIND_AFTER)), (WAITS_LONG, hub_answers)):
        promise(name, {"loan_id": loan.id}, key=f"{name}:{loan.id}", due=due)


def remind_staff(loan: Loan) -> None:
    """Nobody answered for two working days: the hub rings whoever looks after it, or answers."""
    _promise(loan, "loan_waits", staff_of(loan.material), "hub", None, {"at_hub": True})


def _promise(
    loan: Loan, letter: str, people: Iterable[int], step: str, good_until: datetime | None, facts: dict[str, object]
) -> None:
    told = facts_of(loan) | facts
    for person_id in people:
        key = f"{letter}:{loan.id}:{step or loan.status}:{person_id}"
        payload = {"name": letter, "person_id": person_id, "facts": told, "about": f"loan:{loan.id}"}
        promise("letter", payload, key=key, due=next_waking(clock.now()), good_until=good_until)


def facts_of(loan: Loan) -> dict[str, object]:
    """What every letter about a loan knows. First names only."""
    until = {"until_at": loan.answer_by.isoformat()} if loan.answer_by else {}
    return until | {
        "loan_id": loan.id, "material_id": loan.material_id, "thing": loan.material.name, "units": loan.units,
        "who": loan.person.first_name if loan.person is not None else "", "days": loan.days,
        "from_day": loan.from_day.isoformat() if loan.from_day else "",
        "due_on": loan.due_on.isoformat() if loan.due_on else "",
        "words": loan.words, "reason": loan.reason,
        # What is lent comes back all the same; to whoever is kept apart from her nobody is named.
        "whose": {"who": loan.person_id, "words": loan.person_id},
    }  # fmt: skip
