"""Forms of the moderation. They never ask the database: what can be chosen comes from the view."""

from participate.moderation.forms.reports import AskAgainForm, DecisionForm, ReportForm
from participate.moderation.forms.worries import CloseForm, LinkForm, NoteForm, WorriedForm

__all__ = [
    "AskAgainForm", "CloseForm", "DecisionForm", "LinkForm", "NoteForm", "ReportForm", "WorriedForm",
]  # fmt: skip
