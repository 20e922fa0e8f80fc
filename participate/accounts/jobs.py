"""Tidying."""

from datetime import timedelta

from participate.accounts import service
from participate.core.jobs import every


@every("accounts.forget_old", timedelta(days=1))
def forget_old() -> None:
    """Delete old codes and sign-ins."""
    service.forget_old()
