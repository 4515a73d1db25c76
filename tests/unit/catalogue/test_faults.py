"""Every fault that an office can make in an entry of its own has a code, a German sentence, a remedy and its line."""

import re
from pathlib import Path

import pytest

import mehrklang.catalogue
from mehrklang.catalogue import load, read_definition
from mehrklang.vocabulary import Severity

ROOT = Path(__file__).parents[3]

OWN = """\
# Ein eigener Indikator.
code = "eigener-anteil"
name = "Eigener Anteil"
handlungsfeld = "Bildung"
frage = "Wie viele?"
relevanz = "Weil wir es steuern können."
zaehler = "Kinder mit Platz"
nenner = "Kinder"
grundgesamtheit = "Kinder im Ort"
einheit = "prozent"
art = "anteil"
richtung = "hoch-gut"
perspektive = "staerke"
evidenz = "objektiv"
quelle = "Jugendamt"
belege = ["Jugendamt, eigene Statistik"]

[[bezug]]
quelle = "kjh-statistik"
merkmal = "herkunft-der-eltern"
definition = "kjh-elternteil"

[[bezug.gruppe]]
gruppe = "insgesamt"
bezeichnung = "alle Kinder"
basis = "Kinder im Ort"
zaehler = [{ tabelle = "plaetze", einheit = "anzahl" }]
nenner = [{ tabelle = "kinder", einheit = "anzahl" }]
"""

TIGHTER = OWN.replace('"kjh-statistik"', '"melderegister"').replace(
    'quelle = "Jugendamt"', 'quelle = "Jugendamt"\nregelsatz = "mindestfallzahl-10"', 1
)

DERIVED = (
    OWN.split("[[bezug]]", maxsplit=1)[0]
    .replace('art = "anteil"', 'art = "abstand"')
    .replace('einheit = "prozent"', 'einheit = "prozentpunkte"')
    + """\
[ableitung]
indikator = "gymnasium-im-8-jahrgang"
gruppe = "auslaendisch"
bezugsgruppe = "deutsch"
"""
)

SOURCE = """\
schluessel = "unser-jugendamt"
name = "Kita-Statistik"
herausgeber = "Jugendamt"
lizenz = "eigene Daten"
quellenangabe = "Jugendamt"
material = "additiv"
regelsatz = "mindestfallzahl-5"
zugang = "Jugendamt"
"""

DESCRIBED = f"""{SOURCE}
[[messgroesse]]
name = "kinder"
einheit = "anzahl"

[[messgroesse]]
name = "plaetze"
einheit = "anzahl"

[[merkmal]]
name = "Eltern"
auspraegungen = ["beide hier geboren", "sonst"]
definition = "kjh-elternteil"

[[spalte]]
kopf = "Jahr"
bedeutung = "zeitraum"

[[spalte]]
kopf = "Eltern"
bedeutung = "merkmal"

[[spalte]]
kopf = "Kinder"
bedeutung = "wert"
messgroesse = "kinder"
"""

NAMED = """\
katalog = "kgst-test"
name = "Frei erfunden"
herausgeber = "Verband"

[[indikator]]
nummer = "B.1"
name = "Anteil mit Platz"
handlungsfeld = "Bildung"
zaehler = "Kinder mit Platz"
nenner = "Kinder"
einheit = "prozent"
art = "anteil"
richtung = "hoch-gut"
definitionen = ["kjh-elternteil"]
quelle = "Jugendamt"

[[indikator.entsprechung]]
indikator = "betreuungsquote-3-bis-5"
grad = "nah"
unterschied = "Dort nur bis unter 6 Jahre."

[[indikator]]
nummer = "B.2"
name = "Plätze"
handlungsfeld = "Bildung"
einheit = "anzahl"
art = "anzahl"
richtung = "kontext"
quelle = "Jugendamt"
"""

PAIR = """\
[[vergleich]]
erste = "seu"
zweite = "kmk"
grad = "aehnlich"
warnung = "Nur ähnlich."
"""

RULES = """\
[[regelsatz]]
schluessel = "unser-regelsatz"
name = "Eigener Regelsatz"
mindestfallzahl = 3
mindestbasis = 0
rechtsgrundlage = "Statistiksatzung"
begruendung = "Festlegung"
schutzbreite = 1
[regelsatz.rundung]
basis = 3
art = "kontrolliert"
[regelsatz.dominanz]
groesste = 2
anteil = 85
p_prozent = 10
[regelsatz.stichprobe]
gesperrt_unter = 5000
klammer_unter = 10000
"""

NOISE = """\
[[regelsatz]]
schluessel = "unser-cell-key"
name = "Eigener Cell-Key"
mindestfallzahl = 3
mindestbasis = 0
rechtsgrundlage = "Statistiksatzung"
begruendung = "Festlegung"
[regelsatz.cell_key]
tabelle = "D2"
hoechstens = 2
varianz = "1,05"
"""

OWN_NOISE = NOISE[NOISE.index("[regelsatz.cell") :]
GROUP = OWN[OWN.index("[[bezug.gruppe]]") :]
BINDING = OWN[OWN.index("[[bezug]]") :]

TERM = '{ tabelle = "plaetze", einheit = "anzahl" }'
TERM_IN_PERCENT = TERM.replace("anzahl", "prozent")
TERM_IN_THOUSANDS = TERM.replace("anzahl", "tausend")
PUBLISHED = (
    OWN.replace('art = "anteil"', 'art = "veroeffentlicht"')
    .replace(TERM, TERM_IN_PERCENT)
    .replace('nenner = [{ tabelle = "kinder", einheit = "anzahl" }]\n', "")
)

WOMEN = TERM.replace(" }", ', auspraegung = { "Geschlecht" = "weiblich" } }')
NARROW, WIDE = (
    TERM.replace(" }", f', auspraegung = {{ "MH" = "im {sense} Sinn" }} }}') for sense in ("engeren", "weiteren")
)
LAYER = f"""\
[[bezug.gruppe.teil]]
teil = "unter 10"
gewicht = 100000
zaehler = [{TERM}]
nenner = [{TERM}]
"""
_WITHOUT_CELLS = GROUP[: GROUP.index("zaehler")]
RATES = OWN.replace('art = "anteil"', 'art = "standardisierte-rate"').replace(GROUP, f"{_WITHOUT_CELLS}\n{LAYER}")
_CLASS = f"""\
[[bezug.gruppe.teil]]
teil = "Klasse"
von = 0
bis_unter = 10
zaehler = [{TERM}]
"""
_NEXT_CLASS = _CLASS.replace("von = 0", "von = 10").replace("bis_unter = 10", "bis_unter = 20")
CLASSES = (
    OWN.replace('art = "anteil"', 'art = "mittelwert"')
    .replace('einheit = "prozent"', 'einheit = "jahre"')
    .replace(GROUP, f"{_WITHOUT_CELLS}\n{_CLASS}\n{_NEXT_CLASS}")
)
INDEX = (
    DERIVED.replace('art = "abstand"', 'art = "messzahl"')
    .replace('einheit = "prozentpunkte"', 'einheit = "index"')
    .replace('bezugsgruppe = "deutsch"\n', "basisjahr = 2015\n")
)
COMPOSITE = (
    INDEX.replace('art = "messzahl"', 'art = "gesamtindex"')
    .replace('indikator = "gymnasium-im-8-jahrgang"\n', "")
    .replace(
        "basisjahr = 2015\n",
        '\n[[ableitung.teil]]\nindikator = "messzahl-auslaendische-bevoelkerung"\n'
        'gruppe = "auslaendisch"\ngewicht = 2\n',
    )
)

CASES = [
    # code, sound text, what is replaced, by what, what the line of the message begins with
    ("K-TOML-01", OWN, 'frage = "Wie viele?"', "frage = Wie viele?", "frage"),
    ("K-SCHLUESSEL-01", OWN, 'frage = "Wie viele?"\n', "", ""),
    ("K-SCHLUESSEL-01", OWN, 'basis = "Kinder im Ort"\n', "", "[[bezug.gruppe]]"),
    ("K-SCHLUESSEL-01", OWN, 'belege = ["Jugendamt, eigene Statistik"]', "belege = []", "belege"),
    ("K-SCHLUESSEL-02", OWN, "relevanz =", "relevants =", "relevants"),
    ("K-SCHLUESSEL-02", OWN, "basis =", "basiss =", "basiss"),
    ("K-WERT-01", OWN, 'frage = "Wie viele?"', "frage = 5", "frage"),
    ("K-WERT-01", OWN, 'belege = ["Jugendamt, eigene Statistik"]', "belege = [5]", "belege"),
    ("K-WERT-02", OWN, 'einheit = "prozent"', 'einheit = "Prozente"', "einheit"),
    ("K-WERT-02", OWN, 'art = "anteil"', 'art = "quote"', "art"),
    ("K-CODE-01", OWN, "eigener-anteil", "einbuergerungsquote", "code"),
    ("K-CODE-01", SOURCE, "unser-jugendamt", "azr", "schluessel"),
    ("K-CODE-01", PAIR, 'erste = "seu"\nzweite = "kmk"', 'erste = "mz-iws"\nzweite = "mz-ies"', "[[vergleich]]"),
    ("K-CODE-02", OWN, "eigener-anteil", "Eigener Anteil", "code"),
    ("K-EINHEIT-01", OWN, 'einheit = "prozent"', 'einheit = "promille"', "einheit"),
    ("K-EINHEIT-02", OWN, TERM, f"{TERM_IN_PERCENT}, {TERM_IN_PERCENT}", "zaehler"),
    ("K-EINHEIT-02", OWN, TERM, f"{TERM}, {TERM_IN_THOUSANDS}", "zaehler"),
    ("K-EINHEIT-03", OWN, TERM, TERM_IN_PERCENT, "zaehler"),
    ("K-EINHEIT-04", DERIVED, 'einheit = "prozentpunkte"', 'einheit = "verhaeltnis"', "einheit"),
    ("K-SUMME-01", PUBLISHED, TERM_IN_PERCENT, f"{TERM_IN_PERCENT}, {TERM_IN_PERCENT}", "zaehler"),
    ("K-SUMME-02", OWN, TERM, f"{TERM}, {WOMEN}", "[[bezug.gruppe]]"),
    ("K-SUMME-02", OWN, TERM, f"{NARROW}, {WIDE}", "[[bezug.gruppe]]"),
    ("K-JAHRE-01", OWN, 'art = "anteil"', 'art = "anteil"\njahre_zusammen = 0', "jahre_zusammen"),
    ("K-JAHRE-01", PUBLISHED, 'art = "vero', 'jahre_zusammen = 3\nart = "vero', "jahre_zusammen"),
    ("K-EBENE-01", OWN, 'merkmal = "herkunft-der-eltern"', 'teilgebiete = "stadtteil"', "[[bezug]]"),
    ("K-EBENE-01", OWN, 'art = "anteil"', 'art = "segregation"', "[[bezug]]"),
    ("K-TEIL-01", OWN, GROUP, f"{GROUP}\n{LAYER}", "[[bezug.gruppe]]"),
    ("K-TEIL-01", RATES, LAYER, 'zaehler = [{ tabelle = "a", einheit = "anzahl" }]', "[[bezug.gruppe]]"),
    ("K-TEIL-02", RATES, "gewicht = 100000\n", "", "[[bezug.gruppe.teil]]"),
    ("K-TEIL-02", RATES, f"zaehler = [{TERM}]", f"zaehler = [{TERM_IN_PERCENT}]", "[[bezug.gruppe.teil]]"),
    ("K-TEIL-03", CLASSES, "von = 10", "von = 5", "[[bezug.gruppe]]"),
    ("K-JE-01", OWN, 'art = "anteil"', 'art = "anteil"\nje = 1000', "je"),
    ("K-JE-01", OWN, 'art = "anteil"', 'art = "rate"\nje = 0', "je"),
    ("K-NENNER-01", OWN, 'nenner = "Kinder"\n', "", ""),
    ("K-NENNER-01", OWN, 'nenner = [{ tabelle = "kinder", einheit = "anzahl" }]\n', "", "[[bezug.gruppe]]"),
    ("K-NENNER-02", OWN, 'einheit = "prozent"\nart = "anteil"', 'einheit = "anzahl"\nart = "anzahl"', "nenner"),
    ("K-RICHTUNG-01", OWN, 'perspektive = "staerke"', 'perspektive = "kontext"', "richtung"),
    ("K-RICHTUNG-01", OWN, 'richtung = "hoch-gut"', 'richtung = "kontext"', "richtung"),
    ("K-GRUPPE-01", OWN, GROUP, f"{GROUP}\n{GROUP}", "[[bezug]]"),
    ("K-BEZUG-01", OWN, BINDING, f"{BINDING}\n{BINDING}", "quelle"),
    ("K-BRUCH-01", OWN, 'quelle = "Jugendamt"', 'quelle = "Jugendamt"\nbrueche = ["zensus-2032"]', "brueche"),
    ("K-QUELLE-01", OWN, '"kjh-statistik"', '"kjh-statistk"', "quelle"),
    ("K-QUELLE-01", OWN, '{ tabelle = "kinder"', '{ quelle = "nirgends", tabelle = "kinder"', "[[bezug.gruppe]]"),
    ("K-MERKMAL-01", OWN, '"kjh-elternteil"', '"kjh-eltern"', "definition"),
    ("K-MERKMAL-01", PAIR, '"seu"', '"sau"', "erste"),
    ("K-MERKMAL-02", OWN, 'quelle = "Jugendamt"', 'quelle = "Jugendamt"\nmerkmale = ["haarfarbe"]', "merkmale"),
    ("K-MERKMAL-03", OWN, '"herkunft-der-eltern"', '"geschlecht"', "merkmal"),
    ("K-TERMIN-01", SOURCE, "zugang =", "erwartet_monate = 7\nerwartet_tag = 32\nzugang =", "erwartet_tag"),
    ("K-TERMIN-02", SOURCE, "zugang =", 'stichtage = ["30.02."]\nzugang =', "stichtage"),
    ("K-TERMIN-02", SOURCE, "zugang =", 'zeitbezug = "zeitraum"\nstichtage = ["01.03."]\nzugang =', "stichtage"),
    ("K-AUFWAND-01", SOURCE, "zugang =", "aufwand_stunden = -1\nzugang =", "aufwand_stunden"),
    ("K-WERT-01", SOURCE, "zugang =", "kosten_euro = true\nzugang =", "kosten_euro"),
    ("K-MERKMAL-01", SOURCE, "zugang =", 'definitionen = ["pass"]\nzugang =', "definitionen"),
    ("K-INHALT-01", DESCRIBED, '"plaetze"', '"kinder"', "[[messgroesse]]"),
    ("K-INHALT-01", DESCRIBED, '"sonst"', '"beide hier geboren"', "auspraegungen"),
    ("K-INHALT-02", DESCRIBED, 'bedeutung = "merkmal"', 'bedeutung = "zeitraum"', "[[spalte]]"),
    ("K-INHALT-02", DESCRIBED, 'bedeutung = "wert"', 'bedeutung = "bemerkung"', "[[spalte]]"),
    ("K-INHALT-03", DESCRIBED, 'kopf = "Eltern"', 'kopf = "Herkunft"', "[[spalte]]"),
    ("K-INHALT-03", DESCRIBED, 'messgroesse = "kinder"', 'messgroesse = "kind"', "messgroesse"),
    ("K-INHALT-03", DESCRIBED, 'messgroesse = "kinder"\n', "", "[[spalte]]"),
    ("K-MERKMAL-01", DESCRIBED, '"kjh-elternteil"', '"kjh-eltern"', "definition"),
    ("K-REGEL-09", DESCRIBED, '"plaetze"\neinheit = "anzahl"', '"kosten"\neinheit = "euro-summe"', "regelsatz"),
    ("K-REGEL-01", SOURCE, '"mindestfallzahl-5"', '"mindestfallzahl-7"', "regelsatz"),
    ("K-REGEL-02", RULES, "schutzbreite = 1", "schutzbreite = 0", "schutzbreite"),
    ("K-REGEL-03", RULES, "basis = 3", "basis = 4", "basis"),
    ("K-REGEL-04", RULES, "[regelsatz.dominanz]", f"{OWN_NOISE}[regelsatz.dominanz]", "["),
    ("K-REGEL-05", NOISE, '"1,05"', '"2"', "[regelsatz.cell_key]"),
    ("K-REGEL-05", NOISE, "hoechstens = 2", "hoechstens = 0", "[regelsatz.cell_key]"),
    ("K-WERT-01", NOISE, '"1,05"', '"viel"', "varianz"),
    ("K-REGEL-06", RULES, "anteil = 85", "anteil = 185", "[regelsatz.dominanz]"),
    ("K-REGEL-06", RULES, "groesste = 2\n", "", "[regelsatz.dominanz]"),
    ("K-REGEL-07", RULES, "klammer_unter = 10000", "klammer_unter = 100", "[regelsatz.stichprobe]"),
    ("K-REGEL-01", TIGHTER, "mindestfallzahl-10", "mindestfallzahl-7", "regelsatz"),
    ("K-REGEL-08", TIGHTER, "mindestfallzahl-10", "geschuetzt", "regelsatz"),
    ("K-VERGLEICH-01", PAIR, 'warnung = "Nur ähnlich."\n', "", "[[vergleich]]"),
    ("K-VERGLEICH-01", PAIR, '"aehnlich"', '"gleich"', "[[vergleich]]"),
    ("K-ABLEITUNG-01", DERIVED, DERIVED[DERIVED.index("[ableitung]") :], "", ""),
    ("K-ABLEITUNG-01", DERIVED, 'bezugsgruppe = "deutsch"\n', "", "[ableitung]"),
    ("K-ABLEITUNG-06", DERIVED, '[ableitung]\n', '[ableitung]\nbasisjahr = 2015\n', "[ableitung]"),
    ("K-ABLEITUNG-06", DERIVED, '[ableitung]\n', '[ableitung]\nform = "je-jahr"\n', "form"),
    ("K-ABLEITUNG-06", INDEX, "basisjahr = 2015\n", "", "[ableitung]"),
    ("K-ABLEITUNG-07", DERIVED, 'art = "abstand"', 'art = "gesamtindex"', "[ableitung]"),
    ("K-ABLEITUNG-07", COMPOSITE, "gewicht = 2", "gewicht = 0", "[ableitung]"),
    ("K-ABLEITUNG-07", COMPOSITE, "messzahl-auslaendische-bevoelkerung", "bevoelkerung", "[ableitung]"),
    ("K-ABLEITUNG-02", DERIVED, "[ableitung]", f"{BINDING}\n[ableitung]", "[ableitung]"),
    ("K-ABLEITUNG-03", DERIVED, '"gymnasium-im-8-jahrgang"', '"gymnasium"', "indikator"),
    ("K-ABLEITUNG-04", DERIVED, '"deutsch"', '"deutsche"', "bezugsgruppe"),
    ("K-ABLEITUNG-05", DERIVED, '"gymnasium-im-8-jahrgang"', '"eigener-anteil"', "[ableitung]"),
    ("K-CODE-01", NAMED, '"B.2"', '"b 1"', "nummer"),
    ("K-CODE-01", NAMED, '"kgst-test"', '"intmk"', "katalog"),
    ("K-CODE-02", NAMED, '"kgst-test"', '"KGSt Test"', "katalog"),
    ("K-MERKMAL-01", NAMED, '"kjh-elternteil"', '"kjh"', "definitionen"),
    ("K-NENNER-01", NAMED, 'nenner = "Kinder"\n', "", "[[indikator]]"),
    ("K-ENTSPRECHUNG-01", NAMED, "betreuungsquote-3-bis-5", "betreuungsquote", "indikator"),
    ("K-ENTSPRECHUNG-02", NAMED, "betreuungsquote-3-bis-5", "kgst-test-b-1", "[[indikator.entsprechung]]"),
    ("K-ENTSPRECHUNG-03", NAMED, 'unterschied = "Dort nur bis unter 6 Jahre."\n', "", "[[indikator.entsprechung]]"),
    ("K-DATEI-01", OWN, OWN, 'titel = "etwas anderes"\n', ""),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [OWN, TIGHTER, DERIVED, PUBLISHED, RATES, CLASSES, INDEX, COMPOSITE, SOURCE, DESCRIBED, NAMED, PAIR, RULES, NOISE],
)
def test_the_texts_that_the_cases_start_from_are_sound(text: str, tmp_path: Path) -> None:
    (tmp_path / "eigenes.toml").write_text(text, encoding="utf-8")
    assert load(tmp_path).issues == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]}-{place}" for place, case in enumerate(CASES)])
def test_a_fault_is_told_with_its_code_and_its_line(case: tuple[str, str, str, str, str], tmp_path: Path) -> None:
    code, sound, old, new, begins = case
    assert old in sound
    text = sound.replace(old, new, 1)
    (tmp_path / "eigenes.toml").write_text(text, encoding="utf-8")
    found = load(tmp_path)
    issues = [issue for issue in found.issues if issue.code == code]
    assert issues, [issue.code for issue in found.issues]
    assert issues[0].severity is Severity.ERROR
    assert issues[0].file == f"{tmp_path.name}/eigenes.toml"
    assert issues[0].message.endswith(".")
    assert issues[0].remedy
    line = text.splitlines()[issues[0].line - 1] if issues[0].line else ""
    assert line.lstrip().startswith(begins)
    assert "eigener-anteil" not in found.indicators
    assert "unser-jugendamt" not in found.sources
    assert "kgst-test-b-2" not in found.indicators


def test_a_file_in_another_encoding_or_absent_is_told(tmp_path: Path) -> None:
    (tmp_path / "alt.toml").write_bytes('name = "Einbürgerung"'.encode("latin-1"))
    assert [issue.code for issue in load(tmp_path / "alt.toml").issues] == ["K-DATEI-02"]
    assert [issue.code for issue in load(tmp_path / "fehlt.toml").issues] == ["K-DATEI-03"]


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(OWN.replace("prozent", "Prozente", 1).replace("frage", "fragen"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(SOURCE.replace("mindestfallzahl-5", "keiner"), encoding="utf-8")
    codes = [issue.code for issue in load(tmp_path).issues]
    assert codes == ["K-SCHLUESSEL-01", "K-SCHLUESSEL-02", "K-WERT-02", "K-REGEL-01"]


def test_a_fault_leaves_out_its_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "eigenes.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "zweites.toml").write_text(
        OWN.replace("eigener-anteil", "zweiter", 1).replace("hoch-gut", "x"), "utf-8"
    )
    found = load(tmp_path)
    assert "eigener-anteil" in found.indicators
    assert "zweiter" not in found.indicators


def test_two_own_files_with_one_code_leave_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "b.toml").write_text(OWN.replace('name = "Eigener Anteil"', 'name = "Zweiter"'), encoding="utf-8")
    found = load(tmp_path)
    assert [(issue.code, Path(issue.file).name) for issue in found.issues] == [("K-CODE-01", "b.toml")]
    assert found.indicator("eigener-anteil").name == "Eigener Anteil"


def test_one_definition_is_read_from_text_or_file(tmp_path: Path) -> None:
    (tmp_path / "eigenes.toml").write_text(OWN, encoding="utf-8")
    from_text, issues = read_definition(OWN)
    assert issues == ()
    assert from_text == read_definition(tmp_path / "eigenes.toml")[0]
    assert from_text is not None
    assert from_text.bindings[0].groups[0].base == "Kinder im Ort"


def test_one_definition_with_faults_is_none_with_all_of_them() -> None:
    definition, issues = read_definition(OWN.replace('"prozent"', '"promille"', 1).replace("relevanz", "relevants", 1))
    assert definition is None
    assert [(issue.code, issue.line) for issue in issues] == [
        ("K-SCHLUESSEL-01", 0),
        ("K-SCHLUESSEL-02", 6),
        ("K-EINHEIT-01", 10),
    ]
    assert read_definition("code = ")[0] is None
    assert [issue.code for issue in read_definition(Path("gibt-es-nicht.toml"))[1]] == ["K-DATEI-03"]


def test_every_code_is_tested_here_and_explained_in_the_handbook() -> None:
    room = Path(mehrklang.catalogue.__file__).parent
    pattern = re.compile(r"K-[A-Z]+-\d\d")
    used = {code for file in room.rglob("*.py") for code in pattern.findall(file.read_text(encoding="utf-8"))}
    page = ROOT / "docs" / "handbuch" / "meldungen-katalog.md"
    assert used == {case[0] for case in CASES} | {"K-DATEI-02", "K-DATEI-03"}
    assert used == set(pattern.findall(page.read_text(encoding="utf-8")))


def test_the_example_of_the_handbook_is_sound() -> None:
    page = (ROOT / "docs" / "handbuch" / "katalog.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    definition, issues = read_definition(example)
    assert issues == ()
    assert definition is not None
    assert definition.code == "kita-quote"
    own = [each for each in load().indicators.values() if not each.catalogue]
    assert f"{len(own)} Indikatoren" in page
    assert f"{len(load().indicators) - len(own)} Indikatoren" in page
