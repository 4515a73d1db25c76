"""The form of a source that the office describes itself, new or known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField

from mehrklang.catalogue import Catalogue, IndicatorDefinition, LooserRulesError, Source, SourceContents, tightened
from mehrklang.catalogue.checks.contents import faults_in_amounts, faults_in_contents
from mehrklang.catalogue.checks.references import faults_in_tightening
from mehrklang.vocabulary import Material
from mehrklang_web.collection.contents_form import ContentsForm, initial_of_contents
from mehrklang_web.collection.forms import initial_of_supply

_UNKNOWN = "nicht bekannt"
_PLAIN = ("name", "producer", "licence", "citation", "rule_set", "rhythm", "note", "description")
_WHAT = ("name", "description", "material", "producer", "population", "rhythm")
_PROTECTION = ("rule_set", "reason", "rounding")
_USE = ("licence", "citation", "access_words", "note", "references")
_DELIVERY = (
    "holder", "contact", "authority", "legal_basis", "access", "level", "cadence", "time_reference", "reference_days",
    "months", "day", "effort_hours", "effort_basis", "cost_euro", "retention",
)  # fmt: skip
LARGEST_SAMPLE = 8 * 1024 * 1024


def _needed(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=500, help_text=help_text)


def _long(label: str, help_text: str = "", rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=2000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that belong together under one heading."""

    title: str
    hint: str
    fields: tuple[BoundField, ...]
    folded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether there is something to see in it."""
        return any(bound.errors or bound.value() not in (None, "") for bound in self.fields)


class OwnSourceForm(ContentsForm):
    """Everything of an own source but its key; the kind of its material is asked of a new one only."""

    name = _needed("Name", "Zum Beispiel „Schuleingangsuntersuchung“.")
    description = _long("Beschreibung", "Was erhoben wird und wozu: „Jährliche Untersuchung vor der Einschulung“.")
    material = forms.ChoiceField(
        label="Art des Materials",
        choices=[
            ("", "– bitte wählen –"),
            (Material.PUBLISHED.value, "veröffentlichte Statistik: schon geschützt, wird übernommen wie sie ist"),
            (Material.ADDITIVE.value, "Rohdaten: werden hier gezählt, addiert und geschützt"),
        ],
        help_text="Rohdaten sind Auszählungen aus einem Register oder einer Umfrage, in denen auch kleine Zahlen "
        "stehen. Das lässt sich später nicht ändern.",
        error_messages={"required": "Bitte wählen Sie, ob die Zahlen schon geschützt sind."},
    )
    producer = _needed("Herausgeber", "Wer die Zahlen erstellt: „Gesundheitsamt“.")
    access_words = _needed("Zugang in Worten", "Zum Beispiel „auf Antrag beim Gesundheitsamt, jährlich im Juli“.")
    rhythm = forms.CharField(
        label="Rhythmus in Worten", required=False, max_length=300, help_text="Zum Beispiel „jährlich zum 31.12.“."
    )
    licence = _needed("Lizenz oder Nutzungsbedingungen", "Zum Beispiel „dl-de/by-2-0“ oder „nur für das Monitoring“.")
    citation = _needed("Quellenangabe", "So steht die Quelle unter jeder Tabelle: „Gesundheitsamt, SEU 2026“.")
    rounding = forms.IntegerField(
        label="Rundung der Quelle",
        min_value=0,
        max_value=1000,
        required=False,
        help_text="5: auf Vielfache von 5 gerundet. Leer oder 0: nicht gerundet.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Bitte eine ganze Zahl angeben."},
    )
    rule_set = forms.ChoiceField(
        label="Regeln der Geheimhaltung",
        help_text="Für veröffentlichte Statistik „Von der herausgebenden Stelle geschützt“; für Rohdaten mindestens "
        "„Mindestfallzahl 3“, für Summen von Beträgen der Regelsatz für Beträge.",
    )
    reason = _long(
        "Warum diese Regeln?",
        "Zum Beispiel „Gesundheitsdaten, Festlegung der Statistikstelle vom 3.2.2026“.",
    )
    note = _long("Hinweis", "Worauf beim Lesen zu achten ist: „2020 und 2021 unvollständig wegen Corona“.", rows=3)
    references = _long("Belege", "Je Zeile einer, zum Beispiel die Adresse der Veröffentlichung.")
    sample = forms.FileField(
        label="Beispieldatei",
        required=False,
        help_text="CSV oder Excel, höchstens 8 MB. „Spalten übernehmen“ liest Kopf und Ausprägungen und trägt sie "
        "unten ein. Die Datei wird nicht gespeichert, und gespeichert ist danach noch nichts.",
    )

    def __init__(
        self, *args: Any, before: Source | None, catalogue: Catalogue, loosens: bool = False, **options: Any
    ) -> None:
        """`before` is the source that is changed (None: a new one); `loosens`: whether the account may decide on
        looser rules for raw figures.
        """
        initial = initial_of_source(before) if before else {"file_kind": "tidy", "rule_set": ""}
        super().__init__(*args, **{"initial": initial, "definitions": catalogue.definitions} | options)
        self._before, self._catalogue, self._loosens = before, catalogue, loosens
        for name in ("authority", "access", "level", "cadence", "time_reference"):
            field = cast("forms.ChoiceField", self.fields[name])
            field.choices = [("", _UNKNOWN), *cast("list[tuple[str, str]]", field.choices)[1:]]
        rules = cast("forms.ChoiceField", self.fields["rule_set"])
        rules.choices = [(key, each.name) for key, each in catalogue.rule_sets.items()]
        if before is None:
            rules.choices = [("", "– bitte wählen –"), *rules.choices]
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = "Bitte begründen Sie die Wahl in einem Satz."
        else:
            del self.fields["material"]

    def parts(self) -> Iterator[Part]:
        """The fields above and below the contents, in the order in which one thinks of them."""
        yield self._part("Was ist das für eine Quelle?", "", _WHAT)
        yield self._part("Schutz", "Was gesperrt wird, bevor eine Zahl die Statistik verlässt.", _PROTECTION)
        yield self._part("Nutzung", "", _USE)
        delivery = self._part("Lieferung", "Alles hier ist freiwillig und lässt sich nachtragen.", _DELIVERY)
        yield replace(delivery, folded=True)

    def _part(self, title: str, hint: str, names: tuple[str, ...]) -> Part:
        return Part(title, hint, tuple(self[name] for name in names if name in self.fields))

    def clean_sample(self) -> "UploadedFile[bytes] | None":
        """A small file, or none."""
        file: UploadedFile[bytes] | None = self.cleaned_data["sample"]
        if file and (file.size or 0) > LARGEST_SAMPLE:
            raise forms.ValidationError("Die Datei ist größer als 8 MB. Einige Zeilen mit allen Ausprägungen genügen.")
        return file

    def clean(self) -> dict[str, Any]:
        """Looser rules have a reason and, for raw figures, are the Statistik's to decide; those of indicators hold."""
        data = super().clean()
        if "rule_set" in data and ("material" in data or self._before):
            for name, message in tuple(self._faults_of_rules()):
                self.add_error(name, message)
        if not self._faulty_rows():
            for fault in faults_in_contents(self.contents(), self._catalogue.definitions):
                self.add_error(None, f"{fault.message} {fault.remedy}")
        self._choose_one_form()
        return data

    @property
    def material_said(self) -> Material:
        """That of the source before, or what is said of a new one."""
        return self._before.material if self._before else Material(self.cleaned_data["material"])

    def _faults_of_rules(self) -> Iterator[tuple[str, str]]:
        told, additive = self.looser(), self.material_said is Material.ADDITIVE
        if told and additive and not self._loosens:
            yield "rule_set", f"{told} Für Rohdaten bestimmt das die Statistikstelle."
        elif told and self.cleaned_data.get("reason", "").strip() in (
            "",
            self._before.rule_reason if self._before else "",
        ):
            yield "reason", f"{told} Bitte begründen Sie das, oder bleiben Sie bei den bisherigen Regeln."
        if not self._faulty_rows():
            shown = replace(
                _BLANK, material=self.material_said, rule_set=self.cleaned_data["rule_set"], contents=self.contents()
            )
            yield from (
                ("rule_set", f"{each.message} {each.remedy}")
                for each in faults_in_amounts(shown, self._catalogue.rule_sets)
            )
        if self._before is not None:
            yield from self._faults_of_indicators(self._before)

    def _faulty_rows(self) -> bool:
        return any("-" in name or name in ("file_kind", "population") for name in self.errors)

    def _faults_of_indicators(self, before: Source) -> Iterator[tuple[str, str]]:
        changed = {**self._catalogue.sources, before.key: replace(before, rule_set=self.cleaned_data["rule_set"])}
        for each in self._catalogue.indicators.values():
            if self._loosening(each, changed) and not self._loosening(each, self._catalogue.sources):
                yield "rule_set", f"Die eigenen Regeln des Indikators „{each.name}“ wären dann lockerer."

    def _loosening(self, definition: IndicatorDefinition, sources: Mapping[str, Source]) -> bool:
        catalogue = self._catalogue
        return any(faults_in_tightening(definition, catalogue.rule_sets, sources, catalogue.indicators))

    def looser(self) -> str:
        """In what the chosen rules are looser than those before; of a new source of raw figures, whether they protect
        nothing. "" if neither.
        """
        rule_sets = self._catalogue.rule_sets
        after = rule_sets[self.cleaned_data["rule_set"]]
        if self._before is None:
            bare = not (after.minimum_count or after.rounding or after.cell_key)
            return "Diese Regeln sperren und runden nichts." * (bare and self.material_said is Material.ADDITIVE)
        before = rule_sets.get(self._before.rule_set)
        try:
            if before is not None and before.key != after.key:
                tightened(before, after)
        except LooserRulesError as fault:
            return str(fault).partition(". ")[0] + "."
        return ""

    def source(self, key: str = "") -> Source:
        """The source that a valid form describes; `key` is that of a new one."""
        data, contents = self.cleaned_data, self.contents()
        base = self._before or replace(_BLANK, key=key, material=self.material_said)
        return replace(
            base,
            **{name: data[name] for name in _PLAIN},
            rounding=data["rounding"] or 0,
            access=data["access_words"],
            references=tuple(filter(None, map(str.strip, data["references"].splitlines()))),
            rule_reason=data["reason"].strip(),
            contents=contents,
            supply=replace(self.supply(), definitions=_definitions(base, contents)),
        )


def _definitions(before: Source, contents: SourceContents) -> tuple[str, ...]:
    """Those of the described features, and those that a folder says beside them."""
    described = {feature.definition for feature in before.contents.features}
    kept = (key for key in before.supply.definitions if key not in described)
    return tuple(dict.fromkeys((*(each.definition for each in contents.features if each.definition), *kept)))


_BLANK = Source("", "", "", "", "", Material.PUBLISHED, "")


def initial_of_source(source: Source) -> dict[str, Any]:
    """What the form shows of it."""
    return (
        initial_of_supply(source.supply)
        | initial_of_contents(source.contents)
        | {
            **{name: getattr(source, name) for name in _PLAIN},
            "material": source.material.value,
            "rounding": source.rounding,
            "reason": source.rule_reason,
            "access_words": source.access,
            "references": "\n".join(source.references),
        }
    )
