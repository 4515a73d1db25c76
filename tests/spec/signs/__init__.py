"""Zeichen.

In amtlichen Tabellen steht an der Stelle einer Zahl oft ein Zeichen (DIN 55301). Mehrklang behandelt Zeichen als Werte:
Sie werden mitgelesen, gehen in Berechnungen ein und stehen in jeder Ausgabe. Aus einem Zeichen wird nie eine Null, und
„nichts vorhanden“, „weniger als die Hälfte“, „gesperrt“ und „fehlt“ bleiben immer unterscheidbar.
"""

SECTIONS = ("meaning", "computation", "print")
