"""Texts over real HTTP, to a sender of our own that speaks the wire of GOV.UK Notify's API."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from participate.core import clock, config, texts
from tests.conftest import make_settings
from tests.core.fake_texts import KEY, SERVICE, TEMPLATE, Sender, serving
from tests.street import NOON

NUMBER, WORDS = "+447700900123", "Participate: a place is free – “Bread”."


@pytest.fixture
def sender() -> Iterator[Sender]:
    with serving(Sender()) as there:
        yield there


@pytest.fixture
def settings(tmp_path: Path, sender: Sender) -> config.Settings:
    return make_settings(tmp_path, "sqlite:///x.db", **sender.settings)


def test_a_text_goes_as_the_sender_wants_it(settings: config.Settings, sender: Sender) -> None:
    with clock.stop_at(NOON):
        texts.post(settings, NUMBER, WORDS, "7-abc")
    [text] = sender.texts
    assert text == {
        "phone_number": NUMBER, "template_id": TEMPLATE, "personalisation": {"body": WORDS}, "reference": "7-abc",
    }  # fmt: skip
    assert sender.claims == [{"iss": SERVICE, "iat": int(NOON.timestamp())}] * 2
    assert sender.faults == []


def test_what_the_sender_has_already_is_not_sent_again(settings: config.Settings, sender: Sender) -> None:
    for _again in range(3):
        texts.post(settings, NUMBER, WORDS, "7-abc")
    texts.post(settings, NUMBER, WORDS, "8-def")
    assert [text["reference"] for text in sender.texts] == ["7-abc", "8-def"]


def test_a_text_that_was_taken_without_a_word_is_not_sent_again(settings: config.Settings, sender: Sender) -> None:
    sender.dies = True
    with pytest.raises(texts.NoSender):
        texts.post(settings, NUMBER, WORDS, "7-abc")
    sender.dies = False
    texts.post(settings, NUMBER, WORDS, "7-abc")
    assert len(sender.texts) == 1


@pytest.mark.parametrize(
    ("status", "error", "raised"),
    [
        (400, "ValidationError", texts.NumberRefused),
        (400, "BadRequestError", texts.NumberRefused),
        (403, "AuthError", texts.NoSender),
        (429, "RateLimitError", texts.NoSender),
        (429, "TooManyRequestsError", texts.NoSender),
        (500, "Exception", texts.NoSender),
        (503, "Exception", texts.NoSender),
        (301, "Moved", texts.NoSender),
    ],
)
def test_what_its_answers_mean(
    settings: config.Settings, sender: Sender, status: int, error: str, raised: type[Exception]
) -> None:
    sender.answer = (status, error)
    with pytest.raises(raised) as failed:
        texts.post(settings, NUMBER, WORDS, "7-abc")
    assert "077" not in str(failed.value), "no number in an error"
    assert sender.texts == []


def test_a_wrong_key_is_told_from_a_wrong_number(settings: config.Settings, sender: Sender) -> None:
    wrong = replace(settings, text_key=KEY[:-1] + "1")
    with pytest.raises(texts.NoSender, match="403"):
        texts.post(wrong, NUMBER, WORDS, "7-abc")


def test_a_sender_that_is_away(settings: config.Settings) -> None:
    with pytest.raises(texts.NoSender):
        texts.post(replace(settings, text_url="http://127.0.0.1:9"), NUMBER, WORDS, "7-abc")


GOOD = {"TEXT_URL": "https://texts.example.org/", "TEXT_KEY": KEY, "TEXT_TEMPLATE": TEMPLATE}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"TEXT_KEY": ""}, "TEXT_KEY must be set too"),
        ({"TEXT_KEY": "", "TEXT_TEMPLATE": ""}, "TEXT_KEY and TEXT_TEMPLATE"),
        ({"TEXT_URL": ""}, "TEXT_URL must be set too"),
        ({"TEXT_KEY": "tests-secret"}, "two UUIDs"),
        ({"TEXT_TEMPLATE": "hello"}, "TEXT_TEMPLATE must be the UUID"),
        ({"TEXT_RECEIPT_KEY": "short"}, "at least 32"),
        ({"TEXT_URL": "http://texts.example.org", "PARTICIPATE_ENV": "production"}, "https://"),
    ],
)
def test_a_half_set_sender_is_refused_by_name(tmp_path: Path, changed: dict[str, str], words: str) -> None:
    with pytest.raises(config.BadSetting, match=words):
        make_settings(tmp_path, "sqlite:///x.db", **(GOOD | changed))


def test_with_a_sender_texts_can_go(tmp_path: Path) -> None:
    settings = make_settings(tmp_path, "sqlite:///x.db", PARTICIPATE_ENV="production", **GOOD)
    assert settings.can_text
    assert not settings.can_mail
    assert settings.text_url == "https://texts.example.org"
