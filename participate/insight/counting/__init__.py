"""Counting the rows of the other slices. What stands here is raw: it may reach nobody but `publish`."""
