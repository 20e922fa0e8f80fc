"""Pages for paper and short links."""

from flask import Blueprint

blueprint = Blueprint("paper", __name__)
