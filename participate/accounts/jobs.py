"""Tidying."""

from datetime import timedelta

from participate.accounts import service
from participate.core.jobs import every


@every("accounts.find_doubles", timedelta(days=1))
def find_doubles() -> None:
    """Put before staff who may be here twice."""
    service.find_doubles()


@every("accounts.forget_journals", timedelta(days=1))
def forget_journals() -> None:
    """What a merge took out is forgotten when it cannot be undone any more."""
    service.forget_journals()


@every("accounts.forget_old", timedelta(days=1))
def forget_old() -> None:
    """Delete old codes and sign-ins."""
    service.forget_old()
