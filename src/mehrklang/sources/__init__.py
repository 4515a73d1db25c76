"""Readers: one folder per kind of delivery, each turning a file into observations and issues. Text first, typed
later.
"""
