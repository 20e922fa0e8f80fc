"""The weekly mail: the best few things that go with her words, each with its reason; no mail when nothing is good.

People are not in it: who likes what stays on the site, where it can be taken back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from flask import current_app, url_for

from participate.accounts.models import Person
from participate.core import clock
from participate.core.clock import local, moment_of
from participate.core.config import Settings
from participate.core.i18n import date_time_line
from participate.matching.lines import reason_words, suggestion_url
from participate.matching.queries import Found, Shown, suggestions_for_person
from participate.matching.words import Kind, Nearness
from participate.notifications.queries import choice_of, find_attention, list_told, token_of
from participate.notifications.words import Choice
from participate.organisations.rules import Spot
from participate.sessions.queries import list_to_come

THURSDAY, FROM, TO = 3, time(10), time(20)  # London: before the weekend, by day
MOST = 4
LOOKED_AT = 24  # the best, among which she may know some already
AHEAD = timedelta(days=10)
KINDS = (Kind.SESSION, Kind.PROJECT, Kind.SPACE, Kind.MATERIAL)
NEAR = frozenset({Nearness.WALK, Nearness.SAME_WARD, Nearness.NEXT_WARD, Nearness.UNKNOWN})


@dataclass(frozen=True)
class Weekly:
    """What a mail would say: its facts, and what it tells ("session:12")."""

    facts: dict[str, Any]
    told: tuple[str, ...]


def week_due(now: datetime) -> str | None:
    """The week ("2026-27") whose mails are due now: on Thursday from 10am to 8pm in London; else None."""
    here = local(now)
    if here.weekday() != THURSDAY or not FROM <= here.time() < TO:
        return None
    year, week, _day = here.isocalendar()
    return f"{year}-{week:02}"


def good_until(now: datetime) -> datetime:
    """Until when a mail of today makes sense: tonight."""
    return moment_of(local(now).date(), TO) + timedelta(hours=1)


def wants_it(person: Person) -> bool:
    """Whether she chose the weekly mail, now, and can get it."""
    return bool(person.email) and choice_of(person.id) is Choice.WEEKLY


def compose_weekly(person: Person) -> Weekly | None:
    """What there is to say to her this week; None when nothing is good. The index must be there."""
    found = suggestions_for_person(person.id, Spot(person.ward_id, person.square), kinds=KINDS)
    chosen = _best(person, found)
    attention = find_attention(person.id)
    if not chosen or attention is None:
        return None
    settings: Settings = current_app.extensions["settings"]
    with current_app.test_request_context(base_url=settings.public_url):
        stop = url_for("notifications.stop", token=token_of(attention), _external=True)
        things = [_line(shown, settings.public_url) for shown in chosen]
    return Weekly({"things": things, "stop_url": stop}, tuple(what(shown) for shown in chosen))


def what(shown: Shown) -> str:
    """A thing as the memory of weekly mails holds it."""
    return f"{shown.kind.value}:{shown.id}"


def _best(person: Person, found: Found) -> list[Shown]:
    """The best few that are near, still to come, and new to her."""
    near = [shown for shown in found.page(1, size=LOOKED_AT).items if shown.reason.nearness in NEAR]
    known = list_told(person.id, [what(shown) for shown in near])
    mine = {sign_up.session_id for sign_up in list_to_come(person.id)}
    return [shown for shown in near if what(shown) not in known and _is_good(shown, mine)][:MOST]


def _is_good(shown: Shown, mine: set[int]) -> bool:
    if shown.kind is not Kind.SESSION:
        return True
    starts_at: datetime = shown.card.starts_at  # type: ignore[union-attr]
    cancelled = bool(shown.card.cancelled)  # type: ignore[union-attr]
    now = clock.now()
    return shown.id not in mine and not cancelled and now < starts_at <= now + AHEAD


def _line(shown: Shown, site: str) -> dict[str, str]:
    card: Any = shown.card
    when = date_time_line(card.starts_at, card.ends_at) if shown.kind is Kind.SESSION else ""
    return {
        "kind": shown.kind.value, "title": card.name, "when": when,
        "reason": reason_words(shown.kind, shown.reason, shown.company), "url": site + suggestion_url(shown),
    }  # fmt: skip


def batch_after(ids: Sequence[int], most: int) -> int | None:
    """From where the next batch of people goes on; None when this was the last."""
    return ids[-1] if len(ids) == most else None
