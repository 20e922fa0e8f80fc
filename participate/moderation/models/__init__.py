"""Tables of the moderation."""

from participate.moderation.models.measure import Measure
from participate.moderation.models.report import Report
from participate.moderation.models.worry import Worry, WorryKept, WorryNote

__all__ = ["Measure", "Report", "Worry", "WorryKept", "WorryNote"]
