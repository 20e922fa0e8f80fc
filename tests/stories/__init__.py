"""Stories: telling, reading, the showcase, green shoots, the pack."""
