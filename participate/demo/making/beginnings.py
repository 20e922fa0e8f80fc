"""How things begin: what neighbours add to ideas, the first four weeks of a project, and who at the hub rings."""

from datetime import datetime, timedelta
from random import Random

from participate.demo.content import reading
from participate.demo.content.reading import Lack, typeset
from participate.demo.making.ground import Ground
from participate.projects.rules.replies import takes_replies
from participate.projects.rules.weeks import weeks_of
from participate.projects.words import IdeaStatus, ReplyKind, Stage

MOST_REPLIES = 4
ANSWERED, DONE = 0.5, 0.6  # of the replies, of the weeks that are over
BEGINNING = (Stage.GATHERING, Stage.TRYING_OUT)


def add_replies(
    ground: Ground, idea: int, words: str, author: int, ward: int, made: datetime, status: IdeaStatus
) -> None:
    """What a few neighbours say to an idea, each once; none to a closed one."""
    dice = ground.dice(f"replies {words} {ward}")
    if not takes_replies(status) and status is not IdeaStatus.PROJECT:
        return
    near = [one.id for one in ground.by_ward.get(ward, ()) if one.id != author]
    for person in dice.sample(near, min(len(near), dice.randrange(MOST_REPLIES))):
        kind = dice.choice([ReplyKind.JOIN, ReplyKind.JOIN, ReplyKind.DIFFERENTLY, ReplyKind.WORRY])
        said = _between(dice, made, ground.now)
        answered = kind is not ReplyKind.JOIN and dice.random() < ANSWERED
        number = ground.book.add(
            "idea_reply", idea_id=idea, person_id=person, kind=kind, words=typeset(_line(dice, kind.value)),
            answer=typeset(_line(dice, "answers")) if answered else "", answered_by=author if answered else None,
            answered_at=_between(dice, said, ground.now) if answered else None, made_at=said,
        )  # fmt: skip
        ground.book.note(said, person, "made", "idea_reply", number)


def next_step(ground: Ground, idea_words: str, status: IdeaStatus) -> str:
    """What the hub says happens next; nothing before it has answered."""
    dice = ground.dice(f"next step {idea_words}")
    return typeset(_line(dice, "next_steps")) if status is IdeaStatus.ANSWERED else ""


def _line(dice: Random, name: str) -> str:
    line: str = dice.choice(reading.lines("replies")[name])
    return line


def _between(dice: Random, start: datetime, end: datetime) -> datetime:
    return start + (end - start) * dice.random()


def ringer_of(ground: Ground, ward: int, began: datetime) -> int | None:
    """Who at the nearest hub rings a project of this ward."""
    hub = min(ground.hubs, key=lambda hub: (hub.ward != ward, hub.id))
    staff = ground.staff.get(hub.id, [])
    return staff[began.day % len(staff)] if staff else None


def add_weeks(ground: Ground, project: int, name: str, lacks: tuple[Lack, ...], stage: Stage, began: datetime) -> None:
    """The four weekly lines of a project that begins; most of those whose week is over are done."""
    if stage not in BEGINNING:
        return
    dice = ground.dice(f"weeks {name}")
    lines = weeks_of(name, [(lack.kind, lack.words) for lack in lacks], [])
    for week, line in enumerate(lines, start=1):
        over = began + timedelta(weeks=week)
        done = over < ground.now and dice.random() < DONE
        ground.book.add(
            "week_line", project_id=project, week=week, words=line.words % line.facts, done_at=over if done else None
        )
