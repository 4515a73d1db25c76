"""Interpretations: the text without which no number goes out, its signatures, and the pages of the indicators.

A text is bound to the data that were read while writing and becomes stale when they change; each rewriting is a new
text, and the old ones stay. The indicator pages are here because a number and its interpretation are shown together.
"""
