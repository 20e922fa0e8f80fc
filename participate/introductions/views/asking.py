"""Asking to meet a neighbour whom the matcher suggested, and nobody else."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import and_list
from participate.introductions import queries, service
from participate.introductions.forms import AskForm
from participate.introductions.rules import LONGEST_WORDS
from participate.introductions.views import _places
from participate.introductions.words import Said
from participate.matching import queries as matching
from participate.places import here
from participate.places.forms import put_error

ASKS_A_DAY, DAY = 10, 86_400


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/introductions/new/<int:person_id>", "new", new, methods=["GET", "POST"])


@open_to(residents)
def new(person_id: int) -> Response:
    """Would I like to meet this neighbour? We ask her; nobody hears a name before both said yes."""
    mine = _asked_before(person_id)
    if mine is not None:
        return go("introductions.introduction", introduction_id=mine)
    found = matching.suggestions_for_person(current_user.id, here.find())
    words = shared_words(found, person_id)
    if not found.ready:
        say(_("Suggestions are not ready just now. Look again in a minute."))
        return go("matching.for_you")
    if not words:
        return show("introductions/nothing_shared.html")
    form = AskForm(_places.choices(session_ids(found)))
    if form.validate_on_submit():
        hit(f"introduce:{current_user.id}", ASKS_A_DAY, DAY)
        try:
            made = service.ask(current_user.id, person_id, words, form.long, form.place)
        except RuleBroken as broken:
            put_error(form.minutes, broken)
        else:
            say(_("Thank you. We ask them, without your name. You hear from us within a week."))
            return go("introductions.introduction", introduction_id=made.id)
    return show("introductions/new.html", form=form, words=words, status=422 if form.errors else 200)


def _asked_before(person_id: int) -> int | None:
    """The number of what I asked this neighbour before, or what we have opened; whoever asked me stays unknown."""
    known = queries.find_between(current_user.id, person_id)
    if known is None:
        return None
    try:
        seen = queries.look(current_user.id, known.id)
    except NotFound:
        return None
    return known.id if seen.answer is Said.YES or seen.may_talk else None


def shared_words(found: matching.Found, person_id: int) -> str:
    """What goes with what in words, as the matcher's reason has it; "" where nothing does."""
    group = f"person:{person_id}"
    reason = next((one.reason for one in found.suggestions if one.group == group), None)
    return and_list(list(reason.words))[:LONGEST_WORDS] if reason is not None else ""


def session_ids(found: matching.Found) -> list[int]:
    """The sessions that go with her words, the best first."""
    groups = (one.group for one in found.suggestions if one.kind == "session")
    return [int(group.rpartition(":")[2]) for group in groups][:6]
