"""An attacker who has everything that an officer can fetch and tries to find a small number. Pure.

It is written apart from `disclosure` and shares only the shapes of tables with it.
"""
