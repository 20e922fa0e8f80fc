"""Tests of the shared missions."""
