"""What the desk does when its time comes."""

from datetime import timedelta

from participate.core.jobs import Payload, every, on
from participate.desk import service


@on("desk.press")
def run_press(payload: Payload) -> None:
    """A press that nobody took back happens now."""
    service.run(int(str(payload["undo_id"])))


@every("desk.sweep", timedelta(days=1))
def sweep() -> None:
    """Forget what nobody needs any more."""
    service.sweep()
