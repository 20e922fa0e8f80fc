"""flask --app wsgi insight …"""

from flask.cli import AppGroup

from participate.insight.commands.counting import explain_figure, make_snapshots

group = AppGroup("insight", help="Figures for the council.")
group.add_command(make_snapshots)
group.add_command(explain_figure)
