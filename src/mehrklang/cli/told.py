"""What the office says about a file where the file itself says nothing: its period and its unit."""

import argparse

from mehrklang.sources.periods import read_period
from mehrklang.sources.units import read_unit
from mehrklang.vocabulary import Period, Unit


def add_told(parser: argparse.ArgumentParser) -> None:
    """Adds --period and --unit."""
    parser.add_argument("--period", metavar="ZEITRAUM", type=_period, help="Zeitraum, falls die Dateien keinen nennen")
    parser.add_argument("--unit", metavar="EINHEIT", type=_unit, help="Einheit, falls die Dateien keine nennen")


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
