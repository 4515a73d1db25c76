"""Every fault of a folder is named with its code, its severity and its line; the folder is otherwise sound."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import mehrklang.catalogue.table
import mehrklang.package
from mehrklang.package import FolderReading, read_folder
from mehrklang.vocabulary import Severity
from tests.factories.monitorings import small_folder

HANDBOOK = Path("docs/handbuch/meldungen-monitoring.md")

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
INTERPRETATION = "interpretationen/einbuergerungsquote.md"

FURTHER = (
    '[[indikator.weiterer_zielwert]]\ngebiet = "03153"\n'
    'basiswert = 1\nbasisjahr = 2023\nrichtung = "≥"\nwert = 2\njahr = 2030\n'
)
LATE_STEPS = 'jahr = 2030\npfad = "stufen"\n[[indikator.zielwert.stufe]]\njahr = 2031\nwert = 3\n'
STEP = "[[indikator.zielwert.stufe]]\njahr = 2025\nwert = 3\n"

NO_REASON = 'ausser_kraft_am = 2026-05-01\nausser_kraft_von = "A."\n'
RETIRED = 'ausser_kraft_am = 2026-05-01\nausser_kraft_von = "A. Muster"\nausser_kraft_grund = "falscher Stichtag"\n'

NOT_OFFERED = '[[indikator]]\ncode = "einbuergerungsquote"\n' + RETIRED

VOICE = "[[stimme]]\ngegenstand = '{}'\nfassung = 'a'\nstelle = 'Statistik'\nname = 'B'\ndatum = 2026-05-02\n{}"
GROUP = (
    "[[zielgruppe]]\nschluessel = 'rat'\nname = 'Rat'\nkreis = 'politik'\nform = 'vortrag'\nsprache = 'mehrsprachig'\n"
)
ENTRY = "[[eintrag]]\nschluessel = 'b'\ntitel = 'Bericht'\nzielgruppe = 'rat'\nform = 'bericht'\n"

EXPECTED = "[[lieferung]]\nquelle = 'azr'\nzeitraum = '{}'\n"

# file, what stands there, what is put in its place, code, severity, line of the fault
FAULTS = [
    ("monitoring.toml", 'titel =', 'ausgangslage = "schwierig"\ntitel =', "M-WERT-02", E, 1),
    ("monitoring.toml", 'titel =', 'regelsatz = "mindestfallzahl-7"\ntitel =', "M-REGEL-01", E, 1),
    ("ziele.toml", "[[ziel]]", "[[ziel]", "M-TOML-01", E, 1),
    ("ziele.toml", 'titel = "Teilhabe"\n', "", "M-SCHLUESSEL-01", E, 1),
    ("ziele.toml", 'titel = "Teilhabe"', 'titel = " "', "M-SCHLUESSEL-01", E, 3),
    ("ziele.toml", "titel =", "titl = 1\ntitel =", "M-SCHLUESSEL-02", E, 3),
    ("ziele.toml", '"Teilhabe"', "3", "M-WERT-01", E, 3),
    ("indikatoren.toml", "wert = 5", "wert = true", "M-WERT-01", E, 12),
    ("indikatoren.toml", "jahr = 2030", "jahr = 2030.5", "M-WERT-01", E, 13),
    ("indikatoren.toml", '["z1"]', "[1]", "M-WERT-01", E, 4),
    ("indikatoren.toml", "basiswert = 2.5", "basiswert = nan", "M-WERT-01", E, 9),
    (INTERPRETATION, "2026-05-01", "2026-05-01T10:00:00", "M-WERT-01", E, 7),
    ("indikatoren.toml", '"teilweise"', '"vielleicht"', "M-WERT-02", E, 5),
    ("indikatoren.toml", "jahr = 2030", "jahr = 2023", "M-WERT-03", E, 13),
    ("ziele.toml", "Teilhabe", "Teilhabe\udcff", "M-DATEI-01", E, 0),
    ("indikatoren.toml", '["z1"]', '["z2"]', "M-ZIEL-01", E, 4),
    ("ziele.toml", "handlungsfeld", 'oberziel = "z9"\nhandlungsfeld', "M-ZIEL-02", E, 4),
    ("ziele.toml", "handlungsfeld", 'oberziel = "z1"\nhandlungsfeld', "M-ZIEL-03", E, 4),
    ("ziele.toml", "handlungsfeld", 'dient_auch = ["z9"]\nhandlungsfeld', "M-ZIEL-02", E, 4),
    ("ziele.toml", "handlungsfeld", 'dient_auch = ["z1"]\nhandlungsfeld', "M-ZIEL-03", E, 4),
    ("ziele.toml", "handlungsfeld", 'ebene = "oben"\nhandlungsfeld', "M-WERT-02", E, 4),
    ("ziele.toml", 'handlungsfeld = "Recht"\n', 'handlungsfeld = "Recht"\n[[ziel.beschluss]]\nnummer = "1"\n',
     "M-SCHLUESSEL-01", E, 5),
    ("massnahmen.toml", '["z1"]', '["z2"]', "M-MASSNAHME-01", E, 4),
    ("massnahmen.toml", '["einbuergerungsquote"]', '["quote"]', "M-MASSNAHME-02", E, 5),
    ("massnahmen.toml", "2026-12-31", "2025-12-31", "M-MASSNAHME-03", E, 9),
    ("massnahmen.toml", "1000", "-1000", "M-MASSNAHME-04", E, 7),
    ("massnahmen.toml", '"laufend"', '"läuft"', "M-WERT-02", E, 6),
    ("indikatoren.toml", 'ziele = ["z1"]\n', "", "M-ZIEL-04", N, 1),
    ("indikatoren.toml", 'ziele = ["z1"]\n', "", "M-ZIEL-05", N, 1),
    ("indikatoren.toml", '"einbuergerungsquote"', '"einbuergerung"', "M-INDIKATOR-01", E, 2),
    ("indikatoren.toml", "ziele =", 'quelle = "x"\nziele =', "M-QUELLE-02", E, 4),
    ("indikatoren.toml", "ziele =", 'gruppe = "x"\nziele =', "M-GRUPPE-01", E, 4),
    ("indikatoren.toml", ', "Statistik"]', "]", "M-ZIELWERT-01", W, 8),
    ("indikatoren.toml", '"einbuergerungsquote"', '"auslaenderanteil"', "M-ZIELWERT-02", W, 8),
    ("indikatoren.toml", '"≥"', '"≤"', "M-ZIELWERT-03", W, 8),
    ("indikatoren.toml", "wert = 5", "wert = 2.5", "M-ZIELWERT-04", W, 8),
    ("indikatoren.toml", "jahr = 2030\n", f"jahr = 2030\n{FURTHER}", "M-ZIELWERT-06", E, 14),
    ("indikatoren.toml", "jahr = 2030\n", f"jahr = 2030\n{FURTHER.replace('03153', '03154')}", "M-ZIELWERT-05", E, 14),
    ("indikatoren.toml", "jahr = 2030\n", f"jahr = 2030\n{FURTHER.replace('gebiet', 'gruppe')}", "M-GRUPPE-01", E, 14),
    ("indikatoren.toml", "jahr = 2030\n", 'jahr = 2030\npfad = "stufen"\n', "M-WERT-03", E, 14),
    ("indikatoren.toml", "jahr = 2030\n", f"jahr = 2030\n{STEP}", "M-WERT-03", E, 8),
    ("indikatoren.toml", "basiswert = 2.5", 'pfad = "gleichmaessig-prozentual"\nbasiswert = -1', "M-WERT-03", E, 9),
    ("indikatoren.toml", "jahr = 2030\n", LATE_STEPS, "M-WERT-03", E, 8),
    ("indikatoren.toml", 'warum = "Weil."\n', "", "M-INDIKATOR-03", W, 1),
    ("kandidaten.toml", '"auslaenderanteil"', '"einbuergerungsquote"', "M-KANDIDAT-01", E, 1),
    ("kandidaten.toml", '[[abwaegung]]\ncode = "auslaenderanteil"', '[[abwaegung]]\ncode = "x"', "M-KANDIDAT-02", W, 6),
    ("kandidaten.toml", '["z1"]', '["z2"]', "M-ZIEL-01", E, 3),
    ("kandidaten.toml", '"auslaenderanteil"\nziele', '"anteil"\nziele', "M-INDIKATOR-01", E, 2),
    ("kandidaten.toml", '"zurueckgestellt"', '"vertagt"', "M-WERT-02", E, 7),
    ("kandidaten.toml", "[[abw", '[[kandidat]]\ncode = "auslaenderanteil"\n[[abw', "M-DOPPELT-01", E, 5),
    ("indikatoren.toml", 'warum_merkmal = "Wegen der Rechte."\n', "\n", "M-MERKMAL-02", W, 1),
    ("daten.toml", "zahlen.csv", "fehlt.csv", "M-DATEN-01", E, 2),
    ("daten/zahlen.csv", "2024,1", "2024,2", "M-DATEN-02", W, 5),
    ("daten.toml", '"daten/', '"/daten/', "M-DATEN-03", E, 2),
    ("daten.toml", "sha256 =", "# sha256 =", "M-DATEN-04", N, 1),
    ("daten.toml", '"daten/zahlen.csv"', '"../zahlen.csv"', "M-DATEN-05", N, 2),
    ("daten.toml", '"opensdg"', '"opensgd"', "M-DATEN-06", E, 3),
    ("daten.toml", "sha256 =", f'ersetzt_durch = "weg.csv"\n{RETIRED}sha256 =', "M-DATEN-07", E, 5),
    ("daten.toml", "sha256 =", f"{NO_REASON}sha256 =", "M-SCHLUESSEL-01", E, 1),
    ("daten.toml", "sha256 =", 'zeitraum = "bald"\nsha256 =', "M-WERT-01", E, 5),
    ("daten.toml", "sha256 =", 'einheit = "taler"\nsha256 =', "M-WERT-02", E, 5),
    ("daten.toml", 'quelle = "', 'quelle = "x', "M-QUELLE-01", E, 4),
    ("quellen.toml", '"azr"', '"azt"', "M-QUELLE-01", E, 2),
    ("quellen.toml", "erwartet_tag = 15", "erwartet_tag = 0", "M-TERMIN-01", E, 5),
    ("quellen.toml", "erwartet_tag = 15\n", "", "M-SCHLUESSEL-01", E, 1),
    ("quellen.toml", '"31.12."', '"31.11."', "M-TERMIN-02", E, 6),
    ("quellen.toml", "20.5", "-20.5", "M-AUFWAND-01", E, 7),
    ("quellen.toml", "20.5", '"20.5"', "M-WERT-01", E, 7),
    ("quellen.toml", '"staatsangehoerigkeit"', '"pass"', "M-MERKMAL-01", E, 8),
    ("quellen.toml", "[[quelle]]", '[[quelle]]\nschluessel = "azr"\n[[quelle]]', "M-DOPPELT-01", E, 4),
    (INTERPRETATION, '+++\nd', "d", "M-INTERPRETATION-01", E, 1),
    (INTERPRETATION, "Ein Text.\n", "\n", "M-INTERPRETATION-02", E, 0),
    ("indikatoren.toml", '"einbuergerungsquote"', '"auslaenderanteil"', "M-INTERPRETATION-03", W, 0),
    (INTERPRETATION, '"Statistik"', '"Jugendamt"', "M-INTERPRETATION-04", W, 0),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[3])
def test_each_fault_is_named(tmp_path: Path, fault: tuple[str, str, str, str, Severity, int]) -> None:
    """One changed line of a sound folder gives this code at this line, and only an error stops the reading."""
    file, before, after, code, severity, line = fault
    folder = small_folder(tmp_path / "probe")
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    changed = text.replace(before, after, 1)
    (folder / file).write_bytes(changed.encode("utf-8", "surrogateescape"))
    reading = read_folder(folder)
    found = [issue for issue in reading.issues if issue.code == code]
    assert [(issue.severity, issue.line) for issue in found] == [(severity, line)], reading.issues
    assert (reading.monitoring is None) == any(issue.severity is E for issue in reading.issues)


def test_the_sound_folder_has_no_issues(tmp_path: Path) -> None:
    """Without a change nothing is found, so that each fault above is the doing of its change."""
    assert read_folder(small_folder(tmp_path / "probe")).issues == ()


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """Faults in four files are named in one pass."""
    folder = small_folder(tmp_path / "probe")
    for name in ("monitoring.toml", "ziele.toml", "indikatoren.toml", "daten.toml"):
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8") + "\nx = [\n", encoding="utf-8")
    assert {issue.file for issue in read_folder(folder).issues if issue.code == "M-TOML-01"} == {
        "monitoring.toml", "ziele.toml", "indikatoren.toml", "daten.toml",
    }  # fmt: skip


def test_a_folder_without_monitoring(tmp_path: Path) -> None:
    """A wrong path is a sentence, not an error of the program."""
    assert _codes(read_folder(tmp_path)) == {"M-ORDNER-01"}
    assert _codes(read_folder(tmp_path / "fehlt")) == {"M-ORDNER-01"}


def test_more_than_twenty_core_indicators(tmp_path: Path) -> None:
    """The twenty-first is refused, with its line; the same indicator outside the core set is not."""
    folder = small_folder(tmp_path / "probe")
    file = folder / "indikatoren.toml"
    more = "".join(f'\n[[indikator]]\ncode = "einbuergerungsquote"\nwarum = "{number}"\n' for number in range(20))
    text = file.read_text(encoding="utf-8")
    file.write_text(text + more, encoding="utf-8")
    found = [issue for issue in read_folder(folder).issues if issue.code == "M-INDIKATOR-02"]
    assert len(found) == 1
    assert "21 Indikatoren" in found[0].message
    file.write_text(text + more + "kernset = false\n", encoding="utf-8")
    assert "M-INDIKATOR-02" not in _codes(read_folder(folder))


def test_nothing_stands_twice(tmp_path: Path) -> None:
    """Goals, indicators and data files are named once; the second entry is the one that is reported."""
    folder = small_folder(tmp_path / "probe")
    for name in ("ziele.toml", "indikatoren.toml", "daten.toml"):
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8") * 2, encoding="utf-8")
    found = [issue for issue in read_folder(folder).issues if issue.code == "M-DOPPELT-01"]
    assert {(issue.file, issue.line) for issue in found} == {
        ("ziele.toml", 5), ("indikatoren.toml", 14), ("daten.toml", 6),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("phase = 'erheben'\n[[phase]]\nphase = 'erheben'", "M-ZEITPLAN-01"),
        ("phase = 'erheben'\nbeginn = 2026-05-02\nende = 2026-05-01", "M-ZEITPLAN-02"),
        ("phase = 'erheben'\nbeginn = 2026-05-02\n[[phase]]\nphase = 'konzept'\nbeginn = 2026-05-03", "M-ZEITPLAN-02"),
    ],
)
def test_a_timetable_that_cannot_be_kept(tmp_path: Path, rows: str, code: str) -> None:
    """Phases follow one another and end after they have begun."""
    folder = small_folder(tmp_path / "probe")
    (folder / "zeitplan.toml").write_text(f"[[phase]]\n{rows}\n", encoding="utf-8")
    assert _codes(read_folder(folder)) == {code}


@pytest.mark.parametrize(
    ("file", "rows", "code"),
    [
        ("konzept.toml", "[[antwort]]\nfrage = 'zwek'", "M-KONZEPT-01"),
        ("konzept.toml", "[[antwort]]\nfrage = 'teilraeume'\ngewaehlt = ['vielleicht']", "M-KONZEPT-01"),
        ("konzept.toml", "[[beschluss]]\ngremium = 'Rat'\nantworten = 1", "M-KONZEPT-01"),
        ("kommunikation.toml", GROUP.replace("'rat'", "'kreistag'") + ENTRY, "M-KOMMUNIKATION-01"),
        ("kommunikation.toml", GROUP + GROUP + ENTRY, "M-KOMMUNIKATION-01"),
        ("kommunikation.toml", GROUP + ENTRY + ENTRY, "M-KOMMUNIKATION-01"),
        ("kommunikation.toml", GROUP + ENTRY + "tag = 2026-05-01\nphase = 'konzept'", "M-KOMMUNIKATION-01"),
        ("kommunikation.toml", GROUP + ENTRY + "phase = 'konzept'\nrhythmus = 'jaehrlich'", "M-KOMMUNIKATION-01"),
        ("kommunikation.toml", GROUP + ENTRY + "indikatoren = ['einbuergerung']", "M-KOMMUNIKATION-02"),
        ("vereinbarungen.toml", VOICE.format("definition", "code = 'einbuergerung'"), "M-VEREINBARUNG-01"),
        ("vereinbarungen.toml", VOICE.format("zielwert", "code = 'einbuergerungsquote'"), "M-VEREINBARUNG-02"),
        ("vereinbarungen.toml", VOICE.format("kernset", "urteil = 'abgelehnt'"), "M-VEREINBARUNG-03"),
        ("vereinbarungen.toml", VOICE.format("kernset", "code = 'einbuergerungsquote'"), "M-VEREINBARUNG-04"),
        ("vereinbarungen.toml", VOICE.format("kernset", "gebiet = '03153'"), "M-VEREINBARUNG-04"),
        ("anmerkungen.toml", "[[anmerkung]]\nzu = 'konzept'\ntext = 'A'\nstand = 'abgelehnt'", "M-ANMERKUNG-01"),
        ("anmerkungen.toml", "[[anmerkung]]\nzu = 'ziel'\ntext = 'A'", "M-ANMERKUNG-01"),
    ],
)
def test_a_concept_or_a_plan_that_does_not_hold_together(tmp_path: Path, file: str, rows: str, code: str) -> None:
    """Answers belong to questions, adoptions to answers, messages to addressees and chosen indicators."""
    folder = small_folder(tmp_path / "probe")
    (folder / file).write_text(rows + "\n", encoding="utf-8")
    assert _codes(read_folder(folder)) == {code}


AREA = '[[gebiet]]\nschluessel = "{}"\nname = "A"\nebene = "stadtteil"\nuebergeordnet = "{}"\n'
PLACED = '[[einordnung]]\ngliederung = "schule"\ngebiet = "{}"\nuebergeordnet = "{}"\n'
UNION = '[[verbund]]\nschluessel = "{}"\nname = "U"\nteile = {}\n'


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (AREA.format("p:1", "p:1"), "G-EBENE-01", 5),
        (AREA.format("p:1", "03153") + PLACED.format("p:1", "p:2"), "G-SCHLUESSEL-02", 6),
        (AREA.format("p:1", "03153") + PLACED.format("p:1", "03") + PLACED.format("p:1", "031"), "G-EBENE-02", 10),
        (AREA.format("p:1", "03153") + UNION.format("p:u", '["p:1", "p:9"]'), "G-SCHLUESSEL-02", 6),
        (AREA.format("p:1", "03153") + UNION.format("p:1", '["03"]'), "G-SCHLUESSEL-01", 6),
        (AREA.format("p:1", "03153") + UNION.format("p:u", '["p:1", "03153"]'), "G-VERBUND-01", 6),
    ],
)
def test_faults_of_the_register_stand_at_their_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    """Circles, two parents at a time, unknown keys and overlapping unions."""
    folder = small_folder(tmp_path / "probe")
    (folder / "gebiete.toml").write_text(text, encoding="utf-8")
    found = read_folder(folder).issues
    assert [(issue.code, issue.file, issue.line) for issue in found] == [(code, "gebiete.toml", line)]


def test_a_break_of_an_unknown_indicator(tmp_path: Path) -> None:
    """A break that belongs to nothing would be lost in silence."""
    folder = small_folder(tmp_path / "probe")
    text = '[[reihenbruch]]\nindikator = "x"\nab_jahr = 2020\nart = "definition"\ntext = "t"\nquelle = "q"\n'
    (folder / "reihenbrueche.toml").write_text(text, encoding="utf-8")
    assert _codes(read_folder(folder)) == {"M-BRUCH-01"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "M-GRENZEN-01"),
        ("[]", "M-GRENZEN-01"),
        ('{"features": 5}', "M-GRENZEN-01"),
        ('{"features": [{"properties": {}, "geometry": null}]}', "M-GRENZEN-02"),
        (
            '{"features": [{"properties": {"schluessel": "1"}, "geometry": '
            '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}}]}',
            "M-GRENZEN-02",
        ),
    ],
)
def test_faulty_boundaries(tmp_path: Path, content: str, code: str) -> None:
    """A map is drawn from whole boundaries or not at all."""
    folder = small_folder(tmp_path / "probe")
    (folder / "grenzen.geojson").write_text(content, encoding="utf-8")
    assert _codes(read_folder(folder)) == {code}


def test_a_closed_folder_may_not_point_outside(tmp_path: Path) -> None:
    """A folder from elsewhere cannot have the program read files of this machine."""
    folder = small_folder(tmp_path / "probe")
    (tmp_path / "geheim.csv").write_text("x", encoding="utf-8")
    file = folder / "daten.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("daten/zahlen.csv", "../geheim.csv"), encoding="utf-8")
    assert _codes(read_folder(folder)) == {"M-DATEN-05", "M-DATEN-02"}
    assert _codes(read_folder(folder, closed=True)) == {"M-DATEN-03"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (NOT_OFFERED, {"M-STILL-02"}),
        (NOT_OFFERED.replace('code = "', 'code = "nicht-'), {"M-STILL-01"}),
        (NOT_OFFERED + 'ersetzt_durch = "gibt-es-nicht"\n', {"M-STILL-01", "M-STILL-02"}),
        (NOT_OFFERED.replace('ausser_kraft_grund = "falscher Stichtag"\n', ""), {"M-SCHLUESSEL-01"}),
    ],
)
def test_a_retired_indicator_exists_and_says_why(tmp_path: Path, text: str, codes: set[str]) -> None:
    """What is chosen and retired is told: its series stays readable."""
    folder = small_folder(tmp_path / "probe")
    (folder / "ausser-kraft.toml").write_text(text, encoding="utf-8")
    assert _codes(read_folder(folder)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('[[gemeinsam]]\nart = "indikator"\nschluessel = "fremd"\n', {"M-GEMEINSAM-01"}),
        ('[[gemeinsam]]\nart = "gebiet"\nschluessel = "fremd"\n', {"M-WERT-02", "M-GEMEINSAM-01"}),
        (2 * '[[gemeinsam]]\nart = "katalog"\nschluessel = "k"\n', {"M-GEMEINSAM-01", "M-DOPPELT-01"}),
    ],
)
def test_what_is_shared_is_there_and_stands_once(tmp_path: Path, text: str, codes: set[str]) -> None:
    """An entry for something that the folder does not hold is told at its line."""
    folder = small_folder(tmp_path / "probe")
    (folder / "gemeinsam.toml").write_text(text, encoding="utf-8")
    assert _codes(read_folder(folder)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('[[quelle]]\nquelle = "azr"\n', {"M-SCHLUESSEL-01"}),
        ('tag = 2020-12-31\n[[quelle]]\nquelle = "fremd"\n', {"M-QUELLE-01", "M-GEBIETSSTAND-02"}),
        ("tag = 2020-12-31\n" + 2 * '[[quelle]]\nquelle = "azr"\nweise = "liegt-vor"\n', {"M-GEBIETSSTAND-01"}),
        ('tag = 2020-12-31\n[[quelle]]\nquelle = "azr"\ngewichtung = "laune"\n', {"M-WERT-02", "M-GEBIETSSTAND-02"}),
        ('tag = 2020-12-31\n[[quelle]]\nquelle = "azr"\nweise = "umrechnen"\n', {"M-GEBIETSSTAND-02"}),
    ],
)
def test_the_territory_names_a_day_known_sources_and_a_way_to_get_there(
    tmp_path: Path, text: str, codes: set[str]
) -> None:
    """Each source once; who asks to be brought over needs an Umsteigeschlüssel."""
    folder = small_folder(tmp_path / "probe")
    (folder / "gebietsstand.toml").write_text(text, encoding="utf-8")
    assert _codes(read_folder(folder)) >= codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (EXPECTED.format("bald"), "M-WERT-01"),
        (EXPECTED.format(""), "M-SCHLUESSEL-01"),
        (2 * EXPECTED.format("2025"), "M-DOPPELT-01"),
    ],
)
def test_faults_of_the_calendar_are_named(tmp_path: Path, text: str, code: str) -> None:
    """A period that is none, a missing one, a delivery that is expected twice."""
    folder = small_folder(tmp_path / "probe")
    (folder / "erwartete-lieferungen.toml").write_text(text, encoding="utf-8")
    assert _codes(read_folder(folder)) >= {code}


def test_faults_of_own_definitions_name_the_file_in_the_folder(tmp_path: Path) -> None:
    """Own indicators have the catalogue's form and the catalogue's codes."""
    folder = small_folder(tmp_path / "probe")
    (folder / "eigene-indikatoren").mkdir()
    (folder / "eigene-indikatoren" / "x.toml").write_text('code = "x"\n', encoding="utf-8")
    reading = read_folder(folder)
    assert reading.monitoring is None
    assert {issue.file for issue in reading.issues} == {"eigene-indikatoren/x.toml"}
    assert all(issue.code.startswith("K-") for issue in reading.issues)


def test_every_code_is_tested_and_documented() -> None:
    """The handbook explains exactly the codes that the program can give; each is triggered here or by a sheet."""
    source = Path(mehrklang.package.__file__).parent
    form = Path(mehrklang.catalogue.table.__file__).read_text(encoding="utf-8")  # its codes K-… become M-… here
    given = set(_all_codes(source.rglob("*.py"))) | {
        f"M-{code}" for code in re.findall(r"K-((?:SCHLUESSEL|WERT)-\d\d)", form)
    }
    assert given == set(_all_codes([HANDBOOK]))
    tested = [Path(__file__), *(Path(__file__).with_name(f"test_{name}_sheet.py") for name in ("goal", "catalogue"))]
    others = ("starting", "archive", "missed_targets", "signals")
    tested += [Path(__file__).with_name(f"test_{name}.py") for name in others]
    assert given == set(_all_codes(tested))


def _all_codes(files: Iterable[Path]) -> Iterable[str]:
    for file in files:
        yield from re.findall(r"M-[A-Z]+-\d\d", file.read_text(encoding="utf-8"))


def _codes(reading: FolderReading) -> set[str]:
    return {issue.code for issue in reading.issues}
