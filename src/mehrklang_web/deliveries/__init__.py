"""Deliveries: files that arrive, are tried dry, and are kept unchanged for good.

A trial reads the file, checks it and tells what was understood, every fault, and what differs from the last delivery;
only a trial without errors can be accepted, one with warnings only with a written reason. What is accepted lies under
its checksum, readable only; a correction is a new delivery that replaces the old one, which stays. How a file is read
is the library's business (`mehrklang.pipeline`),
what looks wrong in it that of `mehrklang.plausibility`.
"""
