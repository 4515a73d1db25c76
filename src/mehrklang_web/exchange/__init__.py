"""Whole monitorings going in (and later out): a portable folder becomes an edition.

What the folder's form is, is the library's word (`mehrklang.package`); each part is kept by the action of its room.
"""
