"""What a stranger typed is kept as soon as she has an account."""

from participate.core.errors import RuleBroken
from participate.core.jobs import Payload, on
from participate.home import service
from participate.home.words import Kind


@on("account.opened")
def keep_draft(payload: Payload) -> None:
    """Keep the interests and skills of the draft. Spaces, materials and ideas go on to their own forms."""
    person_id, draft = payload["person_id"], payload["draft"]
    if not isinstance(person_id, int) or not isinstance(draft, dict):
        return
    kind, say = draft.get("kind"), draft.get("say")
    if kind not in (Kind.INTEREST, Kind.SKILL) or not isinstance(say, str):
        return
    try:
        service.keep(person_id, say, Kind(kind))
    except RuleBroken:
        return  # she has said as much as there is room for; signing in must not fail on it
