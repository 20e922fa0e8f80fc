"""Changes of the matcher: answers to suggestions, and what it may use of somebody."""

from participate.matching.service.answers import forget_about, forget_answers, more_like, not_for_me, take_back
from participate.matching.service.switches import switch_off, switch_on

__all__ = ["forget_about", "forget_answers", "more_like", "not_for_me", "switch_off", "switch_on", "take_back"]
