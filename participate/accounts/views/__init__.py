"""Pages of the accounts."""

from flask import Blueprint

from participate.accounts.views import account, apart, cards, code, done, doubles, join, records, roles, tablet

blueprint = Blueprint("accounts", __name__)
for part in (join, code, account, apart, roles, cards, tablet, done, records, doubles):
    part.register(blueprint)
