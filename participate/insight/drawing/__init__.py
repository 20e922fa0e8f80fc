"""Where the points of charts and maps lie, and charts as files of their own. Pure: no Flask, no database."""
