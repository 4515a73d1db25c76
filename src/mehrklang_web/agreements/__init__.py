"""What Koordination and Statistik agree on, and what is said about it.

Core set, definitions and targets hold in the version that both offices have signed (`KeptVoice`); a signature belongs
to a fingerprint, so that a change takes it off by itself. Remarks are comments and proposals with a thread. Not here:
what a version is (`mehrklang.package.versions_of`), setting targets (`selection`), and what is open (`agenda`).
"""
