"""Every kind of indicator from a folder through store and guard to its value, against arithmetic on the rows."""

import json
from collections.abc import Callable
from fractions import Fraction
from math import log
from pathlib import Path

import pytest

from mehrklang.catalogue import IndicatorKind
from mehrklang.cli import main
from mehrklang.indicators import IndicatorValue
from mehrklang.package import read_folder, write_folder
from mehrklang.pipeline import Evaluation, evaluate
from tests.factories.kinds import AGES, QUARTERS, every_kind, rows

K = IndicatorKind
ABROAD, YEAR = "nichtdeutsch", 2021


def _sum(measure: str, *, abroad: bool = True, year: int = YEAR, age: str = "", area: str = "") -> Fraction:
    """How many the register has: counted row by row."""
    return Fraction(
        sum(
            number
            for what, where, when, number, nationality, years in rows()
            if what == measure
            and when == year
            and (not abroad or nationality == ABROAD)
            and age in ("", years)
            and area in ("", where)
        )
    )


def _share(measure: str, *, year: int = YEAR) -> Fraction:
    return 100 * _sum(measure, year=year) / _sum("einwohner", year=year)


def _pairs() -> list[tuple[Fraction, Fraction]]:
    return [(_sum("einwohner", area=area), _sum("einwohner", abroad=False, area=area)) for area in QUARTERS]


def _dissimilarity() -> Fraction:
    group, whole = (sum(column) for column in zip(*_pairs(), strict=True))
    return 50 * sum((abs(a / group - (n - a) / (whole - group)) for a, n in _pairs()), Fraction(0))


def _isolation() -> Fraction:
    group = sum(a for a, _ in _pairs())
    return 100 * sum((a / group * a / n for a, n in _pairs()), Fraction(0))


def _by_age(measure: str, *, abroad: bool) -> list[Fraction]:
    return [_sum(measure, abroad=abroad, age=age) for age in AGES]


def _direct() -> Fraction:
    layers = zip(
        _by_age("arbeitslos", abroad=True),
        _by_age("einwohner", abroad=True),
        _by_age("einwohner", abroad=False),
        strict=True,
    )
    return (
        100
        * sum((standard * cases / persons for cases, persons, standard in layers), Fraction(0))
        / _sum("einwohner", abroad=False)
    )


def _indirect() -> Fraction:
    layers = zip(
        _by_age("einwohner", abroad=True),
        _by_age("arbeitslos", abroad=False),
        _by_age("einwohner", abroad=False),
        strict=True,
    )
    expected = sum((persons * cases / standard for persons, cases, standard in layers), Fraction(0))
    crude = _sum("arbeitslos", abroad=False) / _sum("einwohner", abroad=False)
    return 100 * crude * _sum("arbeitslos") / expected


def _mean() -> Fraction:
    young, old = _by_age("einwohner", abroad=True)
    return (young * 15 + old * 60) / (young + old)


def _median() -> Fraction:
    young, old = _by_age("einwohner", abroad=True)
    return 30 + ((young + old) / 2 - young) / old * 60


def _simpson() -> Fraction:
    counts = _by_age("einwohner", abroad=True)
    whole = sum(counts)
    return 100 * (1 - sum((n * (n - 1) for n in counts), Fraction(0)) / (whole * (whole - 1)))


def _shannon() -> float:
    counts = [float(n) for n in _by_age("einwohner", abroad=True)]
    return -100 * sum(n / sum(counts) * log(n / sum(counts)) for n in counts) / log(2)


def _pooled_rate() -> Fraction:
    cases, persons = (sum(_sum(what, year=year) for year in (2019, 2020, 2021)) for what in ("arbeitslos", "einwohner"))
    return 1000 * Fraction(cases) / Fraction(persons)


def _index(measure: str = "") -> Fraction:
    if measure:
        return 100 * _sum(measure) / _sum(measure, year=2019)
    return 100 * _share("arbeitslos") / _share("arbeitslos", year=2019)


def _of_everybody(measure: str) -> Fraction:
    return 100 * _sum(measure, abroad=False) / _sum("einwohner", abroad=False)


ORACLES: dict[IndicatorKind, Callable[[], Fraction | float]] = {
    K.COUNT: lambda: _sum("einwohner"),
    K.SHARE: lambda: _share("arbeitslos"),
    K.RATE: _pooled_rate,
    K.PUBLISHED: lambda: _sum("einwohner"),
    K.COVERAGE: lambda: _share("arbeitslos"),
    K.PARTICIPATION: lambda: _share("kursbesuche"),
    K.MEAN: _mean,
    K.MEDIAN: _median,
    K.STANDARDISED: _direct,
    K.INDIRECTLY_STANDARDISED: _indirect,
    K.REPRESENTATION: lambda: (
        (_sum("mandate") / _sum("mandate", abroad=False)) / (_sum("einwohner") / _sum("einwohner", abroad=False))
    ),
    K.SURVEY: lambda: 100 * _sum("gewicht-ja") / _sum("gewicht"),
    K.SIMPSON: _simpson,
    K.SHANNON: _shannon,
    K.DISSIMILARITY: _dissimilarity,
    K.ISOLATION: _isolation,
    K.EXPOSURE: lambda: 100 - _isolation(),
    K.GAP: lambda: _share("arbeitslos") - _of_everybody("arbeitslos"),
    K.RATIO: lambda: _share("arbeitslos") / _of_everybody("arbeitslos"),
    K.CHANGE: lambda: (_share("arbeitslos") - _share("arbeitslos", year=2019)) / 2,
    K.INDEX: _index,
    K.COMPOSITE: lambda: (2 * _index() + _index("einwohner")) / 3,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One indicator of every kind."""
    return every_kind(tmp_path_factory.mktemp("arten") / "monitoring")


@pytest.fixture(scope="module")
def evaluation(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """Computed once."""
    monitoring = read_folder(folder).monitoring
    assert monitoring is not None
    found = evaluate(monitoring, store=tmp_path_factory.mktemp("store"))
    assert found.issues == ()
    return found


def _value(evaluation: Evaluation, kind: IndicatorKind) -> IndicatorValue:
    series = evaluation.results[f"probe-{kind}"].of(area="03153", group="auslaendisch")
    assert series is not None
    return series.values[-1]


@pytest.mark.parametrize("kind", ORACLES)
def test_a_kind_is_what_the_rows_say(kind: IndicatorKind, evaluation: Evaluation) -> None:
    value = _value(evaluation, kind)
    assert float(value.figure.number or 0) == pytest.approx(float(ORACLES[kind]()), rel=1e-12)
    assert value.period.key == str(YEAR)
    assert value.lineage.deliveries
    assert value.interval is not None or value.interval_note
    if value.interval is not None and value.figure.number is not None:
        assert value.interval.lower <= value.figure.number <= value.interval.upper


def test_the_part_of_segregation_beyond_chance_is_below_the_whole_and_its_parts_are_told(
    evaluation: Evaluation,
) -> None:
    whole, beyond = (_value(evaluation, kind) for kind in (K.DISSIMILARITY, K.BEYOND_CHANCE))
    expected = {part.name: part.figure.number for part in whole.constituents}["durch Zufall zu erwarten"]
    assert expected is not None
    assert whole.figure.number is not None
    by_hand = 100 * (whole.figure.number - expected) / (100 - expected)
    assert float(beyond.figure.number or 0) == pytest.approx(float(by_hand))
    assert any("95 von 100 Ziehungen" in note for note in whole.notes)


def test_only_the_oracle_of_chance_is_missing() -> None:
    assert set(ORACLES) | {K.BEYOND_CHANCE} == set(IndicatorKind)


def test_years_that_are_not_all_there_are_not_put_together(evaluation: Evaluation) -> None:
    series = evaluation.results["probe-rate"].of(area="03153", group="auslaendisch")
    assert series is not None
    assert [value.figure.known for value in series.values] == [False, False, True]


def test_a_spatial_kind_is_computed_where_there_are_areas_below(evaluation: Evaluation) -> None:
    result = evaluation.results["probe-segregation"]
    assert {series.area for series in result.series if series.values} == {"03153"}


def test_the_folder_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    monitoring = read_folder(folder).monitoring
    assert monitoring is not None
    (tmp_path / "daten").mkdir()
    (tmp_path / "daten" / "register.csv").write_bytes((folder / "daten" / "register.csv").read_bytes())
    write_folder(monitoring, tmp_path)
    again = read_folder(tmp_path).monitoring
    assert again is not None
    assert again.own_indicators == monitoring.own_indicators


def test_compute_prints_every_kind_with_its_parts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["compute", str(folder), "--json"])
    found = {each["code"]: each for each in json.loads(capsys.readouterr().out)["indikatoren"]}
    assert {f"probe-{kind}" for kind in IndicatorKind} <= set(found)
    parts = found["probe-standardisierte-rate"]["reihen"][0]["werte"][0]["bestandteile"]
    assert [part["name"] for part in parts][:3] == [
        "unter 30: Fälle", "unter 30: Personen", "unter 30: Personen im Vergleich",
    ]  # fmt: skip
