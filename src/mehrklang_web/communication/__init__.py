"""Addressees and the communication plan: who gets what in which form when, and what is due.

Not here: the reports themselves (`publication`); later they take their choice of contents from this plan.
"""
