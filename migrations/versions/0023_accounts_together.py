"""People kept apart, written down with consent, found to be one; cards, tablets, what staff saw."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "apart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column(
            "by",
            sa.Enum("herself", "hub", name="apartby", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column(
            "why",
            sa.Enum(
                "asked",
                "trouble",
                "safeguarding",
                "order",
                name="apartwhy",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("person_id <> other_id", name=op.f("ck_apart_two_people")),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_apart_other_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_apart_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apart")),
        sa.UniqueConstraint("person_id", "other_id", "by", name=op.f("uq_apart_person_id_other_id_by")),
    )
    with op.batch_alter_table("apart", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apart_other_id"), ["other_id"], unique=False)

    op.create_table(
        "card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_card_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_card_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_card_code_hash")),
    )
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_card_person_id"), ["person_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "what",
            sa.Enum(
                "written_down",
                "suggestions",
                "introduction",
                "photo",
                name="consentfor",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "how",
            sa.Enum(
                "spoken", "phone", "written", name="consenthow", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["person.id"], name=op.f("fk_consent_recorded_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_recorded_by"), ["recorded_by"], unique=False)

    op.create_table(
        "host_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "food_hygiene",
                "induction",
                "first_aid",
                "dbs_basic",
                "dbs_enhanced",
                "insurance",
                name="recordkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("seen_by", sa.Integer(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_host_record_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seen_by"], ["person.id"], name=op.f("fk_host_record_seen_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host_record")),
        sa.UniqueConstraint("person_id", "kind", name=op.f("uq_host_record_person_id_kind")),
    )
    with op.batch_alter_table("host_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_host_record_expires_on"), ["expires_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_host_record_seen_by"), ["seen_by"], unique=False)

    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("gone_id", sa.Integer(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("kept_id <> gone_id", name=op.f("ck_merge_two_rows")),
        sa.ForeignKeyConstraint(["gone_id"], ["person.id"], name=op.f("fk_merge_gone_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["kept_id"], ["person.id"], name=op.f("fk_merge_kept_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_merge_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["undone_by"], ["person.id"], name=op.f("fk_merge_undone_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
    )
    with op.batch_alter_table("merge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_merge_gone_id"), ["gone_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_merge_kept_id"), ["kept_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_merge_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_merge_undone_by"), ["undone_by"], unique=False)

    op.create_table(
        "same_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("low_id", sa.Integer(), nullable=False),
        sa.Column("high_id", sa.Integer(), nullable=False),
        sa.Column(
            "why",
            sa.Enum(
                "contact", "name_ward", "sessions", name="samewhy", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "waiting", "same", "different", name="samestatus", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("low_id < high_id", name=op.f("ck_same_person_in_order")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_same_person_decided_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["high_id"], ["person.id"], name=op.f("fk_same_person_high_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["low_id"], ["person.id"], name=op.f("fk_same_person_low_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_same_person")),
        sa.UniqueConstraint("low_id", "high_id", name=op.f("uq_same_person_low_id_high_id")),
    )
    with op.batch_alter_table("same_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_same_person_decided_by"), ["decided_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_same_person_high_id"), ["high_id"], unique=False)
        batch_op.create_index("ix_same_person_status", ["status", "found_at", "id"], unique=False)

    op.create_table(
        "staff_pin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("wrong >= 0", name=op.f("ck_staff_pin_wrong")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_staff_pin_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_pin")),
        sa.UniqueConstraint("person_id", name=op.f("uq_staff_pin_person_id")),
    )
    op.create_table(
        "tablet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_tablet_hub_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_tablet_made_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tablet")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_tablet_token_hash")),
    )
    with op.batch_alter_table("tablet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tablet_hub_id"), ["hub_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tablet_made_by"), ["made_by"], unique=False)

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ring", sa.String(length=20), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("reach_note", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("language", sa.String(length=8), nullable=False, server_default="en"))
        batch_op.add_column(sa.Column("bounced_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("hub_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_person_hub_id"), ["hub_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_person_hub_id"), "hub", ["hub_id"], ["id"], ondelete="SET NULL")
        batch_op.create_index(batch_op.f("ix_person_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_person_merged_into_id"), "person", ["merged_into_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tablet_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_sign_in_tablet_id"), ["tablet_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_sign_in_tablet_id"), "tablet", ["tablet_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_sign_in_tablet_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_sign_in_tablet_id"))
        batch_op.drop_column("tablet_id")

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_person_merged_into_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_person_merged_into_id"))
        batch_op.drop_column("merged_into_id")
        batch_op.drop_constraint(batch_op.f("fk_person_hub_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_person_hub_id"))
        batch_op.drop_column("hub_id")
        batch_op.drop_column("bounced_at")
        batch_op.drop_column("language")
        batch_op.drop_column("reach_note")
        batch_op.drop_column("ring")

    with op.batch_alter_table("tablet", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tablet_made_by"))
        batch_op.drop_index(batch_op.f("ix_tablet_hub_id"))

    op.drop_table("tablet")
    op.drop_table("staff_pin")
    with op.batch_alter_table("same_person", schema=None) as batch_op:
        batch_op.drop_index("ix_same_person_status")
        batch_op.drop_index(batch_op.f("ix_same_person_high_id"))
        batch_op.drop_index(batch_op.f("ix_same_person_decided_by"))

    op.drop_table("same_person")
    with op.batch_alter_table("merge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_merge_undone_by"))
        batch_op.drop_index(batch_op.f("ix_merge_made_by"))
        batch_op.drop_index(batch_op.f("ix_merge_kept_id"))
        batch_op.drop_index(batch_op.f("ix_merge_gone_id"))

    op.drop_table("merge")
    with op.batch_alter_table("host_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_host_record_seen_by"))
        batch_op.drop_index(batch_op.f("ix_host_record_expires_on"))

    op.drop_table("host_record")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_recorded_by"))
        batch_op.drop_index(batch_op.f("ix_consent_person_id"))

    op.drop_table("consent")
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_card_person_id"))
        batch_op.drop_index(batch_op.f("ix_card_made_by"))

    op.drop_table("card")
    with op.batch_alter_table("apart", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_apart_other_id"))

    op.drop_table("apart")
