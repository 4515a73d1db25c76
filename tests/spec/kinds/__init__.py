"""Indikatorarten.

Ein Indikator ist von einer von sieben Arten. Zähler und Nenner bleiben beim Wert und werden mit ihm gezeigt, dazu die
Rechnung mit ihren Zahlen. Gerechnet wird dezimal mit 34 Stellen, gerundet nur beim Drucken. Zähler und Nenner gehören
zusammen, wenn ihr Zeitraum gleich ist, oder wenn die Zeiträume verschiedener Art sind (Jahr, Stichtag) und im selben
Kalenderjahr nur ein Wert in Frage kommt; das steht dann beim Wert.
"""

SECTIONS = ("count", "share", "rate", "published", "gap", "ratio", "change")
