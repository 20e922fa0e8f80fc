"""Promises: rows written in the same transaction as the change that made them, kept by workers later.

A worker takes a due row by a lease, does it and marks it done. A worker that dies lets its lease run out, and
the next one takes the row: nothing is lost. The outbox knows no person and no slice.
"""
