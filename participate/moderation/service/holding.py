"""Words that others would read are looked at as they are written; some wait for somebody to look, and say so."""

from flask import current_app, g

from participate.accounts.models import Person
from participate.accounts.queries import find_person
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.config import Settings
from participate.core.db import db
from participate.core.screening import Found, pieces
from participate.core.words import ASIDE, HELD
from participate.moderation import queries, things
from participate.moderation.models import Report
from participate.moderation.rules.holding import is_new, named, read, to_be_seen
from participate.moderation.rules.urgency import urgency_of
from participate.moderation.service.reports import make
from participate.moderation.things import Thing
from participate.moderation.words import Choice, Origin, ReportReason, ReportStatus
from participate.outbox.service import withdraw
from participate.projects.models import Need

WRITTEN = frozenset({"made", "changed", "asked", "answered", "said"})
FIRST = frozenset({"made", "asked"})
# Not held: what a host changes about her own session, what waits for staff already, what staff make, what only a
# team reads. Help is offered to whoever writes any of it.
NEVER_HELD = frozenset({"session", "photo", "fund"})


def look_at(actor_id: int | None, verb: str, kind: str, thing_id: int) -> None:
    """Somebody wrote something, in the transaction at hand: look, hold it if need be, offer help if need be."""
    if actor_id is None or verb not in WRITTEN or kind not in things.KINDS or kind in ("person", "measure"):
        return
    actor, thing = find_person(actor_id), things.find(kind, thing_id)
    if actor is None or thing is None or actor.is_staff or actor.holds(Role.SAFEGUARDING):
        return
    found = pieces(thing.text)
    worried = any(what is Found.WORRY for what, _piece in found)
    if thing.open and kind not in NEVER_HELD and thing.text:
        _settle(actor, thing, verb, found, worried)
    if worried:
        g.help_first = (kind, thing_id)


def _settle(actor: Person, thing: Thing, verb: str, found: frozenset[tuple[Found, str]], worried: bool) -> None:
    """Hide what waits for a look, show what need not wait any more."""
    waiting = queries.find_held(thing.kind, thing.id)
    if thing.hidden and thing.because not in (HELD, ASIDE):
        _come_back(actor, thing, waiting)
        return
    first = waiting is not None and not waiting.found or waiting is None and verb in FIRST
    new = first and _is_new(actor) and not _within_held(thing)
    seen = to_be_seen(found, _let_through(thing))
    if new or seen:
        _hold(actor, thing, seen, waiting)
    elif waiting is not None:
        _let_go(actor, thing, waiting)
    elif worried and verb != "answered":
        _put_aside(thing)
    elif thing.because == ASIDE:
        thing.restore(actor.id)


def _is_new(actor: Person) -> bool:
    settings: Settings = current_app.extensions["settings"]
    most, now = settings.hold_first_posts, clock.now()
    return is_new(actor.joined_at, now, 0, most) and is_new(actor.joined_at, now, queries.count_let(actor.id), most)


def _within_held(thing: Thing) -> bool:
    """What stands on a project that waits itself is read with it."""
    return isinstance(thing.row, Need) and thing.row.project.hidden_because == HELD


def _let_through(thing: Thing) -> frozenset[tuple[Found, str]]:
    """What was in it when staff last let it stand."""
    last = queries.find_let(thing.kind, thing.id)
    return pieces(f"{last.title}\n{last.seen}") if last is not None else frozenset()


def _hold(actor: Person, thing: Thing, seen: frozenset[Found], waiting: Report | None) -> None:
    if waiting is None:
        waiting = make(thing, actor.id, ReportReason.OTHER, "", Origin.HELD, actor.id)
    waiting.title, waiting.seen, waiting.found = thing.title, thing.words, named(seen)
    waiting.urgency = urgency_of(Origin.HELD, waiting.reason, seen)
    if thing.because != HELD:
        thing.hide(None, HELD)
        withdraw(f"{thing.kind}:{thing.id}")
    g.held_for = [what.label for what in read(waiting.found)]


def _let_go(actor: Person, thing: Thing, waiting: Report) -> None:
    """Its author took out what it waited for: everybody sees it at once."""
    waiting.status, waiting.choice, waiting.decided_at = ReportStatus.KEPT, Choice.KEEP, clock.now()
    waiting.seen, waiting.decision = thing.words, ""
    thing.restore(actor.id)


def _put_aside(thing: Thing) -> None:
    """Words of somebody who may need help herself: only she sees them until she says who may."""
    if not thing.hidden:
        thing.hide(None, ASIDE)
        withdraw(f"{thing.kind}:{thing.id}")


def _come_back(actor: Person, thing: Thing, waiting: Report | None) -> None:
    """Staff asked its author to change it, and she did: they look again."""
    last = queries.find_last(thing.kind, thing.id)
    if waiting is None and last is not None and last.choice is Choice.EDIT:
        make(thing, actor.id, ReportReason.OTHER, "", Origin.AUTHOR, actor.id)


def ask_for_a_look(actor_id: int, thing: Thing) -> None:
    """Whoever wrote words that stand aside wants somebody at the hub to read them. Twice is once."""
    if thing.because != ASIDE:
        return
    thing.restore(actor_id)
    thing.hide(None, HELD)
    make(thing, actor_id, ReportReason.OTHER, "", Origin.HELD, actor_id)
    db.session.flush()


def show_it(actor_id: int, thing: Thing) -> None:
    """Whoever wrote words that stand aside wants everybody to read them as they are. Twice is once."""
    if thing.because != ASIDE:
        return
    thing.restore(actor_id)
    record(actor_id, "shown", thing.kind, thing.id)
    db.session.flush()
