"""An admin gives and takes roles."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries, service
from participate.accounts.forms import EndForm, GrantForm
from participate.accounts.words import Role
from participate.core.errors import NotFound
from participate.core.guards import admins, open_to
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.places import queries as places

GIVEN = (Role.STAFF, Role.SAFEGUARDING, Role.OFFICER, Role.ADMIN)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/roles", "roles", roles, methods=["GET", "POST"])
    blueprint.add_url_rule("/roles/<int:held_id>/end", "end_role", end_role, methods=["POST"])


@open_to(admins)
def roles() -> Response:
    """Who is staff, safeguarding, officer or admin; give one more."""
    hubs = [(str(hub.id), hub.name) for hub in places.list_hubs()]
    form = GrantForm([(role.value, _(role.label)) for role in GIVEN], hubs)
    if form.validate_on_submit():
        known = queries.list_at_contact(form.contact.channel, form.contact.contact)
        if len(known) == 1:
            role = Role(form.role.data)
            subject = f"hub:{form.hub.data}" if role in (Role.STAFF, Role.SAFEGUARDING) else ""
            service.grant(current_user.id, known[0], role, subject)
            say(_("%(name)s now has this role.", name=known[0].name))
            return go("accounts.roles")
        form.contact.errors = [_("No single person has this e-mail. They need to join first.")]
    held = queries.page_of_roles(GIVEN, asked_page())
    names = {f"hub:{key}": name for key, name in hubs}
    return show(
        "accounts/roles.html",
        form=form,
        held=held,
        hubs=names,
        end=EndForm(),
        status=422 if form.errors else 200,
    )


@open_to(admins)
def end_role(held_id: int) -> Response:
    """Take a role back. Nobody takes her own admin role: somebody must remain."""
    held = queries.find_role(held_id)
    if held is None or held.role not in GIVEN:
        raise NotFound
    if held.person_id == current_user.id and held.role is Role.ADMIN:
        say(_("Ask another admin to take your own role."), "bad")
        return go("accounts.roles")
    service.revoke(current_user.id, queries.get_person(held.person_id), held.role, held.subject)
    say(_("Done."))
    return go("accounts.roles")
