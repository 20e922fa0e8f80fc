"""The letters of the projects, as a person reads them: by mail and as a text."""

import pytest
from flask import Flask, render_template

from participate.core.mail import compose
from tests.street import NOON, Street

ABOUT = {"project_id": 7, "project": "Mend Club"}
IDEA = {"idea_id": 3, "words": "A bench", "project_id": None}
REPLY = {"idea_id": 3, "idea": "A bench", "by": "Bilal"}
MEET = {
    "asker": "Amina", "asker_project_id": 7, "asker_project": "Mend Club", "other": "Bilal", "other_project_id": 8,
    "other_project": "Sew Club",
}  # fmt: skip
LETTERS = [
    ("help_asked", ABOUT | {"asker": "Chidi", "words": "I can sew."}, "Chidi would like to help", "/projects/7/team"),
    ("help_asked", ABOUT | {"asker": "Chidi", "words": ""}, "Chidi would like to help", "/projects/7/team"),
    ("help_answered", ABOUT | {"welcome": True, "task": ""}, "elcome", "/projects/7"),
    ("help_answered", ABOUT | {"welcome": False, "task": ""}, "cannot take anybody in just now", "/projects/7"),
    ("help_answered", ABOUT | {"welcome": True, "task": "Ring the school"}, "es please", "/projects/7/help"),
    ("task_done", ABOUT | {"doer": "Chidi", "task": "Ring the school"}, "Chidi did", "/projects/7"),
    ("safety_asked", ABOUT | {"due_at": NOON}, "waits for your yes", "/projects/7/safety/decide"),
    ("safety_answered", ABOUT | {"yes": True, "words": "Lovely."}, "says yes", "/projects/7/safety"),
    ("safety_answered", ABOUT | {"yes": False, "words": "Ask first."}, "change something", "/projects/7/safety"),
    ("team_part", ABOUT | {"part": "host"}, "host", "/projects/7"),
    ("team_part", ABOUT | {"part": "owner"}, "Mend Club", "/projects/7"),
    ("idea_new", {"idea_id": 3, "words": "A bench"}, "idea", "/ideas/3"),
    ("idea_answered", IDEA | {"outcome": "answered", "answer": "Come in."}, "The hub has answered", "/ideas/3"),
    ("idea_answered", IDEA | {"outcome": "closed", "answer": "Not now."}, "The hub has answered", "/ideas/3"),
    ("idea_answered", IDEA | {"outcome": "project", "answer": ""}, "become a project", "/ideas/3"),
    ("idea_reply", REPLY | {"kind": "join", "words": "", "own": True}, "Bilal", "/ideas/3"),
    ("idea_reply", REPLY | {"kind": "differently", "words": "By the school", "own": True}, "added to", "/ideas/3"),
    ("idea_reply", REPLY | {"kind": "worry", "words": "The noise", "own": False}, "added to an idea", "/ideas/3"),
    ("idea_reply_answered", {"idea_id": 3, "idea": "A bench", "answer": "Good."}, "answer to what you", "/ideas/3"),
    ("idea_grown", ABOUT | {"idea": "A bench"}, "project", "/projects/7"),
    ("start_ring", ABOUT | {"starter": "Bilal", "when": "", "ring_by_at": NOON}, "Bilal", "/projects/7"),
    ("start_ring", ABOUT | {"starter": "Bilal", "when": "Soon", "ring_by_at": NOON}, "Thursday 2 July", "/projects/7"),
    ("hosts_meet", MEET, "Amina and Bilal", "/projects/7"),
]


@pytest.mark.parametrize(("name", "facts", "said", "link"), LETTERS)
def test_each_way(app: Flask, street: Street, name: str, facts: dict[str, object], said: str, link: str) -> None:
    given = facts | {"person": street.chidi, "site": "https://participate.example"}
    with app.test_request_context(base_url="https://participate.example"):
        mail = compose(name, "mail", "a@example.org", "key", given)
        text = compose(name, "text", "07700900123", "key", given)
    assert mail.subject
    assert "\n" not in mail.subject
    for words in (mail.body, mail.html, text.body):
        assert f"https://participate.example{link}" in words
    assert said in mail.body + mail.subject
    assert said in text.body
    assert "Hello Chidi," in mail.body
    assert "None" not in mail.body + mail.html + text.body
    assert "\n\n\n\n" not in mail.body
    assert len(text.body) <= 320, "two text messages at most"


def test_words_of_others_are_escaped(app: Flask, street: Street) -> None:
    facts = ABOUT | {"asker": "Chidi", "words": "<script>alert(1)</script>", "person": street.amina, "site": "x"}
    with app.test_request_context(base_url="https://participate.example"):
        page = render_template("mail/help_asked/body.html", subject="x", **facts)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
