"""A named catalogue: one file with its head and, per indicator, what is known of it."""

import re

from mehrklang.catalogue.definition import Direction, Evidence, IndicatorDefinition, Perspective
from mehrklang.catalogue.forms.indicator import level_of, matches_of
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import Unit

_PERSPECTIVE = {
    Direction.HIGH_IS_GOOD: Perspective.STRENGTH,
    Direction.LOW_IS_GOOD: Perspective.DEFICIT,
    Direction.CONTEXT: Perspective.CONTEXT,
}
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def named_from(table: Table) -> NamedCatalogue:
    """The head of the file."""
    return NamedCatalogue(
        key=table.text("katalog", required=True),
        name=table.text("name", required=True),
        short=table.text("kurzname") or table.text("name"),
        publisher=table.text("herausgeber", required=True),
        link=table.text("adresse"),
        as_of=table.text("stand"),
        note=table.text("hinweis"),
    )


def described_from(row: Table, catalogue: str) -> IndicatorDefinition:
    """One [[indikator]]: what its catalogue says of it, and no cells; what is not known stays empty.

    Perspective and evidence follow the direction and "counted" where nothing is said.
    """
    number = row.text("nummer", required=True)
    direction = row.choice("richtung", Direction)
    return IndicatorDefinition(
        code=code_of(catalogue, number),
        name=row.text("name", required=True),
        field=row.text("handlungsfeld", required=True),
        question=row.text("frage"),
        relevance=row.text("relevanz"),
        numerator=row.text("zaehler"),
        denominator=row.text("nenner"),
        population=row.text("grundgesamtheit"),
        unit=row.choice("einheit", Unit),
        kind=row.choice("art", IndicatorKind),
        direction=direction,
        perspective=row.choice("perspektive", Perspective) if "perspektive" in row else _PERSPECTIVE[direction],
        evidence=row.choice("evidenz", Evidence) if "evidenz" in row else Evidence.OBJECTIVE,
        per=row.integer("je", default=100),
        features=row.texts("merkmale"),
        source=row.text("quelle", required=True),
        method=row.text("methode"),
        notes=row.texts("hinweise"),
        references=row.texts("belege"),
        catalogue=catalogue,
        number=number,
        definitions=row.texts("definitionen"),
        level=level_of(row),
        matches=matches_of(row),
    )


def code_of(catalogue: str, number: str) -> str:
    """The code of an indicator of a named catalogue: the key of the catalogue and its number there.

    >>> code_of("intmk", "D1"), code_of("wiesbaden", "Übergewicht")
    ('intmk-d1', 'wiesbaden-uebergewicht')
    """
    plain = f"{catalogue}-{number}".casefold().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") if number else ""
