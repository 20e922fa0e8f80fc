"""Wishes for some days: which keepers were asked, one after the other, and what their yes became."""

from collections.abc import Iterable
from datetime import date, timedelta

from participate.core import clock
from participate.core.waking import TO_ANSWER, after_waking
from participate.demo.content import reading
from participate.demo.making.ground import DAY, Ground
from participate.demo.making.library import Library, add_wish
from participate.demo.making.projects import Made
from participate.demo.making.sessions import Met
from participate.demo.making.shelf import Plan, Shelf, write_loan
from participate.materials.words import LoanStatus, WishStatus

# How the keepers who were asked about a wish answered, in their order.
ANSWERS = (
    (WishStatus.NO, WishStatus.YES),
    (WishStatus.YES,),
    (WishStatus.LAPSED, WishStatus.ASKED),
    (WishStatus.ASKED,),
    (WishStatus.NO, WishStatus.DROPPED, WishStatus.YES),
)


def make_wishes(ground: Ground, library: Library, begun: list[Made], met: list[Met]) -> None:
    """The wishes of the content, each for a session to come; the host's project wishes first."""
    dice, projects = ground.dice("wishes"), {project.id: project for project in begun}
    coming = _coming(ground, met)
    for place, wish in enumerate(reading.lines("library")["wish"]):
        session = coming[place % len(coming)] if coming else None
        project = projects[session.project] if session else begun[0]
        day = clock.local(session.ends_at).date() if session else ground.today + 9 * DAY
        subject = f"session:{session.id}" if session else f"project:{project.id}"
        answers = ANSWERS[place % len(ANSWERS)]
        shelves = _fitting(library, wish["things"], day, project.hosts[0].id)
        asked = list(zip(answers, shelves, strict=False))
        lent = [min(wish["how_many"], _free(shelf, day)) for answer, shelf in asked if answer is WishStatus.YES]
        number = add_wish(
            ground, dice, wish, project.hosts[0], wanted_from=day, wanted_until=day, subject=subject, met=sum(lent)
        )
        for turn, (answer, shelf) in enumerate(asked):
            _ask(ground, number, shelf, answer, Plan(
                project.hosts[0].id, LoanStatus.AGREED, ground.now - (len(asked) - turn) * DAY,
                min(wish["how_many"], _free(shelf, day)), 1, day, subject=subject,
            ))  # fmt: skip


def _coming(ground: Ground, met: Iterable[Met]) -> list[Met]:
    """One session of each project from the day after tomorrow on, in the order of the projects."""
    first: dict[int, Met] = {}
    for session in met:
        if session.ends_at > ground.now + 2 * DAY:
            first.setdefault(session.project, session)
    return [first[project] for project in sorted(first)]


def _fitting(library: Library, names: list[str], day: date, asker: int) -> list[Shelf]:
    """What could meet it, is free that day, and is not the asker's own."""
    return [
        shelf for name in names for shelf in library.shelves
        if shelf.name.startswith(name) and shelf.answerer != asker and _free(shelf, day)
    ]  # fmt: skip


def _free(shelf: Shelf, day: date) -> int:
    late = shelf.out - shelf.days[day] if shelf.out > shelf.days[day] else 0
    return max(0, shelf.how_many - shelf.days[day] - late)


def _ask(ground: Ground, wish: int, shelf: Shelf, answer: WishStatus, plan: Plan) -> None:
    asked = min(plan.made, ground.now - timedelta(hours=1))
    loan = None
    if answer is WishStatus.YES:
        loan = _lend(ground, shelf, plan)
    waits = answer is WishStatus.ASKED
    start = ground.now - timedelta(hours=1) if waits else asked
    number = ground.book.add(
        "wish_ask", wish_id=wish, material_id=shelf.id, units=max(1, plan.units), status=answer, asked_at=start,
        answer_by=after_waking(start, TO_ANSWER), answered_at=None if waits else asked + timedelta(hours=3),
        loan_id=loan,
    )  # fmt: skip
    ground.book.note(start, None, "asked", "wish_ask", number)


def _lend(ground: Ground, shelf: Shelf, plan: Plan) -> int | None:
    """The loan that a yes makes."""
    return write_loan(ground, shelf, plan) if shelf.promise(plan) else None
