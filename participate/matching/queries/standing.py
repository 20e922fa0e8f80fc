"""How the matcher stands, for staff."""

from participate.matching import engine


def is_failing() -> bool:
    """Whether the last attempt to build the index came to nothing. It is tried again by itself."""
    return engine.current().failing
