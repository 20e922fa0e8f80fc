"""Kit points and small funds."""
