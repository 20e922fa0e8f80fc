"""Pages of the funds."""

from flask import Blueprint

blueprint = Blueprint("funds", __name__)
