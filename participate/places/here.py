"""Where the reader is, as far as she told us.

A signed-in person's ward is her account's, and so is her square if she agreed that we keep it. A stranger's
place is on her own device only: a signed cookie that holds the number of a ward and a square, never a
postcode. The device's square also serves somebody signed in who keeps none with us, while it lies in her
ward.
"""

from dataclasses import dataclass

from flask import current_app, g, request
from flask_babel import gettext as _
from flask_login import current_user
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

from participate.core.config import Settings
from participate.core.i18n import walk_line
from participate.places import queries
from participate.places.rules import walking_minutes
from participate.places.words import Source

KEPT_FOR = 365 * 24 * 3600  # seconds
_WARD, _SQUARE = "ward", "square"


@dataclass(frozen=True)
class Here:
    """A place: the ward's id and name, the 250 m square, and where we know it from. Each may be unknown."""

    ward_id: int | None = None
    ward_name: str | None = None
    square: int | None = None
    source: Source = Source.NOWHERE

    @property
    def known(self) -> bool:
        return self.ward_id is not None


def find() -> Here:
    """The place of whoever asks, looked up once in a request."""
    if "here" not in g:
        g.here = _of_account() if current_user.is_authenticated else _of_device()
    return g.here


def minutes_to(square: int | None) -> int | None:
    """About how many minutes' walk from here to `square`; None when either is unknown."""
    return walking_minutes(find().square, square)


def how_far(ward_id: int | None, square: int | None) -> str:
    """“about 10 minutes’ walk”; with only the ward known “in your ward”; otherwise nothing."""
    here = find()
    minutes = walking_minutes(here.square, square)
    if minutes is not None:
        return walk_line(minutes)
    return _("in your ward") if here.ward_id is not None and here.ward_id == ward_id else ""


def _of_account() -> Here:
    ward, square = current_user.ward, current_user.square
    if ward is None:
        return _of_device()
    kept = _read()
    if square is None and kept.get(_WARD) == ward.id:
        square = kept.get(_SQUARE)
    return Here(ward.id, ward.name, square, Source.ACCOUNT)


def _of_device() -> Here:
    kept = _read()
    ward_id, square = kept.get(_WARD), kept.get(_SQUARE)
    ward = queries.find_ward(ward_id) if ward_id is not None else None
    return Here(ward.id, ward.name, square, Source.DEVICE) if ward else Here()


def remember(response: Response, ward_id: int, square: int | None) -> None:
    """Lay a stranger's place on her device, beside whatever else she prefers."""
    kept = {name: value for name, value in _read().items() if name not in (_WARD, _SQUARE)}
    _write(response, kept | {_WARD: ward_id} | ({_SQUARE: square} if square is not None else {}))


def forget(response: Response) -> None:
    """Take the place off this device; other preferences stay."""
    kept = {name: value for name, value in _read().items() if name not in (_WARD, _SQUARE)}
    if kept:
        _write(response, kept)
    else:
        response.delete_cookie(cookie_name(), path="/", secure=_settings().https, httponly=True, samesite="Lax")


def cookie_name() -> str:
    """The name of the preferences cookie; the prefix lets browsers keep it to this one host over HTTPS."""
    return "__Host-prefs" if _settings().https else "prefs"


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="prefs")


def _read() -> dict[str, int]:
    """What the cookie holds: whole numbers by name; nothing when it is missing or not ours."""
    try:
        kept = _signer().loads(request.cookies.get(cookie_name(), ""))
    except BadData:
        return {}
    return {name: value for name, value in kept.items() if isinstance(value, int)} if isinstance(kept, dict) else {}


def _write(response: Response, kept: dict[str, int]) -> None:
    response.set_cookie(
        cookie_name(),
        _signer().dumps(kept),
        max_age=KEPT_FOR,
        path="/",
        secure=_settings().https,
        httponly=True,
        samesite="Lax",
    )
