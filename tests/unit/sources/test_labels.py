"""Labels cleaned for use, never beyond."""

import pytest

from mehrklang.sources.labels import clean

LABELS = (
    ("Integrierte Gesamtschule2)", "Integrierte Gesamtschule"),
    ("Rechtskreis SGB II3)", "Rechtskreis SGB II"),
    ("Allgemeine Hochschulreife¹⁾", "Allgemeine Hochschulreife"),
    ("(Fach-)Hochschulreife1)", "(Fach-)Hochschulreife"),
    ("Ohne Abschluss 1)", "Ohne Abschluss"),
    ("Wirtschaftsabschnitte (WZ 2008) Zusammenfassungen", "Wirtschaftsabschnitte (WZ 2008) Zusammenfassungen"),
    ("Quote (18 bis 25)", "Quote (18 bis 25)"),
    ("Quote (18 bis 25)2)", "Quote (18 bis 25)"),
    ("positiv mit Auflage einer Ausgleichsmaßnahme1) / beschränkter Berufszugang nach HwO2)",
     "positiv mit Auflage einer Ausgleichsmaßnahme / beschränkter Berufszugang nach HwO"),
    ("18\u00a0-\u00a025", "18 - 25"),
    ("Hannover  Region", "Hannover Region"),
    ("Umsteige-\nschlüssel", "Umsteige- schlüssel"),
    ("80 und älter", "80 und älter"),
    ("", ""),
)  # fmt: skip


@pytest.mark.parametrize(("raw", "label"), LABELS)
def test_blanks_and_footnote_marks_go_the_rest_stays(raw: str, label: str) -> None:
    """Brackets of the label's own are no footnote marks."""
    assert clean(raw) == label
