"""Deliveries: files that arrive, are tried dry, and are kept unchanged for good.

A trial reads the file, checks it and tells what was understood, every fault at its cell, and what differs from the last
delivery. A file with errors waits so that it can be read in another way (other source, period, unit, or a mapping of
its columns, kept in `profiles`); only one without errors can be accepted, one with warnings only with a reason. What is
accepted lies under its checksum, readable only; a correction is a new delivery that replaces the old one, which stays;
one that is withdrawn stays with its reason. Who sees raw cells of additive material is decision 0011 (`rules`). How a
file is read is the library's business (`mehrklang.sources`), what looks wrong in it that of `mehrklang.plausibility`.
"""
