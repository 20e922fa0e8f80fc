"""`flask --app wsgi audit verify`: is the trail whole?"""

import click

from participate.audit import chain, service
from participate.core.commands import Group
from participate.core.db import reading, transaction

group = Group("audit", help="Who did what to what.")


@group.command("verify")
@click.option("--known", default="", metavar="ROW:SEAL", help="A last line noted earlier: must still stand here.")
def verify(known: str) -> None:
    """Seal what is not sealed yet, follow the chain, and print how many rows hold, or the first that does not."""
    while True:
        with transaction():
            if not service.seal():
                break
    with reading():
        found, stands = chain.check(), _stands(known)
    if found.broken_at is not None:
        raise click.ClickException(f"The trail is broken at row {found.broken_at}. {found.rows} rows before it hold.")
    if not stands:
        raise click.ClickException(f"The trail holds, but {known} is not in it: something was cut off or replaced.")
    click.echo(f"{found.rows} rows hold. {found.forgotten} older ones were forgotten at a signed checkpoint.")
    click.echo(f"The last line, to note elsewhere: {found.head}:{found.seal}")


def _stands(known: str) -> bool:
    number, _colon, seal = known.partition(":")
    if not known:
        return True
    if not number.isdecimal() or not seal:
        raise click.BadParameter("write it as it was printed, like 812:ab12…", param_hint="--known")
    return chain.knows(int(number), seal.strip())
