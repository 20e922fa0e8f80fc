"""What each part of the made-up year begins with."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from participate.accounts.models import Person
from participate.core.db import db
from participate.organisations.models import Organisation
from participate.places.models import Hub, Ward

BEGAN, DAYS = datetime(2024, 11, 20, 9, tzinfo=UTC), 460  # rows lie in these days
STRETCHES = ((time(9), time(12, 40)), (time(18), time()), (time(10), time(17)))  # 00:00 is the midnight after
WARDS = (("E05014053", "Barking"), ("E05014061", "Barking"), ("E05014067", "Dagenham"), ("E05014070", ""))


class Dice:
    """Chance, made from one seed, and who and what is there."""

    wards: Sequence[Ward]
    people: Sequence[Person]
    hubs: Sequence[Hub]
    partners: Sequence[Organisation]

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def moment(self) -> datetime:
        return BEGAN + timedelta(days=self.dice.randrange(DAYS), minutes=self.dice.randrange(24 * 60))

    def day(self) -> date:
        return self.moment().date()

    def maybe(self, share: float) -> bool:
        return self.dice.random() < share

    def hidden(self, share: float = 0.06) -> datetime | None:
        return self.moment() if self.maybe(share) else None

    def ward(self) -> int | None:
        return self.dice.choice([*(ward.id for ward in self.wards), None])

    def someone(self) -> int:
        return self.dice.choice(self.people).id

    def add(self, how_many: int, make: Callable[[], object]) -> list:
        made = [make() for _one in range(how_many)]
        db.session.add_all(made)
        db.session.flush()
        return made
