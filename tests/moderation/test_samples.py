"""The sample pages of the moderation answer whoever may see them."""

import pytest

from tests.more import moderation
from tests.page import PageClient
from tests.street import Street

MAY = {"/reports": ("dora", "gita"), "/where-it-stands": ("chidi", "bilal"), "/help-first": ("chidi",)}


@pytest.mark.parametrize("who", ["bilal", "chidi", "dora", "gita"])
def test_they_answer(street: Street, client: PageClient, who: str) -> None:
    ids = moderation.things(street)
    client.become(street.person(who))
    for state in moderation.STATES:
        path = state.format(**ids)
        may = next((names for start, names in MAY.items() if path.startswith(start)), (who,))
        if who in may:
            assert client.get(path).status_code == 200, path
