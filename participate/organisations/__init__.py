"""Partners: who they are and who speaks for them.

Spaces and materials stand on this room: what every offer shares lives here: in whose name it is made, how
long it stands, what its words may say in public.
"""
