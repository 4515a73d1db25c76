"""Bewertung.

Besser oder schlechter sagt Mehrklang nur, wo es stimmt: nicht ohne vereinbarte Richtung, nicht über einen Reihenbruch
hinweg, nicht innerhalb der zufälligen Schwankung. Sonst heißt es „nicht bewertbar“, und der Grund steht dabei.
Kontextindikatoren werden beschrieben und nie bewertet. Eine Bewertung sagt nichts über Ursachen.
"""

SECTIONS = ("path", "state", "not_assessable", "threshold", "trend", "versions", "peers", "doubts")
