"""flask --app wsgi insight …"""

from flask.cli import AppGroup

from participate.insight.commands import taking_in

group = AppGroup("insight", help="Published figures: made, explained, attacked, and what stands beside them.")
for part in (taking_in,):
    part.register(group)
