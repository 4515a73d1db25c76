"""Nutzen eines Indikators.

Für die Überprüfung: ein Profil, keine Gesamtnote. Hat er sich über die Schwankung hinaus bewegt? Sagt ein anderer dasselbe?
Ist er vollständig, zeitnah, steuerbar, genutzt, und mit welchem Aufwand?
"""

SECTIONS = ("movement", "redundancy", "proposal")
