"""Pages for paper and short links."""

from flask import Blueprint

from participate.paper import lines
from participate.paper.views import links, newspaper, posters, sheet

blueprint = Blueprint("paper", __name__)
for part in (links, posters, sheet, newspaper):
    part.register(blueprint)

for words in (
    lines.short_link, lines.site_address, lines.session_message, lines.project_message, lines.recipe_message,
    lines.place_lines, lines.access_words, lines.beside,
):  # fmt: skip
    blueprint.add_app_template_global(words)
