"""Own indicators by formula: a kind, cells that sources deliver, a check of the units, and a test value.

Keeping what comes out, with its versions, is done by `catalogues`. Test values are computed from published material
only (`probing`). Not here: kinds that need layers or parts of an area; those are written as a file (Handbuch,
"Katalog") and can be read and renamed here, not put together.
"""
