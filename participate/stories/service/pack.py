"""The hand-over pack: a ZIP of files that open without this site, made in memory."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from flask import render_template
from flask_babel import gettext as _
from icalendar import Calendar, Event

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.i18n import date_line, time_span
from participate.core.text import first_name
from participate.projects.models import Project, SafetyCheck, TeamMember
from participate.projects.rules.care import care_lines
from participate.projects.rules.safety import checklist
from participate.projects.words.safety import Allergen, Risk
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus
from participate.spaces.models import Space
from participate.stories import queries, rules

MOST_STORIES = 200


def set_consent(member: TeamMember, *, agreed: bool) -> None:
    """Somebody of the team says whether her own contact may go into the pack."""
    member.pack_contact = agreed
    record(member.person_id, "agreed" if agreed else "disagreed", "pack", member.project_id)
    db.session.flush()


def make_pack(actor_id: int, project: Project) -> bytes:
    """The ZIP of a project. The audit notes who took it. Raises PackTooLarge."""
    files = _files(project)
    rules.check_size(len(words.encode()) for words in files.values())
    record(actor_id, "packed", "project", project.id)
    out, at = io.BytesIO(), clock.local(clock.now()).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, words in files.items():
            packed.writestr(zipfile.ZipInfo(name, date_time=at), words.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(project: Project) -> dict[str, str]:
    """Name of the file → what stands in it."""
    sessions = queries.list_sessions(project.id)
    told = queries.list_whole(project.id, MOST_STORIES)
    today = clock.today()
    return {
        "README.txt": render_template("stories/pack/readme.txt", project=project, today=today),
        "how-to.html": _how_to(project, sessions),
        "inventory.csv": _inventory(project),
        "contacts.csv": _contacts(project),
        "sessions.csv": _held(project, sessions),
        "sessions.ics": _calendar(project, sessions),
        "stories.html": render_template("stories/pack/stories.html", project=project, stories=told, today=today),
    }


def _how_to(project: Project, sessions: Sequence[Session]) -> str:
    flags = project.recipe.flags if project.recipe else ""
    safety = queries.find_safety(project.id)
    last = next((each for each in reversed(sessions) if each.status is SessionStatus.PLANNED), None)
    return render_template(
        "stories/pack/how_to.html",
        project=project,
        weeks=queries.list_weeks(project.id),
        met=queries.list_met(project.id),
        care=[*care_lines(flags), *(_thought_of(safety) if safety else ())],
        allergens=[_(Allergen(each).label) for each in safety.allergens] if safety else [],
        last=last,
        today=clock.today(),
    )


def _thought_of(safety: SafetyCheck) -> list[str]:
    """The lines of the host's list, ticked or not: whoever carries on must think of them again."""
    return [words for _key, words in checklist([Risk(each) for each in safety.risks])]


def _inventory(project: Project) -> str:
    rows: list[Sequence[object]] = [
        (_(need.kind.label), need.words, "", date_line(need.met_at) if need.met_at else "")
        for need in queries.list_met(project.id)
    ]
    rows += [(_("A space"), space.name, keeper_of(space), "") for space in queries.list_spaces(project.id)]
    return rules.csv_of((_("What it is"), _("In words"), _("From whom"), _("Found on")), rows)


def keeper_of(space: Space) -> str:
    """Whose it is: an organisation, a hub, or a person by first name."""
    if space.organisation is not None:
        return space.organisation.name
    if space.keeper is not None:
        return first_name(space.keeper.name)
    return space.hub.name if space.hub else ""


def _contacts(project: Project) -> str:
    agreed = [each for each in queries.list_consents(project.id) if each.agreed]
    rows = ((each.name, _(each.part.label), each.contact) for each in agreed)
    return rules.csv_of((_("Name"), _("Part"), _("Contact")), rows)


def _held(project: Project, sessions: Iterable[Session]) -> str:
    heads, now = queries.count_heads(project.id), clock.now()
    heading = (_("Day"), _("Time"), _("Name"), _("Where"), _("What became of it"), _("How many came"))
    rows = (
        (
            date_line(each.starts_at), time_span(each.starts_at, each.ends_at), each.name, place_of(each),
            _became(each, now), _band(heads.get(each.id, 0)),
        )
        for each in sessions
    )  # fmt: skip
    return rules.csv_of(heading, rows)


def _band(heads: int) -> str:
    band = rules.band_of(heads)
    return _(band.label) if band else ""


def _became(session: Session, now: datetime) -> str:
    if session.status is SessionStatus.CANCELLED:
        return _("Cancelled")
    return _("Held") if session.starts_at <= now else _("Planned")


def place_of(session: Session) -> str:
    """Where it is, in words; of somebody's home only the neighbourhood."""
    space = session.space
    if space is not None and space.at_home:
        return session.ward.name if session.ward else ""
    if space is not None and space.hidden_at is None:
        return space.name
    return session.hub.name if session.hub else session.place_note


def _calendar(project: Project, sessions: Iterable[Session]) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//Participate//Hand-over pack//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", project.name)
    for each in sessions:
        calendar.add_component(_event(each))
    return calendar.to_ical().decode()


def _event(session: Session) -> Event:
    event = Event()
    event.add("uid", f"session-{session.id}@participate")
    event.add("dtstamp", session.changed_at)
    event.add("dtstart", session.starts_at)
    event.add("dtend", session.ends_at)
    event.add("summary", session.name)
    event.add("location", place_of(session))
    event.add("sequence", session.sequence)
    event.add("status", "CANCELLED" if session.status is SessionStatus.CANCELLED else "CONFIRMED")
    return event
