"""Who asked to help a project long ago, and what its hosts answered."""

from collections.abc import Sequence
from datetime import timedelta

from participate.demo.content import reading
from participate.demo.making.ground import Ground
from participate.demo.making.past import Past
from participate.demo.making.projects import Made
from participate.demo.rules import YEAR
from participate.projects.words import RequestStatus

A_YEAR = 1.2  # of a project
NEWEST = 10  # days ago
ANSWERS = {RequestStatus.WELCOMED: 78, RequestStatus.NOT_NOW: 15, RequestStatus.TAKEN_BACK: 7}
HOURS = (2, 90)


def make_requests(ground: Ground, projects: Sequence[Made], past: Past) -> None:
    """Some for each project that has met, all of them answered."""
    dice, words = ground.dice("old requests"), reading.lines("notes")["team"]["asks"]
    for project in projects:
        days = (ground.midnight - project.began).days - NEWEST
        for _each in range(int(A_YEAR * days / YEAR + dice.random()) if project.id in past.held else 0):
            person = ground.someone(dice, project.ward).id
            if person in project.team:
                continue
            asked = project.began + timedelta(days=days * dice.random())
            status = dice.choices(list(ANSWERS), list(ANSWERS.values()))[0]
            number = ground.book.add(
                "team_request", project_id=project.id, person_id=person, need_id=None, words=dice.choice(words),
                status=status, asked_at=asked, answered_at=asked + timedelta(hours=dice.randrange(*HOURS)),
                answered_by=project.hosts[0].id if status is not RequestStatus.TAKEN_BACK else None,
            )  # fmt: skip
            ground.book.note(asked, person, "asked", "team_request", number)
