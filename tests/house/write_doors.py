"""Write `doors.txt` anew: `python -m tests.house.write_doors`."""

import tempfile
from pathlib import Path

from participate.app import create_app
from tests.conftest import make_settings
from tests.house.test_doors import TABLE, doors_of

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(make_settings(Path(folder), f"sqlite:///{folder}/doors.db"), testing=True)
        TABLE.write_text("\n".join(doors_of(app)) + "\n")
