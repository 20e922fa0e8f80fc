"""What is asked of the hub's spaces and things, and what is not back."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, case, or_

from participate.accounts.models import Person
from participate.desk.queries.area import Shape
from participate.desk.queries.sources._line import Line, Source, risk, start_of_day
from participate.desk.queries.sources.read import late_or_usual
from participate.desk.words import Risk, WaitKind
from participate.materials.models import Loan, Material
from participate.materials.words import LoanStatus
from participate.spaces.models import Booking, Space
from participate.spaces.words import BookingStatus

SOON = timedelta(days=1)


def bookings(shape: Shape) -> Select[Any]:
    """Bookings of the hubs' spaces, and of those that she keeps herself, that wait for yes or no."""
    late = Booking.changed_at < shape.late_since(Space.hub_id)
    soon = Booking.starts_at < shape.at(SOON)
    line = Line(
        kind=WaitKind.BOOKING, id=Booking.id, title=Space.name, who=Person.name, note=Booking.label,
        person=Booking.person_id, hub=Space.hub_id, since=Booking.changed_at,
        starts=Booking.starts_at, ends=Booking.ends_at,
        risk=case((soon, risk(Risk.NOW)), (late, risk(Risk.LATE)), else_=risk(Risk.USUAL)),
    )  # fmt: skip
    query = line.select().join(Space, Space.id == Booking.space_id).outerjoin(Person, Person.id == Booking.person_id)
    hubs = and_(Space.hub_id.is_not(None), shape.of_hub(Space.hub_id))
    waits = (Booking.status == BookingStatus.ASKED, Booking.starts_at > shape.at())
    return query.where(*waits, or_(hubs, Space.keeper_id == shape.reader))


def loans_asked(shape: Shape) -> Select[Any]:
    """Loans of the hubs' things that wait for yes or no."""
    line = Line(
        kind=WaitKind.LOAN_ASKED, id=Loan.id, title=Material.name, who=Person.name, person=Loan.person_id,
        hub=Material.hub_id, since=Loan.made_at, risk=late_or_usual(Loan.made_at < shape.late_since(Material.hub_id)),
    )  # fmt: skip
    return _of_hubs(line, shape).where(Loan.status == LoanStatus.ASKED)


def loans_late(shape: Shape) -> Select[Any]:
    """The hubs' things that should be back."""
    back = start_of_day(Loan.due_on)
    line = Line(
        kind=WaitKind.LOAN_LATE, id=Loan.id, title=Material.name, who=Person.name, person=Loan.person_id,
        hub=Material.hub_id, since=back, due=back, risk=risk(Risk.LATE),
    )  # fmt: skip
    return _of_hubs(line, shape).where(Loan.status == LoanStatus.OUT, Loan.due_on < shape.today())


def _of_hubs(line: Line, shape: Shape) -> Select[Any]:
    query = line.select().join(Material, Material.id == Loan.material_id)
    query = query.outerjoin(Person, Person.id == Loan.person_id)
    hubs = and_(Material.hub_id.is_not(None), shape.of_hub(Material.hub_id))
    return query.where(or_(hubs, Material.keeper_id == shape.reader))


SOURCES: dict[Source, tuple[WaitKind, ...]] = {
    bookings: (WaitKind.BOOKING,),
    loans_asked: (WaitKind.LOAN_ASKED,),
    loans_late: (WaitKind.LOAN_LATE,),
}
OFFSETS = (SOON,)
