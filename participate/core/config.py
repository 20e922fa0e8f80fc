"""Settings, read once from the environment and checked before anything starts."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KNOWN = {
    "CARE_ADULTS_PHONE", "CARE_CHILDREN_PHONE", "EXIT_URL",
    "DATABASE_URL", "DEMO", "FIGURES_LICENCE", "FIGURES_LICENCE_URL", "HOLD_FIRST_POSTS", "MAIL_FROM",
    "PARTICIPATE_DATA", "PARTICIPATE_ENV", "PORT", "REDIS_URL",
    "PUBLIC_URL", "SECRET_KEY", "SMTP_URL", "TEXT_KEY", "TEXT_RECEIPT_KEY", "TEXT_TEMPLATE", "TEXT_URL",
    "TRUSTED_HOSTS", "TRUSTED_PROXIES", "WEB_PROCESSES",
}  # fmt: skip
ENVIRONMENTS = ("development", "production", "test")
SHORTEST_KEY = 32
HARMLESS = "https://www.bbc.co.uk/weather"
LICENCE = "Open Government Licence v3.0"
LICENCE_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
_HEX = "[0-9a-fA-F]"
_ONE_UUID = f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}"
_UUID, _API_KEY = re.compile(_ONE_UUID), re.compile(f".*-{_ONE_UUID}-{_ONE_UUID}")


class BadSetting(Exception):
    """A setting is missing or wrong; the message says which and what would be right."""


@dataclass(frozen=True)
class Settings:
    """Everything that can be set from outside. `data` is the folder for what the product writes itself."""

    env: str
    data: Path
    database_url: str
    secret_key: str
    port: int
    demo: bool
    smtp_url: str
    mail_from: str
    redis_url: str
    public_url: str
    trusted_hosts: tuple[str, ...]
    trusted_proxies: int
    web_processes: int
    hold_first_posts: int  # of a new person, until staff have let so many through; 0: none is held for being new
    text_url: str = ""
    text_key: str = ""
    text_template: str = ""
    text_receipt_key: str = ""
    care_children_phone: str = ""  # of the council: whom to ring about a child, about a grown-up
    care_adults_phone: str = ""
    exit_url: str = ""  # a harmless page elsewhere, for whoever must leave in a hurry
    figures_licence: str = LICENCE  # under which everybody may use the open data
    figures_licence_url: str = LICENCE_URL

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")

    @property
    def https(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def letters_on_page(self) -> bool:
        """Whether mails and texts are shown on a local page instead of being sent."""
        return not self.smtp_url and self.env != "production"

    @property
    def can_mail(self) -> bool:
        """Whether a mail can reach anybody: by a server, or on the local page."""
        return bool(self.smtp_url) or self.letters_on_page

    @property
    def can_text(self) -> bool:
        """Whether a text message can reach anybody: by a sender, or on the local page."""
        return bool(self.text_url) or self.letters_on_page


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from `environ` (default: the process's own). Raises BadSetting."""
    given = os.environ if environ is None else environ
    env = given.get("PARTICIPATE_ENV", "development")
    if env not in ENVIRONMENTS:
        raise BadSetting(f"PARTICIPATE_ENV is “{env}”: choose one of {', '.join(ENVIRONMENTS)}.")
    data = Path(given.get("PARTICIPATE_DATA") or "instance").resolve()
    port = _whole(given, "PORT", 8000, 1, 65535)
    database_url = _database_url(given.get("DATABASE_URL", ""), data)
    return Settings(
        env=env,
        data=data,
        database_url=database_url,
        secret_key=_secret_key(given, env, data),
        port=port,
        demo=_demo(given),
        smtp_url=given.get("SMTP_URL", ""),
        mail_from=given.get("MAIL_FROM", "Participate <participate@localhost>"),
        redis_url=given.get("REDIS_URL", ""),
        public_url=given.get("PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
        trusted_hosts=tuple(h.strip() for h in given.get("TRUSTED_HOSTS", "").split(",") if h.strip()),
        trusted_proxies=_whole(given, "TRUSTED_PROXIES", 0, 0, 5),
        web_processes=_whole(given, "WEB_PROCESSES", 2, 1, 64),
        hold_first_posts=_whole(given, "HOLD_FIRST_POSTS", 3, 0, 20),
        care_children_phone=given.get("CARE_CHILDREN_PHONE", "").strip(),
        care_adults_phone=given.get("CARE_ADULTS_PHONE", "").strip(),
        exit_url=_exit_url(given.get("EXIT_URL", "").strip()),
        **_licence(given),
        **_text_sender(given, env),
    )


def _exit_url(url: str) -> str:
    if url and not url.startswith("https://"):
        raise BadSetting("EXIT_URL must start with https://: a harmless page elsewhere.")
    return url or HARMLESS


def _licence(given: Mapping[str, str]) -> dict[str, str]:
    """The licence of the open data: both its name and its address are given, or neither."""
    name, url = (given.get(key, "").strip() for key in ("FIGURES_LICENCE", "FIGURES_LICENCE_URL"))
    if not name and not url:
        return {}
    if not name or not url.startswith("https://"):
        raise BadSetting("FIGURES_LICENCE is a licence's name and FIGURES_LICENCE_URL its https:// address: set both.")
    return {"figures_licence": name, "figures_licence_url": url}


def _text_sender(given: Mapping[str, str], env: str) -> dict[str, str]:
    """The sender of texts, in the shape of GOV.UK Notify's API: all of address, key and template, or none."""
    names = ("TEXT_URL", "TEXT_KEY", "TEXT_TEMPLATE")
    url, key, template = (given.get(name, "").strip() for name in names)
    if not any((url, key, template)):
        return {}
    lacking = [name for name in names if not given.get(name, "").strip()]
    if lacking:
        raise BadSetting(f"{' and '.join(lacking)} must be set too: a sender of texts has all three.")
    if not url.startswith("https://") and env == "production":
        raise BadSetting("TEXT_URL must start with https://.")
    if not _API_KEY.fullmatch(key):
        raise BadSetting("TEXT_KEY must end in two UUIDs, the service's and the secret: name-service-secret.")
    if not _UUID.fullmatch(template):
        raise BadSetting("TEXT_TEMPLATE must be the UUID of a template with one place, ((body)).")
    receipts = given.get("TEXT_RECEIPT_KEY", "").strip()
    if receipts and len(receipts) < SHORTEST_KEY:
        raise BadSetting(f"TEXT_RECEIPT_KEY has {len(receipts)} characters: at least {SHORTEST_KEY} are needed.")
    return {
        "text_url": url.rstrip("/"), "text_key": key, "text_template": template, "text_receipt_key": receipts,
    }  # fmt: skip


def _demo(given: Mapping[str, str]) -> bool:
    """The demo is for trying out: on without a DATABASE_URL, or when asked for; never in production by itself."""
    if "DEMO" in given:
        return given["DEMO"] == "1"
    return "DATABASE_URL" not in given and given.get("PARTICIPATE_ENV", "development") == "development"


def _whole(given: Mapping[str, str], name: str, otherwise: int, least: int, most: int) -> int:
    text = given.get(name, "")
    if not text:
        return otherwise
    if not text.isdecimal() or not least <= int(text) <= most:
        raise BadSetting(f"{name} is “{text}”: it must be a whole number from {least} to {most}.")
    return int(text)


def _database_url(url: str, data: Path) -> str:
    if not url:
        return f"sqlite:///{data / 'participate.db'}"
    if url.startswith(("postgres://", "postgresql://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    if url.startswith(("sqlite:///", "postgresql+psycopg://")):
        return url
    raise BadSetting("DATABASE_URL must start with sqlite:/// or postgresql://.")


def _secret_key(given: Mapping[str, str], env: str, data: Path) -> str:
    key = given.get("SECRET_KEY", "")
    if key:
        if len(key) < SHORTEST_KEY:
            raise BadSetting(f"SECRET_KEY has {len(key)} characters: at least {SHORTEST_KEY} are needed.")
        return key
    if env == "production":
        raise BadSetting("SECRET_KEY must be set when PARTICIPATE_ENV is production.")
    return _kept_key(data / "secret_key")


def _kept_key(file: Path) -> str:
    """The key of this data folder, made at first need. Two processes that start at once agree on one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(handle, "w") as out:
        key = secrets.token_urlsafe(48)
        out.write(key)
    return key
