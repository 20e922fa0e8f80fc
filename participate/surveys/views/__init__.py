"""Pages of the surveys."""

from flask import Blueprint

blueprint = Blueprint("surveys", __name__)
