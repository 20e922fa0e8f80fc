"""Joint matching: the smallest set of people, space, things and a time that lets a project start. Pure.

`problem` says what is wanted and what could be had, `solving` finds the best set, `reading` reads numbers out of words.
"""
