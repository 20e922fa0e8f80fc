"""Where a home is, for those who may know it."""

from typing import Any

from flask_login import current_user

from participate.sessions import queries


def home_facts(session: queries.Session, *, plans: bool) -> dict[str, Any]:
    """Facts for `sessions/_where.html` on a session's page. `way_home`: the address, "" for whoever may not know it.

    A home costs two statements more, for those who are signed in.
    """
    if session.space is None or not session.space.at_home or not current_user.is_authenticated:
        return {"way_home": ""}
    own_id = current_user.id
    on_team = plans or own_id in (session.host_id, session.buddy_id) or queries.is_on_team(own_id, session.project_id)
    own = queries.find_active(session.id, own_id)
    sign_up = own.status if own is not None else None
    return {"way_home": queries.find_way_home(session, on_team=on_team, sign_up=sign_up)}
