"""What the matcher does when it is woken: look for things that go with a wish; the weekly mail; what came of it all."""

from datetime import timedelta
from typing import Any

from participate.core import clock
from participate.core.jobs import Payload, every, on
from participate.matching import engine, weekly
from participate.matching.quality.steps import TO_MEET
from participate.matching.queries.suggestions import find
from participate.matching.ranking.facts import Line
from participate.matching.service import by_hand
from participate.matching.service.came_of import note_outcomes
from participate.matching.service.counting import count_weeks
from participate.matching.service.showing import note_letter
from participate.matching.service.unmatched import forget_gone, look_at_some
from participate.matching.words import Facet, Kind
from participate.materials.queries import find_material
from participate.materials.service import wishes
from participate.notifications import jobs as letters
from participate.notifications.queries import list_weekly_ids
from participate.notifications.service import hold_back, note_told
from participate.notifications.words import WEEKLY, Why
from participate.organisations.rules import Spot
from participate.outbox.rules import NotYet
from participate.outbox.service import promise

A_MOMENT = timedelta(seconds=30)  # until the index is built
BATCH = 200
LATELY = timedelta(days=2)  # what the hourly look reads; the nightly one reads weeks
BEGIN, WRITE = "weekly.begin", "weekly.write"
LOOK = "matching.look"


@on(wishes.SEEK)
def seek(payload: Payload) -> None:
    """Find what is like a wish, and let the keeper of the best of it be asked."""
    given: dict[str, Any] = dict(payload)
    if engine.current().snapshot() is None:  # before anything is read: it may look at the trail
        promise(wishes.SEEK, {"wish_id": given["wish_id"]}, due=clock.now() + A_MOMENT)
        return
    wish = find_material(given["wish_id"])
    if wish is None:
        return
    line = Line(Facet.WANTED, f"{wish.name}\n{wish.about}")
    found = find([line], [Kind.MATERIAL], Spot(wish.ward_id, wish.square), owner=wish.keeper_id)
    wishes.seek(wish.id, {int(one.group.partition(":")[2]): one.text_score for one in found.suggestions})


@every("matching.weekly", timedelta(hours=1))
def begin_week() -> None:
    """On Thursday by day: the week's mails are due, once."""
    week = weekly.week_due(clock.now())
    if week is not None:
        _promise_batch(week, 0)


@on(BEGIN)
def promise_week(payload: Payload) -> None:
    """A mail for each who chose it, a few hundred at a time."""
    given: dict[str, Any] = dict(payload)
    week, ids = given["week"], list_weekly_ids(given["after"], BATCH)
    until = weekly.good_until(clock.now())
    for person_id in ids:
        promise(WRITE, {"person_id": person_id}, key=f"{WRITE}:{week}:{person_id}", good_until=until)
    after = weekly.batch_after(ids, BATCH)
    if after is not None:
        _promise_batch(week, after)


def _promise_batch(week: str, after: int) -> None:
    key, until = f"{BEGIN}:{week}:{after}", weekly.good_until(clock.now())
    promise(BEGIN, {"week": week, "after": after}, key=key, good_until=until)


@on(WRITE)
def write_week(payload: Payload) -> None:
    """One weekly mail: what is good now; or nothing, and her ledger says why."""
    if engine.current().snapshot() is None:  # before anything is read: it may look at the trail
        raise NotYet(clock.now() + A_MOMENT)
    given = dict(payload) | {"name": WEEKLY, "facts": {}}
    errand = letters.errand_of(given)
    if errand is None or not weekly.wants_it(errand.person):
        return
    made = weekly.compose_weekly(errand.person)
    if made is None:
        hold_back(errand, Why.NOTHING_GOOD)
        return
    letters.to_person(given | {"facts": made.facts})
    note_told(errand.person.id, made.told)
    note_letter(errand.person.id, made.told)


@on(f"{WRITE}.late")
def note_late_week(payload: Payload) -> None:
    """The week's mail could not go in time."""
    letters.note_late(dict(payload) | {"name": WEEKLY, "facts": {}})


@every("matching.came_of", timedelta(hours=1))
def note_lately() -> None:
    """What people did in the last days is set beside what was suggested to them."""
    note_outcomes(clock.now() - LATELY)


@every("matching.count", timedelta(days=1))
def count() -> None:
    """Each night: nothing was missed, weeks are counted, old rows forgotten; and a look at who finds nothing."""
    note_outcomes(clock.now() - TO_MEET)
    count_weeks()
    forget_gone()
    _promise_look(0)


@on(LOOK)
def look_for_nothing(payload: Payload) -> None:
    """A few of the members for whom the matcher may find nothing."""
    if engine.current().snapshot() is None:  # before anything is read: it may look at the trail
        raise NotYet(clock.now() + A_MOMENT)
    after = look_at_some(int(str(payload["after"])))
    if after is not None:
        _promise_look(after)


def _promise_look(after: int) -> None:
    key, until = f"{LOOK}:{clock.today().isoformat()}:{after}", clock.now() + timedelta(days=1)
    promise(LOOK, {"after": after}, key=key, good_until=until)


@every("matching.by_hand", timedelta(days=1))
def forget_by_hand() -> None:
    """What staff did by hand and ended a year ago is forgotten."""
    by_hand.forget_old()


@every("matching.keep_fresh", timedelta(hours=1))
def keep_fresh() -> None:
    """Where nobody asks for days, the index is made anew all the same: what was erased leaves the disk with it."""
    engine.current().snapshot()
