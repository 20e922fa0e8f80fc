"""What the materials do later: listings asked about again, loans and their queue, gifts."""

from participate.materials.jobs import giving, lending, listing

__all__ = ["giving", "lending", "listing"]
