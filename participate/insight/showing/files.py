"""A drawing as a file to keep."""

from flask import Response, make_response, render_template

from participate.insight.drawing.standalone import standalone


def svg_file(template: str, name: str, /, **facts: object) -> Response:
    """The drawing of `template` as an SVG file with its colours in it."""
    response = make_response(standalone(render_template(template, **facts)))
    response.mimetype = "image/svg+xml"
    response.headers["Content-Disposition"] = f'attachment; filename="participate-{name}.svg"'
    return response
