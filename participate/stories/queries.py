"""Reading stories."""

from collections.abc import Sequence

from participate.stories.models import Story


def list_of_session(session_id: int, most: int = 6) -> Sequence[Story]:
    """The stories of one session that everybody may see, the newest first."""
    return []


def list_of_project(project_id: int, most: int = 6) -> Sequence[Story]:
    """The stories of one project that everybody may see, the newest first."""
    return []
