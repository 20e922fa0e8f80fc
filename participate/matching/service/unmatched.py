"""For whom the matcher finds nothing, and why, so that somebody at the hub can ask her."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select

from participate.accounts.models import Person
from participate.accounts.queries.members import list_members
from participate.core import clock
from participate.core.db import db
from participate.matching import engine
from participate.matching.loading.documents import facet_of_posting
from participate.matching.models import Unmatched
from participate.matching.quality.steps import Nothing
from participate.matching.queries.answers import answers_of
from participate.matching.queries.suggestions import find, suggestions_for_person
from participate.matching.ranking.facts import Line
from participate.matching.ranking.question import ask
from participate.matching.rules import KINDS_FOR_PERSON
from participate.organisations.rules import Spot
from participate.profiles import queries as profiles
from participate.profiles.models import Posting

AT_ONCE = 20  # people; on SQLite nobody else writes meanwhile
DAYS = 7  # each is looked at once a week


def look_at_some(after: int) -> int | None:
    """Look for nothing among the next few of today's part of the members. From where to go on; None after the last."""
    day = clock.today()
    persons = list_members(after, AT_ONCE, day.toordinal() % DAYS, DAYS)
    for person in persons:
        _keep(person.id, why_nothing(person))
    db.session.flush()
    return persons[-1].id if len(persons) == AT_ONCE else None


def why_nothing(person: Person) -> Nothing | None:
    """Why there is no suggestion for her; None where there is one. The index must be there."""
    said = profiles.list_shown(person.id)
    if answers_of(person.id).all_off:
        return Nothing.SWITCHED_OFF
    if not said:
        return Nothing.SAID_NOTHING
    spot = Spot(person.ward_id, person.square)
    if suggestions_for_person(person.id, spot, said).suggestions:
        return None
    lines = [Line(facet_of_posting(one.kind, one.wants_to_learn), one.words) for one in said]
    if find(lines, KINDS_FOR_PERSON, spot, 1, owner=person.id).suggestions:
        return Nothing.ANSWERED_ALL
    return Nothing.RARE_WORDS if _are_rare(lines, said) else Nothing.NOTHING_CLOSE


def _are_rare(lines: Sequence[Line], said: Sequence[Posting]) -> bool:
    """Whether no word of hers stands in more lines than her own."""
    snapshot = engine.current().snapshot()
    if snapshot is None:
        return False
    spread = snapshot.spread(ask(snapshot, tuple(lines)).terms)
    return not len(spread) or int(spread.max()) <= len(said)


def _keep(person_id: int, because: Nothing | None) -> None:
    today = clock.today()
    held = db.session.scalar(select(Unmatched).where(Unmatched.person_id == person_id))
    if because is None:
        db.session.execute(delete(Unmatched).where(Unmatched.person_id == person_id))
    elif held is None:
        db.session.add(Unmatched(person_id=person_id, because=because, since=today, checked_on=today))
    else:
        held.because, held.checked_on = because, today


def forget_gone() -> None:
    """Whoever was not looked at for long is a member no more."""
    old = Unmatched.checked_on < clock.today() - timedelta(days=4 * DAYS)
    db.session.execute(delete(Unmatched).where(old))
