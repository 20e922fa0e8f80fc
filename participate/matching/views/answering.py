"""She answers a suggestion: not for me because …, more like this, and as if I had said nothing."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.out_of_sight import show_now
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, wants_fragment
from participate.core.paging import asked_page
from participate.matching import queries, service
from participate.matching.forms import ReasonForm
from participate.matching.queries.answers import answers_of
from participate.matching.queries.things import Named, names_of
from participate.matching.rules import KINDS_FOR_PERSON
from participate.matching.views.for_you import A_PAGE, Done, asked_values, page_of
from participate.matching.words import Because, Kind
from participate.places import here

CHOICES = {kind.value: kind for kind in KINDS_FOR_PERSON}


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("not", "not_for_me", not_for_me),
        ("more", "more_like", more_like),
        ("back", "take_back", take_back),
    ):
        blueprint.add_url_rule(f"/for-you/<what>/<int:thing_id>/{path}", name, view, methods=["POST"])


@open_to(residents)
def not_for_me(what: str, thing_id: int) -> Response:
    """This is not for me, because …"""
    form = ReasonForm()
    if not form.validate_on_submit():
        say(_("Please say why it is not for you: choose one."), "bad")
        return go("matching.for_you", **asked_values())
    because = Because(form.reason.data)
    named = _suggested(what, thing_id)
    if named is None:
        return _gone()
    service.not_for_me(current_user.id, named.kind, named.id, because)
    return _answered(named, because)


@open_to(residents)
def more_like(what: str, thing_id: int) -> Response:
    """I would like more like this."""
    named = _suggested(what, thing_id)
    if named is None:
        return _gone()
    service.more_like(current_user.id, named.kind, named.id)
    return _answered(named, None)


@open_to(residents)
def take_back(what: str, thing_id: int) -> Response:
    """As if I had said nothing about it."""
    service.take_back(current_user.id, _kind(what), thing_id)
    say(_("Taken back. It is as if you had said nothing."))
    if "thinking" in request.args:
        return go("matching.what_we_think")
    return go("matching.for_you", **_back())


def _kind(what: str) -> Kind:
    """Raises NotFound for what is never suggested."""
    if what not in CHOICES:
        raise NotFound
    return CHOICES[what]


def _suggested(what: str, thing_id: int) -> Named | None:
    """The thing, if it may be seen. A neighbour only while she is among my suggestions: nobody else is named to me."""
    kind, subject = _kind(what), f"{what}:{thing_id}"
    show_now()
    if kind is Kind.PERSON:
        found = queries.suggestions_for_person(current_user.id, here.find(), kinds=(kind,))
        if subject not in {one.group for one in found.suggestions}:
            return None
    return names_of([subject]).get(subject)


def _gone() -> Response:
    say(_("That one has gone from your list already."))
    return go("matching.for_you", **_back())


def _answered(named: Named, because: Because | None) -> Response:
    """With scripts the list as it is now, with a line where the card was; without, the page anew."""
    if wants_fragment():
        done = Done(named.kind, named.id, named.name, because, _place())
        return page_of(answers_of(current_user.id), done)
    return go("matching.for_you", answered=f"{named.kind}:{named.id}", **_back())


def _place() -> int:
    """Where on the page the card stood, from `?at=`."""
    at = request.args.get("at", "")
    return min(int(at), A_PAGE) if at.isascii() and at.isdecimal() and len(at) < 4 else 0


def _back() -> dict[str, object]:
    """The tab and the page from which she came."""
    number = asked_page()
    return {**asked_values(), **({"page": number} if number > 1 else {})}
