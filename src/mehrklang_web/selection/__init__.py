"""The indicators that an edition has chosen: why, for whom, how steerable, with which target.

A target holds only when Koordination and Statistik have both signed it (`TargetSignature`). Not here: what an
indicator is (the library's catalogue) and what it is worth (`results`).
"""
