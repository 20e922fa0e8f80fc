"""Pulses, the asking, and the three questions about oneself."""
