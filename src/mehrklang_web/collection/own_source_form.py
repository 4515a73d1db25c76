"""The form of a source that the office has described itself."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from django import forms

from mehrklang.catalogue import Catalogue, IndicatorDefinition, LooserRulesError, Source, tightened
from mehrklang.catalogue.checks.references import faults_in_tightening
from mehrklang.vocabulary import Material
from mehrklang_web.collection.forms import ConditionsForm, initial_of_supply

_UNKNOWN = "nicht bekannt"
_PLAIN = ("name", "producer", "licence", "citation", "rule_set", "rhythm", "rounding", "note")


def _needed(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=500, help_text=help_text)


class OwnSourceForm(ConditionsForm):
    """Everything of an own source but its key and the kind of its material."""

    field_order = ("name", "producer", "holder", "contact", "access", "access_words", "cadence", "rhythm")

    name = _needed("Name", "Zum Beispiel „Schuleingangsuntersuchung“.")
    producer = _needed("Herausgeber", "Wer die Zahlen erstellt.")
    access_words = _needed("Zugang in Worten", "Zum Beispiel „auf Antrag beim Gesundheitsamt, jährlich im Juli“.")
    rhythm = forms.CharField(
        label="Rhythmus in Worten", required=False, max_length=300, help_text="Zum Beispiel „jährlich zum 31.12.“."
    )
    licence = _needed("Lizenz", "Zum Beispiel „dl-de/by-2-0“ oder „nur für das Monitoring“.")
    citation = _needed("Quellenangabe", "So steht die Quelle unter jeder Tabelle.")
    rounding = forms.IntegerField(
        label="Rundung der Quelle",
        min_value=0,
        max_value=1000,
        required=False,
        help_text="5: auf Vielfache von 5 gerundet. Leer oder 0: nicht gerundet.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Bitte eine ganze Zahl angeben."},
    )
    rule_set = forms.ChoiceField(label="Regeln der Geheimhaltung")
    reason = forms.CharField(
        label="Begründung lockererer Regeln",
        required=False,
        max_length=1000,
        help_text="Nur nötig, wenn die gewählten Regeln lockerer sind als die bisherigen.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note = forms.CharField(label="Hinweis", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    references = forms.CharField(
        label="Belege",
        required=False,
        max_length=2000,
        help_text="Je Zeile einer, zum Beispiel die Adresse der Veröffentlichung.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, before: Source, catalogue: Catalogue, loosens: bool = False, **options: Any) -> None:
        """`loosens`: whether the account may decide on looser rules for raw figures."""
        super().__init__(*args, **{"initial": initial_of_source(before)} | options)
        self._before, self._catalogue, self._loosens = before, catalogue, loosens
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _UNKNOWN), *cast("list[tuple[str, str]]", field.choices)[1:]]
        rules = self.fields["rule_set"]
        assert isinstance(rules, forms.ChoiceField)
        rules.choices = [(key, each.name) for key, each in catalogue.rule_sets.items()]

    def clean(self) -> dict[str, Any]:
        """Looser rules have a reason and, for raw figures, are the Statistik's to decide; those of indicators hold."""
        data = super().clean()
        if "rule_set" in data:
            for name, message in tuple(self._faults_of_rules()):
                self.add_error(name, message)
        return data

    def _faults_of_rules(self) -> Iterator[tuple[str, str]]:
        told = self.looser()
        if told and self._before.material is Material.ADDITIVE and not self._loosens:
            yield "rule_set", f"{told} Für Rohdaten bestimmt das die Statistikstelle."
        elif told and not self.cleaned_data.get("reason", "").strip():
            yield "reason", f"{told} Bitte begründen Sie das, oder bleiben Sie bei den bisherigen Regeln."
        changed = {
            **self._catalogue.sources,
            self._before.key: replace(self._before, rule_set=self.cleaned_data["rule_set"]),
        }
        for each in self._catalogue.indicators.values():
            if self._loosening(each, changed) and not self._loosening(each, self._catalogue.sources):
                yield "rule_set", f"Die eigenen Regeln des Indikators „{each.name}“ wären dann lockerer."

    def _loosening(self, definition: IndicatorDefinition, sources: Mapping[str, Source]) -> bool:
        catalogue = self._catalogue
        return any(faults_in_tightening(definition, catalogue.rule_sets, sources, catalogue.indicators))

    def looser(self) -> str:
        """In what the chosen rules are looser than those before; "" if in nothing."""
        rule_sets = self._catalogue.rule_sets
        before = rule_sets.get(self._before.rule_set)
        after = rule_sets[self.cleaned_data["rule_set"]]
        try:
            if before is not None and before.key != after.key:
                tightened(before, after)
        except LooserRulesError as fault:
            return str(fault).partition(". ")[0] + "."
        return ""

    def source(self) -> Source:
        """The source that a valid form describes."""
        data = self.cleaned_data
        supply = replace(self.supply(), definitions=self._before.supply.definitions)
        return replace(
            self._before,
            **{name: data[name] for name in _PLAIN if name != "rounding"},
            rounding=data["rounding"] or 0,
            access=data["access_words"],
            references=tuple(filter(None, map(str.strip, data["references"].splitlines()))),
            supply=supply,
        )


def initial_of_source(source: Source) -> dict[str, Any]:
    """What the form shows of it."""
    return initial_of_supply(source.supply) | {
        **{name: getattr(source, name) for name in _PLAIN},
        "access_words": source.access,
        "references": "\n".join(source.references),
    }
