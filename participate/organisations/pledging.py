"""What every page on which a partner pledges something does alike: for whom one speaks, and what the form says."""

from flask import request
from flask_login import current_user

from participate.core.errors import NotAllowed
from participate.organisations import permissions, queries
from participate.organisations.forms import Choices, PledgeForm
from participate.organisations.service import PledgeFacts
from participate.organisations.words import PledgeKind

LONGEST_NUMBER = 10  # digits


def partners_spoken_for() -> Choices:
    """The partners in whose name the reader may pledge: those she speaks for, and for staff the one in `?for=`.

    Raises NotAllowed where there is none.
    """
    ids, asked = set(queries.ids_spoken_for(current_user.id)), request.values.get("for", "")
    if asked.isascii() and asked.isdecimal() and len(asked) < LONGEST_NUMBER and permissions.is_staff(current_user):
        ids = {int(asked)}
    found = sorted((card.name, number) for number, card in queries.names_of(ids).items())
    if not found:
        raise NotAllowed
    return [(str(number), name) for name, number in found]


def pledge_form(kind: PledgeKind | None = None, words: str = "") -> PledgeForm:
    """The form, filled with what is likely. Raises NotAllowed."""
    partners = partners_spoken_for()
    likely = {"kind": kind.value} if kind is not None else {}
    form = PledgeForm(partners, amount=1, words=words, **likely)
    if len(partners) == 1:
        form.organisation.data = partners[0][0]
    return form


def facts_of(form: PledgeForm) -> PledgeFacts:
    """What a form that holds says."""
    return PledgeFacts(PledgeKind(form.kind.data), form.words.data or "", form.amount.data or 1)


def partner_of(form: PledgeForm) -> queries.Organisation:
    """For whom it was said."""
    return queries.get_organisation(int(form.organisation.data))


def known_before() -> int:
    """How many were given by what the page in the reader's hand said; -1, which never is true, for anything else."""
    typed = request.form.get("known", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < LONGEST_NUMBER else -1
