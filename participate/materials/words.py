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

# Words that tell the deal in what somebody says; wanting is looked for first ("I need a drill to borrow").
SAID = {
    Deal.WANT: ("need", "want", "looking for", "looking to borrow", "does anyone have", "am short of", "borrow"),
    Deal.GIVE: ("give", "giving", "to give away", "free to", "going spare", "to a good home", "donate", "keep it"),
}
