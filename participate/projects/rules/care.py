"""What to take care of, said plainly: from a recipe's flags to sentences."""

from participate.projects.words import CARE_LINES

NO_FLAGS = "none"


def care_lines(flags: str) -> list[str]:
    """The sentences for a recipe's flags, each once; empty where there is nothing to take care of."""
    if flags.strip().lower() in ("", NO_FLAGS):
        return []
    lower = flags.lower()
    return [line for signs, line in CARE_LINES if any(sign in lower for sign in signs)]
