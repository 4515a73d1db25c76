"""The form of an own indicator: the first step (kind and source), then words, groups and cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from mehrklang.catalogue import Direction, Evidence, IndicatorKind
from mehrklang.catalogue.german import DIRECTIONS, EVIDENCES, KINDS
from mehrklang.catalogue.kind import COMPARED, DERIVED, PER, QUOTIENT
from mehrklang.vocabulary import Unit
from mehrklang_web.formulas.cells import Cell

Choices = Sequence[tuple[str, str]]
MORE = "weitere-gruppe"
"""The name of the button that asks for one more group and saves nothing."""
TRY = "pruefen"
"""The name of the button that checks and computes a test value, and saves nothing."""
OFFERED = (
    IndicatorKind.SHARE, IndicatorKind.RATE, IndicatorKind.COUNT, IndicatorKind.PUBLISHED, IndicatorKind.COVERAGE,
    IndicatorKind.PARTICIPATION, IndicatorKind.GAP, IndicatorKind.RATIO, IndicatorKind.CHANGE, IndicatorKind.INDEX,
)  # fmt: skip
_MEANT = {
    IndicatorKind.SHARE: "Anteil: 100 · Zähler ÷ Nenner, der Zähler ist ein Teil des Nenners",
    IndicatorKind.RATE: "Rate: Ereignisse je 100 oder 1.000 Personen",
    IndicatorKind.COUNT: "Anzahl: Zählungen, mehrere werden addiert",
    IndicatorKind.PUBLISHED: "veröffentlichter Wert: wie die Quelle ihn nennt",
    IndicatorKind.COVERAGE: "Reichweite: 100 · erreichte Personen ÷ Berechtigte",
    IndicatorKind.PARTICIPATION: "Teilnahmen je 100 oder 1.000 Berechtigte",
    IndicatorKind.GAP: "Abstand zweier Gruppen eines anderen Indikators",
    IndicatorKind.RATIO: "Verhältnis zweier Gruppen eines anderen Indikators",
    IndicatorKind.CHANGE: "Veränderung eines anderen Indikators",
    IndicatorKind.INDEX: "Messzahl: ein anderer Indikator, im Basisjahr 100",
}
USUAL_UNIT = {
    IndicatorKind.COUNT: Unit.COUNT,
    IndicatorKind.PUBLISHED: Unit.PERCENT,
    IndicatorKind.RATIO: Unit.RATIO,
    IndicatorKind.INDEX: Unit.INDEX,
    IndicatorKind.GAP: Unit.PERCENTAGE_POINTS,
    IndicatorKind.CHANGE: Unit.PERCENTAGE_POINTS,
}
_PARTS = ("gruppe", "zaehler", "zaehler2", "nenner", "nenner2")
_MOST_GROUPS = 12


class SourceForm(forms.Form):
    """The first step of an indicator from the numbers of a source."""

    art = forms.ChoiceField(
        label="Art", choices=[(kind.value, _MEANT[kind]) for kind in OFFERED if kind not in DERIVED]
    )
    of = forms.ChoiceField(label="Quelle", error_messages={"required": "Bitte wählen Sie die Quelle."})
    worte = forms.CharField(
        label="Nur Zahlen mit diesen Wörtern",
        required=False,
        max_length=100,
        help_text="Bei Quellen mit sehr vielen Zahlen, zum Beispiel „Ausländer insgesamt“.",
    )

    def __init__(self, data: QueryDict | None = None, *, choices: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["of"].choices = [("", "– bitte wählen –"), *choices]  # type: ignore[attr-defined]  # of a choice


class DerivedForm(forms.Form):
    """The first step of an indicator that is computed from another one."""

    art = forms.ChoiceField(label="Art", choices=[(kind.value, _MEANT[kind]) for kind in OFFERED if kind in DERIVED])
    of = forms.ChoiceField(
        label="Indikator, aus dem er errechnet wird", error_messages={"required": "Bitte wählen Sie den Indikator."}
    )

    def __init__(self, data: QueryDict | None = None, *, choices: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["of"].choices = [("", "– bitte wählen –"), *choices]  # type: ignore[attr-defined]  # of a choice


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The fields of one group."""

    number: int
    fields: tuple[BoundField, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the first step decided: kind, and the cells of the source or the groups of the indicator derived from.

    `rules` are the rule sets of disclosure control to choose from; none where a producer has protected the numbers.
    """

    kind: IndicatorKind
    cells: tuple[Cell, ...] = ()
    groups: Choices = ()
    features: Choices = ()
    rules: Choices = ()

    @property
    def derived(self) -> bool:
        """Whether it is computed from another indicator."""
        return self.kind in DERIVED


def _text(label: str, help_text: str = "", *, required: bool = True, rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, required=required, max_length=2000, widget=widget, help_text=help_text)


class FormulaForm(forms.Form):
    """The second step."""

    name = _text("Name", "Zum Beispiel „Anteil der Kinder mit Platz“.")
    field = _text("Handlungsfeld", "Zum Beispiel „Bildung“.")
    question = _text("Welche Frage beantwortet er?", "Zum Beispiel „Haben alle Kinder einen Platz?“", rows=2)
    relevance = _text("Warum zählt diese Frage?", rows=2)
    numerator = _text("Zähler in Worten", "Was gezählt wird, mit Stichtag: „Kinder mit Platz am 1. März“.")
    denominator = _text("Nenner in Worten", "Worauf es sich bezieht: „Kinder von 3 bis unter 6 Jahren am 1. März“.")
    population = _text("Grundgesamtheit", "Um wen es geht: „Kinder von 3 bis unter 6 Jahren“.")
    per = forms.IntegerField(label="Je wie viele?", min_value=1, max_value=1_000_000, help_text="100 oder 1000.")
    unit = forms.ChoiceField(
        label="Einheit",
        choices=[(unit.value, unit.description) for unit in Unit],
        help_text="Wird mit der Art und den Fächern geprüft.",
    )
    direction = forms.ChoiceField(label="Richtung", choices=[(each.value, DIRECTIONS[each]) for each in Direction])
    evidence = forms.ChoiceField(
        label="Gezählt oder gesagt?", choices=[(each.value, EVIDENCES[each]) for each in Evidence]
    )
    definition = forms.ChoiceField(
        label="Merkmal, nach dem die Gruppen unterschieden sind", help_text="In genau der Definition der Quelle."
    )
    rule_set = forms.ChoiceField(
        label="Strengere Geheimhaltung",
        required=False,
        help_text="Für besonders heikle Zahlen. Lockerer als die Regeln der Quelle geht nicht; „Prüfen“ sagt es.",
    )
    notes = _text("Zu beachten", "Je Zeile ein Hinweis, zum Beispiel eine Falle der Quelle.", required=False, rows=2)
    references = _text("Belege", "Je Zeile eine Veröffentlichung oder Stelle.", rows=2)
    group = forms.ChoiceField(label="Gruppe")
    base = forms.ChoiceField(label="Vergleichsgruppe")
    years = forms.IntegerField(
        label="Gegenüber wie vielen Jahren davor?",
        min_value=0,
        max_value=50,
        help_text="0: gegenüber dem Anfang der Reihe.",
    )
    base_year = forms.IntegerField(
        label="Basisjahr", min_value=1950, max_value=2100, help_text="Dort ist der Wert 100."
    )

    def __init__(
        self, data: QueryDict | None = None, *, setting: Setting, rows: int | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.setting = setting
        for name in _left_out(setting):
            del self.fields[name]
        if setting.rules:
            choices = [("", "die Regeln der Quelle"), *setting.rules]
            self.fields["rule_set"].choices = choices  # type: ignore[attr-defined]  # of a choice
        if setting.derived:
            self.fields["group"].choices = setting.groups  # type: ignore[attr-defined]  # of a choice
            if "base" in self.fields:
                self.fields["base"].choices = setting.groups  # type: ignore[attr-defined]  # of a choice
            self.rows = 0
            return
        self.fields["definition"].choices = setting.features  # type: ignore[attr-defined]  # of a choice
        self.rows = min(rows or self._asked_rows(), _MOST_GROUPS) if setting.cells else 0
        for at in range(self.rows):
            self._add_row(at)

    def _asked_rows(self) -> int:
        if self.is_bound:
            return max(1, sum(name.startswith("gruppe-") for name in self.data) + (MORE in self.data))
        return max(1, sum(name.startswith("gruppe-") for name in self.initial or {}))

    def _add_row(self, at: int) -> None:
        mark, cells = f"({at + 1}. Gruppe)", [("", "–"), *((cell.key, cell.label) for cell in self.setting.cells)]
        self.fields[f"gruppe-{at}"] = forms.CharField(label=f"Bezeichnung {mark}", max_length=200, required=at == 0)
        self.fields[f"zaehler-{at}"] = forms.ChoiceField(label=f"Zähler {mark}", choices=cells, required=at == 0)
        self.fields[f"zaehler2-{at}"] = forms.ChoiceField(label=f"dazu addiert {mark}", choices=cells, required=False)
        if self.setting.kind in QUOTIENT:
            self.fields[f"nenner-{at}"] = forms.ChoiceField(label=f"Nenner {mark}", choices=cells, required=at == 0)
            self.fields[f"nenner2-{at}"] = forms.ChoiceField(
                label=f"dazu addiert im Nenner {mark}", choices=cells, required=False
            )

    def group_rows(self) -> Iterator[GroupRow]:
        """The rows, for the template."""
        for at in range(self.rows):
            names = [f"{part}-{at}" for part in _PARTS]
            yield GroupRow(at + 1, tuple(self[name] for name in names if name in self.fields))

    def plain_fields(self) -> list[BoundField]:
        """All other fields."""
        return [bound for bound in self if bound.name.partition("-")[0] not in _PARTS]

    def clean(self) -> dict[str, Any]:
        """A group with a cell has a name, and the other way round."""
        data = super().clean() or self.cleaned_data
        for at in range(1, self.rows):
            said = [data.get(f"{part}-{at}") for part in _PARTS]
            if any(said) and not said[0]:
                self.add_error(f"gruppe-{at}", "Bitte benennen Sie die Gruppe.")
            if any(said) and not said[1]:
                self.add_error(f"zaehler-{at}", "Bitte wählen Sie, was gezählt wird.")
        return data


def _left_out(setting: Setting) -> Iterator[str]:
    """The fields that a kind or source has no use for."""
    kind = setting.kind
    yield from ("rule_set",) * (not setting.rules)
    if kind in DERIVED:
        yield from ("denominator", "per", "definition")
        yield from ("base",) * (kind not in COMPARED)
        yield from ("years",) * (kind is not IndicatorKind.CHANGE)
        yield from ("base_year",) * (kind is not IndicatorKind.INDEX)
        return
    yield from ("group", "base", "years", "base_year")
    yield from ("per",) * (kind not in PER)
    yield from ("denominator",) * (kind not in QUOTIENT)


def kind_in_words(kind: IndicatorKind) -> str:
    """The kind with what it means."""
    return _MEANT.get(kind, KINDS[kind])
