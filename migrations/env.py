"""Runs the numbered migrations, on the engine that the caller hands over or on DATABASE_URL's."""

from alembic import context
from sqlalchemy import create_engine

from participate.core import config
from participate.core.db import Base, prepare_engine


def run() -> None:
    connection = context.config.attributes.get("connection")
    if connection is not None:
        _migrate(connection)
        return
    engine = create_engine(config.read().database_url)
    prepare_engine(engine)
    with engine.connect() as own:
        _migrate(own)
        own.commit()


def _migrate(connection) -> None:  # type: ignore[no-untyped-def]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
