"""Photos of stories: how the photos' own pages name a story, and who may add one."""

from collections.abc import Collection

from flask import Blueprint, url_for
from flask_login import current_user

from participate.photos import subjects
from participate.stories import permissions, queries
from participate.stories.views._hands import seen_story


def register(_blueprint: Blueprint) -> None:
    subjects.on("story", one, names)


def one(story_id: int) -> subjects.Subject:
    """A story that the reader may see; its writer and staff may add photos. Raises NotFound."""
    found = seen_story(story_id)
    may_add = permissions.may_change(current_user, found.person_id) or permissions.is_staff(current_user)
    return subjects.Subject(
        subjects.key_of("story", story_id), found.title, url_for("stories.story", story_id=story_id), may_add,
        hub_id=found.session.hub_id if found.session else None, ward_id=found.project.ward_id,
        square=found.project.square,
    )  # fmt: skip


def names(ids: Collection[int]) -> dict[int, subjects.Named]:
    """The stories that everybody may see among these. One statement."""
    cards = queries.cards_of(ids).values()
    return {card.id: subjects.Named(card.title, "stories.story", {"story_id": card.id}) for card in cards}
