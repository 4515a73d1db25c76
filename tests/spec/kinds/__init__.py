"""Indikatorarten.

Jede Art hat ihre Formel. Zähler und Nenner, Schichten, Klassen, Teilgebiete oder Teile bleiben beim Wert und werden mit
ihm gezeigt, dazu die Rechnung mit ihren Zahlen. Was in einem Bestandteil gesperrt ist, ist im Ergebnis gesperrt;
Einschränkungen gehen mit. Gerechnet wird dezimal mit 34 Stellen, gerundet nur beim Drucken. Zähler und Nenner gehören
zusammen, wenn ihr Zeitraum gleich ist, oder wenn die Zeiträume verschiedener Art sind (Jahr, Stichtag) und im selben
Kalenderjahr nur ein Wert in Frage kommt; das steht dann beim Wert. Wo Gebiete oder Jahre zusammengefasst werden, werden
die Bestandteile addiert und der Wert neu gerechnet, nie gemittelt.
"""

SECTIONS = (
    "count",
    "share",
    "rate",
    "published",
    "coverage",
    "participation",
    "mean",
    "median",
    "standardised",
    "indirectly_standardised",
    "representation",
    "survey",
    "simpson",
    "shannon",
    "dissimilarity",
    "beyond_chance",
    "isolation",
    "exposure",
    "gap",
    "ratio",
    "change",
    "index",
    "composite",
)
