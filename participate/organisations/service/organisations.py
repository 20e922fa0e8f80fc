"""An organisation comes in, changes, is hidden and comes back."""

from dataclasses import asdict, dataclass

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.organisations import queries
from participate.organisations.models import Organisation
from participate.organisations.words import OrganisationKind


class NameTaken(RuleBroken):
    """Another organisation has this name."""

    message = mark("There is an organisation with this name already.")


@dataclass(frozen=True)
class OrganisationFacts:
    """What an organisation's page says. `website` is a whole address or ""."""

    name: str
    kind: OrganisationKind
    about: str = ""
    offers: str = ""
    website: str = ""
    ward_id: int | None = None
    square: int | None = None


def add(actor_id: int | None, facts: OrganisationFacts) -> Organisation:
    """A new organisation. Raises NameTaken."""
    if queries.has_name(facts.name):
        raise NameTaken
    organisation = Organisation(**asdict(facts), made_at=clock.now())
    db.session.add(organisation)
    db.session.flush()
    record(actor_id, "made", "organisation", organisation.id)
    return organisation


def change(actor_id: int | None, organisation: Organisation, facts: OrganisationFacts) -> None:
    """Other facts about an organisation. Raises NameTaken."""
    if queries.has_name(facts.name, but=organisation.id):
        raise NameTaken
    for name, value in asdict(facts).items():
        setattr(organisation, name, value)
    record(actor_id, "changed", "organisation", organisation.id)
    db.session.flush()


def hide(actor_id: int | None, organisation: Organisation, reason: str) -> None:
    """Take an organisation, and with it whatever is offered in its name, off every page."""
    organisation.hidden_at, organisation.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "organisation", organisation.id)
    db.session.flush()


def restore(actor_id: int | None, organisation: Organisation) -> None:
    """Show an organisation again."""
    organisation.hidden_at, organisation.hidden_because = None, ""
    record(actor_id, "restored", "organisation", organisation.id)
    db.session.flush()
