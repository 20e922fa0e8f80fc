"""What a project's page says about safety, parts and updates."""

from typing import Any

from participate.projects import queries
from participate.projects.views._hands import View


def care_facts(project: queries.Project, view: View) -> dict[str, Any]:
    """Facts for `projects/_care.html`."""
    return {}
