"""Monitors and their editions (Ausgaben), and in which phase of the cycle an edition stands.

Here is also how values of the library are kept in columns (`values`). Not here: what an edition contains; goals,
selection, deliveries, results and interpretations have rooms of their own.
"""
