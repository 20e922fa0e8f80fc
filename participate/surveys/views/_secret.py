"""Pages behind a secret link stay with whoever has it."""

from werkzeug.wrappers import Response


def kept_secret(response: Response) -> Response:
    """Nothing keeps a copy of the page, and no link on it says where it was followed from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
