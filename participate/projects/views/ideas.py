"""Ideas: “Wouldn’t it be good if …”"""

from typing import Any

from flask import Blueprint, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core import clock
from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import anyone, open_to, reads_first, residents, staff
from participate.core.http import carried, go, say, show
from participate.core.paging import asked_page
from participate.matching import queries as matching
from participate.places import here
from participate.places.rules.answer_days import is_late
from participate.projects import permissions, queries, service
from participate.projects.forms import AnswerForm, IdeaForm, put_error
from participate.projects.rules.replies import takes_replies
from participate.projects.views._hands import near, seen_idea
from participate.projects.words import IdeaStatus, ReplyKind

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 20
MOST_ALIKE = 2  # of a kind
NOTHING = matching.Already([], close=False)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/ideas", "ideas", ideas)
    blueprint.add_url_rule("/ideas/new", "new_idea", new_idea, methods=["GET", "POST"])
    blueprint.add_url_rule("/ideas/already", "already", already, methods=["POST"])
    blueprint.add_url_rule("/ideas/<int:idea_id>", "idea", idea)
    blueprint.add_url_rule("/ideas/<int:idea_id>/edit", "edit_idea", edit_idea, methods=["GET", "POST"])
    blueprint.add_url_rule("/ideas/<int:idea_id>/answer", "answer_idea", answer_idea, methods=["GET", "POST"])


@open_to(anyone)
def ideas() -> Response:
    """The ideas, the newest first; near me if I like; for staff what waits, the longest waiting first."""
    is_staff, asked = permissions.is_staff(current_user), request.args.get("show", "")
    if is_staff and asked == "waiting":
        page = queries.list_waiting(_my_hubs(), asked_page())
    else:
        asked = asked if asked == "near" else ""
        page = queries.list_ideas(asked_page(), near().ward_ids if asked else ())
    return show("projects/ideas.html", page=page, asked=asked, is_staff=is_staff, now=clock.now(), is_late=is_late)


def _my_hubs() -> list[int] | None:
    """The hubs of which the reader is staff; None, which is all, for an admin."""
    if current_user.holds("admin"):
        return None
    subjects = [held.subject for held in current_user.roles if held.role == "staff"]
    return [int(subject.removeprefix("hub:")) for subject in subjects if subject.startswith("hub:")]


@open_to(anyone)
def idea(idea_id: int) -> Response:
    """One idea: where it stands, who has it, by when they answer, what is like it."""
    found = seen_idea(idea_id)
    alike = matching.similar_to_idea(found.words, found, but_idea_id=idea_id, most=MOST_ALIKE)
    return show(
        "projects/idea.html",
        idea=found,
        out_of_sight=queries.is_out_of_sight(found),
        staff_name=_staff_name(found),
        late=is_late(found.answer_by, found.status is not IdeaStatus.NEW, clock.now()),
        project=queries.find_card_of_idea(idea_id) if found.status is IdeaStatus.PROJECT else None,
        alike=alike,
        may_change=permissions.may_change_idea(current_user, found.author_id, found.status),
        may_grow=permissions.may_grow_idea(current_user, found.author_id, found.status),
        may_answer=permissions.may_answer_idea(current_user, found.hub_id, found.status),
        **_reply_facts(found),
    )


def _reply_facts(found: queries.Idea) -> dict[str, Any]:
    """What neighbours said, and what the reader may say."""
    me = current_user.id
    replies = queries.list_replies(found.id, hidden_too=permissions.is_staff(current_user), mine=me)
    mine = {said.kind for said in replies if said.person_id == me}
    own = me is not None and found.author_id == me
    return {
        "replies": replies,
        "adders": queries.names_of_adders(replies),
        "kinds": [kind for kind in ReplyKind if kind is not ReplyKind.JOIN or kind not in mine],
        "may_reply": takes_replies(found.status) and not own,
        "may_answer_reply": permissions.may_answer_reply(current_user, found.author_id, found.hub_id),
    }


def _staff_name(found: queries.Idea) -> str:
    """The first name of somebody at the hub who has it; "" where the hub names nobody."""
    people = accounts.list_role_holders("staff", f"hub:{found.hub_id}") if found.hub_id is not None else []
    return people[0].first_name if people else ""


@open_to(anyone)
def new_idea() -> Response:
    """Say an idea. The one box may carry its words here, by POST or in her own session; never in the address."""
    if "say" in request.form and "words" not in request.form:
        form = IdeaForm(formdata=None, words=request.form["say"])
        return _form_page(form, there=_already(form.words.data))
    form = IdeaForm(words=carried("idea"))
    if not form.validate_on_submit():
        return _form_page(form, there=NOTHING if form.errors else _already(form.words.data))
    words = form.words.data or ""
    if request.form.get("anyway") != "y" and (there := _already(words)).close:
        return _form_page(form, there=there, asked=True)
    if not current_user.is_authenticated:
        session["draft"], session["then"] = {"say": words, "kind": "idea"}, url_for("projects.new_idea")
        return go("accounts.join")
    hit(f"idea:{current_user.id}", MOST_A_DAY, A_DAY)
    made = service.add_idea(accounts.get_person(current_user.id), words)
    say(_("Thank you. Your idea is at the hub now."))
    return go("projects.idea", idea_id=made.id)


@reads_first
@open_to(anyone)
def already() -> Response:
    """As she types an idea: what is there already. Posted, so that her words stand in no address."""
    form = IdeaForm()
    there = _already(form.words.data) if form.validate() else NOTHING
    return _form_page(form, there=there, fragment="projects/_already.html")


def _already(words: str | None) -> matching.Already:
    return matching.already_there(words, here.find(), current_user.id) if words else NOTHING


def _form_page(form: IdeaForm, fragment: str | None = None, **facts: Any) -> Response:
    """The form of an `idea`, or of a new one with what is `there` already, to be looked at first if `asked`."""
    facts = {"idea": None, "there": NOTHING, "asked": False} | facts
    return show("projects/idea_form.html", fragment, form=form, **facts, status=422 if form.errors else 200)


@open_to(residents)
def edit_idea(idea_id: int) -> Response:
    """Other words for my idea."""
    found = seen_idea(idea_id)
    if not permissions.may_change_idea(current_user, found.author_id, found.status):
        raise NotAllowed
    form = IdeaForm(words=found.words)
    if form.validate_on_submit():
        service.change_idea(current_user.id, found, form.words.data or "")
        say(_("Saved."))
        return go("projects.idea", idea_id=idea_id)
    return _form_page(form, idea=found)


@open_to(staff)
def answer_idea(idea_id: int) -> Response:
    """The hub answers: come and talk, here is how, or why not for now."""
    found = seen_idea(idea_id)
    if not permissions.may_answer_idea(current_user, found.hub_id, found.status):
        raise NotAllowed
    form = AnswerForm(words=found.answer, next_step=found.next_step)
    if form.validate_on_submit():
        settle = service.close_idea if request.form.get("outcome") == "close" else service.answer_idea
        try:
            settle(current_user.id, found, form.words.data or "", form.next_step.data or "")
            say(_("Thank you. The author gets your answer."))
            return go("projects.idea", idea_id=idea_id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("projects/answer.html", form=form, idea=found, status=422 if form.errors else 200)
