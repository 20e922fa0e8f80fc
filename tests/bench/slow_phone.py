"""A tired parent's way on slow 3G: from the front page to a kept interest. One JSON line.

python -m tests.bench.slow_phone
"""

import json
import tempfile
import time
from pathlib import Path

from tests.browser.chromium import launched
from tests.browser.served import site
from tests.browser.visit import Visitor
from tests.browser.walk import Walk

# Chromium's own "Slow 3G": 400 kbit/s each way and 400 ms for each answer to begin; and a phone four times slower.
LATENCY, RATE, SLOWER = 400, 400 * 1024 / 8, 4
SENTENCE = "baking bread and mending coats"
KEY = 150  # milliseconds between two keys of a thumb


class Thumb(Walk):
    """Types key by key instead of all at once."""

    def write(self, label: str, words: str) -> None:
        """Press each key."""
        self.page.get_by_label(label, exact=False).first.press_sequentially(words, delay=KEY)
        self.typed.append(label)


def main() -> None:
    """Walk the way once, with an empty cache, and print what it took."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser, site(Path(folder)) as served:
        with Visitor(browser, served) as her:
            wire = her.context.new_cdp_session(her.page)
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", {
                "offline": False, "latency": LATENCY, "downloadThroughput": RATE, "uploadThroughput": RATE,
            })  # fmt: skip
            wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            walk = Thumb(served, her.page)
            started = time.monotonic()
            walk.say(SENTENCE)
            found = time.monotonic()
            walk.join("Hana", "hana@example.org", "Parsloes")
            kept = time.monotonic()
        figures = {"found_s": round(found - started, 1), "kept_s": round(kept - started, 1), "typed": walk.typed}
        print(json.dumps({"walk": "slow 3G, one thumb"} | figures), flush=True)


if __name__ == "__main__":
    main()
