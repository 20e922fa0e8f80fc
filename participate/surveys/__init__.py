"""Pulses after a session, and equality answers, which are stored apart."""
