"""How good the matcher is on open data: reading the folders, baselines, ours, and the figures of each.

Ours is the very code that serves pages, asked without a database. Pure. `matching evaluate`, `matching
evaluate-people` and `matching split` print and write what is found here.
"""
