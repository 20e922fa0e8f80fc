"""Pledges and invitations for the tests."""

from participate.core import clock
from participate.organisations import service
from participate.organisations.models import Pledge
from participate.organisations.service import PledgeFacts
from participate.organisations.words import PledgeKind
from tests.street import Street, add


def build_pledge(street: Street, **more: object) -> Pledge:
    """Ten folding chairs of the school for whoever needs them, unless said otherwise; not committed."""
    now = clock.now()
    facts: dict[str, object] = {
        "organisation_id": street.organisation.id, "kind": PledgeKind.MATERIAL, "words": "folding chairs", "amount": 10,
        "made_by": street.bilal.id, "made_at": now, "changed_at": now,
    }  # fmt: skip
    made = Pledge(**(facts | more))
    add(made)
    return made


def hours(words: str = "somebody who can sew", amount: int = 4) -> PledgeFacts:
    """So many hours of somebody."""
    return PledgeFacts(PledgeKind.TIME, words, amount)


def build_invite(street: Street) -> str:
    """The secret of a link that Bilal made."""
    return service.invite(street.bilal.id, street.organisation)
