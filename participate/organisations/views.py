"""Pages of the organisations."""

from datetime import date

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.rules import BadContact, read_contact
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import anyone, open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.materials import queries as materials
from participate.organisations import permissions, queries, service
from participate.organisations.forms import OrganisationForm, SpeakerForm
from participate.organisations.rules import website_of
from participate.organisations.words import OrganisationKind
from participate.places import queries as places
from participate.places.forms import put_error
from participate.places.rules import PostcodeProblem
from participate.places.service import spot_of
from participate.projects import queries as projects
from participate.spaces import queries as spaces

blueprint = Blueprint("organisations", __name__)
blueprint.add_app_template_filter(date.fromisoformat, "iso_date")  # a letter's facts are JSON
MOST_SHOWN = 6


@blueprint.get("/organisations")
@open_to(anyone)
def index() -> Response:
    """The partners, by name."""
    asked = request.args.get("kind", "")
    kind = OrganisationKind(asked) if asked in list(OrganisationKind) else None
    is_staff = permissions.is_staff(current_user)
    page = queries.list_organisations(kind, asked_page(), with_hidden=is_staff)
    return show("organisations/index.html", page=page, kind=kind, kinds=list(OrganisationKind), may_add=is_staff)


@blueprint.get("/organisations/<int:organisation_id>")
@open_to(anyone)
def organisation(organisation_id: int) -> Response:
    """One partner: who they are, what they offer."""
    found, speaks_for = queries.get_organisation(organisation_id), queries.ids_spoken_for(current_user.id)
    may_change = permissions.may_change_organisation(current_user, organisation_id, speaks_for)
    if found.hidden_at is not None and not may_change:
        raise NotFound
    return show(
        "organisations/organisation.html",
        organisation=found,
        may_change=may_change,
        may_name=permissions.may_name_speakers(current_user),
        spaces=spaces.list_of_organisation(organisation_id, MOST_SHOWN),
        projects=projects.list_of_organisation(organisation_id, MOST_SHOWN),
        materials=materials.list_of_organisation(organisation_id, MOST_SHOWN),
        hub=places.nearest_hub(found.ward_id, found.square),
    )


@blueprint.route("/organisations/new", methods=["GET", "POST"])
@open_to(staff)
def new() -> Response:
    """Bring a partner in."""
    form = OrganisationForm(_wards())
    if form.validate_on_submit():
        try:
            made = service.add(current_user.id, _facts(form, None))
            say(_("Saved. Now say who speaks for them."))
            return go("organisations.speakers", organisation_id=made.id)
        except (PostcodeProblem, service.NameTaken) as broken:
            put_error(form.name if isinstance(broken, service.NameTaken) else form.postcode, broken)
    return show("organisations/form.html", form=form, organisation=None, status=422 if form.errors else 200)


@blueprint.route("/organisations/<int:organisation_id>/edit", methods=["GET", "POST"])
@open_to(residents)
def edit(organisation_id: int) -> Response:
    """Keep the page of my organisation true."""
    found = _mine(organisation_id)
    filled = {name: getattr(found, name) for name in ("name", "kind", "about", "offers", "website")}
    form = OrganisationForm(_wards(), ward=str(found.ward_id or ""), **filled)
    if form.validate_on_submit():
        try:
            service.change(current_user.id, found, _facts(form, found))
            say(_("Saved."))
            return go("organisations.organisation", organisation_id=organisation_id)
        except (PostcodeProblem, service.NameTaken) as broken:
            put_error(form.name if isinstance(broken, service.NameTaken) else form.postcode, broken)
    return show("organisations/form.html", form=form, organisation=found, status=422 if form.errors else 200)


@blueprint.route("/organisations/<int:organisation_id>/people", methods=["GET", "POST"])
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


@blueprint.post("/organisations/<int:organisation_id>/people/<int:person_id>/remove")
@open_to(staff)
def unname(organisation_id: int, person_id: int) -> Response:
    """She no longer speaks for them."""
    service.unname_speaker(current_user.id, queries.get_organisation(organisation_id), person_id)
    say(_("Saved. They no longer speak for this organisation."))
    return go("organisations.speakers", organisation_id=organisation_id)


def _mine(organisation_id: int) -> queries.Organisation:
    """The organisation, for somebody who may change it. Raises NotFound or NotAllowed."""
    found, speaks_for = queries.get_organisation(organisation_id), queries.ids_spoken_for(current_user.id)
    if permissions.may_change_organisation(current_user, organisation_id, speaks_for):
        return found
    raise NotAllowed if found.hidden_at is None else NotFound


def _facts(form: OrganisationForm, before: queries.Organisation | None) -> service.OrganisationFacts:
    """What the form says. Raises PostcodeProblem."""
    ward_id, square = int(form.ward.data) if form.ward.data else None, None
    if form.postcode.data:
        spot = spot_of(form.postcode.data)
        ward_id, square = spot.ward_id, spot.square
    elif before is not None and before.ward_id == ward_id:
        square = before.square
    return service.OrganisationFacts(
        name=form.name.data or "", kind=OrganisationKind(form.kind.data), about=form.about.data or "",
        offers=form.offers.data or "", website=website_of(form.website.data or ""), ward_id=ward_id, square=square,
    )  # fmt: skip


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


def _wards() -> list[tuple[str, str]]:
    return [(str(ward.id), ward.name) for ward in places.list_wards()]
