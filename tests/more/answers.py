"""What Bilal answered to suggestions and switched off; and the pages with it."""

from participate.core.db import db
from participate.matching import service
from participate.matching.words import Because, Kind, Use
from tests.street import Street

STATES = ("/for-you?answered=space:{space_id}", "/for-you?answered=material:{material_id}", "/what-we-think?page=9")


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    me = street.bilal.id
    service.not_for_me(me, Kind.SPACE, street.space.id, Because.TOO_FAR)
    service.more_like(me, Kind.MATERIAL, street.material.id)
    service.switch_off(me, Use.TIMES)
    db.session.commit()
    answering = ("not_for_me", "more_like", "take_back")
    switches = {f"matching.{name}:what": "place" for name in ("switch_off", "switch_on")}
    return (
        switches
        | {f"matching.{name}:what": "project" for name in answering}
        | {f"matching.{name}:thing_id": street.project.id for name in answering}
    )
