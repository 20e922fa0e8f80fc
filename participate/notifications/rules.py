"""Which way a letter goes, and what a mail server's answer means. Pure."""

from participate.notifications.words import Way

REFUSED_FOR_GOOD = range(500, 600)  # RFC 5321: 5yz is a lasting no, 4yz is "not now"


def way_to(email: str | None, phone: str | None) -> tuple[Way, str] | None:
    """How to reach somebody: by mail where she has an address, else by text; None where she has neither."""
    if email:
        return Way.MAIL, email
    return (Way.TEXT, phone) if phone else None


def lasting_no(codes: list[int]) -> bool:
    """Whether a mail server that answered with `codes` would answer the same tomorrow."""
    return bool(codes) and all(code in REFUSED_FOR_GOOD for code in codes)
