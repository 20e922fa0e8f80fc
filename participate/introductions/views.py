"""Pages of the introductions."""

from flask import Blueprint

blueprint = Blueprint("introductions", __name__)
