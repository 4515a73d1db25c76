"""daten.toml: the data files, how they are read, whose they are, and the checksum that was interpreted."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from mehrklang.package.monitoring import DataReference, Monitoring
from mehrklang.package.parts import profiles
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.sources import Profile
from mehrklang.sources.periods import read_period
from mehrklang.vocabulary import Finality, Period, Unit
from mehrklang.vocabulary.retirement import Retirement

FILE = "daten.toml"

_HEAD = """
Die Datendateien. Sie bleiben, wie sie geliefert wurden.

pfad    von diesem Ordner aus, mit Schrägstrichen
art     Leseart; „mehrklang read --help“ nennt sie
quelle  Schlüssel der Quelle aus dem Katalog oder aus quellen/
sha256  Prüfsumme der Datei beim Schreiben der Interpretation; weicht sie ab, haben sich die Daten geändert

zuordnung  nur bei art = "profile": Name der Datei unter zuordnungen/, die sagt, was die Spalten bedeuten
ersetzt_durch         pfad der Datei, die diese berichtigt; ohne diese Angabe ist sie zurückgezogen
ausser_kraft_am, _von, _grund  Tag, Name und Grund; die Datei bleibt, gerechnet wird nicht mehr mit ihr
ergebnisstand  „vorlaeufig“ oder „geschaetzt“, wenn das für alle Werte gilt, zu denen die Datei selbst nichts sagt
zeitraum und einheit nur, wenn die Datei selbst sie nicht nennt, zum Beispiel "2017" und "prozent"
"""


def read(table: Table, known: Mapping[str, Profile]) -> tuple[DataReference, ...]:
    """The references in the order of the file; `known` are the profiles of the folder by name."""
    return tuple(
        DataReference(
            path=Path(row.text("pfad", required=True)),
            kind=row.text("art", required=True),
            source=row.text("quelle", required=True),
            sha256=row.text("sha256"),
            period=period_of(row),
            unit=row.choice("einheit", Unit) if row.text("einheit") else None,
            profile=_profile(row, known),
            retired=_retired(row),
            finality=row.choice("ergebnisstand", Finality) if "ergebnisstand" in row else Finality.UNSTATED,
        )
        for row in table.rows("datei")
    )


def _retired(row: Table) -> Retirement | None:
    """Who took the file out of use, when and why; all three where one of them or a successor is told."""
    successor, who, why = (row.text(key) for key in ("ersetzt_durch", "ausser_kraft_von", "ausser_kraft_grund"))
    day = row.day("ausser_kraft_am")
    if not (successor or who or why or day):
        return None
    day = row.day("ausser_kraft_am", required=True)
    who, why = (row.text(key, required=True) for key in ("ausser_kraft_von", "ausser_kraft_grund"))
    return Retirement(who, day, why, successor) if day and who.strip() and why.strip() else None


def _profile(row: Table, known: Mapping[str, Profile]) -> Profile | None:
    """The mapping profile of that name."""
    name = row.text("zuordnung")
    if name and name not in known:
        message = f"Es gibt keine verwendbare Zuordnung „{name}“."
        row.fault("M-WERT-01", message, "Prüfen Sie den Namen; er steht ohne die Endung der Datei.", "zuordnung")
    return known.get(name)


def period_of(row: Table, *, required: bool = False) -> Period | None:
    """A period, written as in table form."""
    text = row.text("zeitraum", required=required)
    period = read_period(text) if text else None
    if text and period is None:
        message = f"Die Zeitangabe „{text}“ ist nicht zu verstehen."
        row.fault("M-WERT-01", message, "Zum Beispiel so schreiben: 2024; 31.12.2024; 2023/24; WS 2023/24.", "zeitraum")
    return period


def render(monitoring: Monitoring) -> str:
    """The text of daten.toml."""
    names = profiles.names(monitoring)
    return comment(_HEAD) + sections("datei", (_body(reference, names) for reference in monitoring.data))


def _body(reference: DataReference, names: Mapping[Profile, str]) -> str:
    return assignments(
        {
            "pfad": str(PurePosixPath(*reference.path.parts)),
            "art": reference.kind,
            "quelle": reference.source,
            "sha256": reference.sha256,
            "zeitraum": reference.period.key if reference.period else None,
            "einheit": reference.unit,
            "ergebnisstand": None if reference.finality is Finality.UNSTATED else reference.finality,
            "zuordnung": names[reference.profile] if reference.profile else None,
            **(_said(reference.retired) if reference.retired else {}),
        }
    )


def _said(retired: Retirement) -> dict[str, str | date]:
    return {
        "ersetzt_durch": retired.successor,
        "ausser_kraft_am": retired.day,
        "ausser_kraft_von": retired.who,
        "ausser_kraft_grund": retired.why,
    }
