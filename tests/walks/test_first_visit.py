"""A stranger says one sentence, sees what goes with it, joins to keep it, and offers to help."""

import re
import time

from flask import Flask
from sqlalchemy import select

from participate.core.db import db
from participate.core.mail import list_laid
from participate.matching import engine
from participate.outbox import service as outbox
from participate.profiles.models import Posting
from participate.projects.models import TeamRequest
from participate.projects.words import RequestStatus
from tests.page import PageClient
from tests.street import Street

SENTENCE = "I like baking bread and could show someone how to mend a coat"


def newest_code(app: Flask) -> str:
    outbox.run_due()
    laid = list_laid(app.extensions["settings"].data / "letters", 500)
    return re.search(r"\b(\d{6})\b", laid[0].body).group(1)


def test_from_a_sentence_to_a_team_request(app: Flask, street: Street, client: PageClient) -> None:
    # Signed out: one sentence brings a project, a session and a neighbour, each with a reason.
    found = client.get("/find", query_string={"say": SENTENCE})
    assert found.status_code == 200
    for words in ("Mend Club", "Bring it broken, take it home working", "Chidi"):
        assert words in found.text
    assert "<mark>" in found.text
    assert "Okafor" not in found.text, "a neighbour is shown by first name only"
    assert "I like baking bread</" not in found.text, "nor by her own words"

    # Keeping it leads to joining; nothing typed is lost, nothing typed is in an address.
    kept = client.send("/keep", {"say": SENTENCE, "kind": "interest"}, page=f"/find?say={SENTENCE}")
    assert kept.headers["Location"] == "/join"
    assert SENTENCE in client.get("/join").text
    form = {"name": "Hana Novak", "contact": "hana@example.org", "ward": str(street.ward.id), "adult": "y"}
    assert client.send("/join", form).headers["Location"] == "/code"
    assert client.send("/code", {"code": newest_code(app)}).headers["Location"] == "/for-you"

    # Both lines are hers now, and bring the same project.
    said = db.session.execute(select(Posting.kind, Posting.words).order_by(Posting.id)).all()[1:]
    assert [(kind.value, words) for kind, words in said] == [
        ("interest", "baking bread"),
        ("skill", "mend a coat"),
    ]
    assert "Mend Club" in client.get("/for-you").text

    # "I'd like to help" is recorded, and the team is told.
    project = client.get(f"/projects/{street.project.id}")
    assert f"/projects/{street.project.id}/help" in project.text
    asked = client.send(f"/projects/{street.project.id}/help", {"words": "I can do Saturdays."})
    assert asked.status_code == 303
    request = db.session.scalar(select(TeamRequest))
    assert (request.status, request.words) == (RequestStatus.ASKED, "I can do Saturdays.")
    outbox.run_due()
    assert "amina@example.org" in [each.to for each in list_laid(app.extensions["settings"].data / "letters", 500)]


def test_a_new_line_is_found_by_the_neighbour_at_once(app: Flask, street: Street, client: PageClient) -> None:
    other = app.test_client().become(street.amina)
    client.become(street.bilal)
    client.send("/keep", {"say": "I can show someone how to juggle", "kind": "skill"}, page="/find?say=juggle")
    other.send("/keep", {"say": "I would like to juggle", "kind": "interest"}, page="/find?say=juggle")
    time.sleep(engine.LOOK_EVERY)  # each process looks at the trail a few times a second
    assert "Bilal" in other.get("/for-you").text
