"""Published figures as files to take away: CSV, a spreadsheet, JSON. Pure writers.

A file says the same to everybody and the same each time, so it is always in English, whatever its reader's language.
Whoever writes a file is given published rows one after the other and gives bytes away in pieces.
"""
