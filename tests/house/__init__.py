"""Tests about the code itself: sizes, floors, doors, pages, stylesheets."""
