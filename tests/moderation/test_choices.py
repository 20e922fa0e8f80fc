"""Everything that staff can decide, what follows, who is told; and that somebody else answers when asked again."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from participate.accounts.words import PersonStatus, Role
from participate.core import clock
from participate.core.db import db
from participate.core.mail import LaidLetter
from participate.moderation import queries, service, things
from participate.moderation.models import Measure, Report
from participate.moderation.words import Choice, MeasureKind, ReportReason, ReportStatus
from participate.projects.models import Idea
from participate.stories.models import Story
from tests.moderation.conftest import Reported, newest
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, give

Letters = Callable[[], list[LaidLetter]]


def decide(client: PageClient, report_id: int, choice: str, **more: str) -> int:
    sent = {"choice": choice, "reason": "Not what we agreed.", "days": "7"} | more
    return client.send(f"/reports/{report_id}", sent).status_code


def only_measure() -> Measure:
    db.session.expire_all()
    return db.session.query(Measure).one()


def test_edit_with_the_author_and_it_comes_back(reported: Reported, client: PageClient, letters: Letters) -> None:
    report_id, dora, chidi = reported.report("idea"), reported.street.dora, reported.street.chidi
    assert decide(client.become(dora), report_id, "edit") == 303
    assert reported.is_hidden("idea")
    [letter] = letters()
    assert letter.subject == "Would you change something?"
    assert "Our reason: Not what we agreed." in letter.body
    client.become(chidi)
    assert "Please change it, and it comes back to us." in client.get("/where-it-stands").text
    client.send(f"/ideas/{reported.id_of('idea')}/edit", {"words": "A bench, for all"})
    back = newest("idea")
    assert (back.status, back.line) == (ReportStatus.OPEN, "Its author changed it, as we asked")
    assert reported.is_hidden("idea")
    assert decide(client.become(dora), back.id, "show") == 303, "it is no appeal: the same one may look"
    assert not reported.is_hidden("idea")


def test_remove_is_for_good_after_two_weeks(reported: Reported, client: PageClient, letters: Letters) -> None:
    assert decide(client.become(reported.street.dora), reported.report("story"), "remove") == 303
    assert letters()[0].subject == "We took something of yours down"
    with clock.stop_at(NOON + timedelta(days=13)):
        assert service.remove_old() == 0
    with clock.stop_at(NOON + timedelta(days=14)):
        assert service.remove_old() == 1
    assert db.session.query(Story).filter_by(title="Forty jars").count() == 0


def test_what_its_author_asks_about_is_not_removed_meanwhile(reported: Reported, client: PageClient) -> None:
    decide(client.become(reported.street.dora), reported.report("story"), "remove")
    client.become(reported.street.chidi).send(f"/ask-again/story/{reported.story.id}", {"words": "It is true."})
    with clock.stop_at(NOON + timedelta(days=30)):
        assert service.remove_old() == 0


def test_warned(reported: Reported, client: PageClient, letters: Letters) -> None:
    decide(client.become(reported.street.dora), reported.report("idea"), "warn")
    assert reported.is_hidden("idea")
    measure = only_measure()
    assert (measure.person_id, measure.kind) == (reported.street.chidi.id, MeasureKind.WARNED)
    assert any(f"/measures/{measure.id}/{queries.token_of(measure)}" in each.body for each in letters())
    assert client.become(reported.street.chidi).get("/mine").status_code == 200


def test_paused_she_is_out_at_once_and_back_when_it_is_over(
    app: Flask, reported: Reported, client: PageClient, letters: Letters
) -> None:
    hers = app.test_client().become(reported.street.chidi)
    assert hers.get("/mine").status_code == 200
    decide(client.become(reported.street.dora), reported.report("idea"), "suspend")
    assert hers.get("/mine").status_code == 303, "signed out with the next press"
    assert reported.street.chidi.status is PersonStatus.SUSPENDED
    assert any("you cannot take part until" in each.body for each in letters())
    with clock.stop_at(NOON + timedelta(days=8)):
        service.end_those_over()
        db.session.commit()
        assert any("Welcome back." in each.body for each in letters())
    assert reported.street.chidi.status is PersonStatus.ACTIVE


def test_she_asks_signed_out_and_somebody_else_answers(
    app: Flask, reported: Reported, client: PageClient, letters: Letters
) -> None:
    decide(client.become(reported.street.dora), reported.report("idea"), "suspend", days="0")
    measure = only_measure()
    path = f"/measures/{measure.id}/{queries.token_of(measure)}"
    assert app.test_client().get(f"/measures/{measure.id}/{'0' * 20}").status_code == 404
    stranger = app.test_client()
    assert stranger.send(path, {"words": "It was a joke."}).status_code == 303
    assert "You have asked already." in stranger.get(path).text
    asked = newest("measure")
    again = {"choice": "show", "reason": "I look again", "days": "7"}
    answer = client.send(f"/reports/{asked.id}", again, page="/ideas/new")
    assert answer.status_code == 409, "who decided does not decide again"
    assert decide(client.become(reported.street.gita), asked.id, "show") == 303
    assert only_measure().ended_at is not None
    assert reported.street.chidi.status is PersonStatus.ACTIVE
    assert any("took it back" in each.body for each in letters())


def test_nobody_pauses_a_colleague_but_an_admin(reported: Reported, client: PageClient) -> None:
    give(reported.street.chidi, Role.STAFF, "hub:1")
    db.session.commit()
    report_id = reported.report("idea")
    assert decide(client.become(reported.street.dora), report_id, "suspend") == 409
    assert not reported.is_hidden("idea"), "nothing of it happened"
    assert decide(client.become(reported.street.gita), report_id, "suspend") == 303


def test_one_at_a_time(app: Flask, reported: Reported, client: PageClient) -> None:
    report_id, page = reported.report("idea"), f"/reports/{reported.report('idea')}"
    client.become(reported.street.dora).send(f"/reports/{report_id}/in-hand", {}, page=page)
    assert "You have this in hand until" in client.get(page).text
    gita = app.test_client().become(reported.street.gita)
    assert "Dora has this in hand until" in gita.get(page).text
    assert "In hand: Dora" in gita.get("/reports").text
    assert decide(gita, report_id, "hide") == 409
    assert gita.send(f"/reports/{report_id}/in-hand", {}, page=page).status_code == 409
    client.send(f"/reports/{report_id}/in-hand", {"leave": "1"}, page=page)
    assert decide(gita, report_id, "hide") == 303


def test_the_most_urgent_comes_first(reported: Reported, client: PageClient) -> None:
    reported.report("material", reason=ReportReason.OTHER)
    reported.report("space", reason=ReportReason.UNKIND)
    reported.report("idea", reason=ReportReason.UNSAFE)
    assert [each.kind for each in queries.list_waiting(1).items] == ["idea", "space", "material"]
    text = client.become(reported.street.dora).get("/reports").text
    assert "Within the hour" in text
    assert "Within a day" in text


@pytest.mark.parametrize("who", CAST)
def test_the_table_for_a_regulator(reported: Reported, client: PageClient, who: str) -> None:
    report_id = reported.report("idea", by=reported.street.bilal.id, words="Bilal says it is rude")
    service.decide(reported.street.dora.id, db.session.get_one(Report, report_id), Choice.HIDE, "Rude to Chidi.")
    db.session.commit()
    answer = client.become(reported.street.person(who)).get("/reports/decisions.csv")
    assert answer.status_code == {"gita": 200, "stranger": 303, "femi": 303}.get(who, 404)
    if who == "gita":
        [heads, row] = list(csv.reader(io.StringIO(answer.text)))
        assert dict(zip(heads, row, strict=True))["decision"] == "hide"
        for told in ("Bilal", "bilal", "rude", "Rude", "Chidi", "bench"):
            assert told not in answer.text


@pytest.mark.parametrize("who", CAST)
def test_terms_are_for_everybody_and_in_every_footer(reported: Reported, client: PageClient, who: str) -> None:
    client.become(reported.street.person(who))
    assert "What is not allowed" in client.get("/terms").text
    assert 'href="/terms"' in client.get("/programme").text


def test_a_measure_is_nothing_to_report(reported: Reported, client: PageClient) -> None:
    decide(client.become(reported.street.dora), reported.report("idea"), "warn")
    assert client.get(f"/report/measure/{only_measure().id}").status_code == 404
    assert things.get("measure", only_measure().id).hidden


def test_statements(reported: Reported, client: PageClient) -> None:
    """The decide page, with all that came before; and what its author reads: twenty lines of many kinds."""
    report_id = _much_about_chidi(reported)
    client.become(reported.street.gita)
    with count_statements() as counted:
        assert "What came before" in client.get(f"/reports/{report_id}").text
    assert counted.number <= 12, counted.texts
    client.become(reported.street.chidi)
    with count_statements() as counted:
        text = client.get("/where-it-stands").text
    assert text.count('<li class="need">') == 20
    assert counted.number <= 12, counted.texts


def _much_about_chidi(reported: Reported) -> int:
    """Thirty ideas of his, each reported by two and decided, the last with a warning; one waits again. Its report."""
    chidi, dora = reported.street.chidi, reported.street.dora
    ideas = [Idea(words=f"Bench {each}", author_id=chidi.id, made_at=NOON, changed_at=NOON) for each in range(30)]
    db.session.add_all(ideas)
    db.session.flush()
    for number, idea in enumerate(ideas):
        for teller in (reported.street.amina, reported.street.bilal):
            told = service.report(teller.id, things.get("idea", idea.id), ReportReason.UNKIND, "Rude.")
        service.decide(dora.id, told, Choice.WARN if number > 24 else Choice.HIDE, "We are kind here.")
    for kind in ("update", "story", "pledge", "mission"):
        about = db.session.get_one(Report, reported.report(kind))
        service.decide(dora.id, about, Choice.HIDE, "We are kind here.")
    asked = service.ask_again(chidi.id, things.get("idea", ideas[-1].id), "It was a joke.")
    service.claim(dora.id, asked)
    db.session.commit()
    return asked.id
