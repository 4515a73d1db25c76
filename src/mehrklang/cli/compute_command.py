"""`mehrklang compute`: computes a monitoring and shows every value with its parts, its sign and where it comes from."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from mehrklang.assessment.breaks import BreakProposal
from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.evaluation_json import evaluation_json
from mehrklang.cli.json_text import json_text
from mehrklang.cli.monitoring_folder import computed
from mehrklang.cli.output import exit_code, tell_issues
from mehrklang.indicators import IndicatorValue
from mehrklang.pipeline import Evaluation, Result
from mehrklang.vocabulary.german import format_figure


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Berechnet ein Monitoring: alle Werte mit Zähler, Nenner, Zeichen, Herkunft und Bewertung."
    parser = add_command(commands, "compute", run, text)
    parser.add_argument("folder", metavar="ORDNER", type=Path, help="Ordner des Monitorings")
    parser.add_argument("--secret", metavar="DATEI", type=Path, help="Geheimnis der zufälligen Rundung, als Textdatei")
    parser.add_argument("--json", action="store_true", help="alle Werte als JSON (sonst die neuesten als Tabelle)")


def run(options: argparse.Namespace) -> int:
    """Prints the values; issues go to standard error."""
    outcome = computed(options.folder, secret=options.secret, proposing=True)
    tell_issues(outcome.issues)
    if outcome.monitoring and outcome.evaluation:
        if options.json:
            form = evaluation_json(outcome.monitoring, outcome.evaluation, outcome.issues, proposals=outcome.proposals)
            print(json_text(form))
        else:
            print("\n".join((*_table(outcome.evaluation), *_proposed(outcome.proposals))))
    return exit_code(outcome.issues)


def _table(evaluation: Evaluation) -> Iterator[str]:
    """The newest value of each group in the main area, columns separated by tabs."""
    yield "\t".join(("Indikator", "Gruppe", "Zeitraum", "Wert", "Rechnung", "Bewertung"))
    for result in evaluation.results.values():
        for group, label in result.labels.items():
            series = result.of(area=evaluation.area.key, group=group)
            if series and series.values:
                yield "\t".join((result.definition.name, label, *_row(result, series.values[-1])))


def _proposed(proposals: Sequence[BreakProposal]) -> Iterator[str]:
    """Breaks that nobody has documented, below the values; nothing where there are none."""
    if proposals:
        yield ""
        yield "Vorschläge für Reihenbrüche, zu bestätigen oder zu verwerfen (sie ändern nichts):"
        yield "\t".join(("ab Jahr", "Art", "Indikator oder Quelle", "Gebiete", "Beleg"))
    for each in proposals:
        about = each.indicator or each.source
        yield "\t".join((str(each.first_year), each.kind.value, about, ", ".join(each.areas), each.evidence))


def _row(result: Result, value: IndicatorValue) -> tuple[str, ...]:
    assessment = result.assessments.get(value.group)
    text = " ".join(
        filter(None, (format_figure(value.figure, value.unit, value.decimals), value.unit.label, value.finality.mark))
    )
    return value.period.label, text, value.formula, assessment.state.label if assessment else ""
