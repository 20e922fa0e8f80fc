"""Forms of the moderation. They never ask the database: what can be chosen comes from the view."""

from participate.moderation.forms.reports import AskAgainForm, DecisionForm, ReportForm

__all__ = ["AskAgainForm", "DecisionForm", "ReportForm"]
