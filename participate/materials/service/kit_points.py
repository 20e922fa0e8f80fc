"""What a starter kit costs in kit points: spent when it is promised, given back when it is called off before."""

from participate.funds import queries as funds
from participate.funds import service as points
from participate.materials.models import Loan, Material
from participate.materials.rules.lending import NeedsPoints


def budget_for(material: Material, person_id: int, subject: str, budget_id: int | None) -> int | None:
    """The budget that pays: the one that was chosen, else that of the subject, else her own; None where it costs
    nothing. Raises NeedsPoints where there is none.
    """
    if material.points == 0:
        return None
    if budget_id is not None:
        return funds.get_budget(budget_id).id
    found = (funds.find_budget(subject) if subject else None) or funds.find_budget(f"person:{person_id}")
    if found is None:
        raise NeedsPoints(points=material.points)
    return found.id


def spend(loan: Loan) -> None:
    """The kit is promised. Raises NotEnoughPoints; nothing is spent then."""
    cost = loan.material.points * loan.units
    if cost and loan.budget_id is not None and not loan.points:
        points.spend(loan.budget_id, cost)
        loan.points = cost


def give_back(loan: Loan) -> None:
    """It is called off before anybody had it."""
    if loan.points and loan.budget_id is not None:
        points.give_back(loan.budget_id, loan.points)
    loan.points = 0
