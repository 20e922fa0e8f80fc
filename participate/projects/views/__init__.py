"""Pages of the projects: recipes, ideas, projects, teams, needs."""

from flask import Blueprint

from participate.projects.views import (
    hosts,
    ideas,
    made_recipes,
    needs,
    projects,
    recipe_files,
    recipes,
    replies,
    safety,
    starting,
    starts,
    team,
    updates,
)

blueprint = Blueprint("projects", __name__)
for part in (
    recipes, recipe_files, starting, made_recipes, ideas, replies, starts, projects, needs, team, hosts, safety,
    updates,
):  # fmt: skip
    part.register(blueprint)
