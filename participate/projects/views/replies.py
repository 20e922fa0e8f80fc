"""What neighbours say to an idea: said, changed, taken back, answered."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.projects import permissions, queries, service
from participate.projects.forms import ReplyAnswerForm, ReplyForm, put_error
from participate.projects.rules.replies import NoMoreReplies, takes_replies
from participate.projects.views._hands import seen_idea
from participate.projects.words import ReplyKind

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 30


def register(blueprint: Blueprint) -> None:
    base = "/ideas/<int:idea_id>/replies"
    for path, name, view in (
        ("/new", "new_reply", new_reply),
        ("/<int:reply_id>/edit", "edit_reply", edit_reply),
        ("/<int:reply_id>/remove", "remove_reply", remove_reply),
        ("/<int:reply_id>/answer", "answer_reply", answer_reply),
    ):
        blueprint.add_url_rule(base + path, name, view, methods=["GET", "POST"])


@open_to(residents)
def new_reply(idea_id: int) -> Response:
    """I'd join, I'd do it differently, or this worries me."""
    idea = seen_idea(idea_id)
    if not takes_replies(idea.status):
        raise NoMoreReplies
    if idea.author_id == current_user.id:
        raise NotAllowed
    asked = request.args.get("kind", "")
    form = ReplyForm(list(ReplyKind), kind=asked if asked in list(ReplyKind) else ReplyKind.JOIN.value)
    if form.validate_on_submit():
        try:
            hit(f"reply:{current_user.id}", MOST_A_DAY, A_DAY)
            person = accounts.get_person(current_user.id)
            service.add_reply(person, idea, ReplyKind(form.kind.data), form.words.data or "")
            say(_("Thank you. It stands on the page with your first name."))
            return go("projects.idea", idea_id=idea_id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return _form_page(form, idea, None)


def _form_page(form: ReplyForm, idea: queries.Idea, reply: queries.IdeaReply | None) -> Response:
    return show("projects/reply_form.html", form=form, idea=idea, reply=reply, status=422 if form.errors else 200)


def _reply_of_mine(idea_id: int, reply_id: int) -> tuple[queries.Idea, queries.IdeaReply]:
    """A reply that the reader wrote. Raises NotFound or NotAllowed."""
    idea, reply = seen_idea(idea_id), queries.get_reply(idea_id, reply_id)
    if not permissions.may_change_reply(current_user, reply.person_id):
        raise NotFound if reply.hidden_at is not None else NotAllowed
    return idea, reply


@open_to(residents)
def edit_reply(idea_id: int, reply_id: int) -> Response:
    """Other words for what I said."""
    idea, reply = _reply_of_mine(idea_id, reply_id)
    form = ReplyForm([reply.kind], kind=reply.kind.value, words=reply.words)
    if form.validate_on_submit():
        try:
            service.change_reply(current_user.id, reply, form.words.data or "")
            say(_("Saved."))
            return go("projects.idea", idea_id=idea_id)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return _form_page(form, idea, reply)


@open_to(residents)
def remove_reply(idea_id: int, reply_id: int) -> Response:
    """I take it back, after one question."""
    idea, reply = _reply_of_mine(idea_id, reply_id)
    if request.method == "GET":
        return show("projects/remove_reply.html", idea=idea, reply=reply)
    service.remove_reply(current_user.id, reply)
    say(_("You took it back."))
    return go("projects.idea", idea_id=idea_id)


@open_to(residents)
def answer_reply(idea_id: int, reply_id: int) -> Response:
    """The author of the idea or the hub answers a neighbour."""
    idea, reply = seen_idea(idea_id), queries.get_reply(idea_id, reply_id)
    if not permissions.may_answer_reply(current_user, idea.author_id, idea.hub_id):
        raise NotAllowed
    if reply.hidden_at is not None:
        raise NotFound
    form = ReplyAnswerForm(words=reply.answer)
    if form.validate_on_submit():
        service.answer_reply(current_user.id, reply, form.words.data or "")
        say(_("Thank you. Your answer stands beside it."))
        return go("projects.idea", idea_id=idea_id)
    return show("projects/reply_answer.html", form=form, idea=idea, reply=reply, status=422 if form.errors else 200)
