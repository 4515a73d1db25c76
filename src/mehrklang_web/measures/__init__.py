"""The measures of an edition (Maßnahmen): what is done for its goals, and beside which indicators it is shown.

A measure is an event beside figures, never their explanation. Not here: the survey of the goals (`goals`).
"""
