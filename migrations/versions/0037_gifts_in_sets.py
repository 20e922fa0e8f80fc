"""What is given away can be part of a set: a line of an ask points to the asking for a gift."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    with op.batch_alter_table("ask_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gift_ask_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_ask_line_gift_ask_id"), ["gift_ask_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_ask_line_gift_ask_id"), "gift_ask", ["gift_ask_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("ask_line", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_ask_line_gift_ask_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_ask_line_gift_ask_id"))
        batch_op.drop_column("gift_ask_id")
