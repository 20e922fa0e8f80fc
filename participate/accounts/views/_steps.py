"""What the steps of signing in share: the code's place in the browser, the choices, the way on."""

from datetime import timedelta

from flask import current_app, request, session, url_for
from werkzeug.wrappers import Response

from participate.accounts import current, queries, service, tablet
from participate.core import clock, jobs
from participate.core.config import Settings
from participate.core.http import go, go_to
from participate.places import queries as places

STEP_LIFE = timedelta(minutes=20)  # from asking for a code to the last step after it


def settings() -> Settings:
    return current_app.extensions["settings"]


def ward_choices() -> list[tuple[str, str]]:
    return [(str(ward.id), ward.name) for ward in places.list_wards()]


def network() -> str:
    """Where a request comes from, for the counters alone."""
    return request.remote_addr or "unknown"


def browser_name() -> str:
    """A few plain words by which a person knows her device again."""
    agent = request.user_agent.string
    devices = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android phone", "Windows": "Windows computer",
               "Macintosh": "Mac", "Linux": "Linux computer"}  # fmt: skip
    return next((name for sign, name in devices.items() if sign in agent), "Browser")


def code_at_hand() -> queries.Code | None:
    """The code that this browser asked for, unless too long ago."""
    code_id = session.get("code")
    code = queries.find_code(code_id) if isinstance(code_id, int) else None
    if code is None or code.used_at is not None or clock.now() - code.made_at > STEP_LIFE:
        return None
    return code


def enter(person: queries.Person, code: queries.Code) -> Response:
    """Sign `person` in, keep what she was about to keep, and go where she was going."""
    code.used_at = clock.now()
    jobs.tell("contact.proved", {"person_id": person.id, "channel": code.channel.value})
    then, draft = session.get("then"), session.get("draft")
    start_here(person, borrowed=bool(code.draft.get("borrowed")))
    if draft:
        session["draft"] = draft  # for the form of a space, a thing or an idea, if that is where she goes
        jobs.tell("account.opened", {"person_id": person.id, "draft": draft})
    return go_to(then, url_for("home.mine")) if then else go("home.mine")


def start_here(person: queries.Person, *, borrowed: bool) -> None:
    """Sign `person` in on this browser: a new session, a new CSRF token (S-48). A hub's tablet is always borrowed."""
    shop = tablet.here()
    shared = borrowed or shop is not None
    token = service.start_sign_in(person, browser_name(), shared, shop.id if shop is not None else None)
    tablet.start_afresh()
    session[current.KEY] = token
    session.permanent = not borrowed or shop is not None  # a tablet stays one when its browser is closed
