"""What a project's page says about its first four weeks, whose idea it was, and how it is passed on."""

from typing import Any

from flask_babel import gettext as _

from participate.core import clock
from participate.core.i18n import date_line
from participate.projects import lines, permissions, queries, service
from participate.projects.rules.made_recipes import may_be_told
from participate.projects.views._hands import View
from participate.projects.words import Stage

BEGINNING = (Stage.GATHERING, Stage.TRYING_OUT)


def weeks_facts(project: queries.Project, view: View) -> dict[str, Any]:
    """Facts for `projects/_weeks.html` and `projects/_passed_on.html`.

    `weeks` and `ringer` only for the team of what begins; `credit` is "" where there was no idea.
    """
    starting = view.keeps_needs and project.recipe_id is not None and project.stage in BEGINNING
    return {
        "weeks": queries.list_weeks(project.id) if starting else [],
        "ringer": _ringer_line(project) if starting else "",
        "credit": _credit(project),
        "made_recipe": queries.find_recipe_of(project.id) if project.stage not in BEGINNING else None,
        "may_tell": view.leads and may_be_told(project.stage, elsewhere=bool(project.source)),
        "may_meet": project.recipe_id is not None and permissions.may_meet_hosts(view.part),
    }


def _ringer_line(project: queries.Project) -> str:
    """“Dora at The Shop rings you or writes by Tuesday.” After that day, and without staff, who is there for it."""
    hub = service.hub_of(project)
    if hub is None:
        return ""
    person = project.hub_person
    if person is None or not person.is_active:
        return _("%(hub)s helps you start. Come in, or ring.", hub=hub.name)
    by = service.ring_by(project, hub)
    names = {"name": person.first_name, "hub": hub.name}
    if clock.now() > by:
        return _("%(name)s at %(hub)s helps you start. Come in, or ring.", **names)
    return _("%(name)s at %(hub)s rings you or writes by %(day)s.", **names, day=date_line(by))


def _credit(project: queries.Project) -> str:
    idea = project.idea
    if idea is None or queries.is_out_of_sight(idea):
        return ""
    author = idea.author.first_name if idea.author else ""
    return lines.credit_line(author, queries.names_of_adders(queries.list_replies(idea.id)))
