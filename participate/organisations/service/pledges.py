"""A partner pledges something; a team answers; it is given bit by bit; what came of it is kept."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import update

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations import queries
from participate.organisations.models import Organisation, Pledge, PledgeGiven
from participate.organisations.rules import pledges as rules
from participate.organisations.words import PledgeKind, PledgeStatus

NOUN = "pledge"


@dataclass(frozen=True)
class PledgeFacts:
    """`amount` of something: hours, times, things; `words` say of what."""

    kind: PledgeKind
    words: str
    amount: int = 1


def pledge(actor_id: int | None, organisation: Organisation, facts: PledgeFacts, subject: str = "") -> Pledge:
    """The partner says what it will give, for `subject` or to whoever needs it. Raises TooManyPledges."""
    rules.check_room(queries.count_pledges_open(organisation.id))
    now = clock.now()
    made = Pledge(organisation_id=organisation.id, subject=subject, made_by=actor_id, made_at=now, changed_at=now,
                  **asdict(facts))  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "made", NOUN, made.id)
    return made


def change_pledge(actor_id: int | None, pledge: Pledge, facts: PledgeFacts) -> None:
    """Other words or another amount, while nothing of it is given and nobody has answered. Raises PledgeMoved."""
    if pledge.status is not PledgeStatus.PLEDGED or pledge.met:
        raise rules.PledgeMoved
    for name, value in asdict(facts).items():
        setattr(pledge, name, value)
    _note(actor_id, "changed", pledge)


def answer_pledge(actor_id: int | None, pledge: Pledge, status: PledgeStatus) -> None:
    """WELCOMED or NOT_NOW by the team, or TAKEN_BACK by the partner; once. Raises PledgeMoved."""
    rules.check_move(pledge.status, status)
    moved = db.session.execute(
        update(Pledge).where(Pledge.id == pledge.id, Pledge.status == pledge.status)
        .values(status=status, changed_at=clock.now()).execution_options(synchronize_session=False)
    )  # fmt: skip
    if moved.rowcount != 1:  # type: ignore[attr-defined]
        raise rules.PledgeMoved
    db.session.refresh(pledge)
    record(actor_id, status.value, NOUN, pledge.id)


def note_given(actor_id: int | None, pledge: Pledge, units: int, day: date, known: int) -> None:
    """So many more were given on `day`. `known`: how many the page said were given before.

    Raises NotGivenYet, NotThatDay or NotedMeanwhile.
    """
    rules.check_giving(pledge.status, pledge.subject)
    rules.check_day(day, clock.local(pledge.made_at).date(), clock.today())
    if not _count(pledge, units, known):
        raise rules.NotedMeanwhile
    now = clock.now()
    db.session.add(PledgeGiven(pledge_id=pledge.id, units=units, day=day, noted_by=actor_id, noted_at=now))
    pledge.status, pledge.changed_at = rules.status_after(pledge.status, pledge.amount, pledge.met), now
    record(actor_id, "gave", NOUN, pledge.id)
    db.session.flush()


def _count(pledge: Pledge, units: int, known: int) -> bool:
    """Add to what is given, unless it is not `known` any more. Returns whether it was."""
    counted = db.session.execute(
        update(Pledge).where(Pledge.id == pledge.id, Pledge.met == known, Pledge.status == pledge.status)
        .values(met=Pledge.met + units).execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(pledge)
    return counted.rowcount == 1  # type: ignore[attr-defined]


def tell_outcome(actor_id: int | None, pledge: Pledge, came: str) -> None:
    """What came of it, in the partner's words."""
    pledge.came = came
    _note(actor_id, "told", pledge)


def hide_pledge(actor_id: int | None, pledge: Pledge, reason: str) -> None:
    """Take it off every page; the partner and staff still see it, with the reason."""
    pledge.hidden_at, pledge.hidden_because = clock.now(), reason
    _note(actor_id, "hidden", pledge)


def restore_pledge(actor_id: int | None, pledge: Pledge) -> None:
    """Show it again."""
    pledge.hidden_at, pledge.hidden_because = None, ""
    _note(actor_id, "restored", pledge)


def _note(actor_id: int | None, verb: str, pledge: Pledge) -> None:
    pledge.changed_at = clock.now()
    record(actor_id, verb, NOUN, pledge.id)
    db.session.flush()
