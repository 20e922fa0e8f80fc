"""What the materials do later: listings asked about again, loans and their queue, gifts, wishes."""

from participate.materials.jobs import giving, lending, listing, wishes

__all__ = ["giving", "lending", "listing", "wishes"]
