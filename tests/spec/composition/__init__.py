"""Weitere Rechenarten.

Für Tabellen, die mehr als Zähler und Nenner haben: Klassen, Schichten, Gebiete, Befragungen. Es gilt wie überall: Was in
einem Bestandteil gesperrt ist, ist im Ergebnis gesperrt; Einschränkungen gehen mit.
"""

SECTIONS = ("grouped", "index", "layers", "parity", "survey", "segregation", "diversity")
