"""The shared reference data: at hand in development and CI, never needed by the product."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("PARTICIPATE_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def folder() -> Path:
    """The shared folder; where it is absent the test is skipped loudly, and fails with CI=true."""
    if not (FOLDER / "data" / "README.md").is_file():
        missing = f"SHARED DATA ABSENT: looked in {FOLDER}; set PARTICIPATE_SHARED to its folder"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return FOLDER
