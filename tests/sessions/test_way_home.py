"""Where a home is: a canary address, looked for on every page of a session, as each of the cast, over time."""

from datetime import timedelta

import pytest

from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.sessions import service
from participate.sessions.models import Session, SignUp
from participate.sessions.queries import token_of
from participate.sessions.service import When, Where
from participate.sessions.words import SignUpStatus
from participate.spaces.models import HomeAddress
from participate.spaces.words import BookingStatus, SpaceKind
from tests.page import PageClient
from tests.sessions.signing import letters, sign_up
from tests.spaces.build import build_space
from tests.street import CAST, NOON, Street, person

CANARY, DOOR = "17 Canary Close", "Ring at the green canary bell"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WHEN = When(NOON + 2 * DAY, NOON + 2 * DAY + 2 * HOUR)
TOLD = {"amina", "bilal", "chidi", "dora", "gita"}  # the team, who comes, and staff


def at_home(street: Street) -> Session:
    """Amina’s session in her own garden; Chidi comes."""
    garden = build_space(street, name="Amina’s garden", kind=SpaceKind.GARDEN, capacity=8)
    db.session.add(HomeAddress(space_id=garden.id, words=CANARY))
    made = service.plan(street.amina.id, street.project, WHEN, Where(garden))
    made.door = DOOR
    db.session.commit()
    sign_up(made, street.chidi)
    return made


def told(text: str) -> bool:
    return CANARY in text or DOOR in text


def pages(street: Street, session: Session) -> list[str]:
    page, project = f"/sessions/{session.id}", f"/projects/{street.project.id}"
    return [
        page, f"{page}.ics", f"{page}/sheet", f"{page}/coming", f"{page}/one-page", f"{page}/place", f"{page}/kit",
        f"{page}/poster", project, f"{project}/sessions.ics", "/programme", "/programme?view=season", "/",
        "/find?say=garden", f"/spaces/{session.space_id}", "/spaces", "/week", "/bookings",
        f"/bookings/{session.booking_id}", "/keeping",
    ]  # fmt: skip


@pytest.mark.parametrize("who", CAST)
def test_on_the_page_of_the_session(street: Street, client: PageClient, who: str) -> None:
    session = at_home(street)
    text = client.become(street.person(who)).get(f"/sessions/{session.id}").text
    assert (CANARY in text, DOOR in text) == ((who in TOLD,) * 2)


@pytest.mark.parametrize("who", [name for name in CAST if name not in TOLD])
@pytest.mark.parametrize("later", [timedelta(), 2 * DAY + HOUR, 3 * DAY, 10 * DAY])
def test_nowhere_else_for_anybody_else(street: Street, client: PageClient, who: str, later: timedelta) -> None:
    session = at_home(street)
    paths = pages(street, session)
    with clock.stop_at(NOON + later):
        client.become(street.person(who))
        assert [path for path in paths if told(client.get(path).text)] == []


@pytest.mark.parametrize("who", ["amina", "bilal", "chidi"])
def test_no_calendar_no_programme_no_poster_tells_it_to_those_who_know(
    street: Street, client: PageClient, who: str
) -> None:
    session = at_home(street)
    own = {f"/sessions/{session.id}", f"/spaces/{session.space_id}", f"/bookings/{session.booking_id}", "/keeping"}
    own |= {f"/sessions/{session.id}/one-page"} if who == "amina" else set()  # the host’s own page, for her pocket
    client.become(street.person(who))
    assert [path for path in pages(street, session) if path not in own and told(client.get(path).text)] == []


@pytest.mark.parametrize(
    ("later", "knows"),
    [(timedelta(), True), (2 * DAY + HOUR, True), (3 * DAY + 2 * HOUR, True), (3 * DAY + 3 * HOUR, False),
     (30 * DAY, False)],
)  # fmt: skip
def test_until_a_day_after(street: Street, client: PageClient, later: timedelta, knows: bool) -> None:
    session = at_home(street)
    link = f"/come/{token_of(db.session.query(SignUp).one())}"
    with clock.stop_at(NOON + later):
        assert told(client.get(link).text) is knows
        for who in ("amina", "bilal", "chidi"):
            assert told(client.become(street.person(who)).get(f"/sessions/{session.id}").text) is knows


@pytest.mark.parametrize("status", list(SignUpStatus))
def test_behind_a_secret_link_for_those_who_come(street: Street, client: PageClient, status: SignUpStatus) -> None:
    session = at_home(street)
    until = {"offered_until": NOON + HOUR} if status is SignUpStatus.OFFERED else {}
    made = sign_up(session, person("Hana Ali", street.ward), status, **until)
    text = client.get(f"/come/{token_of(made)}").text
    assert told(text) is (status in (SignUpStatus.GOING, SignUpStatus.LIKELY))


def test_a_guest_proved_nothing_and_hears_the_way_from_the_hub(street: Street, client: PageClient) -> None:
    session = at_home(street)
    guest = person("Hana Ali", street.ward)
    guest.kind = PersonKind.GUEST
    guest.contact_hash = "h" * 64
    db.session.commit()
    text = client.get(f"/come/{token_of(sign_up(session, guest))}").text
    assert not told(text)
    assert "The hub tells you the way." in text


@pytest.mark.parametrize("stands", [each for each in BookingStatus if each is not BookingStatus.AGREED])
def test_only_while_the_keeper_has_said_yes(street: Street, client: PageClient, stands: BookingStatus) -> None:
    session = at_home(street)
    assert session.booking is not None
    session.booking.status = stands
    db.session.commit()
    link = f"/come/{token_of(db.session.query(SignUp).one())}"
    assert not told(client.get(link).text)
    assert not told(client.become(street.chidi).get(f"/sessions/{session.id}").text)


def test_not_of_one_that_is_cancelled(street: Street, client: PageClient) -> None:
    session = at_home(street)
    service.cancel(street.amina.id, session, "Rain.")
    db.session.commit()
    assert not told(client.become(street.chidi).get(f"/sessions/{session.id}").text)


def test_no_letter_tells_it(street: Street) -> None:
    session = at_home(street)
    service.choose_buddy(street.amina.id, session, street.bilal.id)
    service.change(
        street.amina.id, session, When(WHEN.starts_at + HOUR, WHEN.ends_at + HOUR), Where(session.space),
        service.facts_of(session),
    )  # fmt: skip
    found = letters()
    assert len(found) >= 2
    assert not any(told(each.body + each.html + each.subject) for each in found)
