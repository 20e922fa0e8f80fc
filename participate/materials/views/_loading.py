"""What the pages of loans share: which loan, how the reader stands to it, what it is for."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_login import current_user

from participate.core.errors import NotAllowed, NotFound
from participate.materials import permissions, queries
from participate.materials.words import Deal
from participate.organisations import offering
from participate.organisations import permissions as offers
from participate.organisations import queries as organisations
from participate.places import queries as places
from participate.projects import queries as projects
from participate.sessions import queries as sessions


@dataclass(frozen=True)
class Reader:
    """How the reader stands to a loan: whether it is hers, and whether she looks after the thing."""

    loan: queries.Loan
    borrows: bool
    keeps: bool


def looks_after(material: queries.Material) -> bool:
    """Whether the reader answers for a thing, hidden or not."""
    return offers.may_look_after(current_user, material, organisations.ids_spoken_for(current_user.id))


def loan_for_reader(loan_id: int) -> Reader:
    """The loan, if the reader may see it. Raises NotFound."""
    loan = queries.get_loan(loan_id)
    borrows, keeps = loan.person_id == current_user.id, looks_after(loan.material)
    if not permissions.may_see_loan(borrows=borrows, looks_after=keeps):
        raise NotFound
    return Reader(loan, borrows, keeps)


def my_loan(loan_id: int) -> queries.Loan:
    """The reader's own loan. Raises NotFound, NotAllowed."""
    reader = loan_for_reader(loan_id)
    if not reader.borrows:
        raise NotAllowed
    return reader.loan


def loan_in_hand(loan_id: int) -> queries.Loan:
    """A loan of a thing that the reader looks after. Raises NotFound, NotAllowed."""
    reader = loan_for_reader(loan_id)
    if not reader.keeps:
        raise NotAllowed
    return reader.loan


def lent_in_hand(material_id: int) -> queries.Material:
    """A thing that is lent and that the reader looks after. Raises NotFound, NotAllowed."""
    found = queries.get_material(material_id)
    offering.take_in_hand(found)
    if found.deal is not Deal.LEND:
        raise NotFound
    return found


def my_names() -> queries.Keeps:
    """In whose names the reader lends."""
    every = places.list_hubs() if current_user.holds("staff") else []
    hubs = [hub.id for hub in every if current_user.holds("staff", f"hub:{hub.id}")]
    return queries.Keeps(current_user.id, organisations.ids_spoken_for(current_user.id), hubs)


def purpose_of(thing: queries.Loan | queries.Material) -> tuple[str, str]:
    """What a loan or a wish is for, as words and address; empty when it is for herself or that is gone."""
    kind, _colon, number = thing.subject.partition(":")
    if kind == "session" and (session := sessions.find_session(int(number))) is not None:
        return session.name, url_for("sessions.session", session_id=session.id)
    if kind == "project" and (project := projects.find_project(int(number))) is not None:
        return project.name, url_for("projects.show", project_id=project.id)
    return "", ""


def my_purposes() -> list[tuple[str, str]]:
    """What the reader may borrow for beside herself: her projects."""
    return [
        (f"project:{each.project_id}", _("For “%(name)s”", name=each.name))
        for each in projects.list_taking(current_user.id)
    ]
