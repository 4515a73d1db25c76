"""Sätze.

Aus Wert, Spannweite, Entwicklung, Abstand und Ziel entstehen Entwürfe deutscher Sätze, mit Vorbehalt, wo er nötig ist, ohne
Ursachen und ohne Wirkungsbehauptung. Sie heißen „Entwurf“, bis ein Mensch sie verantwortet. Was Zahlen bedeuten, schreiben
Menschen.
"""

SECTIONS = ("drafts", "wording")
