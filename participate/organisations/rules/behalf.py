"""In whose name something is offered."""

from dataclasses import dataclass

from participate.core.errors import RuleBroken
from participate.core.words import mark

ME = "me"
LONGEST_ID = 9  # digits


class NotANameYouOffer(RuleBroken):
    """Somebody offers in a name for which she does not speak."""

    message = mark("Choose in whose name you offer it.")


@dataclass(frozen=True)
class Behalf:
    """A person's name, an organisation's or a hub's: exactly one is set."""

    keeper_id: int | None = None
    organisation_id: int | None = None
    hub_id: int | None = None

    def __post_init__(self) -> None:
        if [self.keeper_id, self.organisation_id, self.hub_id].count(None) != 2:
            raise ValueError("exactly one of keeper, organisation and hub")

    @property
    def value(self) -> str:
        """As a form carries it: "me", "organisation:3", "hub:1"."""
        if self.organisation_id is not None:
            return f"organisation:{self.organisation_id}"
        return f"hub:{self.hub_id}" if self.hub_id is not None else ME


def behalf_of(value: str, person_id: int) -> Behalf:
    """The name that a form's `value` stands for, said by the person. Raises NotANameYouOffer."""
    kind, _colon, number = value.partition(":")
    if value in ("", ME):
        return Behalf(keeper_id=person_id)
    whole = number.isascii() and number.isdecimal() and len(number) <= LONGEST_ID
    if kind not in ("organisation", "hub") or not whole:
        raise NotANameYouOffer
    return Behalf(organisation_id=int(number)) if kind == "organisation" else Behalf(hub_id=int(number))
