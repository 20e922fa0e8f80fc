"""Off the screen: posters, slips, the season's newspaper, text to paste, short links and their counts."""
