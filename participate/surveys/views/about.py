"""Three questions about oneself: signed in, or by the secret link of the letter; and the same card on paper."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, residents, staff
from participate.core.http import go, say, show
from participate.surveys import queries, rules, service
from participate.surveys.forms import AboutYouForm
from participate.surveys.views._secret import kept_secret
from participate.surveys.words import AGE_BANDS, CONDITIONS, ETHNIC_GROUPS, ETHNIC_HELP, RESTRICTIONS


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/about-you", "about_you", about_you, methods=both)
    blueprint.add_url_rule("/about-you/card", "card", card)
    blueprint.add_url_rule("/about-you/paper", "paper", paper, methods=both)
    blueprint.add_url_rule("/about-you/with/<token>", "about_you_with", about_you_with, methods=both)


@open_to(residents)
def about_you() -> Response:
    """My own answer: give it, look at it, change it, take it back. Only for those who were asked."""
    ask = queries.find_ask(current_user.id)
    if ask is None:
        if request.method != "GET":
            raise rules.NotAsked
        return show("surveys/not_asked.html")
    found = queries.find_answer(current_user.id)
    if request.method == "GET":
        return _page(_filled(found), given=found is not None)
    return _taken(ask, "surveys.about_you", {})


@open_to(anyone)
def about_you_with(token: str) -> Response:
    """The same by the link of the letter. It never shows an answer: a letter may lie open on a table."""
    ask = queries.find_ask_by_token(token)
    if ask is None:
        raise NotFound
    if request.method == "GET":
        return kept_secret(_page(AboutYouForm(formdata=None), queries.find_answer(ask.person_id) is not None, token))
    return kept_secret(_taken(ask, "surveys.about_you_with", {"token": token}))


@open_to(anyone)
def card() -> Response:
    """The same questions to print. Nothing on the card says whose it is."""
    return show(
        "surveys/card.html", ages=AGE_BANDS, groups=ETHNIC_GROUPS, conditions=CONDITIONS, restrictions=RESTRICTIONS
    )


@open_to(staff)
def paper() -> Response:
    """Key a paper card in, without a name."""
    form = AboutYouForm()
    if form.validate_on_submit():
        service.key_card(current_user.id, _said(form))
        say(_("The card is keyed in. Now tear it up, please."))
        return go("surveys.paper")
    return show("surveys/paper.html", form=form, help=ETHNIC_HELP, status=422 if form.errors else 200)


def _page(form: AboutYouForm, given: bool, token: str = "") -> Response:
    facts = {"form": form, "given": given, "token": token, "help": ETHNIC_HELP}
    return show("surveys/about_you.html", status=422 if form.errors else 200, **facts)


def _taken(ask: queries.EqualityAsk, endpoint: str, values: dict[str, str]) -> Response:
    """Keep what was sent, or let go of what was kept."""
    if request.form.get("answer") == "back":
        service.take_back(ask)
        say(_("Your answers are gone. Nothing of them is left."))
        return go(endpoint, **values)
    form = AboutYouForm()
    if not form.validate_on_submit():
        return _page(form, queries.find_answer(ask.person_id) is not None, values.get("token", ""))
    service.answer(ask, _said(form))
    say(_("Thank you. You can change it here at any time."))
    return go(endpoint, **values)


def _said(form: AboutYouForm) -> service.AboutYou:
    return service.AboutYou(
        age_band=rules.age_from(form.age.data or ""),
        ethnic_group=rules.group_from(form.group.data or ""),
        disability=rules.disability_from(form.condition.data or "", form.restriction.data or ""),
    )


def _filled(found: queries.EqualityAnswer | None) -> AboutYouForm:
    if found is None:
        return AboutYouForm(formdata=None)
    condition, restriction = rules.questions_from(found.disability)
    filled = {"age": found.age_band, "group": found.ethnic_group, "condition": condition, "restriction": restriction}
    return AboutYouForm(formdata=None, **filled)
