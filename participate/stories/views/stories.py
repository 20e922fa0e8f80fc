"""The list of stories, one story, and what its writer does with it."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.photos import queries as photos
from participate.profiles.words import Theme
from participate.stories import permissions, queries, service
from participate.stories.forms import StoryForm
from participate.stories.views._hands import facts_of, own_story, seen_story


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/stories", "index", index)
    blueprint.add_url_rule("/stories/<int:story_id>", "story", story)
    blueprint.add_url_rule("/stories/<int:story_id>/edit", "edit", edit, methods=["GET", "POST"])
    blueprint.add_url_rule("/stories/<int:story_id>/remove", "remove", remove, methods=["GET", "POST"])


@open_to(anyone)
def index() -> Response:
    """What came of it, the newest first; of one theme if asked."""
    asked = request.args.get("theme", "")
    theme = Theme(asked) if asked in list(Theme) else None
    page = queries.list_stories(theme, asked_page())
    firsts = photos.first_of(f"story:{card.id}" for card in page.items)
    return show("stories/index.html", page=page, theme=theme, themes=list(Theme), photos=firsts)


@open_to(anyone)
def story(story_id: int) -> Response:
    """One story."""
    found = seen_story(story_id)
    own = permissions.may_change(current_user, found.person_id)
    return show(
        "stories/story.html",
        story=found,
        hidden=queries.is_out_of_sight(found),
        own=own,
        album=photos.album(f"story:{story_id}", may_add=own or permissions.is_staff(current_user)),
        more=[card for card in queries.list_of_project(found.project_id, 4) if card.id != story_id][:3],
    )


@open_to(residents)
def edit(story_id: int) -> Response:
    """Other words for my story."""
    found = own_story(story_id)
    form = StoryForm(obj=found)
    if form.validate_on_submit():
        service.change(current_user.id, found, facts_of(form))
        say(_("Saved."))
        return go("stories.story", story_id=story_id)
    return show("stories/form.html", form=form, story=found, of=found.project, status=422 if form.errors else 200)


@open_to(residents)
def remove(story_id: int) -> Response:
    """Take my story away, after one question."""
    found = own_story(story_id)
    if request.method == "GET":
        return show("stories/remove.html", story=found)
    project_id = found.project_id
    service.remove(current_user.id, found)
    say(_("Your story is gone."))
    return go("projects.show", project_id=project_id)
