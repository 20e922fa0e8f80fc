"""Whole stories, one a file, on both databases."""
