"""The first page after logging in: where the edition stands, what is missing or stale, and what comes next for whom.

It only gathers what the other rooms say. Nothing is kept here.
"""
