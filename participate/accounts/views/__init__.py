"""Pages of the accounts."""

from flask import Blueprint

from participate.accounts.views import account, code, join, roles

blueprint = Blueprint("accounts", __name__)
for part in (join, code, account, roles):
    part.register(blueprint)
