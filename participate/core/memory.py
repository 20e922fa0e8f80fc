"""How much memory this process has."""

import resource
import sys
from pathlib import Path

SMAPS = Path("/proc/self/smaps_rollup")
TO_MEGABYTES = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss is in bytes there, in kilobytes elsewhere


def peak_mb() -> float:
    """The most memory that this process ever had, in megabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / TO_MEGABYTES)


def memory_now() -> dict[str, float]:
    """What it has now, with what it shares, and what is its own, in megabytes; nothing where that is not told."""
    if not SMAPS.exists():
        return {}
    lines = (line.split() for line in SMAPS.read_text().splitlines()[1:])
    sizes = {words[0].rstrip(":"): int(words[1]) / 1e3 for words in lines}
    return {"worker_mb": round(sizes["Rss"]), "worker_own_mb": round(sizes["Private_Dirty"])}
