"""What a project's page says about the first four weeks."""

from typing import Any

from participate.projects import queries
from participate.projects.views._hands import View


def weeks_facts(project: queries.Project, view: View) -> dict[str, Any]:
    """Facts for `projects/_weeks.html`."""
    return {}
