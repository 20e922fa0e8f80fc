"""What is asked of the hub's spaces and things, and what is not back."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, case, literal, or_

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import Moment
from participate.desk.queries.area import Area
from participate.desk.queries.sources._line import Line, risk, start_of_day
from participate.desk.queries.sources.read import late_or_usual
from participate.desk.words import Risk, WaitKind
from participate.materials.models import Loan, Material
from participate.materials.words import LoanStatus
from participate.spaces.models import Booking, Space
from participate.spaces.words import BookingStatus

SOON = timedelta(days=1)


def bookings(area: Area) -> Select[Any]:
    """Bookings of the hubs' spaces, and of those that she keeps herself, that wait for yes or no."""
    late = Booking.changed_at < area.late_since(Space.hub_id)
    soon = Booking.starts_at < literal(area.now + SOON, Moment)
    line = Line(
        kind=WaitKind.BOOKING, id=Booking.id, title=Space.name, who=Person.name, note=Booking.label,
        person=Booking.person_id, hub=Space.hub_id, since=Booking.changed_at,
        risk=case((soon, risk(Risk.NOW)), (late, risk(Risk.LATE)), else_=risk(Risk.USUAL)),
    )  # fmt: skip
    query = line.select().join(Space, Space.id == Booking.space_id).outerjoin(Person, Person.id == Booking.person_id)
    hubs = and_(Space.hub_id.is_not(None), area.of_hub(Space.hub_id))
    waits = (Booking.status == BookingStatus.ASKED, Booking.starts_at > literal(area.now, Moment))
    return query.where(*waits, or_(hubs, Space.keeper_id == area.reader_id))


def loans_asked(area: Area) -> Select[Any]:
    """Loans of the hubs' things that wait for yes or no."""
    line = Line(
        kind=WaitKind.LOAN_ASKED, id=Loan.id, title=Material.name, who=Person.name, person=Loan.person_id,
        hub=Material.hub_id, since=Loan.made_at, risk=late_or_usual(Loan.made_at < area.late_since(Material.hub_id)),
    )  # fmt: skip
    return _of_hubs(line, area).where(Loan.status == LoanStatus.ASKED)


def loans_late(area: Area) -> Select[Any]:
    """The hubs' things that should be back."""
    back = start_of_day(Loan.due_on)
    line = Line(
        kind=WaitKind.LOAN_LATE, id=Loan.id, title=Material.name, who=Person.name, person=Loan.person_id,
        hub=Material.hub_id, since=back, due=back, risk=risk(Risk.LATE),
    )  # fmt: skip
    return _of_hubs(line, area).where(Loan.status == LoanStatus.OUT, Loan.due_on < clock.today())


def _of_hubs(line: Line, area: Area) -> Select[Any]:
    query = line.select().join(Material, Material.id == Loan.material_id)
    query = query.outerjoin(Person, Person.id == Loan.person_id)
    hubs = and_(Material.hub_id.is_not(None), area.of_hub(Material.hub_id))
    return query.where(or_(hubs, Material.keeper_id == area.reader_id))


SOURCES = (bookings, loans_asked, loans_late)
