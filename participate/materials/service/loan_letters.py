"""Letters about loans. The words of a letter hold no address: where a thing is collected stands on the loan's page."""

from collections.abc import Iterable
from datetime import datetime

from participate.core import clock
from participate.core.waking import next_waking
from participate.materials.models import Loan
from participate.organisations.queries import list_keepers
from participate.outbox.service import promise


def to_borrower(loan: Loan, letter: str, *, good_until: datetime | None = None, **facts: object) -> None:
    """Promise one letter, `templates/mail/<letter>/`, to whoever borrows or asked: by day, once as the loan stands."""
    if loan.person_id is not None:
        _promise(loan, letter, [loan.person_id], good_until, facts)


def to_keepers(loan: Loan, letter: str, *, but: int | None = None, **facts: object) -> None:
    """Promise one letter to each who looks after the thing, but to whoever did it herself."""
    _promise(loan, letter, (each.id for each in list_keepers(loan.material) if each.id != but), None, facts)


def to_persons(loan: Loan, letter: str, person_ids: Iterable[int], **facts: object) -> None:
    """Promise one letter to each of these persons."""
    _promise(loan, letter, person_ids, None, facts)


def _promise(
    loan: Loan, letter: str, person_ids: Iterable[int], good_until: datetime | None, facts: dict[str, object]
) -> None:
    told = facts_of(loan) | facts
    for person_id in person_ids:
        key = f"{letter}:{loan.id}:{facts.get('step', loan.status)}:{person_id}"
        payload = {"name": letter, "person_id": person_id, "facts": told}
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
    }  # fmt: skip
