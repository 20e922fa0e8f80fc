"""The measures counted a second way, in plain Python."""
