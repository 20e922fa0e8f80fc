"""The desk: everything that waits, today, and what colleagues handed over."""

from collections.abc import Sequence

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import open_to, staff
from participate.core.http import show
from participate.core.paging import asked_page
from participate.desk import lines, queries
from participate.desk.forms import SearchForm
from participate.desk.views._area import her_area
from participate.desk.words import Act, WaitKind
from participate.matching import queries as matching


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/desk", "index", index)


@open_to(staff)
def index() -> Response:
    """What waits, the most pressing and then the oldest first."""
    area = her_area()
    kind, mine = chosen_kind(), request.args.get("mine") == "1"
    counts, page = queries.list_waiting(area, asked_page(), kind=kind, mine=mine)
    away = queries.list_away(area.hub_ids, clock.today(), clock.today())
    return show(
        "desk/index.html", area=area, counts=counts, kind=kind, mine=mine, page=page, acts=acts_for(page.items),
        today=queries.list_today(area.hub_ids), notes=queries.list_open_notes(area.hub_ids),
        away=away, covers={each.person_id: each for each in away}, search=SearchForm(formdata=None),
        lines=lines, links=lines.more_links(current_user.holds("safeguarding"), current_user.holds("admin")),
        presses=[pressed_line(each) for each in queries.list_presses(current_user.id)], kept=kept(area, kind, mine),
        matcher_fails=matching.is_failing(),
    )  # fmt: skip


def chosen_kind() -> WaitKind | None:
    """The kind in `kind`, of the address or the form; None for all."""
    value = request.values.get("kind", "")
    return WaitKind(value) if value in set(WaitKind) else None


def kept(area: queries.Area, kind: WaitKind | None, mine: bool) -> dict[str, object]:
    """What an address of this list carries."""
    one = area.hubs[0].id if len(area.hubs) == 1 and len(area.mine) > 1 else None
    found = {"hub": one, "kind": kind.value if kind else None, "mine": 1 if mine else None}
    return {name: value for name, value in found.items() if value is not None}


def acts_for(items: Sequence[queries.Waiting]) -> list[Act]:
    """What one press can do to some of these."""
    kinds = {each.kind for each in items}
    own = any(each.mine for each in items)
    return [act for act in Act if (own if act is Act.LEAVE else kinds & set(act.kinds))]


def pressed_line(undo: queries.Undo) -> tuple[queries.Undo, str]:
    """A press and what it is called: "Yes, agree"."""
    act = Act(undo.steps[0][0])
    return undo, _(act.label)
