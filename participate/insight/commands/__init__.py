"""flask --app wsgi insight …"""

from participate.core.commands import GroupWhenAsked

# What needs a solver is loaded when it is asked for.
WHEN_ASKED = {
    "attack": ("attacking", "attack"),
    "snapshot": ("counting", "make_snapshots"),
    "explain": ("counting", "explain_figure"),
}

group = GroupWhenAsked("insight", __name__, WHEN_ASKED, help="Figures for the council.")
