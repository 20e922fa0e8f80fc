"""Who has waited too long, for any hours of a hub: the same as asking for every moment by when it is answered."""

from datetime import datetime, time, timedelta

import pytest

from participate.core.clock import LONDON
from participate.desk.rules.waiting import late_before
from participate.places.rules.answer_days import answer_by

OPEN = (time(10), time(17))
HOURS = {
    "office": {},
    "Tuesday to Saturday": dict.fromkeys(range(1, 6), OPEN),
    "Wednesdays": {2: OPEN},
    "every day": dict.fromkeys(range(7), OPEN),
    "late on Fridays": {0: OPEN, 4: (time(12), time(21))},
}


@pytest.mark.parametrize("hours", HOURS.values(), ids=HOURS)
@pytest.mark.parametrize("hour", [0, 9, 16, 17, 20, 23])
def test_late_before(hours: dict[int, tuple[time, time]], hour: int) -> None:
    """Over a fortnight with the spring change of the clocks in it."""
    for day in range(14):
        now = datetime(2026, 3, 22, hour, 30, tzinfo=LONDON) + timedelta(days=day)
        edge = late_before(now, hours)
        for back in range(24 * 30):
            asked = now - timedelta(hours=back)
            assert (answer_by(asked, hours) < now) == (asked < edge), (now, asked, edge)
