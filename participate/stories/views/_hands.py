"""What the views of the stories share: load and permit in one call, and the facts of a form."""

from flask_login import current_user

from participate.core.errors import NotAllowed, NotFound
from participate.projects import permissions as project_permissions
from participate.projects import queries as projects
from participate.sessions import permissions as session_permissions
from participate.sessions import queries as sessions
from participate.stories import permissions, queries, service
from participate.stories.forms import StoryForm


def seen_session(session_id: int) -> sessions.Session:
    """A session that the reader may see. Raises NotFound."""
    found = sessions.get_session(session_id)
    if not session_permissions.may_see(current_user, found.project_id, hidden=sessions.is_hidden(found)):
        raise NotFound
    return found


def seen_project(project_id: int) -> projects.Project:
    """A project of ours that the reader may see. Raises NotFound."""
    found = projects.get_project(project_id)
    part = projects.part_of(project_id, current_user.id)
    seen = project_permissions.may_see_project(current_user, part, hidden=found.hidden_at is not None)
    if not seen or found.source:
        raise NotFound
    return found


def may_tell(project_id: int, *, came: bool) -> bool:
    """Whether the reader may tell of this project."""
    return permissions.may_tell(current_user, projects.part_of(project_id, current_user.id), came=came)


def seen_story(story_id: int) -> queries.Story:
    """A story that the reader may see. Raises NotFound."""
    found = queries.get_story(story_id)
    if not permissions.may_see(current_user, found.person_id, hidden=queries.is_out_of_sight(found)):
        raise NotFound
    return found


def own_story(story_id: int) -> queries.Story:
    """A story that the reader wrote. Raises NotFound or NotAllowed."""
    found = seen_story(story_id)
    if not permissions.may_change(current_user, found.person_id):
        raise NotAllowed
    return found


def facts_of(form: StoryForm) -> service.StoryFacts:
    """What the form says."""
    return service.StoryFacts(
        title=form.title.data or "", words=form.words.data or "", learnt=form.learnt.data or "",
        made=form.made.data or "", numbers=form.numbers.data or "",
    )  # fmt: skip
