"""Beginning: from an empty installation to a first edition, a further monitor, a new edition from the old one.

What is proposed is the library's word (`mehrklang.package.starting`); here it is shown before it is done, done in one
transaction, and taken back as long as nothing is signed. Nothing is kept here.
"""
