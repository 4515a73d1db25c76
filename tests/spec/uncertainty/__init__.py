"""Unsicherheit.

Mit jedem Wert geht eine Spannweite mit, oder der Satz, warum es keine gibt. Eigene Zählungen sind vollständig; bei
kleinen Fallzahlen schwanken sie trotzdem von Jahr zu Jahr, ohne dass sich etwas geändert hätte. Ihre Spannweite heißt
deshalb „Spannweite der Zufallsschwankung“ und nicht „Vertrauen in die Zählung“; sie gilt für 95 von 100 Fällen.
Veröffentlichte Werte haben die Spannweite ihrer Rundung. Wo die Quelle weder Stichprobenfehler noch Rundung nennt, wird
nichts erfunden.
"""

SECTIONS = ("shares", "counts", "gaps", "rounding")
