"""Every column that can hold something personal says so, and says how long it is kept."""

import re

import participate.desk.models
import participate.insight.models
import participate.introductions.models
import participate.matching.models
import participate.missions.models
import participate.moderation.models
import participate.notifications.models
import participate.paper.models
import participate.photos.models
import participate.stories.models
import participate.surveys.models  # noqa: F401 - the top floors' tables bring all others
from participate.core.db import Base

TELLING = re.compile(
    r"^(name|email|phone|contact|address|words|square|browser_name|draft|payload|.*person_id|author_id|keeper_id|host_id|reporter_id)$"
)
# Columns of these names that hold nothing personal: names of things, public words, squares of public things.
PUBLIC = {
    "borough.name", "ward.name", "street.name", "street.square", "hub.name", "hub.address", "hub.square",
    "organisation.name", "organisation.square", "space.name", "space.square", "material.name", "material.square",
    "recipe.name", "project.name", "project.square", "session.name", "session.square", "need.words", "promise.name",
    "periodic_run.name", "task.name", "week_line.words", "fund.name", "mission.name", "kit_part.name", "photo.name",
    "framework.name", "goal.name", "outside.name",
}  # fmt: skip
# Links from a person to what is hers: the row says what it holds, the link needs no more.
LINKS = {
    "role_held.person_id", "sign_in.person_id", "organisation_member.person_id", "posting.person_id",
    "free_time.person_id", "spoken.person_id", "team_member.person_id",
}  # fmt: skip


def test_columns_that_sound_personal_say_what_they_hold() -> None:
    silent = [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if TELLING.match(column.name) and not column.info.get("personal")
    ]
    assert set(silent) <= PUBLIC | LINKS, sorted(set(silent) - PUBLIC - LINKS)


def test_whoever_says_personal_says_how_long() -> None:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if column.info.get("personal"):
                assert "keep" in column.info, f"{table.name}.{column.name}"
