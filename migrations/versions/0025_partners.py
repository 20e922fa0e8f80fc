"""What partners pledge, and whom they ask to speak for them."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "member_invite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_member_invite_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_member_invite_organisation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["used_by"], ["person.id"], name=op.f("fk_member_invite_used_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_invite")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_member_invite_token_hash")),
    )
    with op.batch_alter_table("member_invite", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_invite_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_invite_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_invite_used_by"), ["used_by"], unique=False)

    op.create_table(
        "pledge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "space",
                "material",
                "time",
                "skill",
                name="pledgekind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "pledged",
                "welcomed",
                "not_now",
                "kept",
                "taken_back",
                name="pledgestatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("came", sa.String(length=400), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("amount >= 1", name=op.f("ck_pledge_amount")),
        sa.CheckConstraint("met >= 0", name=op.f("ck_pledge_met")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_pledge_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_pledge_organisation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge")),
    )
    with op.batch_alter_table("pledge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pledge_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_pledge_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index("ix_pledge_subject", ["subject", "id"], unique=False)

    op.create_table(
        "pledge_given",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pledge_id", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("units >= 1", name=op.f("ck_pledge_given_units")),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["person.id"], name=op.f("fk_pledge_given_noted_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["pledge_id"], ["pledge.id"], name=op.f("fk_pledge_given_pledge_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge_given")),
    )
    with op.batch_alter_table("pledge_given", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pledge_given_noted_by"), ["noted_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_pledge_given_pledge_id"), ["pledge_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("pledge_given", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pledge_given_pledge_id"))
        batch_op.drop_index(batch_op.f("ix_pledge_given_noted_by"))

    op.drop_table("pledge_given")
    with op.batch_alter_table("pledge", schema=None) as batch_op:
        batch_op.drop_index("ix_pledge_subject")
        batch_op.drop_index(batch_op.f("ix_pledge_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_pledge_made_by"))

    op.drop_table("pledge")
    with op.batch_alter_table("member_invite", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_invite_used_by"))
        batch_op.drop_index(batch_op.f("ix_member_invite_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_member_invite_made_by"))

    op.drop_table("member_invite")
