"""What makes an entry sensible beyond its form: within one definition (`definition`, `terms`), between entries
(`references`), in the conditions of a source (`supply`).

A check answers with `Fault`s; the loader puts the file and the line to them.
"""
