"""Reihenbrüche.

Ändert sich eine Definition, eine Erhebung, eine Hochrechnung, ein Gebietsstand oder eine Geheimhaltungsregel, so sind
die Werte davor und danach nicht vergleichbar. Reihenbrüche stehen mit Jahr, Art, Text und Quelle im Katalog; die
Kommune kann eigene hinzufügen, auch nur für einzelne Gebiete. Keine Linie, keine Veränderung, kein Trend und keine
Bewertung reicht über einen Reihenbruch hinweg.
"""

SECTIONS = ("series", "proposals")
