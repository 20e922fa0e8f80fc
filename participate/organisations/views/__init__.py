"""Pages of the organisations."""

from datetime import date

from flask import Blueprint

from participate.organisations.views import helping, invites, keeping, listing, page, pledges, speakers

blueprint = Blueprint("organisations", __name__)
blueprint.add_app_template_filter(date.fromisoformat, "iso_date")  # a letter's facts are JSON
for part in (listing, page, keeping, speakers, invites, pledges, helping):
    part.register(blueprint)
