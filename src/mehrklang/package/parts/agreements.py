"""vereinbarungen.toml: which office signed or refused which version, by whom and when."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import Agreements, Matter, MatterKind, Version, Voice
from mehrklang.planning.agreement import Line, VoiceKind

FILE = "vereinbarungen.toml"
NONE = Agreements()

_HEAD = """
Wer was wann unterschrieben hat. Kernset, Definitionen und Zielwerte gelten, wenn Koordination und Statistik dieselbe
Fassung unterschrieben haben; jede Änderung verlangt beide Unterschriften neu. Die Datei wird vom Programm geschrieben.

gegenstand   „kernset“, „definition“ oder „zielwert“; dazu der Code des Indikators
gebiet, gruppe  bei einem weiteren Zielwert: für welches Gebiet und welche Gruppe er vereinbart ist
fassung      Prüfsumme der Fassung, die unterschrieben oder abgelehnt wurde
urteil       „unterschrieben“ oder „abgelehnt“ (dann mit grund)

Abschnitte [[fassung]] halten fest, was in früheren Fassungen stand; die heutige steht in den anderen Dateien.
"""


def read(table: Table) -> Agreements:
    """The voices in the order of the file; what does not hold together is an issue."""
    voices = tuple(voice for row in table.rows("stimme") if (voice := _voice(row)))
    return Agreements(voices, tuple(_version(row) for row in table.rows("fassung")))


def _voice(row: Table) -> Voice | None:
    day = row.day("datum", required=True)
    kind = row.choice("urteil", VoiceKind) if "urteil" in row else VoiceKind.SIGNED
    fingerprint, office = row.text("fassung", required=True), row.text("stelle", required=True)
    name, reason = row.text("name", required=True), row.text("grund")
    if kind is VoiceKind.REFUSED and not reason:
        message = "Eine Fassung ist abgelehnt, ohne dass ein Grund genannt ist."
        row.fault("M-VEREINBARUNG-03", message, "Ergänzen Sie die Angabe „grund“.", "urteil")
    matter = _matter(row)
    return None if day is None else Voice(matter, fingerprint, office, name, day, kind, reason)


def _matter(row: Table) -> Matter:
    kind, code = row.choice("gegenstand", MatterKind), row.text("code")
    area, group = row.text("gebiet"), row.text("gruppe")
    if (area or group) and kind is not MatterKind.TARGET:
        message = "Ein Gebiet oder eine Gruppe gehört nur zu einem Zielwert."
        row.fault("M-VEREINBARUNG-04", message, "Streichen Sie „gebiet“ und „gruppe“.", "gegenstand")
    if (kind is MatterKind.CORE_SET) == bool(code):
        message = "Zu einer Definition und einem Zielwert gehört der Code des Indikators, zum Kernset keiner."
        row.fault("M-VEREINBARUNG-04", message, "Prüfen Sie „gegenstand“ und „code“.", "gegenstand")
    return Matter(kind, code, area, group)


def _matter_body(matter: Matter) -> dict[str, str]:
    return {"gegenstand": matter.kind, "code": matter.code, "gebiet": matter.area, "gruppe": matter.group}


def _version(row: Table) -> Version:
    matter = _matter(row)
    return Version(matter, row.text("pruefsumme", required=True), tuple(_line(each) for each in row.rows("zeile")))


def _line(row: Table) -> Line:
    return Line(
        row.text("indikator"), row.text("teil", required=True), row.text("angabe", required=True), row.text("text")
    )


def render(monitoring: Monitoring) -> str:
    """The text of vereinbarungen.toml."""
    agreements = monitoring.agreements
    versions = sections("fassung", (_version_body(each) for each in agreements.versions))
    return comment(_HEAD) + sections("stimme", (_voice_body(each) for each in agreements.voices)) + versions


def _voice_body(voice: Voice) -> str:
    return assignments(
        {
            **_matter_body(voice.matter),
            "fassung": voice.fingerprint,
            "stelle": voice.office,
            "name": voice.name,
            "datum": voice.day,
            "urteil": voice.kind,
            "grund": voice.reason,
        }
    )


def _version_body(version: Version) -> str:
    matter = assignments({**_matter_body(version.matter), "pruefsumme": version.fingerprint})
    return matter + sections("fassung.zeile", (_line_body(line) for line in version.lines))


def _line_body(line: Line) -> str:
    return assignments({"indikator": line.code, "teil": line.part, "angabe": line.key, "text": line.text})
