"""Who speaks for a partner: the list that staff keep, and leaving."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.rules import BadContact, read_contact
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.organisations import queries, service
from participate.organisations.forms import SpeakerForm
from participate.organisations.views._hands import seen


def register(blueprint: Blueprint) -> None:
    base = "/organisations/<int:organisation_id>"
    blueprint.add_url_rule(f"{base}/people", "speakers", speakers, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{base}/people/<int:person_id>/remove", "unname", unname, methods=["POST"])
    blueprint.add_url_rule(f"{base}/leave", "leave", leave, methods=["POST"])


@open_to(staff)
def speakers(organisation_id: int) -> Response:
    """Say who speaks for a partner."""
    found, form = queries.get_organisation(organisation_id), SpeakerForm()
    known = _known_at(form.email.data or "")
    form.person.choices = [(str(person.id), person.name) for person in known] if len(known) > 1 else []
    if form.validate_on_submit():
        person = _chosen(form, known)
        if person is not None:
            service.name_speaker(current_user.id, found, person)
            say(_("%(name)s speaks for them now.", name=person.first_name))
            return go("organisations.speakers", organisation_id=organisation_id)
    return show(
        "organisations/speakers.html",
        form=form,
        organisation=found,
        speakers=queries.list_speakers(organisation_id),
        status=422 if form.errors else 200,
    )


@open_to(staff)
def unname(organisation_id: int, person_id: int) -> Response:
    """She no longer speaks for them."""
    service.unname_speaker(current_user.id, queries.get_organisation(organisation_id), person_id)
    say(_("Saved. They no longer speak for this organisation."))
    return go("organisations.speakers", organisation_id=organisation_id)


@open_to(residents)
def leave(organisation_id: int) -> Response:
    """I no longer speak for them."""
    found, view = seen(organisation_id)
    if not view.speaks:
        raise NotFound
    service.unname_speaker(current_user.id, found, current_user.id)
    say(_("You no longer speak for %(name)s. Thank you for all you did.", name=found.name))
    return go("organisations.index")


def _known_at(typed: str) -> list[accounts.Person]:
    try:
        channel, contact = read_contact(typed, can_text=True)
    except BadContact:
        return []
    return list(accounts.list_at_contact(channel, contact))


def _chosen(form: SpeakerForm, known: list[accounts.Person]) -> accounts.Person | None:
    """The person who is meant; None when the form has to come back, with the reason beside the field."""
    if not known:
        form.email.errors = [_("Nobody here has this address. Ask them to join first, or look at it again.")]
    elif len(known) > 1 and not form.person.data:
        form.person.errors = [_("Choose who it is.")]
    else:
        return next((person for person in known if len(known) == 1 or str(person.id) == form.person.data), None)
    return None
