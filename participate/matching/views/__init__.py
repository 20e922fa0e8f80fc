"""Pages of the matcher."""

from flask import Blueprint

from participate.matching import lines, set_lines
from participate.matching.views import answering, asked, for_you, panel, quality, sets, thinking

blueprint = Blueprint("matching", __name__)
for line in (
    lines.reason_line, lines.suggestion_url, lines.because_words, lines.reasons_for, lines.answered_line,
    lines.times_line, set_lines.thing_name, set_lines.fit_line, set_lines.set_line, set_lines.standing_line,
    set_lines.session_values, set_lines.has_gift,
):  # fmt: skip
    blueprint.add_app_template_global(line)
for part in (for_you, answering, thinking, sets, asked, panel, quality):
    part.register(blueprint)
