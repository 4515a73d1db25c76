"""The part of a source's form that says what its files hold: measures, features, columns, in as many rows as needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from mehrklang.catalogue import (
    ColumnMeaning,
    FeatureDefinition,
    FileColumn,
    SourceContents,
    SourceFeature,
    SourceMeasure,
)
from mehrklang.sources import KINDS
from mehrklang.vocabulary import Unit
from mehrklang_web.collection.forms import ConditionsForm

MORE = "mehr"
"""The name of the buttons that ask for one more row and save nothing; the value is the kind of row."""
MEASURE, FEATURE, COLUMN = "groesse", "merkmal", "kopf"
_PARTS = {
    MEASURE: (MEASURE, "einheit"),
    FEATURE: (FEATURE, "auspraegungen", "definition"),
    COLUMN: (COLUMN, "bedeutung", "werte-von"),
}
_LEAST = {MEASURE: 1, FEATURE: 1, COLUMN: 0}
_MOST = 60


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows of each kind the form has."""

    of: Mapping[str, int]

    @classmethod
    def asked(cls, typed: Mapping[str, Any], more: str = "") -> "Rows":
        """As many as are typed, and one more of the kind that was asked for."""
        found = dict.fromkeys(_PARTS, 0)
        for name in typed:
            kind, _, at = name.partition("-")
            if kind in found and at.isdecimal():
                found[kind] = max(found[kind], int(at) + 1)
        found |= {more: found[more] + 1} if more in found else {}
        return cls({kind: min(max(count, _LEAST[kind]), _MOST) for kind, count in found.items()})


@dataclass(frozen=True, slots=True)
class FieldRow:
    """The fields of one row."""

    number: int
    fields: tuple[BoundField, ...]


class ContentsForm(ConditionsForm):
    """What the files hold; a row without a name says nothing."""

    population = forms.CharField(
        label="Grundgesamtheit",
        required=False,
        max_length=500,
        help_text="Um wen oder was es geht, mit Stichtag: „Kinder, die im Herbst eingeschult werden, am 30. Juni“.",
    )
    file_kind = forms.ChoiceField(
        label="Form der Dateien",
        required=False,
        choices=[("", "am Inhalt erkennen, oder eigene Spalten (unten)"), *KINDS.items()],
        help_text="Das „Tabellenformat von Mehrklang“ ist am einfachsten: eine Zeile je Zahl. Eine Vorlage dafür steht "
        "danach auf der Seite der Quelle. Haben die Dateien andere Spalten, beschreiben Sie diese unten.",
    )

    def __init__(
        self, *args: Any, rows: Rows | None = None, definitions: Mapping[str, FeatureDefinition], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.rows = rows or Rows.asked(self.data if self.is_bound else self.initial)
        for kind, count in self.rows.of.items():
            for at in range(count):
                self.fields |= _fields(kind, at, definitions)

    def rows_of(self, kind: str) -> Iterator[FieldRow]:
        """The rows of a kind, for the template."""
        for at in range(self.rows.of[kind]):
            yield FieldRow(at + 1, tuple(self[f"{part}-{at}"] for part in _PARTS[kind]))

    def measure_rows(self) -> Iterator[FieldRow]:
        """The rows of measures."""
        return self.rows_of(MEASURE)

    def feature_rows(self) -> Iterator[FieldRow]:
        """The rows of features."""
        return self.rows_of(FEATURE)

    def column_rows(self) -> Iterator[FieldRow]:
        """The rows of columns."""
        return self.rows_of(COLUMN)

    def typed_contents(self) -> SourceContents:
        """What an invalid form says of the files, as far as it can be understood."""
        faulty = [name for name in self.fields if name not in self.cleaned_data]
        if any("-" in name or name in ("population", "file_kind") for name in faulty):
            return SourceContents()
        return self.contents()

    def contents(self) -> SourceContents:
        """What a valid form says of the files."""
        data = self.cleaned_data
        return SourceContents(
            population=data["population"].strip(),
            measures=tuple(
                SourceMeasure(name, Unit(data[f"einheit-{at}"] or Unit.COUNT)) for at, name in self._named(MEASURE)
            ),
            features=tuple(
                SourceFeature(name, _lines(data[f"auspraegungen-{at}"]), data[f"definition-{at}"])
                for at, name in self._named(FEATURE)
            ),
            file_kind=data["file_kind"],
            columns=tuple(
                FileColumn(
                    name,
                    ColumnMeaning(data[f"bedeutung-{at}"] or ColumnMeaning.UNUSED),
                    data[f"werte-von-{at}"].strip(),
                )
                for at, name in self._named(COLUMN)
            ),
        )

    def _named(self, kind: str) -> Iterator[tuple[int, str]]:
        for at in range(self.rows.of[kind]):
            if name := self.cleaned_data.get(f"{kind}-{at}", "").strip():
                yield at, name

    def clean(self) -> dict[str, Any]:
        """What belongs to a row stands beside its name."""
        data = super().clean()
        for at in range(self.rows.of[FEATURE]):
            if data.get(f"auspraegungen-{at}", "").strip() and not data.get(f"{FEATURE}-{at}", "").strip():
                self.add_error(f"{FEATURE}-{at}", "Bitte benennen Sie das Merkmal.")
        return data

    def _choose_one_form(self) -> None:
        """A known form has no columns of its own."""
        if self.cleaned_data.get("file_kind") and any(self._named(COLUMN)):
            self.add_error("file_kind", "Bitte entweder eine bekannte Form wählen oder eigene Spalten beschreiben.")


def initial_of_contents(contents: SourceContents) -> dict[str, Any]:
    """What the form shows of them."""
    found: dict[str, Any] = {"population": contents.population, "file_kind": contents.file_kind}
    for at, measure in enumerate(contents.measures):
        found |= {f"{MEASURE}-{at}": measure.name, f"einheit-{at}": measure.unit.value}
    for at, feature in enumerate(contents.features):
        found |= {f"{FEATURE}-{at}": feature.name, f"definition-{at}": feature.definition}
        found[f"auspraegungen-{at}"] = "\n".join(feature.categories)
    for at, column in enumerate(contents.columns):
        found |= {f"{COLUMN}-{at}": column.head, f"bedeutung-{at}": column.meaning.value}
        found[f"werte-von-{at}"] = column.measure
    return found


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.splitlines())))


def _fields(kind: str, at: int, definitions: Mapping[str, FeatureDefinition]) -> dict[str, forms.Field]:
    mark = at + 1
    if kind == MEASURE:
        units = [(unit.value, unit.description) for unit in Unit]
        return {
            f"{MEASURE}-{at}": _word(f"Messgröße {mark}"),
            f"einheit-{at}": forms.ChoiceField(label=f"Einheit {mark}", choices=units, required=False),
        }
    if kind == FEATURE:
        return _feature(at, definitions)
    meanings = [(each.value, each.label) for each in ColumnMeaning]
    return {
        f"{COLUMN}-{at}": _word(f"Kopf der Spalte {mark}"),
        f"bedeutung-{at}": forms.ChoiceField(label=f"Bedeutung der Spalte {mark}", choices=meanings, required=False),
        f"werte-von-{at}": _word(f"Messgröße der Spalte {mark}"),
    }


def _feature(at: int, definitions: Mapping[str, FeatureDefinition]) -> dict[str, forms.Field]:
    mark = at + 1
    named = sorted(((each.key, each.name) for each in definitions.values()), key=lambda one: one[1].casefold())
    return {
        f"{FEATURE}-{at}": _word(f"Merkmal {mark}"),
        f"auspraegungen-{at}": forms.CharField(
            label=f"Ausprägungen des Merkmals {mark}",
            required=False,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
        f"definition-{at}": forms.ChoiceField(
            label=f"Definition des Merkmals {mark}",
            required=False,
            choices=[("", "keine der bekannten, oder nicht nötig"), *named],
        ),
    }


def _word(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200)
