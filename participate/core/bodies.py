"""How much a request may bring. Forms are words and small; a door that takes pictures says so."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, request

View = TypeVar("View", bound=Callable[..., object])


def takes(largest: int) -> Callable[[View], View]:
    """Let a view take bodies of up to `largest` bytes, instead of what all others take."""

    def mark_view(view: View) -> View:
        view.largest_body = largest  # type: ignore[attr-defined]
        return view

    return mark_view


def init_app(app: Flask) -> None:
    """Ask each view how much it takes. Before anything reads the body: the check of the form's token does."""

    @app.before_request
    def measure() -> None:
        largest = getattr(app.view_functions.get(request.endpoint or ""), "largest_body", None)
        if largest is not None:
            request.max_content_length = largest
