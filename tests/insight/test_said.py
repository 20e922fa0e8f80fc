"""Times and standings in words that a councillor reads."""

from participate.core import clock
from participate.core.db import db
from participate.insight.models import Commitment
from participate.insight.words import Shown
from tests.insight import published
from tests.insight.test_pages_overview import NEWEST, lay
from tests.insight.test_pages_wards import row
from tests.page import PageClient
from tests.street import Street


def test_two_times_are_two_as_soon_as_there_are(client: PageClient, street: Street) -> None:
    """Without a quarter of a year before: the one before the newest."""
    published.publish(months=6)
    page = client.become(street.efua).get("/figures/compare").text
    assert "April to June 2024 and July to September 2024" in page


def test_what_is_not_shown_is_not_called_few(client: PageClient, street: Street) -> None:
    """It can be large, and hidden for another's sake."""
    published.publish()
    lay("people", NEWEST, Shown.HIDDEN, None)
    more = {"period": NEWEST, "source": "Cabinet", "owner": "Head", "made_at": clock.now()}
    db.session.add(Commitment(measure="people", target=90, **more))
    db.session.commit()
    page = client.become(street.efua).get("/figures/commitments").text
    assert "Not shown, so we cannot say" in page
    assert "few to tell" not in page


def test_it_says_that_children_are_among_the_residents(client: PageClient, street: Street) -> None:
    assert "Children are among the residents" in client.get("/figures/how-we-count").text


def test_answers_stand_beside_the_census_before_anything_is_brought_in(client: PageClient, street: Street) -> None:
    published.publish()
    page = client.become(street.efua).get("/figures/questions").text
    assert row(page, "16 to 24")[3] == "15%", "25,048 of the 161,759 who are 16 or older"
