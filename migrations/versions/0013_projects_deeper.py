"""What projects, ideas and recipes need to go all the way."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "idea_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "join", "differently", "worry", name="replykind", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=400), nullable=False),
        sa.Column("answer", sa.String(length=400), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_idea_reply_answered_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_reply_idea_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_idea_reply_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_reply")),
    )
    with op.batch_alter_table("idea_reply", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idea_reply_answered_by"), ["answered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_idea_reply_idea_id"), ["idea_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_idea_reply_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_idea_reply_join",
            ["idea_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("kind = 'join'"),
            postgresql_where=sa.text("kind = 'join'"),
        )
    op.create_table(
        "project_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=280), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_project_update_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_update_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_update")),
    )
    with op.batch_alter_table("project_update", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_project_update_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_project_update_project_id"), ["project_id"], unique=False)
    op.create_table(
        "safety_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum("green", "amber", "red", name="tier", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("risks", sa.JSON(), nullable=False),
        sa.Column("ticked", sa.JSON(), nullable=False),
        sa.Column("allergens", sa.JSON(), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("approve_by", sa.Date(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision", sa.String(length=400), nullable=False),
        sa.Column("road_closed_on", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["approver_id"], ["person.id"], name=op.f("fk_safety_check_approver_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["person.id"], name=op.f("fk_safety_check_checked_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_safety_check_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_check")),
        sa.UniqueConstraint("project_id", name=op.f("uq_safety_check_project_id")),
    )
    with op.batch_alter_table("safety_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_check_approver_id"), ["approver_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_safety_check_checked_by"), ["checked_by"], unique=False)
    op.create_table(
        "week_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=280), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("week BETWEEN 1 AND 4", name=op.f("ck_week_line_week")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_week_line_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_line")),
        sa.UniqueConstraint("project_id", "week", name=op.f("uq_week_line_project_id_week")),
    )
    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.add_column(sa.Column("next_step", sa.String(length=280), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_idea_answered_by"), ["answered_by"], unique=False)
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quick", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hub_person_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("our_part", sa.String(length=620), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("council_part", sa.String(length=620), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("selling", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("product", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("test_days", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("test_result", sa.String(length=400), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("asks_next", sa.String(length=280), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("backed_by", sa.String(length=280), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_project_grown_from_id"), ["grown_from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_project_hub_person_id"), ["hub_person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_project_street_id"), ["street_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_project_hub_person_id"), "person", ["hub_person_id"], ["id"], ondelete="SET NULL"
        )
    with op.batch_alter_table("recipe", schema=None) as batch_op:
        batch_op.add_column(sa.Column("steps", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("key", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("grown_from_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("project_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("credit", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("borough", sa.String(length=80), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("ward_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("street_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("made_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("hidden_because", sa.String(), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_recipe_grown_from_id"), ["grown_from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recipe_street_id"), ["street_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recipe_ward_id"), ["ward_id"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_recipe_key"), ["key"])
        batch_op.create_unique_constraint(batch_op.f("uq_recipe_project_id"), ["project_id"])
        batch_op.create_foreign_key(batch_op.f("fk_recipe_street_id"), "street", ["street_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_recipe_ward_id"), "ward", ["ward_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_recipe_grown_from_id"), "recipe", ["grown_from_id"], ["id"], ondelete="SET NULL"
        )
    with op.batch_alter_table("team_member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("organisation_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("meets_hosts", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("pack_contact", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_index(batch_op.f("ix_team_member_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_team_member_organisation_id"),
            "organisation",
            ["organisation_id"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("team_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_request_answered_by"), ["answered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_team_request_need_id"), ["need_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("team_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_request_need_id"))
        batch_op.drop_index(batch_op.f("ix_team_request_answered_by"))
    with op.batch_alter_table("team_member", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_team_member_organisation_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_team_member_organisation_id"))
        batch_op.drop_column("pack_contact")
        batch_op.drop_column("meets_hosts")
        batch_op.drop_column("organisation_id")
    with op.batch_alter_table("recipe", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_recipe_grown_from_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_recipe_ward_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_recipe_street_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_recipe_project_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_recipe_key"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_recipe_ward_id"))
        batch_op.drop_index(batch_op.f("ix_recipe_street_id"))
        batch_op.drop_index(batch_op.f("ix_recipe_grown_from_id"))
        batch_op.drop_column("hidden_because")
        batch_op.drop_column("hidden_at")
        batch_op.drop_column("made_at")
        batch_op.drop_column("street_id")
        batch_op.drop_column("ward_id")
        batch_op.drop_column("borough")
        batch_op.drop_column("credit")
        batch_op.drop_column("project_id")
        batch_op.drop_column("grown_from_id")
        batch_op.drop_column("key")
        batch_op.drop_column("steps")
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_project_hub_person_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_project_street_id"))
        batch_op.drop_index(batch_op.f("ix_project_hub_person_id"))
        batch_op.drop_index(batch_op.f("ix_project_grown_from_id"))
        batch_op.drop_column("backed_by")
        batch_op.drop_column("asks_next")
        batch_op.drop_column("test_result")
        batch_op.drop_column("test_days")
        batch_op.drop_column("product")
        batch_op.drop_column("selling")
        batch_op.drop_column("council_part")
        batch_op.drop_column("our_part")
        batch_op.drop_column("hub_person_id")
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.drop_column("quick")
    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idea_answered_by"))
        batch_op.drop_column("next_step")
    op.drop_table("week_line")
    with op.batch_alter_table("safety_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_safety_check_checked_by"))
        batch_op.drop_index(batch_op.f("ix_safety_check_approver_id"))
    op.drop_table("safety_check")
    with op.batch_alter_table("project_update", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_update_project_id"))
        batch_op.drop_index(batch_op.f("ix_project_update_person_id"))
    op.drop_table("project_update")
    with op.batch_alter_table("idea_reply", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_idea_reply_join", sqlite_where=sa.text("kind = 'join'"), postgresql_where=sa.text("kind = 'join'")
        )
        batch_op.drop_index(batch_op.f("ix_idea_reply_person_id"))
        batch_op.drop_index(batch_op.f("ix_idea_reply_idea_id"))
        batch_op.drop_index(batch_op.f("ix_idea_reply_answered_by"))
    op.drop_table("idea_reply")
