"""What may be told of a table, and the one function that tells it: `publish`. Pure: no database, no Flask."""
