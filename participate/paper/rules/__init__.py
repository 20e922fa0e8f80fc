"""Rules of the paper: short codes, who is counted, seasons and their weeks."""
