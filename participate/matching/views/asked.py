"""I am asked: yes, or not this time."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.matching.queries import asks
from participate.matching.service import answering_asks
from participate.matching.service.ask_letters import place_of
from participate.matching.words import AskStatus, SetStatus


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/asks/<int:ask_id>", "ask", ask)
    blueprint.add_url_rule("/asks/<int:ask_id>/answer", "answer_ask", answer_ask, methods=["POST"])


@open_to(residents)
def ask(ask_id: int) -> Response:
    """What I am asked, by whom, for when; and what I said."""
    found = asks.get_own_ask(ask_id, current_user.id)
    return show(
        "matching/ask.html", ask=found, held=found.set, project=found.set.project, place=place_of(found.set),
        over=asks.is_over(found), may_change=found.set.status is SetStatus.ASKING,
    )  # fmt: skip


@open_to(residents)
def answer_ask(ask_id: int) -> Response:
    """I say yes, or not this time."""
    found = asks.get_own_ask(ask_id, current_user.id)
    said = request.form.get("said", "")
    if said in (AskStatus.YES, AskStatus.NO):
        answering_asks.answer(current_user.id, found.id, yes=said == AskStatus.YES)
        say(
            _("Thank you. You hear from us when it is on.")
            if said == AskStatus.YES
            else _("That is fine. Nobody hears it.")
        )
    return go("matching.ask", ask_id=ask_id)
