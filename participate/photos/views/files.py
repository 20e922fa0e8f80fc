"""The pictures themselves. Each time it is asked whether this reader may see this one."""

from flask import Blueprint, Response, make_response, request, send_from_directory
from flask import current_app as site
from werkzeug.wrappers import Response as BaseResponse

from participate.core.guards import anyone, open_to
from participate.core.headers import ASK_EACH_TIME
from participate.photos import queries, store
from participate.photos.views._hands import seen
from participate.photos.words import Part

POLICY = "default-src 'none'; sandbox"
NAME = "<string(length=40):name>"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule(f"/photos/{NAME}", "picture", picture)
    blueprint.add_url_rule(f"/photos/{NAME}/small", "small", small)
    blueprint.add_url_rule(f"/photos/{NAME}/tile", "tile", tile)


@open_to(anyone)
def picture(name: str) -> BaseResponse:
    """A picture, up to 1600 px."""
    return _send(name, Part.LARGE)


@open_to(anyone)
def small(name: str) -> BaseResponse:
    """The same, up to 480 px."""
    return _send(name, Part.SMALL)


@open_to(anyone)
def tile(name: str) -> BaseResponse:
    """A square of its middle, for a card."""
    return _send(name, Part.TILE)


def _send(name: str, part: Part) -> BaseResponse:
    """What is drawn under a name never changes: a browser that has it is only told that it still may show it."""
    found = seen(queries.get_named(name))
    mark = f"{name}-{part.value}"
    if request.if_none_match.contains(mark):
        response = make_response("", 304)
    else:
        try:
            data = store.of_site().read(name, part)
        except store.StoreGone:
            return _missing(503)
        if data is None:
            return _missing(404)
        response = make_response(data)
    response.set_etag(mark)
    return _as_picture(response, "image/jpeg", "photo.jpg", keep=not found.photo.is_private)


def _missing(status: int) -> BaseResponse:
    """The picture is not where it should be: a drawn frame stands in its place."""
    response = send_from_directory(site.static_folder or "", "img/no-photo.png", etag=False, conditional=False)
    response.status_code = status
    if status == 503:
        response.headers["Retry-After"] = "60"
    return _as_picture(response, "image/png", "photo.png", keep=False)


def _as_picture(response: Response, kind: str, name: str, *, keep: bool) -> Response:
    """Whatever the bytes are, a browser takes them for a picture and does nothing else with them."""
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = ASK_EACH_TIME if keep else "no-store"
    return response
