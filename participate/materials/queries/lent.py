"""How a thing that is lent stands, for its page: never who has it, only how many are out and how many wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from participate.core import clock
from participate.core.db import db
from participate.materials.models import KitPart, Loan, Material
from participate.materials.queries.free import Gone, days_ahead, units_where
from participate.materials.queries.kits import list_parts
from participate.materials.queries.loans import find_open
from participate.materials.rules.lending import first_free
from participate.materials.words import LoanStatus


@dataclass(frozen=True)
class Lent:
    """`free`: units free today; `free_from`: the first day on which one is, None when none is in sight; `back_on`:
    when the next of those that are out is due, `late` when that is over. `mine`: the reader's own loan for herself.
    """

    out: int
    lost: int
    waiting: int
    free: int
    free_from: date | None
    back_on: date | None
    late: bool
    parts: Sequence[KitPart]
    mine: Loan | None

    @property
    def lacking(self) -> list[KitPart]:
        """The parts that are not all there."""
        return [part for part in self.parts if part.missing]


def lent_of(material: Material, person_id: int | None) -> Lent:
    """How a thing that is lent stands, for this reader. Four statements."""
    out, waiting, back_on, gone = _counts(material.id)
    days, today = days_ahead(material, gone), clock.today()
    return Lent(
        out=out, lost=gone.lost, waiting=waiting, free=min(days[today], max(0, material.how_many - material.out)),
        free_from=first_free(days, 1, 1), back_on=back_on, late=back_on is not None and back_on < today,
        parts=list_parts(material.id), mine=find_open(material.id, person_id, "") if person_id is not None else None,
    )  # fmt: skip


def _counts(material_id: int) -> tuple[int, int, date | None, Gone]:
    """Units out, how many loans wait, when the next is due, and what is lost or late."""
    out, lost = (Loan.status == each for each in (LoanStatus.OUT, LoanStatus.LOST))
    query = select(
        units_where(out), func.count(case((Loan.status == LoanStatus.WAITING, 1))), func.min(case((out, Loan.due_on))),
        units_where(lost), units_where(out & (Loan.due_on < clock.today())),
    )  # fmt: skip
    shown = (LoanStatus.OUT, LoanStatus.LOST, LoanStatus.WAITING)
    row = db.session.execute(query.where(Loan.material_id == material_id, Loan.status.in_(shown))).one()
    return row[0], row[1], row[2], Gone(lost=row[3], late=row[4])
