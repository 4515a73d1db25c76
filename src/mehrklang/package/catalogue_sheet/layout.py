"""The form of a catalogue in a spreadsheet: its head, line by line, and below it one row per indicator."""

from collections.abc import Mapping, Sequence

from mehrklang.package.catalogue_sheet.words import key_of

HEAD: Mapping[str, str] = {
    "Katalog": "katalog",
    "Name": "name",
    "Kurzname": "kurzname",
    "Herausgeber": "herausgeber",
    "Adresse": "adresse",
    "Stand": "stand",
    "Hinweis": "hinweis",
}
"""The first cell of a line of the head, and its key; the value stands in the second cell."""

COLUMNS: Mapping[str, str] = {
    "Nummer": "nummer",
    "Indikator": "name",
    "Handlungsfeld": "handlungsfeld",
    "Zähler": "zaehler",
    "Nenner": "nenner",
    "Einheit": "einheit",
    "Art": "art",
    "Je": "je",
    "Richtung": "richtung",
    "Quelle": "quelle",
    "Frage": "frage",
    "Relevanz": "relevanz",
    "Grundgesamtheit": "grundgesamtheit",
    "Methode": "methode",
    "Merkmale": "merkmale",
    "Merkmalsdefinitionen": "definitionen",
    "Raumebene": "raumebene",
    "Evidenz": "evidenz",
    "Hinweise": "hinweise",
    "Belege": "belege",
}
"""The columns of an indicator and their keys in the TOML form."""

MATCH_COLUMNS: Mapping[str, str] = {
    "Entspricht": "indikator",
    "Grad": "grad",
    "Unterschied": "unterschied",
    "Beleg der Entsprechung": "beleg",
}
"""The columns of a match; a row without a number holds a further match of the indicator above."""

ALSO: Mapping[str, str] = {
    "Nr.": "Nummer",
    "Nr": "Nummer",
    "Kennzahl": "Indikator",
    "Bezeichnung": "Indikator",
    "Datenquelle": "Quelle",
    "Bereich": "Handlungsfeld",
    "Themenfeld": "Handlungsfeld",
}
"""How columns are often called elsewhere."""

LISTS = frozenset({"merkmale", "definitionen", "hinweise", "belege"})
"""Keys whose cell holds several texts, parted by a semicolon."""
CHOICES = frozenset({"einheit", "art", "richtung", "raumebene", "evidenz", "grad"})
"""Keys whose cell holds one of a few words."""

_NOTES = {
    "Katalog": "Kürzel aus Kleinbuchstaben, Ziffern und Bindestrichen; bleibt für immer",
    "Kurzname": "steht vor der Nummer",
    "Adresse": "wo der Katalog zu lesen ist; darf fehlen",
    "Stand": "zum Beispiel 2020",
    "Hinweis": "Pflicht je Indikator: Nummer bis Richtung und Quelle; Nenner bei Anteil und Rate, Je nur bei Raten",
}
_EXAMPLE = {
    "Katalog": "kgst-2",
    "Name": "Unser Indikatorenset der KGSt",
    "Kurzname": "KGSt 2.0",
    "Herausgeber": "KGSt",
    "Stand": "2020",
}
EXAMPLE = "Kinder mit Platz (frei erfundenes Beispiel, bitte überschreiben)"
"""The name of the template's indicator, which is left out when others stand beside it."""
_ROW = {
    "Nummer": "B.1",
    "Indikator": EXAMPLE,
    "Handlungsfeld": "Bildung",
    "Zähler": "Kinder mit Platz",
    "Nenner": "Kinder von 3 bis unter 6 Jahren",
    "Einheit": "Prozent",
    "Art": "Anteil",
    "Richtung": "hoch ist günstig",
    "Quelle": "Jugendamt",
    "Entspricht": "betreuungsquote-3-bis-5",
    "Grad": "nah",
    "Unterschied": "Dort nach der Herkunft der Eltern.",
}


def template() -> tuple[Sequence[str], ...]:
    """The empty form with its head and one invented indicator that shows how it is filled."""
    heads = (*COLUMNS, *MATCH_COLUMNS)
    head = ((name, _EXAMPLE.get(name, ""), _NOTES.get(name, "")) for name in HEAD)
    return *head, (), heads, tuple(_ROW.get(name, "") for name in heads)


def toml_template() -> str:
    """The same form as a TOML file."""
    head = "".join(f'{HEAD[name]} = "{text}"\n' for name, text in _EXAMPLE.items())
    own = "".join(
        f'{COLUMNS[name]} = "{_word(COLUMNS[name], text)}"\n' for name, text in _ROW.items() if name in COLUMNS
    )
    match = "".join(f'{MATCH_COLUMNS[name]} = "{text}"\n' for name, text in _ROW.items() if name in MATCH_COLUMNS)
    note = "# Ein Katalog anderer, je Indikator ein Abschnitt [[indikator]] (Handbuch, „Katalog“).\n"
    return f"{note}{head}\n[[indikator]]\n{own}\n[[indikator.entsprechung]]\n{match}"


def _word(key: str, text: str) -> str:
    return key_of(key, text) if key in CHOICES else text
