"""What the office says about a file where the file itself says nothing: its period, its unit, how final it is."""

import argparse

from mehrklang.sources.periods import read_period
from mehrklang.sources.units import read_unit
from mehrklang.vocabulary import Finality, Period, Unit


def add_told(parser: argparse.ArgumentParser) -> None:
    """Adds --period, --unit and --finality."""
    parser.add_argument("--period", metavar="ZEITRAUM", type=_period, help="Zeitraum, falls die Dateien keinen nennen")
    parser.add_argument("--unit", metavar="EINHEIT", type=_unit, help="Einheit, falls die Dateien keine nennen")
    said = [one.value for one in (Finality.PROVISIONAL, Finality.ESTIMATED, Finality.FINAL)]
    parser.add_argument(
        "--finality",
        metavar="STAND",
        choices=said,
        default=Finality.UNSTATED.value,
        help=f"Ergebnisstand aller Werte, zu denen die Dateien nichts sagen: {', '.join(said)}",
    )


def _period(text: str) -> Period:
    period = read_period(text)
    if period is None:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zeitangabe; zum Beispiel 2024 oder 31.12.2024")
    return period


def _unit(text: str) -> Unit:
    unit = read_unit(text)
    if unit is None:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Einheit; zum Beispiel Anzahl oder Prozent")
    return unit
