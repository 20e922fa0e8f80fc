"""Hangs some drawn pictures, by the way that every photo goes, and takes them down again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, select

from participate.core.db import db, transaction
from participate.demo import queries
from participate.demo.content import reading
from participate.demo.making.pictures import picture
from participate.materials.models import Material
from participate.photos import service, store
from participate.photos.drawing import redraw
from participate.projects.models import Project
from participate.spaces.models import Space
from participate.stories.models import Story


def hang() -> int:
    """Put up what `pictures.toml` lists, of what the demo made. Commits. Returns how many hang now."""
    wanted = [dict(one) for one in reading.tables("pictures")]
    drawn = {scene: redraw(picture(scene)) for scene in {one["scene"] for one in wanted}}
    hung = 0
    with transaction():
        ranges = {one.table_name: (one.first_id, one.last_id) for one in queries.list_ranges()}
        for one in wanted:
            found = _find(one, ranges)
            if found is not None:
                number, person_id, hub_id = found
                about = service.About(f"{one['of']}:{number}", hub_id)
                said = service.Said(reading.typeset(one["alt"]))
                service.keep(person_id, about, drawn[one["scene"]], said, staff=True)
                hung += 1
    return hung


def take_down(names: list[str]) -> None:
    """Let go of pictures whose photos are gone. What the store does not let go now, its daily sweep does."""
    try:
        for name in names:
            store.of_site().forget(name)
    except store.StoreGone:
        return


def _find(one: Mapping[str, Any], ranges: Mapping[str, tuple[int, int]]) -> tuple[int, int, int | None] | None:
    """The id of what a picture is of, who sends it, and the hub whose room it takes."""
    if one["of"] not in ranges:
        return None
    own = ranges[one["of"]]
    if one["of"] == "story":
        query = select(Story.id, Story.person_id).join(Project, Project.id == Story.project_id)
        row = db.session.execute(
            query.where(Project.theme == one["name"], Story.id.between(*own)).order_by(Story.id.desc()).limit(1)
        ).first()
        return (row[0], row[1], None) if row and row[1] else None
    model: Any = {"space": Space, "material": Material}[one["of"]]
    named: ColumnElement[bool] = model.name.startswith(one["name"], autoescape=True)
    thing = db.session.scalar(select(model).where(named, model.id.between(*own)).order_by(model.id).limit(1))
    if thing is None:
        return None
    return thing.id, thing.keeper_id or _staff(ranges), thing.hub_id


def _staff(ranges: Mapping[str, tuple[int, int]]) -> int:
    """Who sends the pictures of hubs and partners: somebody of the demo’s staff, the last who joined."""
    return ranges["person"][1]
