"""Tests of the figures for the council."""
