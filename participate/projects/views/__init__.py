"""Pages of the projects: recipes, ideas, projects, teams, needs."""

from flask import Blueprint

from participate.projects.views import (
    hosts,
    ideas,
    made_recipes,
    needs,
    pledges,
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
    updates, pledges,
):  # fmt: skip
    part.register(blueprint)
