"""How often short links were followed."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
KINDS = ("session", "project", "recipe", "ward", "street", "programme")
CHANNELS = ("poster", "slip", "newspaper", "message", "invite")


def upgrade() -> None:
    op.create_table(
        "link_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="linkkind", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(*CHANNELS, name="channel", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hits", sa.Integer(), nullable=False),
        sa.CheckConstraint("hits >= 1", name=op.f("ck_link_day_hits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_day")),
        sa.UniqueConstraint("kind", "thing_id", "channel", "day", name=op.f("uq_link_day_kind_thing_id_channel_day")),
    )
    op.create_index("ix_link_day_day", "link_day", ["day"])


def downgrade() -> None:
    op.drop_index("ix_link_day_day", table_name="link_day")
    op.drop_table("link_day")
