"""Short links: following one, its QR code, and how often each was followed."""

from flask import Blueprint, make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, staff
from participate.core.http import show
from participate.core.paging import asked_page
from participate.core.qr import qr_svg
from participate.paper import queries, service
from participate.paper.lines import site_address
from participate.paper.rules.codes import Target, code_of, target_of
from participate.paper.rules.counting import counts

A_DAY = 24 * 3600  # seconds


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/s/<code>.svg", "qr", qr)
    blueprint.add_url_rule("/s/<code>", "follow", follow)
    blueprint.add_url_rule("/paper/links", "links", links)


@open_to(anyone)
def follow(code: str) -> Response:
    """On to what the short link stands for. Counted, but nobody is."""
    target = target_of(code)
    found = queries.find_destination(target) if target else None
    if target is None or found is None:
        return show("paper/gone.html", known=target is not None, status=410 if target else 404)
    purposes = " ".join(request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    if counts(request.method, request.headers.get("User-Agent", ""), purposes):
        service.note_follow(target)
    endpoint, values = found
    answer = redirect(url_for(endpoint, **values), 302)  # type: ignore[arg-type]
    answer.headers["Cache-Control"] = "no-store"  # each follow asks again, so that each is counted
    return answer


@open_to(anyone)
def qr(code: str) -> Response:
    """The QR code of a short link, black on white with its quiet zone."""
    target = target_of(code)
    if target is None:
        raise NotFound
    answer = make_response(qr_picture(target))
    answer.mimetype = "image/svg+xml"
    answer.headers["Cache-Control"] = f"public, max-age={A_DAY}"
    return answer


def qr_picture(target: Target) -> bytes:
    """The QR code of a target's short link, as SVG."""
    return qr_svg(site_address() + url_for("paper.follow", code=code_of(target)))


@open_to(staff)
def links() -> Response:
    """How often the links of each channel were followed, and what to print."""
    return show("paper/links.html", channels=queries.list_channels(), page=queries.list_links(asked_page()))
