"""The measures: each defined once. Pure."""

from participate.insight.measures.definition import Measure
from participate.insight.measures.lead import DERIVED, LEAD
from participate.insight.measures.more import MORE

MEASURES: tuple[Measure, ...] = (*LEAD, *MORE)
BY_KEY = {measure.key: measure for measure in MEASURES}
TWELVE = tuple(sorted((measure for measure in MEASURES if measure.lead), key=lambda measure: measure.lead))

__all__ = ["BY_KEY", "DERIVED", "MEASURES", "TWELVE", "Measure"]
