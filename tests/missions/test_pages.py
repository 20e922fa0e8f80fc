"""Every page of partners, pledges and missions, asked as each of the cast."""

import pytest
from flask import Flask

from participate.core.db import db
from tests.more import partners
from tests.page import PageClient
from tests.samples import ARGUMENTS
from tests.statements import count_statements
from tests.street import CAST, Street

STAFF = {"dora", "gita"}
PARTNER = {"bilal", *STAFF}  # Bilal speaks for the school; staff may change its page
LEADS = {"amina", *STAFF}
SIGNED_IN = set(CAST) - {"stranger", "femi"}
WHO = {
    "missions.index": set(CAST), "missions.mission": set(CAST), "organisations.pledges": set(CAST),
    "organisations.organisation": set(CAST), "missions.new": {"bilal", "efua", *STAFF}, "missions.edit": STAFF,
    "missions.learnt": STAFF, "missions.join": SIGNED_IN, "missions.stage": LEADS, "missions.report": {"bilal"},
    "missions.pledge": {"bilal"}, "organisations.invites": PARTNER, "organisations.speak_for": SIGNED_IN,
    "organisations.new_pledge": PARTNER, "organisations.pledge": PARTNER, "organisations.edit_pledge": PARTNER,
    "organisations.given": PARTNER, "organisations.came": PARTNER, "organisations.help": PARTNER,
    "projects.pledge_for_need": {"bilal"}, "projects.pledge": {"bilal"},
    "projects.pledges": {"amina", "bilal", *STAFF},
}  # fmt: skip


@pytest.fixture
def paths(app: Flask, street: Street) -> dict[str, str]:
    """Endpoint → a page of it on the street."""
    ids = partners.things(street) | {argument: getattr(street, name).id for argument, name in ARGUMENTS.items()}
    found = {}
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if rule.endpoint in WHO:
                values = {each: ids.get(f"{rule.endpoint}:{each}", ids.get(each)) for each in rule.arguments}
                found[rule.endpoint] = app.url_for(rule.endpoint, **values)
    db.session.commit()
    assert set(found) == set(WHO)
    return found


@pytest.mark.parametrize("name", CAST)
def test_who_enters(street: Street, client: PageClient, paths: dict[str, str], name: str) -> None:
    client.become(street.person(name))
    for endpoint, path in paths.items():
        status = client.get(path).status_code
        assert (status == 200) is (name in WHO[endpoint]), (path, status)
        assert status in (200, 303, 403, 404), (path, status)


@pytest.mark.parametrize("name", ["stranger", "bilal", "dora"])
def test_no_page_asks_much(street: Street, client: PageClient, paths: dict[str, str], name: str) -> None:
    client.become(street.person(name))
    if name != "stranger":
        client.get(paths["organisations.help"])  # the matcher's index is built by the first question
    much = {}
    for path in [path for endpoint, path in paths.items() if name in WHO[endpoint]]:
        with count_statements() as counted:
            client.get(path)
        if counted.number > 12:
            much[path] = [each.split("FROM")[-1].split()[0] for each in counted.texts]
    assert not much
