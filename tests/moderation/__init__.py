"""Tests of the moderation."""
