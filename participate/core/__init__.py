"""What every slice stands on: settings, database, errors, doors, pages, forms, clock, languages, mail, jobs.

Nothing here knows a person, a project or a place.
"""
