"""The hub's desk: everything that waits, on one page."""
