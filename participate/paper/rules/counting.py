"""Whom a short link counts: people who follow it, not machines that look at it."""

import re

# Cubot is a make of phones.
_MACHINES = re.compile(
    r"(?<!cu)bot(?:\b|[/;)_-])|crawl|spider|slurp|preview|facebookexternalhit|facebot|whatsapp|telegram|slack|discord|skype"
    r"|embedly|pinterest|vkshare|monitor|uptime|headless|lighthouse|curl|wget|python|java/|okhttp|go-http|axios|node"
    r"|libwww|httpclient|scrapy|archive|validator|scan",
    re.I,
)
_AHEAD = ("prefetch", "prerender", "preview")


def counts(method: str, agent: str, purposes: str) -> bool:
    """Whether a visit is counted: a GET by a browser that somebody holds.

    `agent`: the User-Agent header; `purposes`: what the browser says it fetches for (Sec-Purpose, Purpose, X-Moz).
    """
    if method != "GET" or not agent.strip() or _MACHINES.search(agent):
        return False
    return not any(word in purposes.lower() for word in _AHEAD)
