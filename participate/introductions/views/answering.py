"""Yes, not this time, words, goodbye."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say
from participate.introductions import service
from participate.introductions.forms import AnswerForm, ButtonForm, NoteForm
from participate.introductions.views.introduction import find_own, find_side, page
from participate.introductions.words import IntroductionStatus, Said
from participate.places.forms import put_error

NOTES_AN_HOUR, HOUR = 60, 3600


def register(blueprint: Blueprint) -> None:
    here = "/introductions/<int:introduction_id>"
    for name, view in (("answer", answer), ("write", write), ("leave", leave), ("mute", mute), ("met", met)):
        blueprint.add_url_rule(f"{here}/{name}", name, view, methods=["POST"])


@open_to(residents)
def answer(introduction_id: int) -> Response:
    """I say yes, or not this time."""
    seen, form = find_side(introduction_id), AnswerForm()
    if not form.validate_on_submit():
        return page(seen, status=422)
    service.answer(current_user.id, seen.introduction, Said(form.said.data))
    if seen.introduction.status is IntroductionStatus.OPEN:
        say(_("You both said yes. Say hello!"))
    elif form.said.data == Said.YES:
        say(_("Thank you. We tell you as soon as they have said yes too."))
    else:
        say(_("That is fine. Nobody hears that you said no."))
    return go("introductions.introduction", introduction_id=introduction_id)


@open_to(residents)
def write(introduction_id: int) -> Response:
    """A few words to the other."""
    seen, form = find_own(introduction_id), NoteForm()
    if form.validate_on_submit():
        hit(f"note:{current_user.id}", NOTES_AN_HOUR, HOUR)
        try:
            service.write(current_user.id, find_own(introduction_id).introduction, form.words.data or "")
        except RuleBroken as broken:
            put_error(form.words, broken)
            seen = find_own(introduction_id)
        else:
            return go("introductions.introduction", introduction_id=introduction_id, _anchor="last")
    return page(seen, form, status=422)


@open_to(residents)
def leave(introduction_id: int) -> Response:
    """Goodbye; or I take back what I asked."""
    seen = find_side(introduction_id)
    if ButtonForm().validate_on_submit():
        service.leave(current_user.id, seen.introduction)
        say(_("It is over. Thank you for trying."))
    return go("introductions.index")


@open_to(residents)
def mute(introduction_id: int) -> Response:
    """No letters about this one any more, or letters again."""
    seen = find_side(introduction_id)
    if ButtonForm().validate_on_submit():
        service.mute(current_user.id, seen.introduction, not seen.muted)
        say(_("You get letters about it again.") if seen.muted else _("No more letters about this one."))
    return go("introductions.introduction", introduction_id=introduction_id)


@open_to(residents)
def met(introduction_id: int) -> Response:
    """We met."""
    seen = find_side(introduction_id)
    if ButtonForm().validate_on_submit():
        service.we_met(current_user.id, seen.introduction)
        say(_("How good to hear."))
    return go("introductions.introduction", introduction_id=introduction_id)
