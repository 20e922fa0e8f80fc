"""A table of projects done elsewhere, whatever state it is in: good rows are taken, bad ones told."""

import csv
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from participate.audit import queries as audit
from participate.core.db import db
from participate.places.service import ensure_borough
from participate.profiles.words import Theme
from participate.projects.models import Project, TeamMember
from participate.projects.words import Stage

COLUMNS = (
    "id", "source", "title", "text", "org_name", "programme", "tags_manual", "tags_rules", "place_text",
    "place_source", "ward_code", "ward_name", "lad_name",
)  # fmt: skip
GOOD = {
    "id": "a-1", "source": "power_to_change", "title": "BREAD CLUB", "text": "Neighbours bake bread together.",
    "tags_rules": "SW300", "ward_code": "E05014067", "ward_name": "Parsloes", "lad_name": "Barking and Dagenham",
}  # fmt: skip


def write(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
    file = folder / "texts.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, columns, extrasaction="ignore", restval="")
        table.writeheader()
        table.writerows(rows)
    return file


def load(app: Flask, file: Path) -> Result:
    db.session.remove()
    return app.test_cli_runner().invoke(args=["projects", "import", str(file)])


def taken() -> list[Project]:
    return db.session.query(Project).order_by(Project.source_key).all()


@pytest.fixture(autouse=True)
def borough(app: Flask) -> None:
    ensure_borough()
    db.session.commit()


def test_a_good_row(app: Flask, tmp_path: Path) -> None:
    result = load(app, write(tmp_path, GOOD))
    assert result.exit_code == 0, result.output
    assert "1 taken, 0 changed, 0 unchanged, 0 refused." in result.output
    assert "1 with a ward (1 of them in this borough)" in result.output
    project = taken()[0]
    assert (project.name, project.theme, project.stage) == ("Bread Club", Theme.COOK, Stage.ENDED)
    assert (project.source, project.source_key) == ("power_to_change", "a-1")
    assert (project.place_code, project.place_text) == ("E05014067", "Parsloes, Barking and Dagenham")
    assert project.ward is not None
    assert project.ward.name == "Parsloes"
    assert project.square is None, "two decimals of a degree are no place to walk to"
    assert db.session.query(TeamMember).count() == 0
    assert [row.verb for row in audit.list_of("project", project.id)] == ["made"]


@pytest.mark.parametrize(
    ("place", "ward", "code", "told"),
    [
        ({"ward_code": "E05000037"}, "Parsloes", "E05000037", "in this borough"),  # a code of before 2022
        ({"ward_code": "E05013115", "lad_name": "Oxford", "ward_name": "Cowley"}, "", "E05013115", "0 of them"),
        ({"ward_code": "", "ward_name": "", "lad_name": "", "place_text": "Oxford"}, "", "", "1 with a town only"),
        ({"ward_code": "", "ward_name": "", "lad_name": ""}, "", "", "1 without a place"),
        ({"ward_code": "nonsense"}, "", "", "1 with a town only"),
    ],
)
def test_places(app: Flask, tmp_path: Path, place: dict[str, str], ward: str, code: str, told: str) -> None:
    result = load(app, write(tmp_path, GOOD | place))
    assert told in result.output
    project = taken()[0]
    assert (project.ward.name if project.ward else "", project.place_code) == (ward, code)


def test_again_it_changes_nothing(app: Flask, tmp_path: Path) -> None:
    file = write(tmp_path, GOOD, GOOD | {"id": "a-2"})
    load(app, file)
    rows = {project.id: project.changed_at for project in taken()}
    result = load(app, file)
    assert "0 taken, 0 changed, 2 unchanged, 0 refused." in result.output
    assert {project.id: project.changed_at for project in taken()} == rows
    assert len(audit.list_of("project", next(iter(rows)))) == 1


def test_other_words_change_it_and_staff_s_hiding_stays(app: Flask, tmp_path: Path) -> None:
    load(app, write(tmp_path, GOOD))
    project = taken()[0]
    project.hidden_at, project.hidden_because = project.made_at, "It names somebody"
    db.session.commit()
    result = load(app, write(tmp_path, GOOD | {"text": "Neighbours grow wheat and bake."}))
    assert "0 taken, 1 changed, 0 unchanged" in result.output
    changed = taken()[0]
    assert changed.about == "Neighbours grow wheat and bake."
    assert changed.hidden_because == "It names somebody"
    assert [row.verb for row in audit.list_of("project", changed.id)] == ["changed", "made"]


def test_the_same_key_of_another_source_is_another(app: Flask, tmp_path: Path) -> None:
    load(app, write(tmp_path, GOOD, GOOD | {"source": "nominet_trust"}))
    assert len(taken()) == 2


def test_every_bad_row_is_told_and_the_others_taken(app: Flask, tmp_path: Path) -> None:
    bad = [
        GOOD | {"id": "b-1", "text": ""},
        GOOD | {"id": "b-2", "text": "Hm."},
        GOOD | {"id": "b-3", "text": "bread " * 5_000},
        GOOD | {"id": "b-4", "text": "Bread\x00 for all the neighbours"},
        GOOD | {"id": "", "text": GOOD["text"]},
        GOOD | {"id": "a-1"},
    ]
    result = load(app, write(tmp_path, GOOD, *bad, GOOD | {"id": "a-2"}))
    assert result.exit_code == 0
    assert "2 taken, 0 changed, 0 unchanged, 6 refused." in result.output
    for line in (
        "line 3: its text is empty", "line 4: its text says too little", "line 5: its text has more than 20,000",
        "line 6: it holds signs that are no text", "line 7: its id is empty", "line 8: a-1 stands in this file twice",
    ):  # fmt: skip
        assert line in result.output
    assert [project.source_key for project in taken()] == ["a-1", "a-2"]


def test_bytes_that_are_not_utf8_refuse_their_row_alone(app: Flask, tmp_path: Path) -> None:
    file = write(tmp_path, GOOD, GOOD | {"id": "a-2", "text": "Caf\u00e9 for all of us"}, GOOD | {"id": "a-3"})
    file.write_bytes(file.read_bytes().replace("\u00e9".encode(), b"\xe9"))
    result = load(app, file)
    assert "2 taken" in result.output
    assert "line 3: it holds signs that are no text, or is not written in UTF-8" in result.output


def test_a_mark_at_the_start_and_lines_within_a_cell(app: Flask, tmp_path: Path) -> None:
    file = write(tmp_path, GOOD | {"text": "Bread,\nand “more” bread\n\nfor all"})
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    load(app, file)
    assert taken()[0].about == "Bread,\nand “more” bread\n\nfor all"


def test_rows_that_are_too_short_or_too_long(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "texts.csv"
    text = "Neighbours bake bread together."
    file.write_text(f"id,source,title,text\na,s,Short\nb,s,Long,{text},more\nc,s,Good,{text}\n")
    result = load(app, file)
    assert "line 2: it has fewer cells than the heading" in result.output
    assert "line 3: it has more cells than the heading" in result.output
    assert [project.source_key for project in taken()] == ["c"]


def test_a_quote_that_never_ends(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "texts.csv"
    text = "Neighbours bake bread together."
    rest = f"z,s,Rest,{text}\n" * 2_000
    file.write_text(f'id,source,title,text\na,s,Good,{text}\nb,s,Open,"{text}\n{rest}')
    result = load(app, file)
    assert [project.source_key for project in taken()] == ["a"]
    assert "1 refused" in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it has no column id, source, title, text"),
        (b"id,source,title\na,b,c\n", "it has no column text"),
        (b"\x00\x01\x02", "it has no column"),
        (b"id,source,title,text\n", "0 taken"),
        (b"id,source,title,text\na,b,c,\n", "1 refused"),
    ],
)
def test_a_file_that_is_no_use(app: Flask, tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "texts.csv"
    file.write_bytes(content)
    result = load(app, file)
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("where", ["nothing-here.csv", ""])
def test_a_file_that_is_not_there(app: Flask, tmp_path: Path, where: str) -> None:
    result = load(app, tmp_path / where)
    assert result.exit_code == 1
    assert "cannot be read" in result.output
    assert "Traceback" not in result.output


def test_what_was_taken_before_a_break_stays(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches commit by themselves: whatever stops the third, two are there, and a second run takes the rest."""
    monkeypatch.setattr("participate.projects.commands.BATCH", 2)
    file = write(tmp_path, *(GOOD | {"id": f"a-{number}"} for number in range(6)))
    from participate.projects import service  # noqa: PLC0415 - only to be bent below

    real, calls = service.take_batch, []

    def breaks(rows: object, told: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(rows, told)  # type: ignore[arg-type]

    monkeypatch.setattr("participate.projects.service.take_batch", breaks)
    load(app, file)
    assert len(taken()) == 4
    monkeypatch.undo()
    assert "2 taken, 0 changed, 4 unchanged" in load(app, file).output
