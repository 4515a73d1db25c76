"""What is wrong in the rows of a register: all faults at once, none of them quotes a row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from mehrklang.store.error import fault
from mehrklang.store.register_form import BLANK, Grouping, RegisterForm
from mehrklang.store.register_line import Line
from mehrklang.vocabulary import Issue, Period, Severity

_NAMED = 8


def register_faults(
    lines: Sequence[Line], form: RegisterForm, areas: Sequence[str]
) -> tuple[list[Issue], tuple[Issue, ...]]:
    """The faults, and what is merely to be told. `areas`: those of the list (none: not checked)."""
    faults = [
        *_without_area(lines, form),
        *_unknown_areas(lines, form, areas),
        *_without_period(lines, form),
        *_wrong_counts(lines, form),
        *_wrong_amounts(lines, form),
        *_without_record(lines, form),
        *(issue for each in form.features for issue in _unknown_categories(lines, each)),
        *(issue for each in form.features for issue in _torn(lines, each, form)),
    ]
    return faults, tuple(_blanks(lines, form))


def _without_area(lines: Sequence[Line], form: RegisterForm) -> Iterator[Issue]:
    if any(not line.texts[form.area_column] for line in lines):
        yield fault(
            "B-REGISTER-03",
            f"Zeilen ohne Gebiet in der Spalte „{form.area_column}“.",
            "Ein Gebiet eintragen; nicht Zuzuordnendes als eigenes Gebiet der Ebene nicht-zuzuordnen führen.",
        )


def _unknown_areas(lines: Sequence[Line], form: RegisterForm, areas: Sequence[str]) -> Iterator[Issue]:
    named = {line.texts[form.area_column] for line in lines} - {""}
    for key in sorted(named - set(areas)) if areas else ():
        yield fault(
            "B-REZEPT-05",
            f"Das Gebiet „{key}“ aus der Spalte „{form.area_column}“ steht nicht in der Gebietsliste.",
            "Die Gebietsliste ergänzen oder die Datei berichtigen; führende Nullen gehören zum Schlüssel.",
        )


def _without_period(lines: Sequence[Line], form: RegisterForm) -> Iterator[Issue]:
    named = {line.texts[form.period_column] if form.period_column else form.period for line in lines}
    for period in sorted(named):
        if not _is_period(period):
            yield fault(
                "B-REGISTER-04", f"„{period}“ ist kein Zeitraum.", "Jahr (2024) oder Stichtag (2024-12-31) schreiben."
            )


def _is_period(key: str) -> bool:
    try:
        Period.parse(key)
    except ValueError:
        return False
    return True


def _wrong_counts(lines: Sequence[Line], form: RegisterForm) -> Iterator[Issue]:
    if form.count_column and any(not line.texts[form.count_column].isdecimal() for line in lines):
        yield fault(
            "B-REGISTER-05",
            f"In der Spalte „{form.count_column}“ steht etwas anderes als eine ganze Zahl ab 0.",
            "Nur Anzahlen von Personen eintragen: nicht negativ, ohne Nachkommastellen, ohne leere Zellen.",
        )


def _wrong_amounts(lines: Sequence[Line], form: RegisterForm) -> Iterator[Issue]:
    if form.amount_column and any(not _is_amount(line.texts[form.amount_column]) for line in lines):
        yield fault(
            "B-REGISTER-10",
            f"In der Spalte „{form.amount_column}“ steht etwas anderes als ein Betrag ab 0.",
            "Nur Zahlen ab 0 eintragen, ohne Tausenderpunkte, ohne leere Zellen; Dezimalzeichen Komma oder Punkt.",
        )


def _is_amount(text: str) -> bool:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return False
    return number.is_finite() and number >= 0


def _without_record(lines: Sequence[Line], form: RegisterForm) -> Iterator[Issue]:
    named = [line.texts[form.record_column] for line in lines] if form.record_column else []
    if "" in named or len(set(named)) < len(named):
        yield fault(
            "B-REGISTER-11",
            f"In der Spalte „{form.record_column}“ fehlt eine Kennung, oder zwei Zeilen haben dieselbe.",
            "Jeder Person eine dauerhafte, eigene Kennung geben: Aus ihr entsteht der Satzschlüssel.",
        )


def _unknown_categories(lines: Sequence[Line], grouping: Grouping) -> Iterator[Issue]:
    unknown = sorted({text for line in lines if grouping.category(text := line.texts[grouping.column]) is None})
    if unknown:
        named = ", ".join(f"„{text}“" for text in unknown[:_NAMED])
        more = f" und {len(unknown) - _NAMED} weitere" if len(unknown) > _NAMED else ""
        yield fault(
            "B-REGISTER-12",
            f"Die Gliederung des Merkmals „{grouping.feature}“ kennt diese Einträge nicht: {named}{more}.",
            "Die Gliederung ergänzen oder die Datei berichtigen.",
        )


def _torn(lines: Sequence[Line], grouping: Grouping, form: RegisterForm) -> Iterator[Issue]:
    """A category that lies in two categories of the feature above it."""
    above = {each.feature: each for each in form.features}
    for name in (name for name in grouping.within if name in above):
        found: defaultdict[str, set[str]] = defaultdict(set)
        for line in lines:
            category, upper = (each.category(line.texts[each.column]) for each in (grouping, above[name]))
            if category is not None and upper is not None:
                found[category].add(upper)
        torn = sorted(category for category, uppers in found.items() if len(uppers) > 1 and category != BLANK)
        if torn:
            named = ", ".join(f"„{category}“" for category in torn[:_NAMED])
            yield fault(
                "B-REGISTER-13",
                f"„{grouping.feature}“ soll innerhalb von „{name}“ liegen, gehört dort aber zu mehreren Ausprägungen: "
                f"{named}.",
                "Die Gliederung berichtigen oder die Angabe „innerhalb“ streichen.",
            )


def _blanks(lines: Sequence[Line], form: RegisterForm) -> Iterator[Issue]:
    for each in form.features:
        if any(not line.texts[each.column] for line in lines):
            yield Issue(
                "B-REGISTER-06",
                Severity.NOTE,
                f"Leere Zellen in der Spalte „{each.column}“ zählen beim Merkmal „{each.feature}“ als „{BLANK}“.",
                "Prüfen, ob das so gewollt ist.",
            )
