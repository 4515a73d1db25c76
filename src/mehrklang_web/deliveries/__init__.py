"""Deliveries: files that arrive, are tried dry, and are kept unchanged for good.

A trial reads the file and lists every fault; only a trial without errors can be accepted. What is accepted lies under
its checksum, readable only; a correction is a new delivery that replaces the old one, which stays. How a file is read
is the library's business (`mehrklang.pipeline`).
"""
