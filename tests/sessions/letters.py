"""The letters that were sent in a test."""

from flask import current_app

from participate.core.mail import LaidLetter, list_laid


def letters(subject: str = "") -> list[LaidLetter]:
    """Those whose subject holds these words, the newest first."""
    laid = list_laid(current_app.extensions["settings"].data / "letters")
    return [letter for letter in laid if subject in letter.subject]
