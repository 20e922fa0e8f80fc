"""Where something was suggested first: For you, the weekly mail or the one box."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"

PARTS = ("all", "ward", "language", "kind", "order")
CHANNELS = sa.Enum(
    "for_you", "mail", "box", name="channel", native_enum=False, create_constraint=True, length=24
)  # fmt: skip


def _one_of(parts: tuple[str, ...]) -> str:
    return f"part IN ({', '.join(repr(part) for part in parts)})"


def upgrade() -> None:
    with op.batch_alter_table("suggested", schema=None) as batch_op:
        batch_op.add_column(sa.Column("channel", CHANNELS, nullable=True))
    with op.batch_alter_table("suggested_week", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_suggested_week_part"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_suggested_week_part"), _one_of((*PARTS, "channel")))


def downgrade() -> None:
    op.execute("DELETE FROM suggested_week WHERE part = 'channel'")
    with op.batch_alter_table("suggested_week", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_suggested_week_part"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_suggested_week_part"), _one_of(PARTS))
    with op.batch_alter_table("suggested", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_suggested_channel"), type_="check")
        batch_op.drop_column("channel")
