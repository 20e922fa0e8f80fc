"""What only a full page shows, by slice: argument → id, and pages in a state of their own. See tests/samples.py."""
