"""Opening hours as people write them."""

from datetime import time

import pytest

from participate.core.errors import RuleBroken
from participate.places.rules.hubs import NotAnHour
from participate.spaces.rules import HoursMissing
from participate.spaces.rules.typed_hours import AmOrPm, stretches_of

NIGHT = time()


@pytest.mark.parametrize(
    ("typed", "stretches"),
    [
        ("", []),
        ("closed", []),
        (" Closed ", []),
        ("9am to 5pm", [(time(9), time(17))]),
        ("9am-5pm", [(time(9), time(17))]),
        ("9am – 5.30pm", [(time(9), time(17, 30))]),
        ("9 to 5", [(time(9), time(17))]),
        ("9-12", [(time(9), time(12))]),
        ("10 to 11", [(time(10), time(11))]),
        ("9am to 5", [(time(9), time(17))]),
        ("2 to 5pm", [(time(14), time(17))]),
        ("9 to 5pm", [(time(9), time(17))]),
        ("9 to noon", [(time(9), time(12))]),
        ("12 to 4", [(time(12), time(16))]),
        ("09:00 to 17:00", [(time(9), time(17))]),
        ("9:30 until 17:00", [(time(9, 30), time(17))]),
        ("18:00 - 24:00", [(time(18), NIGHT)]),
        ("6pm to midnight", [(time(18), NIGHT)]),
        ("6pm to 2am", [(time(18), time(2))]),  # past midnight: cut there by `week_of`
        ("all day", [(NIGHT, NIGHT)]),
        ("9am to 1pm, 2pm to 5pm", [(time(9), time(13)), (time(14), time(17))]),
        ("9am to 1pm and 2pm to 5pm", [(time(9), time(13)), (time(14), time(17))]),
        ("9-1; 2pm-5pm", [(time(9), time(13)), (time(14), time(17))]),
        ("NOON TO 3PM", [(time(12), time(15))]),
    ],
)
def test_what_is_meant(typed: str, stretches: list[tuple[time, time]]) -> None:
    assert stretches_of(typed) == stretches


@pytest.mark.parametrize(
    ("typed", "broken"),
    [
        ("9am", HoursMissing),
        ("9am to", HoursMissing),
        ("to 5pm", HoursMissing),
        ("mornings", HoursMissing),
        ("9am to late", NotAnHour),
        ("25:00 to 26:00", NotAnHour),
        ("9am to 1pm to 5pm", NotAnHour),
        ("13pm to 14pm", NotAnHour),
        ("0am to 5pm", NotAnHour),
        ("99 to 5", NotAnHour),
        ("6 to 9", AmOrPm),
        ("1 to 5", AmOrPm),
        ("9am to 5pm, hello to you", NotAnHour),
        ("٩ to ٥", NotAnHour),
        ("<script> to 5", NotAnHour),
        ("-" * 5_000, NotAnHour),
        ("🍞", HoursMissing),
    ],
)
def test_what_cannot_be_read_is_said(typed: str, broken: type[RuleBroken]) -> None:
    with pytest.raises(broken):
        stretches_of(typed)
