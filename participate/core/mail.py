"""Letters: mails by SMTP, texts by `core.texts`, or both laid on the local page when there is no sender."""

import json
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flask import current_app, render_template

from participate.core import clock, texts
from participate.core.config import Settings

TIMEOUT = 10  # seconds until a silent mail server counts as down (F-36)


class Unreachable(OSError):
    """The sender itself is down or lets nobody in: it lies at no letter, and no letter can go."""


@dataclass(frozen=True)
class Letter:
    """One mail (`channel` "mail") or text ("text") to one address. `key` is stable over repeats of the sending.

    `stop_url`: where one press ends letters of this kind (RFC 8058); "" where there is no such thing.
    """

    channel: str
    to: str
    subject: str
    body: str
    html: str
    key: str
    stop_url: str = ""


@dataclass(frozen=True, kw_only=True)
class LaidLetter(Letter):
    """A letter on the local page, with the moment it was laid there."""

    at: datetime


def compose(name: str, channel: str, to: str, key: str, facts: Mapping[str, object]) -> Letter:
    """The letter `templates/mail/<name>/`. A text uses `text.txt` alone."""
    if channel == "text":
        return Letter(channel, to, "", render_template(f"mail/{name}/text.txt", **facts).strip(), "", key)
    subject = " ".join(render_template(f"mail/{name}/subject.txt", **facts).split())
    body = render_template(f"mail/{name}/body.txt", **facts).strip() + "\n"
    html = render_template(f"mail/{name}/body.html", subject=subject, **facts)
    return Letter(channel, to, subject, body, html, key, str(facts.get("stop_url", "")))


def send(letter: Letter) -> None:
    """Send `letter`, or lay it on the local page.

    Raises Unreachable when the sender is down, smtplib.SMTPRecipientsRefused or texts.NumberRefused when the address
    is refused, OSError or smtplib.SMTPException when this letter could not go.
    """
    settings: Settings = current_app.extensions["settings"]
    if letter.channel == "text" and settings.text_url:
        try:
            texts.post(settings, letter.to, letter.body, letter.key)
        except texts.NoSender as error:
            raise Unreachable(str(error)) from None
    elif settings.letters_on_page:
        _lay(settings.data / "letters", letter)
    elif letter.channel == "mail" and settings.smtp_url:
        _post(settings, letter)
    else:
        raise OSError(f"no sender for a {letter.channel}")


def message_of(letter: Letter, sender: str, host: str) -> EmailMessage:
    """The mail itself. The Message-ID comes from the letter's key, so a repeat can be told from a new one."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Message-ID"] = f"<{letter.key}@{host}>"
    message["Date"] = clock.now()
    message["Auto-Submitted"] = "auto-generated"
    if letter.stop_url:
        message["List-Unsubscribe"] = f"<{letter.stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.body)
    message.add_alternative(letter.html, subtype="html")
    return message


def _post(settings: Settings, letter: Letter) -> None:
    message = message_of(letter, settings.mail_from, urlsplit(settings.public_url).hostname or "localhost")
    with _connect(settings.smtp_url) as smtp:
        smtp.send_message(message)


def _connect(url: str) -> smtplib.SMTP:
    """The mail server, ready to take a letter. Raises Unreachable."""
    server = urlsplit(url)
    secure, trust = server.scheme == "smtps", ssl.create_default_context()
    host, port = server.hostname or "", server.port or (465 if server.scheme == "smtps" else 25)
    try:
        smtp = (
            smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=trust)
            if secure
            else smtplib.SMTP(host, port, timeout=TIMEOUT)
        )
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(type(error).__name__) from error
    try:
        if not secure and server.scheme == "smtp+starttls":
            smtp.starttls(context=trust)
        if server.username:
            smtp.login(unquote(server.username), unquote(server.password or ""))
        smtp.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException) as error:
        smtp.close()
        raise Unreachable(type(error).__name__) from error
    return smtp


def _lay(folder: Path, letter: Letter) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stamp = clock.now()
    laid = asdict(letter) | {"at": stamp.isoformat()}
    # Written whole or not at all: the page may be reading the folder.
    draft = folder / f".{letter.key}.part"
    draft.write_text(json.dumps(laid), encoding="utf-8")
    draft.replace(folder / f"{stamp:%Y%m%dT%H%M%S%f}-{letter.key}.json")


def list_laid(folder: Path, most: int = 50) -> list[LaidLetter]:
    """The newest letters on the local page, newest first."""
    files = sorted(folder.glob("*.json"), reverse=True)[:most] if folder.is_dir() else []
    laid = []
    for file in files:
        facts = json.loads(file.read_text(encoding="utf-8"))
        laid.append(LaidLetter(**facts | {"at": datetime.fromisoformat(facts["at"])}))
    return laid


def forget_laid(folder: Path, before: datetime) -> None:
    """Take letters that were laid before that moment off the local page."""
    for file in folder.glob("*.json") if folder.is_dir() else ():
        if file.name < f"{before:%Y%m%dT%H%M%S%f}":
            file.unlink(missing_ok=True)
