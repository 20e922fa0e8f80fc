"""Pages of the materials."""

from flask import Blueprint

from participate.materials.forms.lending import days_line, days_span
from participate.materials.rules.lending import collect_by
from participate.materials.views import borrowing, giving, labels, lending, listing, photos, stock, wishes

blueprint = Blueprint("materials", __name__)
for part in (listing, borrowing, lending, labels, giving, photos, stock, wishes):
    part.register(blueprint)

for words in (days_line, days_span, collect_by):
    blueprint.add_app_template_global(words)
