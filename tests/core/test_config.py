"""Settings: what is read, what is refused."""

from pathlib import Path

import pytest

from participate.core import config

KEY = "k" * 40


def test_a_fresh_machine_needs_nothing(tmp_path: Path) -> None:
    settings = config.read({"PARTICIPATE_DATA": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path}/participate.db"
    assert settings.demo
    assert settings.letters_on_page
    assert len(settings.secret_key) >= 32


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = config.read({"PARTICIPATE_DATA": str(tmp_path)}).secret_key
    assert config.read({"PARTICIPATE_DATA": str(tmp_path)}).secret_key == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"PARTICIPATE_ENV": "production"}, "SECRET_KEY must be set"),
        ({"SECRET_KEY": "dev"}, "at least 32"),
        ({"PARTICIPATE_ENV": "staging", "SECRET_KEY": KEY}, "PARTICIPATE_ENV"),
        ({"PORT": "eighty"}, "PORT"),
        ({"PORT": "70000"}, "PORT"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"WEB_PROCESSES": "0"}, "WEB_PROCESSES"),
    ],
)
def test_wrong_settings_are_refused_by_name(tmp_path: Path, given: dict[str, str], words: str) -> None:
    with pytest.raises(config.BadSetting, match=words):
        config.read({"PARTICIPATE_DATA": str(tmp_path)} | given)


@pytest.mark.parametrize(
    ("given", "demo"),
    [
        ({}, True),
        ({"DATABASE_URL": "postgresql://x/y"}, False),
        ({"DATABASE_URL": "postgresql://x/y", "DEMO": "1"}, True),
        ({"DEMO": "0"}, False),
        ({"PARTICIPATE_ENV": "production", "SECRET_KEY": KEY}, False),
    ],
)
def test_when_the_demo_is_made(tmp_path: Path, given: dict[str, str], demo: bool) -> None:
    assert config.read({"PARTICIPATE_DATA": str(tmp_path)} | given).demo is demo


@pytest.mark.parametrize(
    ("given", "on_page", "can_text"),
    [
        ({}, True, True),
        ({"SMTP_URL": "smtp://localhost:25"}, False, False),
        ({"PARTICIPATE_ENV": "production", "SECRET_KEY": KEY}, False, False),
    ],
)
def test_where_letters_go(tmp_path: Path, given: dict[str, str], on_page: bool, can_text: bool) -> None:
    settings = config.read({"PARTICIPATE_DATA": str(tmp_path)} | given)
    assert (settings.letters_on_page, settings.can_text) == (on_page, can_text)


def test_a_postgresql_address_gets_its_driver(tmp_path: Path) -> None:
    settings = config.read({"PARTICIPATE_DATA": str(tmp_path), "DATABASE_URL": "postgres://u@h/d"})
    assert settings.database_url == "postgresql+psycopg://u@h/d"
    assert not settings.on_sqlite
