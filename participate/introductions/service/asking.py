"""Somebody would like to meet a neighbour, or a host brings two together."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.introductions import queries, rules
from participate.introductions.models import Introduction, IntroductionSide
from participate.introductions.service import answering, holding, letters
from participate.introductions.service.ending import end_late
from participate.introductions.words import IntroductionStatus, Said, Way


def ask(actor_id: int, other_id: int, words: str, minutes: int, meet_at: str = "") -> Introduction:
    """She would like to meet him about `words`, for so many minutes, first at `meet_at`.

    Whoever is being asked by the same neighbour just then has said yes with it. Raises NotFound, OneAtATime,
    FiveOpen, NotJustNow, AskedBefore, NoMinutes, Herself.
    """
    known = _begin(actor_id, other_id, minutes)
    if known is not None and _waits_for(known, actor_id):
        answering.answer(actor_id, known, Said.YES)
        return known
    if known is not None:
        raise rules.AskedBefore
    if not holding.may_be_introduced(other_id):
        raise rules.NotJustNow
    rules.check_ask(
        asking=queries.is_asking(actor_id),
        own_open=queries.count_slots(actor_id),
        other_open=queries.count_slots(other_id),
    )
    made = _make(actor_id, other_id, words, minutes, meet_at, way=Way.SUGGESTION)
    side = holding.own_side(made, actor_id)
    side.asks, side.said, side.said_at = True, Said.YES, clock.now()
    return _asked(actor_id, made)


def introduce(
    host_id: int, a_id: int, b_id: int, words: str, minutes: int, *, accompany: bool = False, meet_at: str = "",
    organisation_id: int | None = None, yes_of: int | None = None,
) -> Introduction:  # fmt: skip
    """A host brings two together; with `accompany` she comes along and reads what they write. Both are asked.

    `yes_of`: one of the two who has said yes to the host, who wrote it down. Of one that is a partner's
    (`organisation_id`) nobody but the house knows whose it is. Raises NotFound, NotAskedYet, NotJustNow, AskedBefore,
    NoMinutes, Herself.
    """
    if host_id in (a_id, b_id) and organisation_id is None:
        raise rules.Herself
    if _begin(a_id, b_id, minutes) is not None:
        raise rules.AskedBefore
    if not (holding.may_be_introduced(a_id) and holding.may_be_introduced(b_id)):
        raise rules.NotAskedYet
    if any(queries.count_slots(each) >= rules.MOST_OPEN for each in (a_id, b_id)):
        raise rules.NotJustNow
    way = Way.HOST if organisation_id is None else Way.PARTNER
    more = {"host_id": host_id, "organisation_id": organisation_id, "accompany": accompany}
    made = _make(a_id, b_id, words, minutes, meet_at, way=way, **more)
    side = queries.side_of(made, yes_of) if yes_of is not None else None
    if side is not None:
        side.said, side.said_at, side.said_by = Said.YES, clock.now(), host_id
    return _asked(host_id, made)


def _begin(a_id: int, b_id: int, minutes: int) -> Introduction | None:
    """Hold the two; what there is of them already."""
    if a_id == b_id:
        raise rules.Herself
    rules.check_minutes(minutes)
    holding.lock(a_id, b_id)
    holding.check_pair(a_id, b_id)
    end_late(a_id, b_id)
    return queries.find_between(a_id, b_id)


def _waits_for(introduction: Introduction, person_id: int) -> bool:
    side = queries.side_of(introduction, person_id)
    return introduction.status is IntroductionStatus.ASKED and side is not None and side.said is not Said.YES


def _make(a_id: int, b_id: int, words: str, minutes: int, meet_at: str, *, way: Way, **more: object) -> Introduction:
    low, high = sorted((a_id, b_id))
    now = clock.now()
    made = Introduction(
        low_id=low, high_id=high, way=way, words=words[: rules.LONGEST_WORDS], minutes=minutes,
        meet_at=meet_at if rules.read_meeting(meet_at) else "", status=IntroductionStatus.ASKED, made_at=now,
        good_until=rules.answer_until(now), **more,
    )  # fmt: skip
    made.sides = [IntroductionSide(person_id=each, asks=False, said=Said.NOTHING) for each in (low, high)]
    for side in made.sides:
        holding.take_slot(side)
    db.session.add(made)
    return made


def _asked(actor_id: int, made: Introduction) -> Introduction:
    db.session.flush()
    record(actor_id, "asked", "introduction", made.id)
    letters.tell_asked(made)
    return made
