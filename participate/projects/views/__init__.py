"""Pages of the projects: recipes, ideas, projects, teams, needs."""

from flask import Blueprint

blueprint = Blueprint("projects", __name__)
