"""Sealed cases, for safeguarding leads alone. Each look is noted before anything is shown; if it cannot be, nothing is.

A lead opens the cases of her hub, never one that is about her, that she told, or from which she stepped aside.
"""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.audit.service import record_look
from participate.core import clock
from participate.core.guards import open_to, safeguarding
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.moderation import queries, service
from participate.moderation.forms import CloseForm, LinkForm, NoteForm
from participate.moderation.words import WorryOutcome
from participate.places import queries as places


def register(blueprint: Blueprint) -> None:
    page = "/cases/<int:worry_id>"
    blueprint.add_url_rule("/cases", "cases", cases)
    blueprint.add_url_rule(page, "case", case)
    for path, name, view in (
        ("take", "take_case", take), ("note", "note_case", note), ("link", "link_case", link),
        ("step-aside", "step_aside", step_aside), ("close", "close_case", close), ("reopen", "reopen_case", reopen),
    ):  # fmt: skip
        blueprint.add_url_rule(f"{page}/{path}", name, view, methods=["POST"])


@open_to(safeguarding)
def cases() -> Response:
    """The cases that wait or are in hand, the oldest first; or the closed ones. No word of what was told."""
    record_look(current_user.id, "worry", 0)
    closed = request.args.get("closed") == "1"
    page = queries.page_of_worries(current_user, asked_page(), closed=closed)
    names = accounts.first_names_of(each.taken_by for each in page.items if each.taken_by is not None)
    hubs = {hub.id: hub for hub in places.list_hubs()}
    due = {each.id: service.read_by(hubs.get(each.hub_id or 0), each.made_at) for each in page.items}
    return show(
        "moderation/cases.html", page=page, closed=closed, names=names, hubs=hubs, due=due, now=clock.now()
    )  # fmt: skip


@open_to(safeguarding)
def case(worry_id: int) -> Response:
    """One case."""
    return _page(worry_id)


@open_to(safeguarding)
def take(worry_id: int) -> Response:
    """She answers for it; with `over`, instead of a colleague."""
    over = request.form.get("over") == "1"
    service.take_worry(current_user.id, queries.get_worry(current_user, worry_id), over=over)
    say(_("It is in your hands."))
    return go("moderation.case", worry_id=worry_id)


@open_to(safeguarding)
def note(worry_id: int) -> Response:
    """What was done or heard."""
    form = NoteForm()
    if not form.validate_on_submit():
        return _page(worry_id, noting=form)
    service.note_worry(current_user.id, queries.get_worry(current_user, worry_id), form.words.data or "")
    say(_("Noted."))
    return go("moderation.case", worry_id=worry_id)


@open_to(safeguarding)
def link(worry_id: int) -> Response:
    """Whom it is about, found by a contact; or nobody we know."""
    found, form = queries.get_worry(current_user, worry_id), LinkForm()
    if request.form.get("nobody") == "1":
        service.link_worry(current_user.id, found, None)
        return go("moderation.case", worry_id=worry_id)
    about = _known(form) if form.validate_on_submit() else None
    if about is None:
        return _page(worry_id, linking=form)
    service.link_worry(current_user.id, found, about)
    if about.id == current_user.id:
        say(_("It is about you, so a colleague answers for it."))
        return go("moderation.cases")
    return go("moderation.case", worry_id=worry_id)


@open_to(safeguarding)
def step_aside(worry_id: int) -> Response:
    """It is about her or somebody close to her: she never opens it again."""
    service.step_aside(current_user.id, queries.get_worry(current_user, worry_id))
    say(_("Thank you. A colleague answers for it, and you do not open it again."))
    return go("moderation.cases")


@open_to(safeguarding)
def close(worry_id: int) -> Response:
    """How it ended."""
    form = CloseForm()
    if not form.validate_on_submit():
        return _page(worry_id, closing=form)
    found, words = queries.get_worry(current_user, worry_id), form.ending.data or ""
    service.close_worry(current_user.id, found, WorryOutcome(form.outcome.data), words)
    say(_("Closed."))
    return go("moderation.cases")


@open_to(safeguarding)
def reopen(worry_id: int) -> Response:
    """Something came up."""
    service.reopen_worry(current_user.id, queries.get_worry(current_user, worry_id))
    say(_("Open again, and in your hands."))
    return go("moderation.case", worry_id=worry_id)


def _known(form: LinkForm) -> accounts.Person | None:
    """The one person at this contact; else what is wrong stands beside the field."""
    people = accounts.list_at_contact(form.contact.channel, form.contact.contact)
    if len(people) == 1:
        return people[0]
    form.contact.errors = [
        _("More than one person has this contact. Try the other one.") if people
        else _("We know nobody with this contact. Write down in a note what you know.")
    ]  # fmt: skip
    return None


def _page(
    worry_id: int, *, noting: NoteForm | None = None, linking: LinkForm | None = None, closing: CloseForm | None = None
) -> Response:
    """The case, after the look is noted. One of the forms may have come back."""
    found = queries.get_worry(current_user, worry_id)
    record_look(current_user.id, "worry", worry_id)
    back = next((form for form in (noting, linking, closing) if form is not None), None)
    people = accounts.list_persons(
        each for each in (found.teller_id, found.about_id, found.taken_by, *(n.made_by for n in found.notes)) if each
    )
    return show(
        "moderation/case.html", case=found, people=people, hub=places.find_hub(found.hub_id), back=back,
        noting=noting or NoteForm(formdata=None), linking=linking or LinkForm(formdata=None),
        closing=closing or CloseForm(formdata=None), due=service.read_by(places.find_hub(found.hub_id), found.made_at),
        now=clock.now(), status=422 if back is not None else 200,
    )  # fmt: skip
