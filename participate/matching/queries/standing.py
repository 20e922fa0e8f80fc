"""How the matcher stands, for staff."""

from participate.matching import engine


def is_failing() -> bool:
    """Whether the last attempt to build the index came to nothing, or suggestions rest because they were too slow in
    this process. Both are tried again by themselves.
    """
    running = engine.current()
    return running.failing or running.breaker.rests
