"""The indicators that an edition has chosen or weighs: why, for whom, how steerable, with which target.

A target holds only when Koordination and Statistik have both signed it (`TargetSignature`). Candidates are rows of
their own, so that whoever reads the chosen ones sees nothing else. `selection:propose` lays an indicator on the working
table from any page: a POST with `indicator=<code>`, optionally `reason` and `zurueck` (an address to go back to). Not
here: the working table itself (`weighing`), what an indicator is (the library's catalogue) and what it is worth
(`results`).
"""
