"""Contract 7, raw counts never reach a page: it holds, and a planted import is caught (P-20)."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NUMBER = "7"
# Where it is planted → what. The last goes round through another module.
PLANTED = {
    "nothing": {},
    "a query counts": {"queries/rows.py": "import participate.insight.counting.given"},
    "a page makes a snapshot": {"views/open_data.py": "from participate.insight import snapshots"},
    "inside a function": {"views/_answer.py": "def late():\n    from participate.insight.counting import given"},
    "round by a new module": {
        "helpful.py": "from participate.insight.counting import given",
        "views/files.py": "from participate.insight import helpful",
    },
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules of the product, and contract 7 as pyproject.toml has it, alone."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "participate", folder / "participate", ignore=lambda *found: _no_modules(*found))
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    [contract] = [each for each in contracts if each["name"].startswith(NUMBER)]
    lines = [f"{name} = {json.dumps(value)}" for name, value in contract.items()]
    head = ["[tool.importlinter]", 'root_package = "participate"', "[[tool.importlinter.contracts]]"]
    (folder / "pyproject.toml").write_text("\n".join([*head, *lines]))
    return folder


def _no_modules(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if (Path(folder) / name).is_file() and not name.endswith(".py")]


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_a_planted_import_is_caught(house: Path, planted: dict[str, str]) -> None:
    slice_ = house / "participate" / "insight"
    before = {name: (slice_ / name).read_text() if (slice_ / name).exists() else None for name in planted}
    for name, line in planted.items():
        (slice_ / name).write_text(f"{before[name] or ''}\n{line}\n")
    try:
        done = subprocess.run(
            [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()",
             "--config", "pyproject.toml", "--no-cache"],
            cwd=house, env={"PYTHONPATH": str(house), "PATH": ""}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        for name, text in before.items():
            (slice_ / name).write_text(text) if text is not None else (slice_ / name).unlink()
    assert done.returncode == bool(planted), done.stdout + done.stderr
    assert ("BROKEN" in done.stdout) == bool(planted), done.stdout + done.stderr
