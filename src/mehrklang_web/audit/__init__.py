"""Protokoll: who did what, when, to which object.

Here is what a write is (`actions.act`), the entries it leaves and the page that shows them. Every other room writes
through it. Not here: what the objects are; entries name them in words and hold no foreign key to live data, so that a
trace never hinders what it speaks of and never disappears with it.
"""
