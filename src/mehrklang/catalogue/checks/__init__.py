"""What makes an entry sensible beyond its form: within one definition (`definition`, `terms`), between entries
(`references`).

A check answers with `Fault`s; the loader puts the file and the line to them.
"""
