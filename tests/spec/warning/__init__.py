"""Frühwarnung.

Ein Signal ist ein Anlass nachzusehen, keine Bewertung. Es nennt seinen Grund und geht an eine Person, die es zur Kenntnis
nimmt, erklärt und abschließt. Wie oft ein Signal ohne Anlass kommt und wie spät eine wirkliche Veränderung bemerkt wird,
ist durchgespielt und steht hier.
"""

SECTIONS = ("signals", "characteristics")
