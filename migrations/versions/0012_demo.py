"""Which rows belong to the demo neighbourhood."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "demo_range",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id <= last_id", name=op.f("ck_demo_range_first_before_last")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demo_range")),
        sa.UniqueConstraint("table_name", name=op.f("uq_demo_range_table_name")),
    )


def downgrade() -> None:
    op.drop_table("demo_range")
