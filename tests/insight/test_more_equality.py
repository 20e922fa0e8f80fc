"""Equality answers are read in one place and joined with nothing (P-28)."""

import ast
from pathlib import Path

from participate.insight.counting.more import equality
from participate.surveys.words import AGE_BANDS, ETHNIC_GROUPS

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("EqualityAnswer", "equality_answer")
MAY = "participate/insight/counting/more/equality.py"


def names_in(tree: ast.AST) -> set[str]:
    """Every name, attribute and short text of a file."""
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    found |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    return found | {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_one_module_beside_the_surveys_names_the_table():
    naming = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "participate").rglob("*.py")
        if set(NAMES) & names_in(ast.parse(file.read_text("utf-8")))
    }
    assert {file for file in naming if not file.startswith(("participate/surveys/", "participate/demo/"))} == {MAY}


def test_it_knows_no_other_table():
    tree = ast.parse((ROOT / MAY).read_text("utf-8"))
    models = {
        (node.module, alias.name)
        for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and "models" in (node.module or "")
        for alias in node.names
    }  # fmt: skip
    assert models == {("participate.surveys.models", "EqualityAnswer")}
    assert not {"join", "outerjoin", "pseudonym", "db", "text", "exists"} & names_in(tree)


def test_every_answer_has_its_group():
    assert set(equality._GROUP_OF) == {value for _name, group in ETHNIC_GROUPS for value, _words in group}
    assert {value: value.split("_")[0] for value in equality._GROUP_OF} == equality._GROUP_OF
    assert {value for value, _words in AGE_BANDS} < set(equality.AGES)
