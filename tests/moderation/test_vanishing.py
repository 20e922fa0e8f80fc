"""What is hidden leaves the answers of the one box and every list, and comes back when it is shown again."""

import pytest
from flask import Flask

from participate.accounts.models import Person
from participate.core.db import db
from participate.funds.words import AskStatus
from participate.matching import engine, weekly
from participate.missions.words import MissionMeasure
from participate.moderation import queries, service
from participate.moderation.models import Report
from participate.moderation.words import Choice, ReportReason
from participate.notifications import service as notifications
from participate.notifications.words import Choice as Weekly
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.moderation.build import newcomer
from tests.moderation.canaries import OPEN, SAID, plant, told_on, word_of
from tests.moderation.conftest import Reported, judge_for
from tests.samples import Sample, crawl, ids_of
from tests.street import NOON

# Kind → what a stranger types, where it is listed, and the words by which she would know it.
SEEN = {
    "project": ("mend torn coats", ("/projects",), "Mend Club"),
    "session": ("bring it broken, take it home working", ("/programme", "/"), "Bring it broken"),
    "space": ("a kitchen with two ovens", ("/spaces",), "Kitchen at the Shop"),
    "material": ("a sewing machine", ("/materials",), "Sewing machine"),
}


@pytest.mark.parametrize("kind", sorted(SEEN))
def test_it_vanishes_everywhere(app: Flask, reported: Reported, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    said, lists, known_by = SEEN[kind]
    report_id, stranger = reported.report(kind), app.test_client()

    def seen(path: str) -> bool:
        return known_by in stranger.get(path, query_string={"say": said} if path == "/find" else {}).text

    def decide(choice: Choice) -> None:
        judge = judge_for(reported.street, kind)
        service.decide(judge.id, db.session.get_one(Report, report_id), choice, "We looked.")
        db.session.commit()

    pages = ("/find", *lists)
    before = {page: seen(page) for page in pages}
    assert all(before.values()), before
    decide(Choice.HIDE)
    assert {page: seen(page) for page in pages} == dict.fromkeys(pages, False)
    decide(Choice.SHOW)
    assert {page: seen(page) for page in pages} == before


def test_the_words_of_every_kind_are_gone_from_everywhere(
    app: Flask, reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that is open is hidden; in the next answers, whatever is asked, by a stranger or a neighbour who likes just
    that, stands no word of any of it: pages, feeds, files, the one box, suggestions, and her weekly mail.
    """
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    zara, words = _zara(reported), [word_of(kind) for kind in OPEN]
    ids = _make_room(reported)
    planted = plant(reported)
    with app.test_request_context():
        own = [Sample(thing.kind, thing.url) for thing in planted]
    samples = [*crawl(app, ids, always=("projects", "sessions", "stories")), *_asked(), *own]
    stranger, hers = app.test_client(), app.test_client().become(zara)
    before = {*told_on(hers, samples, words)}
    assert {word for _path, word in before} == set(words), "each of them is to be seen somewhere"
    assert any(path.endswith(".ics") for path, _word in before)
    assert any(word in _weekly(zara) for word in words)
    for thing in planted:
        judge = judge_for(reported.street, thing.kind)
        found = service.report(None, thing, ReportReason.UNKIND, "")
        service.decide(judge.id, queries.get_report(found.id), Choice.HIDE, "We looked.")
    db.session.commit()
    for client in (stranger, hers):
        told = sorted(told_on(client, samples, words))
        assert not told, "\n".join(f"{path}: {word}" for path, word in told)
    assert not [word for word in words if word in _weekly(zara)]


def _make_room(reported: Reported) -> dict[str, object]:
    """The samples beside it; what is open only after an answer has one. Returns the ids."""
    for twice in (reported.request, reported.photo):  # the samples have them too
        db.session.delete(twice)
    reported.mission.measure = MissionMeasure.OUTCOME
    asked = reported.fund_ask
    asked.status, asked.granted_pence, asked.decided_at = AskStatus.GRANTED, asked.pence, NOON
    db.session.commit()
    return ids_of(reported.street)


def _zara(reported: Reported) -> Person:
    """She likes pewter, and chose the weekly mail."""
    zara = newcomer(reported.street, days=400)
    profiles.add(zara.id, zara.id, PostingKind.INTEREST, f"I like {SAID}")
    notifications.choose(zara.id, zara.id, Weekly.WEEKLY)
    db.session.commit()
    return zara


def _asked() -> list[Sample]:
    """What is asked besides the samples."""
    return [Sample("", path) for path in (f"/find?say={SAID}", f"/find?say=I+like+{SAID}", "/mine", "/letters-to-me")]


def _weekly(person: Person) -> str:
    """What her weekly mail would say now."""
    made = weekly.compose_weekly(person)
    return str(made.facts) if made is not None else ""
