"""What some neighbours answered to suggestions, and what a few switched off."""

from participate.demo.making.ground import Ground
from participate.demo.making.projects import Made
from participate.matching.words import Because, Use

ONE_IN = 15  # residents who answered; of these one in four switched something off
ANSWERS = (Because.TOO_FAR, None, Because.NOT_MY_THING, Because.WRONG_TIME, None, Because.KNOWN)
SWITCHED = (Use.TIMES, Use.JOINED, Use.PLACE)
LONGEST = 90  # days ago


def make_answers(ground: Ground, begun: list[Made]) -> None:
    """A resident says of two projects that they are not for her, or that she wants more like them."""
    dice = ground.dice("answers")
    offline = {number for number, _hub, _at in ground.entered}
    online = [one for one in ground.neighbours if one.id not in offline]
    for turn, neighbour in enumerate(online[ONE_IN - 1 :: ONE_IN]):
        for place, project in enumerate(dice.sample(begun, min(2, len(begun)))):
            ground.book.add(
                "answer", person_id=neighbour.id, subject=f"project:{project.id}",
                because=ANSWERS[(turn + place) % len(ANSWERS)], made_at=ground.ago(dice, LONGEST),
            )  # fmt: skip
        if turn % 4 == 0:
            ground.book.add(
                "switched_off", person_id=neighbour.id, subject=SWITCHED[turn // 4 % len(SWITCHED)].value,
                made_at=ground.ago(dice, LONGEST),
            )  # fmt: skip
