"""Commands of the accounts."""

import click

from participate.accounts import rules, service
from participate.core.commands import Group
from participate.core.db import transaction
from participate.core.errors import RuleBroken
from participate.core.text import clean_line

group = Group("accounts", help="Persons and roles.")


@group.command("first-admin")
@click.argument("email")
@click.argument("name")
def first_admin(email: str, name: str) -> None:
    """Make EMAIL, called NAME, the first admin. Works once."""
    try:
        _channel, contact = rules.read_contact(email, can_text=False)
        with transaction():
            service.make_first_admin(contact, clean_line(name)[:80])
    except RuleBroken as error:
        raise click.ClickException(error.message % error.facts) from None
    click.echo(f"{contact} is the first admin. Sign in on the site with this address.")
