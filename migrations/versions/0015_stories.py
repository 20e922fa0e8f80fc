"""The table of the stories."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("learnt", sa.String(length=400), nullable=False),
        sa.Column("made", sa.String(length=400), nullable=False),
        sa.Column("numbers", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_story_person_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_story_project_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_story_session_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sa.UniqueConstraint("session_id", "person_id", name=op.f("uq_story_session_id_person_id")),
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index("ix_story_made_at", ["made_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_session_id"), ["session_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_story_session_id"))
        batch_op.drop_index(batch_op.f("ix_story_project_id"))
        batch_op.drop_index(batch_op.f("ix_story_person_id"))
        batch_op.drop_index("ix_story_made_at")
    op.drop_table("story")
