"""Honest figures for the council, which cannot leak.

Rows of the other slices → `counting` (raw) → `disclosure.publish` (safe) → `Figure` rows, frozen by month →
`queries` → pages, print and files. Only what is published can be reached from `views`: a contract in `pyproject.toml`.
What each figure means stands once, in `measures`.
"""
