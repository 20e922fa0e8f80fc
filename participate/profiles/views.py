"""Pages of what a person likes, can show, when she is free and what she speaks. Hers alone."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import language
from participate.places.forms import put_error
from participate.profiles import queries, service
from participate.profiles.forms import LanguagesForm, PostingForm, TimesForm
from participate.profiles.permissions import may_change
from participate.profiles.rules import TooManyPostings
from participate.profiles.vocabulary import load
from participate.profiles.words import PartOfDay, PostingKind

blueprint = Blueprint("profiles", __name__)


@blueprint.route("/mine/words", methods=["GET", "POST"])
@open_to(residents)
def words() -> Response:
    """What I like and can show: my lines, and one more."""
    form = PostingForm()
    if form.validate_on_submit():
        try:
            kind = PostingKind(form.kind.data)
            service.add(current_user.id, current_user.id, kind, form.words.data or "", form.wants_to_learn.data)
            say(_("Kept. It counts in your suggestions from now on."))
            return go("profiles.words")
        except TooManyPostings as broken:
            put_error(form.words, broken)
    return _words_page(form)


def _words_page(form: PostingForm) -> Response:
    postings = queries.list_postings(current_user.id)
    said = ". ".join(posting.words for posting in postings)
    return show(
        "profiles/words.html",
        form=form,
        lines={kind: [posting for posting in postings if posting.kind is kind] for kind in PostingKind},
        today=clock.today(),
        to_add=load().words_to_add(said, language()),
        times=queries.free_times(current_user.id),
        spoken=queries.languages(current_user.id),
        status=422 if form.errors else 200,
    )


def _mine(posting_id: int) -> queries.Posting:
    """One of my lines. Raises NotFound for anybody else's: nobody may know of it."""
    found = queries.get_posting(posting_id)
    if not may_change(current_user, found.person_id):
        raise NotFound
    return found


@blueprint.route("/mine/words/<int:posting_id>", methods=["GET", "POST"])
@open_to(residents)
def edit(posting_id: int) -> Response:
    """Other words for one of my lines."""
    found = _mine(posting_id)
    form = PostingForm(obj=found)
    if form.validate_on_submit():
        kind = PostingKind(form.kind.data)
        service.change(current_user.id, found, kind, form.words.data or "", form.wants_to_learn.data)
        say(_("Saved."))
        return go("profiles.words")
    return show("profiles/edit.html", form=form, posting=found, status=422 if form.errors else 200)


@blueprint.post("/mine/words/<int:posting_id>/remove")
@open_to(residents)
def remove(posting_id: int) -> Response:
    """Take one of my lines away."""
    service.remove(current_user.id, _mine(posting_id))
    say(_("It is gone."))
    return go("profiles.words")


@blueprint.route("/mine/words/still", methods=["GET", "POST"])
@open_to(residents)
def still() -> Response:
    """Are my lines still true? One press for all of them, or line by line."""
    asked = queries.list_to_ask(current_user.id)
    if request.method == "GET":
        return show("profiles/still.html", asked=asked, today=clock.today())
    yes, no = request.form.get("yes", ""), request.form.get("no", "")
    kept = [posting for posting in asked if yes in ("all", str(posting.id))]
    gone = [posting for posting in asked if no == str(posting.id)]
    for posting in kept:
        service.confirm(current_user.id, posting)
    for posting in gone:
        service.remove(current_user.id, posting)
    if kept:
        say(ngettext("Thank you. One line stays.", "Thank you. %(num)s lines stay.", len(kept)))
    if gone:
        say(_("It is gone."))
    return go("profiles.still" if len(asked) > len(kept) + len(gone) else "profiles.words")


@blueprint.route("/mine/times", methods=["GET", "POST"])
@open_to(residents)
def times() -> Response:
    """When I am usually free."""
    form = TimesForm(queries.free_times(current_user.id))
    if form.validate_on_submit():
        service.set_free_times(current_user.id, current_user.id, form.times)
        say(_("Saved."))
        return go("profiles.words")
    return show("profiles/times.html", form=form, parts=tuple(PartOfDay), status=422 if form.errors else 200)


@blueprint.route("/mine/languages", methods=["GET", "POST"])
@open_to(residents)
def languages() -> Response:
    """What I speak."""
    form = LanguagesForm(data={"spoken": queries.languages(current_user.id)})
    if form.validate_on_submit():
        service.set_languages(current_user.id, current_user.id, form.spoken.data or [])
        say(_("Saved."))
        return go("profiles.words")
    return show("profiles/languages.html", form=form, status=422 if form.errors else 200)
