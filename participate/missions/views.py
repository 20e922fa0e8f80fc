"""Pages of the missions."""

from flask import Blueprint

blueprint = Blueprint("missions", __name__)
