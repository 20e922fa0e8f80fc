"""How fast the matcher is: a made-up borough of any size, and the same questions put to it and to other methods.
Pure: no database, no Flask.
"""

MADE_BY = "bench"  # of the snapshot that is put down for a process like one that serves
