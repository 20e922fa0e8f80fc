"""The page of one session."""

import pytest

from tests.page import PageClient
from tests.street import CAST, Street


@pytest.mark.parametrize("who", CAST)
def test_everybody_reads_it(street: Street, client: PageClient, who: str) -> None:
    page = client.become(street.person(who)).get(f"/sessions/{street.session.id}")
    assert page.status_code == 200
    assert "Bring it broken, take it home working" in page.text
    assert '<time datetime="2026-07-04T12:00+01:00">Saturday 4 July, 12pm to 2pm</time>' in page.text
