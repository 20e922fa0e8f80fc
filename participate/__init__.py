"""Participate: neighbours say what they like doing and what they could share; people, projects, spaces and
materials meet, and that becomes sessions that people come to.

The house has floors. `core` knows no domain. Each folder above it is a slice: a room with everything that one
noun needs. A slice imports only the floors below it; `pyproject.toml` holds that as a contract. `app.py` wires
everything and holds nothing.
"""
