"""Neighbours who were brought together: asked, open with words in it, not this time, met, closed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from participate.demo.making.ground import DAY, Ground, Neighbour
from participate.demo.rules import YEAR
from participate.introductions.rules import MINUTES, MOST_OPEN, QUIET, answer_until
from participate.introductions.words import ClosedBecause, IntroductionStatus, MetHow, Said, Way

WORDS = ("baking bread", "old bikes", "growing tomatoes", "sewing", "walking", "board games", "singing", "chess")
HELLOS = ("Hello! Shall we meet at the hub on Saturday?", "Hi, I can bring flour.", "Hello from round the corner.")
ANSWERS = ("Yes, gladly. Ten o’clock?", "Lovely. See you there.", "Good idea, I will come along.")
ONE_IN = 12  # residents
A_YEAR = 0.06  # of the residents, in a history
ACROSS = 0.25  # are brought together with anybody of the borough
NEWEST = 130  # days since it was asked


@dataclass(frozen=True)
class State:
    """How far one has come. `days`: since it was asked."""

    days: int
    status: IntroductionStatus
    said: tuple[Said, Said]
    met: MetHow | None = None
    because: ClosedBecause | None = None
    notes: int = 0


_YES = (Said.YES, Said.YES)
STATES = (
    State(2, IntroductionStatus.ASKED, (Said.YES, Said.NOTHING)),
    State(9, IntroductionStatus.OPEN, _YES, notes=2),
    State(20, IntroductionStatus.NOT_THIS_TIME, (Said.YES, Said.NO)),
    State(30, IntroductionStatus.OPEN, _YES, MetHow.SESSION, notes=3),
    State(3, IntroductionStatus.ASKED, (Said.YES, Said.NO)),
    State(15, IntroductionStatus.NOT_THIS_TIME, (Said.YES, Said.NOTHING)),
    State(40, IntroductionStatus.OPEN, _YES, MetHow.SAID, notes=1),
    State(120, IntroductionStatus.CLOSED, _YES, MetHow.SAID, ClosedBecause.QUIET, notes=2),
    State(50, IntroductionStatus.CLOSED, _YES, None, ClosedBecause.LEFT, notes=1),
)

OLDER = (STATES[2], STATES[5], STATES[7], STATES[7], STATES[7], STATES[8])  # how those of long ago stand today


class Making:
    """Who has how many open, so that nobody has more than she may."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.dice = ground, ground.dice("introductions")
        self._open: dict[int, int] = {}
        self._asking: set[int] = set()
        self._pairs: set[tuple[int, int]] = set()

    def make(self, turn: int, first: Neighbour, second: Neighbour) -> None:
        """One pair, in the state whose turn it is; nothing where the two may not be asked."""
        self.bring(turn, STATES[turn % len(STATES)], first, second)

    def bring(self, turn: int, state: State, first: Neighbour, second: Neighbour) -> None:
        """One pair in this state; nothing where the two may not be asked."""
        pair = (min(first.id, second.id), max(first.id, second.id))
        waits = state.status is IntroductionStatus.ASKED
        held = waits or state.status is IntroductionStatus.OPEN
        way = (Way.SUGGESTION, Way.HOST, Way.PARTNER)[0 if turn % 4 else turn // 4 % 3]
        full = held and max(self._open.get(each, 0) for each in pair) >= MOST_OPEN
        if first.id == second.id or pair in self._pairs or full or (waits and first.id in self._asking):
            return
        self._pairs.add(pair)
        number = _write(self.ground, self.dice, pair, state, way)
        for place, person in enumerate((first.id, second.id)):
            asks = waits and way is Way.SUGGESTION and place == 0
            if asks:
                self._asking.add(person)
            slot = self._take(person) if held and state.said[place] is not Said.NO else None
            _write_side(self.ground, number, person, state, place, asks, slot)
        _write_notes(self.ground, self.dice, number, (first.id, second.id), state)

    def _take(self, person: int) -> int:
        self._open[person] = self._open.get(person, 0) + 1
        return self._open[person]


def make_introductions(ground: Ground) -> None:
    """The resident of the cast is asked, asks and talks; others follow her."""
    making, me = Making(ground), ground.member("resident")
    others = [each for each in ground.neighbours if each.id != me.id]
    for turn, other in enumerate(making.dice.sample(others, min(4, len(others)))):
        making.make(turn, *((other, me) if turn == 0 else (me, other)))
    for turn in range(4, len(ground.neighbours) // ONE_IN + len(STATES) * 2):
        first = making.dice.choice(others)
        making.make(turn, first, _somebody_for(making, first))
    for turn in range(round(ground.years * A_YEAR * len(ground.neighbours))):
        _make_older(making, turn, making.dice.choice(others))


def _somebody_for(making: Making, first: Neighbour) -> Neighbour:
    """Mostly somebody who lives near; some are brought together across the borough."""
    if making.dice.random() < ACROSS:
        return making.dice.choice(making.ground.neighbours)
    return making.ground.someone(making.dice, first.ward)


def _make_older(making: Making, turn: int, first: Neighbour) -> None:
    """One of the years before: asked after both had joined, and over by now."""
    ground, dice = making.ground, making.dice
    second, days = _somebody_for(making, first), dice.randrange(NEWEST, ground.years * YEAR)
    if max(first.joined_at, second.joined_at) < ground.midnight - days * DAY:
        making.bring(turn, replace(dice.choice(OLDER), days=days), first, second)


def _made(ground: Ground, state: State) -> datetime:
    return ground.now - state.days * DAY


def _write(ground: Ground, dice: Random, pair: tuple[int, int], state: State, way: Way) -> int:
    made, partner = _made(ground, state), next((each for each in ground.partners if each.speaker), None)
    hub = dice.choice(ground.hubs)
    host = None if way is Way.SUGGESTION else ground.staff[hub.id][0]
    if way is Way.PARTNER and partner is not None:
        host = partner.speaker
    opened = made + DAY if state.said == _YES else None
    ends = {ClosedBecause.QUIET: QUIET + 3 * DAY, ClosedBecause.LEFT: 10 * DAY}
    over = state.status is IntroductionStatus.NOT_THIS_TIME
    closed = made + ends[state.because] if state.because else answer_until(made) if over else None
    number = ground.book.add(
        "introduction", low_id=pair[0], high_id=pair[1], way=way, host_id=host, accompany=way is Way.HOST,
        organisation_id=partner.id if way is Way.PARTNER and partner is not None else None, words=dice.choice(WORDS),
        minutes=dice.choice(MINUTES), meet_at=f"hub:{hub.id}", status=state.status, made_at=made,
        good_until=answer_until(made), opened_at=opened, last_word_at=_last_word(opened, state), closed_at=closed,
        closed_because=state.because, met_at=made + 5 * DAY if state.met else None, met_how=state.met,
    )  # fmt: skip
    ground.book.note(made, host or pair[0], "asked", "introduction", number)
    return number


def _last_word(opened: datetime | None, state: State) -> datetime | None:
    return opened + timedelta(hours=state.notes) if opened is not None else None


def _write_side(
    ground: Ground, number: int, person: int, state: State, place: int, asks: bool, slot: int | None
) -> None:
    said, made = state.said[place], _made(ground, state)
    entered = {each for each, _hub, _when in ground.entered}
    helper = next(iter(ground.staff.values()))[0] if said is not Said.NOTHING and person in entered else None
    left = made + 10 * DAY if state.because is ClosedBecause.LEFT and place == 0 else None
    ground.book.add(
        "introduction_side", introduction_id=number, person_id=person, asks=asks, slot=slot, said=said,
        said_at=made + timedelta(hours=3 * place) if said is not Said.NOTHING else None, said_by=helper,
        muted_at=made + 2 * DAY if state.met is MetHow.SAID and place == 1 else None, left_at=left,
    )  # fmt: skip


def _write_notes(ground: Ground, dice: Random, number: int, people: tuple[int, int], state: State) -> None:
    opened = _made(ground, state) + DAY
    for turn in range(state.notes):
        words = dice.choice(HELLOS if turn == 0 else ANSWERS)
        ground.book.add(
            "introduction_note", introduction_id=number, person_id=people[turn % 2], words=words,
            made_at=opened + timedelta(hours=turn + 1),
        )  # fmt: skip
