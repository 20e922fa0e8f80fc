"""Changes to reports and worries. Each file is one noun; others import from here."""

from participate.moderation.service.reports import ask_again, close, decide, report

__all__ = ["ask_again", "close", "decide", "report"]
