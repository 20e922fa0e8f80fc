"""From the rows of other slices to documents: all of them, or those that the trail says have changed."""

from participate.matching.loading.changes import Loaded, load, load_all

__all__ = ["Loaded", "load", "load_all"]
