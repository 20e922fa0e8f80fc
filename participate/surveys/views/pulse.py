"""The pulse after a session: one tap is enough."""

from flask import Blueprint, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show
from participate.sessions import queries as sessions
from participate.stories import queries as stories
from participate.surveys import queries, rules, service
from participate.surveys.views._secret import kept_secret
from participate.surveys.words import Question

HOLDS = ("going", "likely")  # what a sign-up says that stood when the session began


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/pulse/<token>", "pulse", pulse, methods=["GET", "POST"])
    blueprint.add_url_rule("/pulse/<token>/thank-you", "thank_you", thank_you)


@open_to(anyone)
def pulse(token: str) -> Response:
    """At most three questions, each answered by one press; any can be left out, changed or taken back."""
    held = _held_by(token)
    try:
        rules.check_pulse_time(held.session.ends_at, clock.now())
    except RuleBroken as early:
        if request.method != "GET":
            raise
        return kept_secret(show("surveys/too_early.html", session=held.session, sentence=_(early.message)))
    if request.method == "POST":
        return _answered(held, token)
    given = queries.find_pulse(held.session_id, held.person_id)
    return kept_secret(show("surveys/pulse.html", session=held.session, token=token, given=_given(given)))


@open_to(anyone)
def thank_you(token: str) -> Response:
    """Thank you, and where to go on."""
    held = _held_by(token)
    came = stories.has_attended(held.session_id, held.person_id)
    return kept_secret(show("surveys/thank_you.html", session=held.session, token=token, came=came))


def _held_by(token: str) -> sessions.SignUp:
    """The sign-up of a link, of somebody who came or had a place. Raises NotFound."""
    held = sessions.find_by_token(token)
    if held is None or sessions.is_hidden(held.session) or held.session.cancelled_at is not None:
        raise NotFound
    if held.status.value not in HOLDS and not stories.has_attended(held.session_id, held.person_id):
        raise NotFound
    return held


def _answered(held: sessions.SignUp, token: str) -> Response:
    """Keep the one button that was pressed; after the last question, or the end, thank her."""
    if request.form.get("done"):
        return kept_secret(go("surveys.thank_you", token=token))
    if request.form.get("back"):
        service.take_pulse_back(held.session_id, held.person_id)
        say(_("All your answers are gone."))
        return kept_secret(go("surveys.pulse", token=token))
    question = next((each for each in Question if each.value in request.form), None)
    if question is None:
        raise rules.NotAnAnswer
    answer = rules.answer_from(question, request.form[question.value])
    given = _given(service.give_pulse(held.session_id, held.person_id, question, answer))
    if all(each is not None for _question, each in given):
        return kept_secret(go("surveys.thank_you", token=token))
    say(_("Thank you. That is enough; go on only if you like."))
    return kept_secret(go("surveys.pulse", token=token))


def _given(pulse: object) -> list[tuple[Question, int | None]]:
    return [(question, getattr(pulse, question.value, None)) for question in Question]
