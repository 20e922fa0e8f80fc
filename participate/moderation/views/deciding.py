"""What waits for a decision, in hand by one at a time; the decision; the table for a regulator."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response as Answer

from participate.accounts.queries import first_names_of
from participate.core import clock
from participate.core.guards import admins, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.core.words import HELD
from participate.moderation import queries, service, things
from participate.moderation.forms import DecisionForm
from participate.moderation.rules import AlreadyDecided
from participate.moderation.rules.deciding import is_in_hand
from participate.moderation.rules.holding import read
from participate.moderation.rules.urgency import due_of
from participate.moderation.words import NOUNS, Choice, ReportReason, ReportStatus


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/reports", "reports", reports)
    blueprint.add_url_rule("/reports/<int:report_id>", "decide", decide, methods=["GET", "POST"])
    blueprint.add_url_rule("/reports/<int:report_id>/in-hand", "claim", claim, methods=["POST"])
    blueprint.add_url_rule("/reports/decisions.csv", "export", export)


@open_to(staff)
def reports() -> Answer:
    """What waits for a decision, the most urgent first; or what was decided, the newest first."""
    done = request.args.get("done") == "1"
    page = queries.list_decided(asked_page()) if done else queries.list_waiting(asked_page())
    names = first_names_of([] if done else [each.claimed_by for each in page.items if each.claimed_by])
    facts = {"page": page, "done": done, "nouns": NOUNS, "names": names, "me": current_user.id}
    return show("moderation/reports.html", **facts, now=clock.now())


@open_to(staff)
def claim(report_id: int) -> Answer:
    """I have it in hand, or not any more."""
    held = queries.get_report(report_id)
    if request.form.get("leave"):
        service.let_go(current_user.id, held)
    else:
        service.claim(current_user.id, held)
        say(_("It is in your hands for 20 minutes. Nobody else decides meanwhile."))
    return go("moderation.decide", report_id=report_id)


@open_to(staff)
def decide(report_id: int) -> Answer:
    """One thing that waits: what was said, what it says, what came before, and the decision."""
    held = queries.get_report(report_id)
    thing = things.find(held.kind, held.thing_id)
    about = queries.list_about(held.kind, held.thing_id)
    waits = [each for each in about if each.status is ReportStatus.OPEN]
    form = DecisionForm(choices(thing, bool(waits)))
    saw_waiting = request.form.get("waited") == "y"
    if saw_waiting and not waits:
        raise AlreadyDecided
    if form.validate_on_submit():
        choice, reason = Choice(form.choice.data), form.reason.data or ""
        if thing is None:
            service.close(current_user.id, held, reason)
        else:
            service.decide(current_user.id, held, choice, reason, days=form.chosen_days, saw_waiting=saw_waiting)
        say(_("Done. We tell the people it concerns."))
        return go("moderation.reports")
    facts: dict[str, object] = {"held": held, "thing": thing, "form": form, "about": about, "waiting": bool(waits)}
    facts |= _context(thing, waits or [held]) | {"before": _decided_before(thing, about)}
    return show("moderation/decide.html", **facts, status=422 if form.errors else 200)


def _decided_before(thing: things.Thing | None, about: Sequence[Any]) -> bool:
    """Whether its author asks again, and whoever looks decided before: a colleague answers."""
    waits = [each for each in about if each.status is ReportStatus.OPEN]
    asked = any(each.reason is ReportReason.ASK_AGAIN for each in waits)
    return asked and thing is not None and current_user.id in queries.deciders_of(thing.kind, thing.row, about)


def _context(thing: things.Thing | None, waits: list[Any]) -> dict[str, object]:
    """What helps to decide: by when, who is at it, what the house saw, what is known of whoever wrote it."""
    first = waits[0]
    author = first.author_id or (thing.writer_id if thing is not None else None)
    told, hidden = queries.count_about(author)
    me, now = current_user.id, clock.now()
    at_it = next((each for each in waits if each.claimed_by and each.claimed_until and each.claimed_until > now), None)
    return {
        "nouns": NOUNS, "own": thing is not None and me in thing.author_ids, "found": read(first.found),
        "due": min(due_of(each.urgency, each.made_at) for each in waits), "now": now, "at_it": at_it,
        "by_other": at_it is not None and is_in_hand(at_it.claimed_by, at_it.claimed_until, me, now),
        "names": first_names_of([each for each in (author, at_it and at_it.claimed_by) if each]),
        "author": author, "told": told, "hidden_before": hidden,
        "measures": queries.list_measures(author) if author is not None else [],
        "held_back": thing is not None and thing.because == HELD,
    }  # fmt: skip


def choices(thing: things.Thing | None, waiting: bool) -> list[tuple[Choice, str]]:
    """What can be done with the thing as it is now."""
    if thing is None:
        return [(Choice.KEEP, _("Close it: the thing is gone"))] if waiting else []
    if thing.kind == "measure":
        found = [(Choice.SHOW, _("Take it back")), (Choice.HIDE, _("It stays"))] if waiting else []
        return found if thing.hidden else []
    if thing.hidden and thing.because != HELD:
        leave = [(Choice.HIDE, _("Leave it hidden")), *_more(thing, measured=False)] if waiting else []
        return [*leave, (Choice.SHOW, _("Show it again"))]
    keep = _("Let everybody see it") if thing.hidden else _("Keep it")
    return [*([(Choice.KEEP, keep)] if waiting else []), (Choice.HIDE, _("Hide it")), *_more(thing, measured=True)]


def _more(thing: things.Thing, *, measured: bool) -> list[tuple[Choice, str]]:
    """What goes beyond hiding."""
    edit = [(Choice.EDIT, _("Ask its author to change it: hidden till then, and it comes back here"))]
    remove = [(Choice.REMOVE, _("Remove it: hidden now, gone for good after 14 days"))]
    people = [
        (Choice.WARN, _("Hide it and warn whoever wrote it")),
        (Choice.SUSPEND, _("Hide it and pause whoever wrote it: signed out at once")),
    ]
    return [
        *(edit if thing.kind in things.CHANGEABLE else []), *(remove if thing.how.remove else []),
        *(people if measured else []),
    ]  # fmt: skip


@open_to(admins)
def export() -> Response:
    """Every decision, as a regulator may ask for it: no words, no name, nobody who told us."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(queries.HEADINGS)
    table.writerows(decision.cells() for decision in queries.each_decision())
    answer = Response(out.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f"attachment; filename=decisions-{clock.today():%Y-%m-%d}.csv"
    return answer
