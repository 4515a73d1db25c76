"""Forms of a beginning: title, edition and candidates; the series of an own publication; a new edition."""

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.catalogue import IndicatorDefinition, load
from mehrklang.package.starting import (
    NameMatch,
    OwnSeries,
    SeriesReading,
    Taken,
    matches,
    proposed_timetable,
    read_series,
)
from mehrklang.planning import PlannedPhase

LARGEST = 2 * 1024 * 1024
"""Bytes of a table with own series."""

_EARLIEST, _LATEST = 2000, 2100

PASTED = "Eingabe"
"""How issues name a table that was not uploaded but pasted."""


class EditionForm(forms.Form):
    """What every edition needs: a name, and when it begins."""

    label = forms.CharField(
        label="Bezeichnung der Ausgabe",
        max_length=60,
        help_text="Meist das Jahr, in dem berichtet wird, zum Beispiel 2027.",
    )
    begins = forms.DateField(
        label="Beginn",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Daraus entsteht ein Vorschlag für den Zeitplan: alle Phasen in etwa zwei Jahren, später zu ändern.",
        error_messages={"invalid": "Bitte ein Datum angeben, z. B. 01.12.2026."},
    )

    def clean_begins(self) -> date:
        """A day for which there can be a timetable."""
        begins: date = self.cleaned_data["begins"]
        if not _EARLIEST <= begins.year <= _LATEST:
            raise forms.ValidationError(f"Bitte ein Datum zwischen {_EARLIEST} und {_LATEST} angeben.")
        return begins

    def timetable(self) -> tuple[PlannedPhase, ...]:
        """The proposed timetable of a valid form."""
        return proposed_timetable(self.cleaned_data["begins"])


class BeginningForm(EditionForm):
    """The first edition of a monitor, and the candidates that shall be weighed."""

    title = forms.CharField(label="Titel des Monitorings", max_length=200)
    codes = forms.MultipleChoiceField(
        label="Vorschläge", required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    field_order: Sequence[str] = ("title", "label", "begins", "codes")

    def __init__(self, data: QueryDict | None = None, *, codes: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["codes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(codes)

    @property
    def ticked(self) -> frozenset[str]:
        """The codes that are ticked now."""
        return frozenset(map(str, self["codes"].value() or ()))


class SeriesForm(forms.Form):
    """The series of an own publication, as a file or pasted."""

    one_of = ("table", "file")

    publication = forms.CharField(
        label="Titel der bisherigen Veröffentlichung",
        max_length=200,
        help_text="Zum Beispiel „Integrationsbericht 2023“. Er steht später als Quelle an jedem Wert.",
    )
    table = forms.CharField(
        label="Tabelle einfügen",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        help_text="Aus Excel kopiert oder getippt: erste Zeile Indikator, Gruppe, Einheit und die Jahre; Spalten mit "
        "Tabulator oder Semikolon getrennt.",
    )
    file = forms.FileField(
        label="oder Datei hochladen", required=False, help_text="Excel (xlsx), OpenDocument (ods) oder CSV, bis 2 MB."
    )

    def clean(self) -> dict[str, Any]:
        """Exactly one of both ways is used, and not too much."""
        data = super().clean() or self.cleaned_data
        if bool(data.get("file")) == bool((data.get("table") or "").strip()):
            self.add_error("table", "Fügen Sie eine Tabelle ein oder laden Sie eine Datei hoch (nicht beides).")
        elif data.get("file") and data["file"].size > LARGEST:
            self.add_error("file", "Die Datei ist größer als 2 MB. Eine Tabelle mit Zeitreihen ist viel kleiner.")
        return data

    def content(self) -> bytes:
        """The bytes of a valid form's table."""
        file = self.cleaned_data["file"]
        return bytes(file.read()) if file else self.cleaned_data["table"].encode()

    def name(self) -> str:
        """How issues name the table."""
        file = self.cleaned_data["file"]
        return str(file.name) if file else PASTED


class Carried:
    """Series on their way through the page of the preview: nothing is kept of what is not taken over."""

    def __init__(self, content: bytes, name: str, publication: str, chosen: Mapping[str, str] | None = None) -> None:
        self.publication, self.name = publication, name
        self.content = base64.b64encode(content).decode()
        self.reading: SeriesReading = read_series(content, name)
        known = _comparable()
        self.rows = [
            MatchRow(at, rows, matches(rows[0].name, known), (chosen or {}).get(f"passt-{at}"))
            for at, rows in enumerate(_by_name(self.reading.series))
        ]
        self.shelves = _by_field(known.values())

    @classmethod
    def sent(cls, data: QueryDict) -> "Carried":
        """As the page of the preview sends it back."""
        try:
            content = base64.b64decode(data.get("inhalt", ""), validate=True)
        except (binascii.Error, ValueError):
            content = b""
        return cls(content, data.get("datei", PASTED)[:200], data.get("publication", "")[:200], _texts(data))

    def to_value(self) -> Taken:
        """What is taken over."""
        matched = {row.name: row.chosen for row in self.rows if row.chosen in _comparable()}
        return Taken(self.publication, self.reading.series, matched)


def _comparable() -> dict[str, IndicatorDefinition]:
    """The programme's own entries. What is only described from another catalogue has neither question nor relevance
    that an own indicator could take, and its field of action is that catalogue's."""
    return {code: each for code, each in load().indicators.items() if not each.catalogue}


def _by_name(series: Iterable[OwnSeries]) -> list[tuple[OwnSeries, ...]]:
    """The series of each indicator, in the order of the table."""
    rows = list(series)
    return [tuple(row for row in rows if row.name == name) for name in dict.fromkeys(row.name for row in rows)]


def _by_field(known: Iterable[IndicatorDefinition]) -> dict[str, list[IndicatorDefinition]]:
    """The entries of the catalogue by field of action, each field by name."""
    entries = sorted(known, key=lambda each: each.name.casefold())
    return {
        field: [each for each in entries if each.field == field]
        for field in load().fields
        if any(each.field == field for each in entries)
    }


class MatchRow:
    """An indicator of the own publication with what was read of it and the entries of the catalogue that may mean the
    same.
    """

    def __init__(
        self, at: int, series: tuple[OwnSeries, ...], proposals: tuple[NameMatch, ...], chosen: str | None
    ) -> None:
        self.at, self.series, self.proposals = at, series, proposals
        self.name = series[0].name
        usual = proposals[0].code if proposals and proposals[0].degree == "gleich" else ""
        self.chosen = usual if chosen is None else chosen

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the proposals."""
        return tuple(each.code for each in self.proposals)

    @property
    def read(self) -> str:
        """What was read: groups, unit and time, to be held against the report."""
        periods = sorted({point.period for each in self.series for point in each.points}, key=lambda each: each.start)
        span = " bis ".join(dict.fromkeys(each.label for each in (periods[0], periods[-1]))) if periods else "kein Wert"
        groups = ", ".join(each.group for each in self.series)
        return f"{groups} · {self.series[0].unit.description} · {span}"


def _texts(data: QueryDict) -> dict[str, str]:
    """The last value of every field."""
    return {name: str(data.get(name, "")) for name in data}


def initial_of(title: str, label: str, begins: date, codes: Sequence[str]) -> dict[str, object]:
    """What the form of a beginning shows first."""
    return {"title": title, "label": label, "begins": begins, "codes": list(codes)}
