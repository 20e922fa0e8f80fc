"""The last foreign keys without an index."""

from alembic import op

revision = "0018"
down_revision = "0017"

INDEXES = (("report", "reporter_id"), ("report", "decided_by"), ("ward_code", "ward_id"))


def upgrade() -> None:
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_{column}", table)
