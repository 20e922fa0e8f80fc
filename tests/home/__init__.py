"""Tests of the home page and the one box."""
