"""Changing what people type in beside the figures. It knows nothing of raw counts."""
