"""Pages of the projects: recipes, ideas, projects, teams, needs."""

from flask import Blueprint

from participate.projects.views import ideas, needs, projects, recipes, safety, starts, team

blueprint = Blueprint("projects", __name__)
for part in (recipes, ideas, starts, projects, needs, team, safety):
    part.register(blueprint)
