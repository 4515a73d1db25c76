"""The design system: base templates, components, styles, and what makes the surface speak German.

KERN (vendored, unmodified) gives tokens and the form of fields and buttons; our own rules stand in `static/ui/css`.
Here is nothing about the monitoring; every other room may use this one.
"""
