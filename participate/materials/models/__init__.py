"""Tables of the materials: the library of things, loans, giving, wishes."""

from participate.materials.models.giving import GiftAsk, StockDay, WishAsk
from participate.materials.models.loan import Loan, MaterialDay
from participate.materials.models.material import Induction, KitPart, Material

__all__ = ["GiftAsk", "Induction", "KitPart", "Loan", "Material", "MaterialDay", "StockDay", "WishAsk"]
