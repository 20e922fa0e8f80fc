"""Every page of lending in every state, for each of the cast: whole for whoever may see it, a wall for the others."""

import pytest

from tests.more import lending
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street

PUBLIC = ("/materials/{kit_id}", "/materials/{late_thing_id}", "/materials/{busy_id}", "/materials/{shelf_id}")
KEEPERS_PAGES = (
    "/materials/{kit_id}/lend", "/materials/{kit_id}/label", "/materials/{kit_id}/parts", "/materials/{kit_id}/shown",
    "/materials/{kit_id}/hand-out", "/loans/{agreed_loan_id}/out", "/loans/{out_loan_id}/back",
    "/loans/{out_loan_id}/lost",
)  # fmt: skip
KEEPERS = ("chidi", "dora", "gita")
SECRET = "Thursday from 5pm at the Shop."


@pytest.mark.parametrize("name", CAST)
def test_every_state_is_a_page_or_a_wall(street: Street, client: PageClient, name: str) -> None:
    known = lending.things(street)
    client.become(street.person(name))
    for state in lending.STATES:
        path = state.format(**{key: value for key, value in known.items() if ":" not in key})
        answer = client.get(path)
        assert answer.status_code in (200, 303, 403, 404), path
        if state in PUBLIC:
            assert answer.status_code == 200, path


@pytest.mark.parametrize("name", CAST)
def test_what_only_keepers_do(street: Street, client: PageClient, name: str) -> None:
    known = lending.things(street)
    client.become(street.person(name))
    for page in KEEPERS_PAGES:
        answer = client.get(page.format(**{key: value for key, value in known.items() if ":" not in key}))
        outside = (303,) if name in ("stranger", "femi") else (403, 404)
        assert answer.status_code in ((200,) if name in KEEPERS else outside), page


@pytest.mark.parametrize("name", CAST)
def test_a_loan_is_a_secret_of_its_two_sides(street: Street, client: PageClient, name: str) -> None:
    """Bilal has it agreed with Chidi. How to get it is read by the two sides and staff; nobody else knows of it."""
    known = lending.things(street)
    answer = client.become(street.person(name)).get(f"/loans/{known['agreed_loan_id']}")
    sides = ("bilal", *KEEPERS)
    outside = 303 if name in ("stranger", "femi") else 404
    assert answer.status_code == (200 if name in sides else outside)
    assert (SECRET in answer.text) is (name in sides)


@pytest.mark.parametrize("name", CAST)
def test_nobody_learns_who_has_it(street: Street, client: PageClient, name: str) -> None:
    """“1 is out”, never “Amina has it”."""
    known = lending.things(street)
    page = client.become(street.person(name)).get(f"/materials/{known['late_thing_id']}").text
    main = page[page.index("<main") : page.index("</main>")]
    assert "It is out, and a little late." in main
    assert "Amina" not in main.replace("Amina’s", "")


@pytest.mark.parametrize(
    ("name", "path"),
    [("amina", "/loans"), ("chidi", "/lending"), ("dora", "/lending"), ("chidi", "/materials/{kit_id}/scan"),
     ("amina", "/materials/{busy_id}"), ("amina", "/loans/{loan_id}"), ("chidi", "/loans/{loan_id}"),
     ("amina", "/materials/{points_kit_id}/borrow"), ("chidi", "/materials/labels")],
)  # fmt: skip
def test_pages_ask_little_of_the_database(street: Street, client: PageClient, name: str, path: str) -> None:
    known = lending.things(street)
    where = path.format(**{key: value for key, value in known.items() if ":" not in key})
    client.become(street.person(name))
    with count_statements() as counted:
        assert client.get(where).status_code == 200
    one = path.endswith("_id}")  # the page of one thing or loan says more than a list
    assert counted.number <= (14 if one else 12), counted.texts
