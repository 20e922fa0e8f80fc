"""The one mark for words that a person will read, in modules that must stay free of Flask."""


def mark(message: str) -> str:
    """Mark `message` for the catalogues; whoever shows it translates it with gettext."""
    return message


# Why a thing is hidden, while nobody has decided yet: the house has a look before others see it.
HELD = "held"
# The same, where only its author decides whether anybody looks, or whether it is shown.
ASIDE = "aside"
