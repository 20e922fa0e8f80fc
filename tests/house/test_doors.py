"""Every route says who may enter, and `doors.txt` says it again for a reviewer. A new route must be written there."""

import re
from pathlib import Path

from flask import Flask

from participate.core.guards import audiences_of

TABLE = Path(__file__).with_name("doors.txt")
ROOT = Path(__file__).resolve().parents[2]


def doors_of(site: Flask) -> list[str]:
    lines = []
    for rule in sorted(site.url_map.iter_rules(), key=lambda rule: (rule.rule, sorted(rule.methods or ()))):
        methods = ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        audiences = ",".join(each.name for each in audiences_of(site.view_functions[rule.endpoint])) or "CLOSED"
        lines.append(f"{rule.rule:<52} {methods:<9} {audiences}")
    return lines


def test_the_table_is_the_truth(site: Flask) -> None:
    assert doors_of(site) == TABLE.read_text().splitlines(), (
        "run: python -m tests.house.write_doors, and read the change"
    )


def test_no_door_is_unmarked(site: Flask) -> None:
    assert not [line for line in doors_of(site) if line.endswith("CLOSED")]


def test_who_may_call_aside() -> None:
    """`aside()` escapes the commit rule: each caller is listed, with its reason."""
    listed = {line.split()[0] for line in Path(__file__).with_name("asides.txt").read_text().splitlines() if line}
    callers = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "participate").rglob("*.py")
        if re.search(r"import .*\baside\b", file.read_text()) and file.name != "db.py"
    }
    assert callers == listed
