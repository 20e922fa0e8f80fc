"""Lines and links of the desk's pages, in words."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from participate.core.i18n import date_line, date_time_line, hour_line
from participate.desk.queries import Area, Counts, Waiting
from participate.desk.words import REPORTED, SOMEBODY, Risk, WaitKind
from participate.moderation.words import NOUNS
from participate.places.models import Hub

Chip = tuple[str, str, bool]
# Whose moment is when something is, not by when the hub answers.
_THEN = (WaitKind.HOSTLESS, WaitKind.PLACELESS)
# The note of a call is the name of a letter; of a project at risk, why it is.
_SILENT = (WaitKind.CALL, WaitKind.PROJECT)


def about(waiting: Waiting) -> str:
    """What is asked of the hub."""
    if waiting.kind is WaitKind.PROJECT and waiting.note:
        return _(waiting.note)
    return _(waiting.kind.about, who=waiting.who or _(SOMEBODY))


def detail(waiting: Waiting) -> str:
    """More about a waiting thing; "" where there is nothing to say."""
    if not waiting.note or waiting.kind in _SILENT:
        return ""
    if waiting.kind in REPORTED:
        return _(NOUNS.get(waiting.note, ""))
    if waiting.starts and waiting.ends:
        return f"{waiting.note}, {date_time_line(waiting.starts, waiting.ends)}"
    return _(waiting.note) if waiting.kind is WaitKind.HOST_RECORD else waiting.note


def when_line(waiting: Waiting) -> str:
    """Since when, and by when."""
    since, due = date_line(waiting.since), waiting.due
    if waiting.kind is WaitKind.LOAN_LATE:
        return _("It should have been back on %(day)s", day=since)
    if due is None:
        return _("Since %(day)s", day=since)
    if waiting.kind in _THEN:
        return _("It is on %(day)s at %(hour)s", day=date_line(due), hour=hour_line(due))
    if waiting.kind is WaitKind.HOST_RECORD:
        return _("It runs out on %(day)s", day=date_line(due))
    if waiting.risk is Risk.NOW:
        return _("By %(day)s, %(hour)s", day=date_line(due), hour=hour_line(due))
    return _("Since %(day)s, answer by %(due)s", day=since, due=date_line(due))


def tab_lines(counts: Counts, kind: WaitKind | None, mine: bool, kept: dict[str, object]) -> list[Chip]:
    """The tabs over the queue: all, what the reader has in hand, each kind that waits."""
    rest: dict[str, Any] = {"hub": kept["hub"]} if "hub" in kept else {}
    found = [(_("All %(number)s", number=counts.total), url_for("desk.index", **rest), kind is None and not mine)]
    if counts.mine or mine:
        words = _("In my hand %(number)s", number=counts.mine)
        found.append((words, url_for("desk.index", mine=1, **rest), mine))
    for each, many in counts.by_kind.items():
        found.append((f"{_(each.label)} {many}", url_for("desk.index", kind=each.value, **rest), each is kind))
    if kind is not None and kind not in counts.by_kind:
        found.append((f"{_(kind.label)} 0", url_for("desk.index", kind=kind.value, **rest), True))
    return found


def hub_chips(
    area: Area, chosen: Hub | None = None, endpoint: str = "desk.index", day: str | None = None
) -> list[Chip]:
    """The hubs at which the reader works."""
    one = chosen or (area.hubs[0] if len(area.hubs) == 1 else None)
    more: dict[str, Any] = {"day": day} if day else {}
    return [(hub.name, url_for(endpoint, hub=hub.id, **more), hub is one) for hub in area.mine]


def more_links(is_safeguarding: bool, is_admin: bool) -> list[tuple[str, str]]:
    """Where else the hub works."""
    found = [
        (_("Neighbours we look after"), "/people"), (_("Same person?"), "/same-person"), (_("Reports"), "/reports"),
        (_("Calls to make"), "/calls"), (_("Photos to look at"), "/photos/waiting"),
        (_("What waits for the hub’s yes"), "/safety"), (_("Lay out a season"), "/programme/season"),
        (_("Green shoots"), "/green-shoots"), (_("Which paper was found"), "/paper/links"),
        (_("Suggestions, by hand"), "/desk/by-hand"),
        (_("What is offered and asked"), "/suggestions/supply"), (_("How suggestions do"), "/suggestions/quality"),
        (_("Answers on paper"), "/about-you/paper"), (_("Recipes as a file"), "/recipes/file"),
        (_("This device is the hub’s tablet"), "/tablet"),
    ]  # fmt: skip
    found += [(_("Worries"), "/cases")] if is_safeguarding else []
    return found + ([(_("Roles"), "/roles")] if is_admin else [])
