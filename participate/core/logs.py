"""JSON logs, one line a request: the route's template, never the address; ids, never words."""

import logging
import time

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger()
_QUIET = ("static",)


def init_app(app: Flask) -> None:
    """Set the log format and write a line for each request."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="ts"),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING if app.testing else logging.INFO),
        cache_logger_on_first_use=not app.testing,
    )

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def write(response: Response) -> Response:
        if request.endpoint not in _QUIET:
            log.info(
                "request",
                route=str(request.url_rule) if request.url_rule else "none",
                method=request.method,
                status=response.status_code,
                ms=round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
                request_id=g.get("request_id", ""),
            )
        return response
