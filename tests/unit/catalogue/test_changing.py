"""A new version of a definition says what stood there before, for every part that is words."""

from dataclasses import fields, replace
from datetime import date

import pytest

from mehrklang.catalogue import Break, BreakKind, IndicatorDefinition, Match, MatchDegree, load
from mehrklang.catalogue.changing import changes_between, new_version
from mehrklang.vocabulary import AreaLevel

ONE = replace(
    load().indicator("auslaenderanteil"), notes=("Stichtag 31.12.",), breaks=(), matches=(), level=None, pooled_years=1
)
CENSUS = Break(2022, BreakKind.EXTRAPOLATION, "Zensus 2022", "LSN")
SAID = {"notes", "breaks", "references", "same_as", "matches", "features", "definitions"}
NOT_PART_OF_A_VERSION = {"code", "core", "catalogue", "number", "versions"}
"""What stays with the indicator, is judged elsewhere, or is the log itself."""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"notes": ()}, "Hinweise: „–“ statt „Stichtag 31.12.“"),
        ({"notes": ("Neu.", "Zwei.")}, "Hinweise: „Neu. | Zwei.“ statt „Stichtag 31.12.“"),
        ({"breaks": (CENSUS,)}, "Reihenbrüche: „ab 2022: Zensus 2022 (LSN)“ statt „–“"),
        (
            {"matches": (Match("intmk-b1", MatchDegree.CLOSE, "ohne Kinder"),)},
            f"Entsprechungen: „intmk-b1 {MatchDegree.CLOSE}: ohne Kinder“ statt „–“",
        ),
        ({"level": AreaLevel.DISTRICT}, "Raumebene: „Kreise und kreisfreie Städte“ statt „–“"),
        ({"pooled_years": 3}, "zusammengefasste Jahre: „3“ statt „1“"),
        ({"rule_set": "streng"}, "Strengere Geheimhaltung: „streng“ statt „–“"),
    ],
)
def test_what_changed_is_told_with_what_stood_there_before(changed, told):
    assert changes_between(ONE, replace(ONE, **changed)) == (told,)


def test_every_part_of_a_definition_makes_a_version_when_it_changes():
    """No field is forgotten: a changed one is told, or it is said here why not."""
    first = new_version(None, ONE, date(2026, 1, 2), "A.")
    for field in fields(IndicatorDefinition):
        if field.name not in NOT_PART_OF_A_VERSION:
            changed = replace(first, **{field.name: ("anderes",) if field.name in SAID else "anderes"})
            again = new_version(first, changed, date(2026, 3, 4), "B.")
            assert len(again.versions) == 2, field.name
