"""Two people brought together: both say yes before anything is shared."""
