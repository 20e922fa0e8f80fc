"""The shared reference data: at hand in development and CI, never needed by the product."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("PARTICIPATE_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def folder() -> Path:
    """The shared folder; skips the test loudly where it is absent."""
    if not (FOLDER / "data" / "README.md").is_file():
        pytest.skip(f"SHARED DATA ABSENT: looked in {FOLDER}; set PARTICIPATE_SHARED to its folder")
    return FOLDER
