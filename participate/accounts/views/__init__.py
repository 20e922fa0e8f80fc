"""Pages of the accounts."""

from flask import Blueprint

from participate.accounts.views import account, cards, code, done, join, roles, tablet

blueprint = Blueprint("accounts", __name__)
for part in (join, code, account, roles, cards, tablet, done):
    part.register(blueprint)
