"""Write the table of real questions anew: python -m tests.matching.write_real_questions"""

from pathlib import Path
from tempfile import TemporaryDirectory

from participate.app import create_app
from participate.core import migrate
from participate.core.db import db
from tests.conftest import make_settings
from tests.matching.real_questions import FILE, TABLE, import_projects, table
from tests.shared import folder

if __name__ == "__main__":
    with TemporaryDirectory() as place:
        app = create_app(make_settings(Path(place), f"sqlite:///{place}/real.db"), testing=True)
        with app.app_context():
            migrate.move(db.engine)
            db.session.remove()
            import_projects(app, folder() / FILE)
            TABLE.write_text(table(app))
