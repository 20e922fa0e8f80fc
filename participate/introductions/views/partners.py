"""A partner introduces somebody, who said yes, to the host of a session."""

from flask import Blueprint, current_app
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.accounts.words import ConsentHow
from participate.core.config import Settings
from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.introductions import service
from participate.introductions.forms import PartnerForm
from participate.introductions.service import Consented
from participate.organisations import queries as organisations
from participate.organisations.permissions import may_change_organisation
from participate.places import here
from participate.places import queries as places
from participate.places.forms import put_error
from participate.sessions import queries as sessions

A_DAY, DAY = 10, 86_400
MOST, MINUTES = 20, 30


def register(blueprint: Blueprint) -> None:
    path = "/organisations/<int:organisation_id>/introduce"
    blueprint.add_url_rule(path, "for_partner", for_partner, methods=["GET", "POST"])


@open_to(residents)
def for_partner(organisation_id: int) -> Response:
    """Somebody we know would like to meet the host of a session: what she said yes to, and nothing else."""
    held = organisations.get_organisation(organisation_id)
    speaks = organisations.ids_spoken_for(current_user.id)
    if not may_change_organisation(current_user, organisation_id, speaks):
        raise NotAllowed
    settings: Settings = current_app.extensions["settings"]
    hosts = _hosts()
    form = PartnerForm([(str(number), words) for number, (words, _host) in hosts.items()], settings.can_text)
    if form.validate_on_submit():
        hit(f"introduce:{current_user.id}", A_DAY, DAY)
        chosen = int(form.session.data)
        try:
            who = Consented(form.name.data or "", form.contact.channel, form.contact.contact, ConsentHow(form.how.data))
            service.introduce_for(
                current_user.id, organisation_id, who, hosts[chosen][1], form.words.data or "", MINUTES,
                f"session:{chosen}",
            )  # fmt: skip
        except RuleBroken as broken:
            put_error(form.session, broken)
        else:
            say(_("Thank you. We ask the host and tell them both. Nobody hears who sent them."))
            return go("organisations.organisation", organisation_id=organisation_id)
    return show("introductions/for_partner.html", form=form, held=held, status=422 if form.errors else 200)


def _hosts() -> dict[int, tuple[str, int]]:
    """The sessions of this week that somebody welcomes people to: id → (words, the host’s id)."""
    place = here.find()
    near = places.wards_near(place.ward_id) if place.ward_id is not None else []
    cards = sessions.list_this_week(near, size=MOST).items
    welcomed = sessions.host_ids_of(each.id for each in cards)
    names = accounts.first_names_of(welcomed.values())
    apart = accounts.ids_apart(current_user.id)
    found = {}
    for card in cards:
        host_id = welcomed.get(card.id, 0)
        if host_id in names and host_id not in apart and host_id != current_user.id:
            when = date_line(card.starts_at)
            words = _("%(session)s, %(when)s, with %(name)s", session=card.name, when=when, name=names[host_id])
            found[card.id] = (words, host_id)
    return found
