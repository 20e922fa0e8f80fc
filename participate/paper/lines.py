"""What paper and messages say, in a line: short addresses, places, the text to send on."""

from dataclasses import dataclass
from urllib.parse import quote

from flask import current_app, url_for
from flask_babel import gettext as _

from participate.core.i18n import cost_line, date_time_line, minutes_line
from participate.core.text import shorten
from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from participate.projects.models import Project, Recipe
from participate.sessions.models import Session

MESSAGE_TEXT = 200  # letters of what it is about


@dataclass(frozen=True)
class ShortLink:
    """A short address: `address` in full, `words` as it is read off a wall (`host` and `code`), `picture` its QR."""

    address: str
    host: str
    code: str
    picture: str

    @property
    def words(self) -> str:
        return f"{self.host}/s/{self.code}"


@dataclass(frozen=True)
class Message:
    """A text to send on, and the address that opens it in WhatsApp."""

    text: str
    whatsapp: str


def site_address() -> str:
    """Where the site is, as the world outside calls it, without a slash at the end."""
    address: str = current_app.extensions["settings"].public_url
    return address


def short_link(kind: str, thing_id: int, channel: str) -> ShortLink:
    """The short address of a thing on a channel. Asks nothing of the database and changes nothing."""
    code = code_of(Target(LinkKind(kind), thing_id, Channel(channel)))
    address = site_address() + url_for("paper.follow", code=code)
    return ShortLink(address, site_address().split("://", 1)[-1], code, url_for("paper.qr", code=code))


def beside(name: str, address: str) -> str:
    """What an address says that the name does not: “Dagenham” beside “The Shop, Church Elm Lane”."""
    return ", ".join(part for part in address.split(", ") if part and part not in name)


def place_lines(session: Session) -> list[str]:
    """Where a session is, for paper: its name and street. A home shows its ward alone."""
    space = session.space if session.space and session.space.hidden_at is None else None
    if session.space is not None and session.space.at_home:
        near = [_("In %(ward)s", ward=session.ward.name)] if session.ward else []
        return [*near, _("Ask at the hub for the way")]
    name = space.name if space else session.hub.name if session.hub else ""
    address = (space.address if space else "") or (session.hub.address if session.hub else "")
    parts = [name, beside(name, address), session.place_note]
    ward = session.ward.name if session.ward else ""
    return [part.rstrip(".") for part in parts if part] or ([_("In %(ward)s", ward=ward)] if ward else [])


def access_words(session: Session) -> list[str]:
    """What a session is like to get to and be at: "Step-free", "Children welcome" …"""
    facts = (
        (session.step_free, _("Step-free")), (session.toilet, _("Toilet")), (session.children, _("Children welcome")),
        (session.quiet, _("Quiet")), (session.women_only, _("Women only")), (session.easy, _("An easy first step")),
    )  # fmt: skip
    return [words for so, words in facts if so]


def _message(*lines: str) -> Message:
    text = "\n".join(line for line in lines if line)
    return Message(text, f"https://wa.me/?text={quote(text)}")


def session_message(session: Session) -> Message:
    """A session as a text to send on: what, when, where, what it costs, and its short address."""
    cost = ". ".join([cost_line(session.cost_pence), *access_words(session)[:3]]) + "."
    home = _("You take home: %(thing)s", thing=session.take_home.rstrip(".")) + "." if session.take_home else ""
    link = short_link(LinkKind.SESSION, session.id, Channel.MESSAGE)
    when = date_time_line(session.starts_at, session.ends_at)
    asked = _("Come along: %(address)s", address=link.address)
    return _message(session.name, when, ", ".join(place_lines(session)), cost, home, asked)


def project_message(project: Project) -> Message:
    """A project as a text to send on."""
    time = _("One time takes %(time)s.", time=minutes_line(project.minutes)) if project.minutes else ""
    link = short_link(LinkKind.PROJECT, project.id, Channel.MESSAGE)
    about = shorten(project.about, MESSAGE_TEXT)
    cost = f"{cost_line(project.cost_pence)}. {time}".strip()
    return _message(project.name, about, cost, _("Have a look: %(address)s", address=link.address))


def recipe_message(recipe: Recipe) -> Message:
    """A recipe as a text to send on."""
    link = short_link(LinkKind.RECIPE, recipe.id, Channel.MESSAGE)
    question = _("Shall we start one near us? %(address)s", address=link.address)
    return _message(recipe.name, shorten(recipe.summary, MESSAGE_TEXT), question)
