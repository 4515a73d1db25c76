"""`mehrklang catalogue`: lists the catalogue, shows one indicator, checks a catalogue of others."""

import argparse
from pathlib import Path

from mehrklang.catalogue import IndicatorDefinition, load
from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.json_text import Json, json_text
from mehrklang.cli.output import tell, tell_issues, write_whole
from mehrklang.package.catalogue_sheet import read_catalogue_file, template, toml_template
from mehrklang.report.workbook import workbook_bytes


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Zeigt die Indikatoren des Katalogs oder den Steckbrief eines Indikators."
    parser = add_command(commands, "catalogue", run, text)
    parser.add_argument("code", metavar="CODE", nargs="?", help="Code eines Indikators; ohne Angabe die ganze Liste")
    parser.add_argument("--check", metavar="DATEI", type=Path, help="prüft einen Katalog (TOML, xlsx, ods, csv)")
    parser.add_argument("--template", metavar="DATEI", type=Path, help="schreibt die Vorlage dafür (.toml oder .xlsx)")
    parser.add_argument("--json", action="store_true", help="Ausgabe als JSON")


def run(options: argparse.Namespace) -> int:
    """Prints the list or the sheet, or what a catalogue of others holds and lacks."""
    if options.template:
        return _write_template(options.template)
    if options.check:
        return _check(options.check)
    indicators = load().indicators
    if options.code and options.code not in indicators:
        tell(f"Den Indikator „{options.code}“ gibt es im Katalog nicht. „mehrklang catalogue“ zeigt alle.")
        return 1
    chosen = [indicators[options.code]] if options.code else list(indicators.values())
    if options.json:
        print(json_text([_sheet(definition) for definition in chosen]))
    elif options.code:
        print(_sheet_text(chosen[0]))
    else:
        print("\n".join(f"{definition.code}\t{definition.name}\t{definition.field}" for definition in chosen))
    return 0


def _write_template(path: Path) -> int:
    if path.exists():
        tell(f"„{path}“ gibt es schon. Bitte nennen Sie einen anderen Namen.")
        return 1
    in_toml = path.suffix.casefold() == ".toml"
    write_whole(path, toml_template().encode() if in_toml else workbook_bytes("Katalog", template()))
    print(f"Die Vorlage steht in „{path}“.")
    return 0


def _check(path: Path) -> int:
    try:
        data = path.read_bytes()
    except OSError as error:
        tell(f"„{path}“ lässt sich nicht lesen: {error.strerror}.")
        return 1
    taken = read_catalogue_file(data, path.name, load())
    tell_issues(taken.issues)
    if taken.catalogue is None:
        return 1
    matched = sum(bool(each.matches) for each in taken.indicators)
    count = len(taken.indicators)
    indicators = "1 Indikator" if count == 1 else f"{count} Indikatoren"
    print(f"„{taken.catalogue.name}“: {indicators}, davon {matched} mit Entsprechung. Keine Fehler.")
    return 0


def _sheet(definition: IndicatorDefinition) -> dict[str, Json]:
    """The definition sheet (Steckbrief): German headings and texts."""
    return {
        "code": definition.code,
        "katalog": definition.catalogue,
        "nummer": definition.number,
        "name": definition.name,
        "handlungsfeld": definition.field,
        "fragestellung": definition.question,
        "relevanz": definition.relevance,
        "zaehler": definition.numerator,
        "nenner": definition.denominator,
        "grundgesamtheit": definition.population,
        "einheit": definition.unit.value,
        "art": definition.kind.value,
        "richtung": definition.direction.value,
        "sicht": definition.perspective.value,
        "evidenz": definition.evidence.value,
        "kernset": definition.core,
        "quellen": [binding.source for binding in definition.bindings] or [definition.source],
        "gruppen": [
            {"quelle": binding.source, "gruppe": group.group, "bezeichnung": group.label, "basis": group.base}
            for binding in definition.bindings
            for group in binding.groups
        ],
        "hinweise": [*definition.notes],
        "reihenbrueche": [
            {"ab_jahr": each.first_year, "art": each.kind.value, "text": each.text, "quelle": each.source}
            for each in definition.breaks
        ],
        "entspricht": [*(load().in_words(match) for match in definition.matches), *definition.same_as],
        "belege": [*definition.references],
    }


def _sheet_text(definition: IndicatorDefinition) -> str:
    """The sheet for reading: one heading and text per line, lists one entry per line."""
    lines = [definition.name, "=" * len(definition.name), ""]
    for heading, content in _sheet(definition).items():
        if isinstance(content, list):
            lines += [f"{heading}:", *(f"  - {_entry_text(entry)}" for entry in content)] if content else []
        elif content not in ("", None):
            lines.append(f"{heading}: {_entry_text(content)}")
    return "\n".join(lines)


def _entry_text(entry: Json) -> str:
    if isinstance(entry, dict):
        return ", ".join(f"{key}: {value}" for key, value in entry.items() if value not in ("", None))
    if isinstance(entry, bool):
        return "ja" if entry else "nein"
    return str(entry)
