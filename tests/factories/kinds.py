"""A monitoring folder with one indicator of every kind, as an office would write it, over a small invented register."""

from collections.abc import Callable, Iterator
from pathlib import Path

from mehrklang.catalogue import IndicatorKind
from mehrklang.package import checksum

QUARTERS = ("x:1", "x:2", "x:3")
YEARS = (2019, 2020, 2021)
NATIONALITIES = ("deutsch", "nichtdeutsch")
AGES = ("unter 30", "30 und älter")
Row = tuple[str, str, int, int, str, str]
"""Measure, area, year, number, nationality, age."""

_SOURCE = """\
# Ein erfundenes Register.
schluessel = "unser-register"
name = "Register"
herausgeber = "Stadt"
lizenz = "erfunden"
quellenangabe = "Stadt, Register"
material = "additiv"
regelsatz = "geschuetzt"
zugang = "Statistikstelle"
"""


def rows() -> Iterator[Row]:
    """The register: how many of what, by quarter, year, nationality and age."""
    for q, area in enumerate(QUARTERS):
        for y, year in enumerate(YEARS):
            for n, nationality in enumerate(NATIONALITIES):
                for a, age in enumerate(AGES):
                    persons = 400 + 120 * q + 30 * y - 90 * n * (3 - q) + 60 * a + 17 * q * a
                    yield "einwohner", area, year, persons, nationality, age
                    yield "arbeitslos", area, year, persons * (4 + 3 * n + a + y) // 100, nationality, age
                    yield "kursbesuche", area, year, persons * (2 + n) // 10, nationality, age
                    yield "mandate", area, year, 6 + q - 4 * n, nationality, age
                    yield "befragte", area, year, 20 + 5 * q + n, nationality, age
                    yield "gewicht", area, year, 30 + 7 * q, nationality, age
                    yield "gewicht-quadrat", area, year, 60 + 11 * q, nationality, age
                    yield "gewicht-ja", area, year, 12 + 3 * n, nationality, age
                    yield "gewicht-quadrat-ja", area, year, 22 + 4 * n, nationality, age


def _table() -> str:
    head = "Messgröße;Gebiet;Gebietsname;Gebietsebene;Obergebiet;Zeitraum;Einheit;Wert;Nationalität;Alter"
    lines = (
        f"{measure};{area};Viertel {area[-1]};stadtteil;03153;{year};Anzahl;{number};{nationality};{age}"
        for measure, area, year, number, nationality, age in rows()
    )
    return "\n".join((head, *lines)) + "\n"


def cell(measure: str, *, nationality: str = "", age: str = "") -> str:
    """One cell of the register, in TOML."""
    where = {"Nationalität": nationality, "Alter": age}
    pairs = ", ".join(f'"{feature}" = "{category}"' for feature, category in where.items() if category)
    told = f", auspraegung = {{ {pairs} }}" if pairs else ""
    return f'[{{ tabelle = "{measure}", einheit = "anzahl"{told} }}]'


def _head(kind: IndicatorKind, unit: str, more: str = "") -> str:
    return f"""\
# Ein Indikator der Art {kind}.
code = "probe-{kind}"
name = "Probe {kind}"
handlungsfeld = "Probe"
frage = "Wie viel?"
relevanz = "Probe."
zaehler = "Fälle"
nenner = "Personen"
grundgesamtheit = "Bevölkerung"
einheit = "{unit}"
art = "{kind}"
richtung = "kontext"
perspektive = "kontext"
evidenz = "objektiv"
quelle = "Register"
belege = ["Register"]
{more}
"""


class Of:
    """The cells of one group: foreign nationals, or everybody."""

    def __init__(self, nationality: str) -> None:
        self._nationality = nationality

    def __call__(self, measure: str, age: str = "") -> str:
        return cell(measure, nationality=self._nationality, age=age)


Body = Callable[[Of], str]


def _bound(kind: IndicatorKind, unit: str, body: Body, *, more: str = "", level: str = "") -> str:
    """Foreign nationals and everybody, with the same cells."""
    groups = "".join(
        f"""
[[bezug.gruppe]]
gruppe = "{group}"
bezeichnung = "{group}"
basis = "Bevölkerung"
{body(Of(nationality))}"""
        for group, nationality in (("auslaendisch", "nichtdeutsch"), ("insgesamt", ""))
    )
    return (
        f'{_head(kind, unit, more)}\n[[bezug]]\nquelle = "unser-register"\nmerkmal = "staatsangehoerigkeit"\n'
        f'definition = "staatsangehoerigkeit"\n{level}{groups}'
    )


def _count(of: Of) -> str:
    return f"zaehler = {of('einwohner')}\n"


def _quotient(numerator: str) -> Body:
    return lambda of: f"zaehler = {of(numerator)}\nnenner = {of('einwohner')}\n"


def _of_all(of: Of) -> str:
    return f"zaehler = {of('einwohner')}\nnenner = {cell('einwohner')}\n"


def _layers(*bodies: tuple[str, str]) -> str:
    return "".join(f'\n[[bezug.gruppe.teil]]\nteil = "{name}"\n{body}\n' for name, body in bodies)


def _directly(of: Of) -> str:
    return _layers(
        *(
            (
                age,
                f"zaehler = {of('arbeitslos', age)}\nnenner = {of('einwohner', age)}\n"
                f"vergleich_nenner = {cell('einwohner', age=age)}",
            )
            for age in AGES
        )
    )


def _indirectly(of: Of) -> str:
    return _layers(
        *(
            (
                age,
                f"zaehler = {of('arbeitslos', age)}\nnenner = {of('einwohner', age)}\n"
                f"vergleich_zaehler = {cell('arbeitslos', age=age)}\nvergleich_nenner = {cell('einwohner', age=age)}",
            )
            for age in AGES
        )
    )


def _classes(of: Of) -> str:
    return _layers(
        ("unter 30", f"von = 0\nbis_unter = 30\nzaehler = {of('einwohner', AGES[0])}"),
        ("30 und älter", f"von = 30\nbis_unter = 90\nzaehler = {of('einwohner', AGES[1])}"),
    )


def _categories(of: Of) -> str:
    return _layers(*((age, f"zaehler = {of('einwohner', age)}") for age in AGES))


def _council(of: Of) -> str:
    return _layers(
        (
            "Beirat",
            f"zaehler = {of('mandate')}\nnenner = {cell('mandate')}\n"
            f"vergleich_zaehler = {of('einwohner')}\nvergleich_nenner = {cell('einwohner')}",
        )
    )


def _survey(of: Of) -> str:
    return _layers(
        *(
            (
                age,
                f"zaehler = {of('gewicht-ja', age)}\nnenner = {of('gewicht', age)}\nbefragte = {of('befragte', age)}\n"
                f"gewichtsquadrate = {of('gewicht-quadrat', age)}\n"
                f"gewichtsquadrate_zaehler = {of('gewicht-quadrat-ja', age)}",
            )
            for age in AGES
        )
    )


_AREAS = 'teilgebiete = "stadtteil"\n'


def _derived(kind: IndicatorKind, unit: str, body: str) -> str:
    return f"{_head(kind, unit)}\n[ableitung]\n{body}"


def _from_share(more: str) -> str:
    return f'indikator = "probe-anteil"\ngruppe = "auslaendisch"\n{more}'


K = IndicatorKind
DEFINITIONS: dict[IndicatorKind, str] = {
    K.COUNT: _bound(K.COUNT, "anzahl", _count),
    K.SHARE: _bound(K.SHARE, "prozent", _quotient("arbeitslos")),
    K.RATE: _bound(K.RATE, "promille", _quotient("arbeitslos"), more="je = 1000\njahre_zusammen = 3"),
    K.PUBLISHED: _bound(K.PUBLISHED, "anzahl", _count),
    K.COVERAGE: _bound(K.COVERAGE, "prozent", _quotient("arbeitslos")),
    K.PARTICIPATION: _bound(K.PARTICIPATION, "prozent", _quotient("kursbesuche")),
    K.MEAN: _bound(K.MEAN, "jahre", _classes),
    K.MEDIAN: _bound(K.MEDIAN, "jahre", _classes),
    K.STANDARDISED: _bound(K.STANDARDISED, "prozent", _directly),
    K.INDIRECTLY_STANDARDISED: _bound(K.INDIRECTLY_STANDARDISED, "prozent", _indirectly),
    K.REPRESENTATION: _bound(K.REPRESENTATION, "verhaeltnis", _council),
    K.SURVEY: _bound(K.SURVEY, "prozent", _survey),
    K.SIMPSON: _bound(K.SIMPSON, "prozent", _categories),
    K.SHANNON: _bound(K.SHANNON, "index", _categories),
    **{
        kind: _bound(kind, unit, _of_all, level=_AREAS)
        for kind, unit in (
            (K.DISSIMILARITY, "prozent"),
            (K.BEYOND_CHANCE, "index"),
            (K.ISOLATION, "prozent"),
            (K.EXPOSURE, "prozent"),
        )
    },
    K.GAP: _derived(K.GAP, "prozentpunkte", _from_share('bezugsgruppe = "insgesamt"\n')),
    K.RATIO: _derived(K.RATIO, "verhaeltnis", _from_share('bezugsgruppe = "insgesamt"\n')),
    K.CHANGE: _derived(K.CHANGE, "prozentpunkte", _from_share('jahre = 2\nform = "je-jahr"\n')),
    K.INDEX: _derived(K.INDEX, "index", _from_share("basisjahr = 2019\n")),
    K.COMPOSITE: _derived(
        K.COMPOSITE,
        "index",
        'gruppe = "auslaendisch"\n\n'
        '[[ableitung.teil]]\nindikator = "probe-messzahl"\ngruppe = "auslaendisch"\ngewicht = 2\n\n'
        '[[ableitung.teil]]\nindikator = "probe-messzahl-anzahl"\ngruppe = "auslaendisch"\ngewicht = 1\n',
    ),
}  # fmt: skip
SECOND_INDEX = (
    DEFINITIONS[K.INDEX].replace("probe-messzahl", "probe-messzahl-anzahl").replace("probe-anteil", "probe-anzahl")
)


def every_kind(folder: Path) -> Path:
    """The folder, written."""
    files = {f"eigene-indikatoren/probe-{kind}.toml": DEFINITIONS[kind] for kind in IndicatorKind}
    files["eigene-indikatoren/probe-messzahl-anzahl.toml"] = SECOND_INDEX
    files["quellen/unser-register.toml"] = _SOURCE
    files["daten/register.csv"] = _table()
    chosen = (*(f"probe-{kind}" for kind in IndicatorKind), "probe-messzahl-anzahl")
    files["indikatoren.toml"] = "".join(
        f'[[indikator]]\ncode = "{code}"\nwarum = "Probe."\nkernset = false\n\n' for code in chosen
    )
    files["monitoring.toml"] = 'titel = "Alle Arten"\norganisation = "Stadt"\ngebiet = "03153"\nausgabe = "2026"\n'
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    digest = checksum(folder / "daten" / "register.csv")
    (folder / "daten.toml").write_text(
        f'[[datei]]\npfad = "daten/register.csv"\nart = "tidy"\nquelle = "unser-register"\nsha256 = "{digest}"\n',
        encoding="utf-8",
    )
    return folder
