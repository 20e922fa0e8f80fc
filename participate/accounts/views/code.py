"""The code, and the questions after it: which of you, or who are you. A GET never uses a code up."""

from flask import Blueprint, session
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.accounts import queries, rules, service
from participate.accounts.forms import AboutForm, CodeForm, EndForm, WhichForm
from participate.accounts.throttle import hit
from participate.accounts.views._steps import code_at_hand, enter, network, settings, ward_choices
from participate.accounts.views.join import PER_CONTACT, PER_NETWORK, QUARTER
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show
from participate.places import here

NEW = "new"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/code", "code", code, methods=["GET", "POST"])
    blueprint.add_url_rule("/code/again", "code_again", code_again, methods=["POST"])
    blueprint.add_url_rule("/code/who", "which", which, methods=["GET", "POST"])
    blueprint.add_url_rule("/code/about", "about", about, methods=["GET", "POST"])


@open_to(anyone)
def code() -> Response:
    """Write the six digits."""
    asked = code_at_hand()
    if asked is None:
        return go("accounts.sign_in")
    if asked.proved_at is not None:
        return go("accounts.which")
    form, channel, to = CodeForm(), asked.channel, rules.masked(asked.channel, asked.contact)
    if form.validate_on_submit():
        code_id = asked.id
        try:
            service.open_door(asked, session.get("code_secret", ""), form.digits)
            return _after(asked)
        except (rules.CodeWrong, rules.CodeSpent) as refused:
            service.wrong_code(code_id)
            form.code.errors = [_(refused.message, **refused.facts)]
    return show(
        "accounts/code.html", form=form, again=EndForm(), channel=channel, to=to, demo=settings().letters_on_page,
        status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(anyone)
def code_again() -> Response:
    """Send a new code to the same contact; the old one is void."""
    asked = code_at_hand()
    if asked is None or asked.proved_at is not None or not EndForm().validate_on_submit():
        return go("accounts.sign_in")
    use, channel, contact, draft = asked.use, asked.channel, asked.contact, dict(asked.draft)
    hit(f"ask-net:{network()}", PER_NETWORK, QUARTER)
    hit(f"ask:{contact}", PER_CONTACT, QUARTER)
    session["code"], session["code_secret"] = service.ask_code(use, channel, contact, draft)
    say(_("We sent a new code. The old one no longer works."))
    return go("accounts.code")


def _after(asked: queries.Code) -> Response:
    """A code was proved: straight in where it is clear who she is, else the question."""
    known = queries.list_at_contact(asked.channel, asked.contact)
    if queries.has_suspended(asked.channel, asked.contact):
        return go("accounts.which")
    if not known and asked.draft.get("name"):
        return enter(_join(asked), asked)
    if len(known) == 1 and (not asked.draft.get("name") or known[0].name == asked.draft["name"]):
        return enter(known[0], asked)
    return go("accounts.which" if known else "accounts.about")


def _join(asked: queries.Code) -> queries.Person:
    draft = asked.draft
    return service.join(draft["name"], asked.channel, asked.contact, draft["ward_id"], None)


def _proved() -> queries.Code | None:
    asked = code_at_hand()
    return asked if asked is not None and asked.proved_at is not None else None


@open_to(anyone)
def which() -> Response:
    """Two adults may share a contact: which of them is here?"""
    asked = _proved()
    if asked is None:
        return go("accounts.sign_in")
    known = queries.list_at_contact(asked.channel, asked.contact)
    if queries.has_suspended(asked.channel, asked.contact) and not known:
        return show("accounts/paused.html", status=403)
    form = WhichForm()
    name = asked.draft.get("name")
    newcomer = _("%(name)s (I am new here)", name=name) if name else _("Somebody else: I am new here")
    form.person.choices = [(str(person.id), person.name) for person in known] + [(NEW, newcomer)]
    if not form.validate_on_submit():
        return show("accounts/which.html", form=form, status=422 if form.errors else 200)
    if form.person.data == NEW:
        return enter(_join(asked), asked) if name else go("accounts.about")
    return enter(next(person for person in known if str(person.id) == form.person.data), asked)


@open_to(anyone)
def about() -> Response:
    """The contact is proved, and nobody has it yet: a name, a neighbourhood, an adult tick."""
    asked = _proved()
    if asked is None:
        return go("accounts.sign_in")
    form = AboutForm(ward_choices(), ward=str(here.find().ward_id or ""))
    if not form.validate_on_submit():
        return show("accounts/about.html", form=form, draft=session.get("draft"), status=422 if form.errors else 200)
    person = service.join(form.name.data or "", asked.channel, asked.contact, int(form.ward.data), None)
    return enter(person, asked)
