"""Frameworks of goals, and what each project works towards."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import admins, officers, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.insight import permissions
from participate.insight.forms import GoalsForm
from participate.insight.queries import figures
from participate.insight.queries import goals as queries
from participate.insight.saying import figure_words, period_name
from participate.insight.service.goals import tag
from participate.insight.words import BOROUGH, Grain

BOTH = ["GET", "POST"]
MEASURE = "projects_by_goal"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/goals", "goals", goals)
    blueprint.add_url_rule("/figures/goals/projects", "tagged", tagged)
    blueprint.add_url_rule("/figures/goals/projects/<int:project_id>", "tag", tag_project, methods=BOTH)


@open_to(staff, officers, admins)
def goals() -> Response:
    """Each framework with its goals, and how many projects worked towards each when it was last counted."""
    latest = figures.find_latest(Grain.QUARTER)
    found = figures.find_table(MEASURE, latest) if latest else {}
    counted = [(goal, figure_words(found.get((BOROUGH, f"goal:{goal.key}")))) for goal in queries.list_goals()]
    frameworks = [
        (each, [one for one in counted if one[0].framework_id == each.id]) for each in queries.list_frameworks()
    ]
    return show(
        "insight/goals.html", frameworks=frameworks, may_tag=permissions.may_tag(current_user),
        sees_figures=permissions.sees_figures(current_user),
        when=period_name(latest) if latest else "",
    )  # fmt: skip


@open_to(staff, admins)
def tagged() -> Response:
    """Projects by name, with what each works towards."""
    page = queries.page_of_projects(asked_page())
    return show("insight/tagged.html", page=page, goals=queries.goals_of(row.id for row in page.items))


@open_to(staff, admins)
def tag_project(project_id: int) -> Response:
    """Tick what one project works towards."""
    project, known = queries.get_project(project_id), queries.list_goals()
    now = [str(goal.id) for goal in queries.goals_of([project_id])[project_id]]
    form = GoalsForm([(str(goal.id), goal.name) for goal in known], goals=now)
    if form.validate_on_submit():
        tag(current_user.id, project_id, [int(number) for number in form.goals.data or []])
        say(_("Saved."))
        return go("insight.tagged")
    return show("insight/tag.html", form=form, project=project, status=422 if form.errors else 200)
