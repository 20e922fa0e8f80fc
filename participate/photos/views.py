"""Pages of the photos."""

from flask import Blueprint

blueprint = Blueprint("photos", __name__)
