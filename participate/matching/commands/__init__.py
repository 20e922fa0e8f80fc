"""flask --app wsgi matching …"""

from participate.core.commands import GroupWhenAsked
from participate.matching.commands.trying import try_text

# What measures loads scikit-learn and more, which no web process should hold: each is loaded when it is asked for.
WHEN_ASKED = {
    "bench": ("measuring", "bench"),
    "hold": ("measuring", "hold"),
    "evaluate": ("evaluating", "evaluate"),
    "evaluate-people": ("evaluating", "evaluate_people"),
    "split": ("evaluating", "split"),
}

group = GroupWhenAsked("matching", __name__, WHEN_ASKED, help="Who and what goes together.")
group.add_command(try_text)
