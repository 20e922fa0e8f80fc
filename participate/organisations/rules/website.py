"""The address of an organisation's own site."""

import re
from urllib.parse import urlsplit

from participate.core.errors import RuleBroken
from participate.core.words import mark

LONGEST = 200
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)


class NotAWebsite(RuleBroken):
    """What was typed is not the address of a site."""

    message = mark("Write the address of the site, like www.example.org.")


def website_of(typed: str) -> str:
    """`typed` as a whole address with http or https; "" stays "". Raises NotAWebsite."""
    if not typed:
        return ""
    whole = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NotAWebsite from None
    plain = parts.scheme in ("http", "https") and not parts.username and port is None and " " not in whole
    if not plain or not _HOST.fullmatch(host) or len(whole) > LONGEST:
        raise NotAWebsite
    return whole
