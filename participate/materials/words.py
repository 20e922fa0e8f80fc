"""Words of the materials."""

from enum import StrEnum

from participate.core.words import mark


class Deal(StrEnum):
    """What is to happen with a material."""

    LEND = "lend"
    GIVE = "give"
    WANT = "want"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {Deal.LEND: mark("To lend"), Deal.GIVE: mark("To give"), Deal.WANT: mark("Wanted")}
