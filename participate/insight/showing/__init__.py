"""Published figures as pages say and draw them: numbers in words, charts with their table, maps, tiles."""
