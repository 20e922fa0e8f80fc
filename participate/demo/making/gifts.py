"""What is given away, first fair and not first fast, and the stocks of the hubs to take from."""

from datetime import datetime, timedelta
from random import Random

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, HubGround
from participate.materials.rules.giving import CLOSES
from participate.materials.words import GiftStatus

# Where the giving of a thing stands, and how often.
STATES = {"nobody yet": 45, "open": 25, "to choose": 8, "chosen": 12, "handed": 10}
WAITED = 14  # days for which takings of a stock are counted


class Giving:
    """One thing to give: how far it has come, who asked. Drawn before its row, written after it."""

    def __init__(
        self, ground: Ground, dice: Random, ward: int, owner: int | None, how_many: int, state: str = ""
    ) -> None:
        self._ground, self._dice = ground, dice
        self.state = state or dice.choices(list(STATES), list(STATES.values()))[0]
        asking = dice.randrange(2, 6) if self.state != "nobody yet" else 0
        people = dict.fromkeys(ground.someone(dice, ward).id for _each in range(asking))
        self.people = [person for person in people if person != owner]
        over = self.state in ("chosen", "handed")
        self.chosen = min(how_many, max(1, len(self.people) - 1)) if over and self.people else 0
        self.by_lot = over and dice.random() < 0.5

    @property
    def asks_until(self) -> datetime | None:
        """8pm of the last day to ask, in London."""
        ahead = {"nobody yet": None, "open": 2, "to choose": -1}.get(self.state, -4)
        return None if ahead is None else clock.moment_of(self._ground.today + ahead * DAY, CLOSES)

    def write(self, material: int) -> None:
        """The askings."""
        said = reading.lines("library")["gifts"]
        for place, person in enumerate(self.people):
            status = self._status(place)
            over = status is not GiftStatus.ASKED
            asked = self._asked()
            answered = (self.asks_until or self._ground.now) + timedelta(hours=1)
            reply = typeset(self._dice.choice(said["reply"])) if place < self.chosen else ""
            number = self._ground.book.add(
                "gift_ask", material_id=material, person_id=person, units=1,
                words=typeset(self._dice.choice(said["words"])), status=status,
                lot=place + 1 if self.by_lot else None, reply=reply, asked_at=asked,
                answered_at=answered if over else None,
            )  # fmt: skip
            self._ground.book.note(asked, person, "asked", "gift_ask", number)

    def _status(self, place: int) -> GiftStatus:
        if self.state not in ("chosen", "handed"):
            return GiftStatus.ASKED
        if place >= self.chosen:
            return GiftStatus.NOT_THIS_TIME
        return GiftStatus.HANDED if self.state == "handed" else GiftStatus.CHOSEN

    def _asked(self) -> datetime:
        latest = min(self.asks_until or self._ground.now, self._ground.now)
        return latest - timedelta(hours=self._dice.randrange(2, 40))


def add_stock_days(ground: Ground, dice: Random, material: int, hub: HubGround, a_day: int) -> int:
    """What was taken on each day on which the hub was open, up to yesterday. Returns how much in all."""
    taken = 0
    for ago in range(WAITED, 0, -1):
        day = ground.today - ago * DAY
        if day.weekday() in hub.hours:
            units = dice.randrange(a_day * 2 + 1)
            ground.book.add("stock_day", material_id=material, day=day, taken=units)
            taken += units
    return taken
