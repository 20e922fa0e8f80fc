"""What we sent me, why, and what we held back; what stands here instead; and what I want to hear."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.notifications import queries, service
from participate.notifications.forms import ButtonForm, ChoiceForm
from participate.notifications.rules import MONTHLY_CAP
from participate.notifications.words import Choice, label_of


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/letters-to-me", "mine", mine)
    blueprint.add_url_rule("/letters-to-me/choice", "choice", choice, methods=["GET", "POST"])
    blueprint.add_url_rule("/letters-to-me/here", "here", here)
    blueprint.add_url_rule("/letters-to-me/here/<int:notice_id>/away", "put_away", put_away, methods=["POST"])
    blueprint.add_app_template_global(label_of, "letter_label")
    blueprint.add_app_template_global(lambda: queries.count_notices(current_user.id), "notices_waiting")


@open_to(residents)
def mine() -> Response:
    """My ledger: each letter once, with what became of it and why."""
    held = request.args.get("show") == "held"
    return show(
        "notifications/mine.html",
        page=queries.page_of_sent(current_user.id, asked_page(), held_back=held),
        held=held,
        choice=queries.choice_of(current_user.id),
        broken=current_user.bounced_at is not None,
    )


@open_to(residents)
def choice() -> Response:
    """One of three: only what I said yes to, one mail a week as well, or nothing."""
    possible = [each for each in Choice if each is not Choice.WEEKLY or current_user.email]
    form = ChoiceForm(possible, choice=queries.choice_of(current_user.id).value)
    if form.validate_on_submit():
        service.choose(current_user.id, current_user.id, Choice(form.choice.data))
        say(_("Saved. We keep to it from now on."))
        return go("notifications.mine")
    status = 422 if form.errors else 200
    duty = current_user.holds("safeguarding") or current_user.holds("admin")
    weekly = len(possible) == 3
    return show("notifications/choice.html", form=form, most=MONTHLY_CAP, weekly=weekly, duty=duty, status=status)


@open_to(residents)
def here() -> Response:
    """Letters that were not sent and stand here for me."""
    page = queries.list_notices(current_user.id, asked_page())
    letters = [(each, service.words_to_show(each.letter, each.facts, current_user)) for each in page.items]
    return show("notifications/here.html", page=page, letters=letters)


@open_to(residents)
def put_away(notice_id: int) -> Response:
    """I have read it."""
    found = queries.find_notice(notice_id)
    if found is None or found.person_id != current_user.id or not ButtonForm().validate_on_submit():
        raise NotFound
    service.put_away(found)
    return go("notifications.here")
