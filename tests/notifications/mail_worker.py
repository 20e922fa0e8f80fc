"""A worker process for the kill test: the whole site, its letters sent over real SMTP."""

from datetime import datetime
from pathlib import Path

from participate.app import create_app
from participate.core import clock
from participate.outbox import service
from tests.conftest import make_settings


def work(url: str, folder: str, smtp_url: str, moment: datetime) -> None:
    """Keep promises until none is due, or until killed."""
    app = create_app(make_settings(Path(folder), url, SMTP_URL=smtp_url), testing=True)
    clock.set_to(moment)
    with app.app_context():
        while service.run_due():
            pass
