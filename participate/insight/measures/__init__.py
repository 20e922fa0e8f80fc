"""The measures: each defined once."""
