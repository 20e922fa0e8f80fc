"""Three stories beside the numbers of a quarter: chosen by an officer, agreed by whoever told them."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import admins, officers, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.insight import permissions
from participate.insight.periods import NotAPeriod, Period, of_day, read
from participate.insight.queries import typed
from participate.insight.saying import period_name
from participate.insight.service import stories as service
from participate.insight.showing.numbers import period_chip
from participate.insight.words import Answer, Grain
from participate.stories import queries as stories

QUARTERS = 4


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/stories", "stories", chosen)
    blueprint.add_url_rule("/figures/stories/<period>/<int:story_id>", "ask_story", ask, methods=["POST"])
    blueprint.add_url_rule("/figures/stories/<int:beside_id>/take-back", "leave_story", leave, methods=["POST"])
    blueprint.add_url_rule("/figures/stories/<int:beside_id>/answer", "answer_story", answer, methods=["GET", "POST"])


@open_to(officers, admins)
def chosen() -> Response:
    """The stories of a quarter with their writers' answers, and all public stories to choose from."""
    period = _asked_period(request.args.get("quarter", ""))
    besides = typed.list_besides(period)
    page = stories.list_stories(None, asked_page())
    cards = stories.cards_of(each.story_id for each in besides)
    return show(
        "insight/stories.html", period=period, name=period_name(period), page=page,
        quarters=[(period_chip(each), each.code, each == period) for each in _quarters()],
        besides=[(each, cards[each.story_id]) for each in besides if each.story_id in cards],
        asked={each.story_id for each in besides}, full=sum(each.place is not None for each in besides) >= 3,
    )  # fmt: skip


@open_to(officers, admins)
def ask(period: str, story_id: int) -> Response:
    """Ask whoever told it."""
    quarter = _asked_period(period)
    story = stories.get_story(story_id)
    if stories.is_out_of_sight(story):
        raise NotFound
    try:
        service.ask_for(current_user.id, quarter, story)
        say(_("They are asked. The story stands here once they say yes."))
    except RuleBroken as broken:
        say(_(broken.message, **broken.facts), "bad")
    return go("insight.stories", quarter=quarter.code)


@open_to(officers, admins)
def leave(beside_id: int) -> Response:
    """No longer wanted there."""
    beside = typed.get_beside(beside_id)
    service.take_back(current_user.id, beside)
    say(_("Taken back. The place is free."))
    return go("insight.stories", quarter=beside.period)


@open_to(residents)
def answer(beside_id: int) -> Response:
    """My own story: may it stand beside the council’s figures?"""
    beside = typed.get_beside(beside_id)
    if not permissions.may_answer(current_user, beside.story.person_id):
        raise NotAllowed
    if request.method == "POST":
        service.answer(current_user.id, beside, agreed=request.form.get("answer") == Answer.YES.value)
        say(_("Thank you. You can change this here at any time."))
        return go("insight.answer_story", beside_id=beside_id)
    return show("insight/answer_story.html", beside=beside, story=beside.story, name=period_name(read(beside.period)))


def _quarters() -> list[Period]:
    """The running quarter and those before it."""
    now = of_day(clock.today(), Grain.QUARTER)
    return [now.before(step) for step in range(QUARTERS + 1)]


def _asked_period(code: str) -> Period:
    """One of the quarters on offer; the one before the running one if none is named. Raises NotFound."""
    if not code:
        return _quarters()[1]
    try:
        period = read(code)
    except NotAPeriod:
        raise NotFound from None
    if period not in _quarters():
        raise NotFound
    return period
