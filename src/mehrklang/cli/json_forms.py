"""The documented JSON forms of values (Handbuch, "Kommandozeile"): German keys, numbers in full precision."""

from mehrklang.cli.json_text import Json
from mehrklang.indicators import Interval
from mehrklang.vocabulary import Figure, Issue, Lineage, SourceCell


def figure_json(figure: Figure | None) -> Json:
    """Number, sign and reason; null where the indicator has no such part."""
    if figure is None:
        return None
    return {
        "zahl": figure.number,
        "zeichen": figure.sign.value if figure.sign else None,
        "grund": figure.reason.value if figure.reason else None,
    }


def interval_json(interval: Interval | None) -> Json:
    """Limits, method and level (null: it holds for certain); null where there is none."""
    if interval is None:
        return None
    return {
        "von": interval.lower,
        "bis": interval.upper,
        "verfahren": interval.method.value,
        "niveau": interval.level,
    }


def lineage_json(lineage: Lineage, *, with_key: bool) -> Json:
    """The delivery and its cells down to the raw text. Without its key for own counts: the key is made of the file's
    bytes, so that from it the suppressed counts could be tried out.
    """
    return {
        "lieferung": lineage.delivery if with_key else "",
        "zellen_gesamt": lineage.cell_count,
        "zellen": [cell_json(cell) for cell in lineage.cells],
    }


def cell_json(cell: SourceCell) -> Json:
    """File, sheet, line, column and raw text."""
    return {"datei": cell.file, "blatt": cell.sheet, "zeile": cell.line, "spalte": cell.column, "rohtext": cell.raw}


def issue_json(issue: Issue) -> Json:
    """An issue with its place."""
    return {
        "code": issue.code,
        "schwere": issue.severity.value,
        "meldung": issue.message,
        "abhilfe": issue.remedy,
        "datei": issue.file,
        "blatt": issue.sheet,
        "zeile": issue.line,
        "spalte": issue.column,
        "rohtext": issue.raw,
    }
