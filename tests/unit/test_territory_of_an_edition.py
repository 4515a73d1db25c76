"""An edition reports on one territory: old years are brought over from what the guard has let pass."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from mehrklang.catalogue import load
from mehrklang.cubes import CellKey
from mehrklang.indicators import IndicatorValue, IntervalMethod
from mehrklang.package import KEY_KIND, DataReference, Monitoring, Selection, checksum
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.report import Finding, html
from mehrklang.report import csv as csv_exit
from mehrklang.report.audience import Audience, ReportHeading
from mehrklang.report.composition import compose
from mehrklang.report.document import Document
from mehrklang.territory import Manner, SourceOn, Vintage, Weighting
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Interpretation, Reason, Unit
from tests.factories import small_town
from tests.factories.monitorings import FOREIGN, NATURALISED, computable, table
from tests.factories.small_town import QUARTERS, TOWN

SOURCE = "melderegister-probe"
PORT = Area("probstadt:9", "Hafen", AreaLevel.QUARTER, TOWN.key)
HEAD = "Gebiet alt;Gebiet neu;Von Jahr;Bis Jahr;Gebietsstand;Anteil;Anteil Fläche\n"
CREUZ, DAMM, ELSTER = (area.key for area in QUARTERS[2:])
MERGED = f"{DAMM};{PORT.key};2023;;31.12.2024;1;1\n{ELSTER};{PORT.key};2023;;31.12.2024;1;1\n"
DIVIDED = (
    f"{DAMM};{PORT.key};2023;;31.12.2024;1;1\n{ELSTER};{PORT.key};2023;;31.12.2024;0,75;0,5\n"
    f"{ELSTER};{CREUZ};2023;;31.12.2024;0,25;0,5\n{CREUZ};{CREUZ};2023;;31.12.2024;1;1\n"
)
BROUGHT = Vintage(date(2024, 12, 31), (SourceOn(SOURCE),))


def _key(folder: Path, rows: str, source: str = SOURCE) -> DataReference:
    path = folder / "lieferungen" / "schluessel.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + rows, encoding="utf-8")
    return DataReference(path.relative_to(folder), KEY_KIND, source, checksum(path))


def _town(folder: Path, rows: str, *, vintage: Vintage | None = BROUGHT) -> Monitoring:
    """In 2024 the quarters Damm and Elster are delivered as one, Hafen."""
    plain = small_town.monitoring(folder)
    path = folder / plain.data[0].path
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not _gone(line)]
    for category, at in ((small_town.FOREIGN, 0), (small_town.GERMAN, 1)):
        number = sum(small_town.COUNTS[2024][name][at] for name in ("Damm", "Elster"))
        place = f"{PORT.key};{PORT.name};{PORT.level.value};{PORT.parent}"
        lines.append(f"einwohner;{place};2024;Anzahl;{number};{category}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    file = replace(plain.data[0], sha256=checksum(path))
    return replace(plain, areas=(TOWN, *QUARTERS, PORT), data=(file, _key(folder, rows)), vintage=vintage)


def _gone(line: str) -> bool:
    return any(f";{key};" in line for key in (DAMM, ELSTER)) and ";2024;" in line


def _value(evaluation: Evaluation, area: str, year: int, code: str = "anteil-a") -> IndicatorValue:
    series = evaluation.results[code].of(area=area, group="alle")
    assert series is not None
    return next(value for value in series.values if value.period.year == year)


class TestUnions:
    """Whole areas that became one: sums without error."""

    def test_old_years_are_the_sum_of_the_old_areas_and_say_so(self, tmp_path: Path) -> None:
        """2,311 + 613 without German nationality of 2,311 + 6,037 + 613 + 977."""
        evaluation = evaluate(_town(tmp_path, MERGED), store=tmp_path / "s")
        old, new = (_value(evaluation, PORT.key, year) for year in (2023, 2024))
        assert (old.numerator, old.denominator) != (None, None)
        assert old.numerator is not None
        assert old.denominator is not None
        assert (old.numerator.number, old.denominator.number) == (2311 + 613, 2311 + 6037 + 613 + 977)
        assert old.brought is not None
        assert (old.brought.estimated, new.brought, old.mark) == (False, None, "")
        assert any("Gebietsstand 31.12.2024 umgerechnet, genau" in note for note in old.notes)
        assert [issue.code for issue in evaluation.issues if "GEBIETSSTAND" in issue.code] == []

    def test_gone_areas_are_not_reported_on_and_the_town_stays_what_it_is(self, tmp_path: Path) -> None:
        monitoring = _town(tmp_path, MERGED)
        with_territory = evaluate(monitoring, store=tmp_path / "s")
        by_area = replace(BROUGHT, sources=(SourceOn(SOURCE, Manner.BROUGHT, Weighting.AREA),))
        otherwise = evaluate(replace(monitoring, vintage=by_area), store=tmp_path / "s")
        assert {area.key for area in with_territory.parts} == {QUARTERS[0].key, QUARTERS[1].key, CREUZ, PORT.key}
        town = _value(with_territory, TOWN.key, 2023)
        assert town.brought is None
        assert town.denominator is not None
        assert town.denominator.number == sum(map(sum, small_town.COUNTS[2023].values()))
        assert otherwise.results["anteil-a"].data_version != with_territory.results["anteil-a"].data_version

    def test_a_union_with_a_suppressed_part_is_withheld(self, tmp_path: Path) -> None:
        """Anger has one person; what it became is not told for that year, at no exit, and nothing it follows from."""
        rows = MERGED + f"{QUARTERS[0].key};{CREUZ};2023;;31.12.2024;1;1\n{CREUZ};{CREUZ};2023;;31.12.2024;1;1\n"
        evaluation = evaluate(_town(tmp_path, rows), store=tmp_path / "s")
        assert _value(evaluation, CREUZ, 2023).figure.reason is Reason.PART_WITHHELD
        cube = evaluation.cubes[SOURCE]
        where = Breakdown.of({"Nationalität": small_town.FOREIGN})
        key = CellKey("einwohner", Unit.COUNT, QUARTERS[0].key, _value(evaluation, CREUZ, 2023).period, where)
        assert cube.cell(key).figure.reason is Reason.SUPPRESSED

    def test_every_number_is_made_of_shown_cells_alone(self, tmp_path: Path) -> None:
        """So nothing follows from it that does not follow from them, which the guard has proved to be safe."""
        evaluation = evaluate(_town(tmp_path, MERGED), store=tmp_path / "s")
        cube = evaluation.cubes[SOURCE]
        period = _value(evaluation, PORT.key, 2023).period
        for where, number in (({"Nationalität": small_town.FOREIGN}, 2924), ({}, 9938)):
            keys = [CellKey("einwohner", Unit.COUNT, key, period, Breakdown.of(where)) for key in (DAMM, ELSTER)]
            figures = [cube.cell(key).figure for key in keys]
            assert sum(figure.number or 0 for figure in figures) == number


class TestDivided:
    """Areas of which a part went elsewhere: estimated, marked, with the span between the weightings."""

    def test_the_share_of_a_divided_area_is_estimated_and_marked(self, tmp_path: Path) -> None:
        """2,311 + 0.75 · 613; by area only half of Elster would have come."""
        evaluation = evaluate(_town(tmp_path, DIVIDED), store=tmp_path / "s")
        value = _value(evaluation, PORT.key, 2023)
        assert value.numerator is not None
        assert value.numerator.number == Decimal(2311) + Decimal("459.75")
        assert value.brought is not None
        assert value.brought.estimated
        assert value.mark == "s"
        assert value.interval is not None
        assert value.interval.method is IntervalMethod.TERRITORY
        other = Decimal(100) * (2311 + Decimal("306.5")) / (2311 + 6037 + Decimal(795))
        assert value.interval.contains(other)

    def test_nobody_gets_lost(self, tmp_path: Path) -> None:
        """What Elster gives to Creuz and Hafen is all of it."""
        evaluation = evaluate(_town(tmp_path, DIVIDED), store=tmp_path / "s")
        numbers = [_value(evaluation, key, 2023).denominator for key in (PORT.key, CREUZ)]
        counts = small_town.COUNTS[2023]
        every = sum(sum(counts[name]) for name in ("Creuz", "Damm", "Elster"))
        assert sum(figure.number for figure in numbers if figure and figure.number) == every

    def test_one_weighting_alone_leaves_everything_between_nobody_and_all_open(self, tmp_path: Path) -> None:
        rows = DIVIDED.replace("0,75;0,5", "0,75;").replace("0,25;0,5", "0,25;")
        value = _value(evaluate(_town(tmp_path, rows), store=tmp_path / "s"), PORT.key, 2023)
        assert value.interval is not None
        assert value.interval.contains(Decimal(100) * 2311 / (2311 + 6037))
        assert value.interval.contains(Decimal(100) * 2924 / 9938)


class TestRefusals:
    """Two area systems are never mixed in silence."""

    def test_a_year_without_a_key_is_not_shown(self, tmp_path: Path) -> None:
        rows = MERGED.replace("2023", "2022")
        evaluation = evaluate(_town(tmp_path, rows), store=tmp_path / "s")
        assert "B-GEBIETSSTAND-04" in {issue.code for issue in evaluation.issues}
        series = evaluation.results["anteil-a"].of(area=PORT.key, group="alle")
        assert series is not None
        assert [value.period.year for value in series.values if value.figure.known] == [2024]

    def test_no_key_at_all_is_an_error_and_nothing_is_brought_over(self, tmp_path: Path) -> None:
        vintage = replace(BROUGHT, day=date(2020, 12, 31))
        evaluation = evaluate(_town(tmp_path, MERGED, vintage=vintage), store=tmp_path / "s")
        assert "B-GEBIETSSTAND-01" in {issue.code for issue in evaluation.issues}
        assert DAMM in {area.key for area in evaluation.parts}

    def test_an_old_area_that_nobody_can_place_is_not_brought_over(self, tmp_path: Path) -> None:
        """A part of it went out of the town: the guard cannot know what it was a part of."""
        rows = MERGED + f"fremd:1;{PORT.key};2023;;31.12.2024;0,5;0,5\nfremd:1;fremd:2;2023;;31.12.2024;0,5;0,5\n"
        evaluation = evaluate(_town(tmp_path, rows), store=tmp_path / "s")
        assert "B-GEBIETSSTAND-02" in {issue.code for issue in evaluation.issues}
        assert _value(evaluation, PORT.key, 2023).figure.reason is Reason.NOT_COMPARABLE

    def test_employees_are_no_weighting_where_the_key_has_none(self, tmp_path: Path) -> None:
        """Of an own table with one share it counts for every weighting."""
        vintage = Vintage(BROUGHT.day, (SourceOn(SOURCE, Manner.BROUGHT, Weighting.EMPLOYEES),))
        value = _value(evaluate(_town(tmp_path, DIVIDED, vintage=vintage), store=tmp_path / "s"), PORT.key, 2023)
        assert value.numerator is not None
        assert value.numerator.number == Decimal("2770.75")


GOETTINGEN = "03153;03159;2022;2023;31.12.2024;1;\n03156;03159;2022;2023;31.12.2024;1;\n"


def _kreis(folder: Path, *, sources: tuple[SourceOn, ...]) -> Monitoring:
    """Göttingen as if it had been made of Göttingen and Osterode in 2024: published figures."""
    plain = computable(folder)
    both = [(NATURALISED, "2-3-1"), (FOREIGN, "1-2-1")]
    data = tuple(
        table(
            folder,
            measure,
            rows + rows.replace("03153", "03156").replace("Goslar", "Osterode am Harz"),
        )
        for rows, measure in both
    )
    area = Area("03159", "Landkreis Göttingen", AreaLevel.DISTRICT)
    key = _key(folder, GOETTINGEN, "bbsr-umsteigeschluessel")
    vintage = Vintage(date(2024, 12, 31), sources)
    return replace(plain, area="03159", areas=(area,), comparison_areas=("03",), data=(*data, key), vintage=vintage)


def _document(findings: tuple[Finding, ...]) -> Document:
    return compose(findings, audience=Audience.VERWALTUNG, heading=ReportHeading("T", "O", "2026", "heute"))


def _series(evaluation: Evaluation, code: str) -> tuple[IndicatorValue, ...]:
    found = evaluation.results[code].of(area="03159", group="auslaendisch")
    assert found is not None
    return found.values


class TestPublished:
    """Figures that their producer has protected are added up as published, never their rates."""

    def test_two_sources_on_two_territories_are_not_divided_by_each_other(self, tmp_path: Path) -> None:
        """Naturalised of a source that is brought over, foreign nationals of one of which nothing is said."""
        plain = _kreis(tmp_path, sources=(SourceOn("lsn-integrationsmonitoring"),))
        base = load().indicator("einbuergerungsquote")
        [binding] = [each for each in base.bindings if each.source == "lsn-integrationsmonitoring"]
        [group] = [each for each in binding.groups if each.group == "auslaendisch"]
        other = replace(group, denominator=tuple(replace(term, source="azr") for term in group.denominator))
        own = replace(base, code="eigene-quote", bindings=(replace(binding, groups=(other,)),))
        data = (plain.data[0], replace(plain.data[1], source="azr"), plain.data[2])
        chosen = (Selection("eigene-quote", "Weil."),)
        mixed = replace(plain, own_indicators=(own,), data=data, selection=chosen)
        evaluation = evaluate(mixed, store=tmp_path / "s")
        assert "B-GEBIETSSTAND-03" in {issue.code for issue in evaluation.issues}
        values = _series(evaluation, "eigene-quote")
        assert {value.figure.reason for value in values} == {Reason.NOT_COMPARABLE}
        sources = (*plain.vintage.sources, SourceOn("azr")) if plain.vintage else ()
        both = replace(mixed, vintage=Vintage(date(2024, 12, 31), sources))
        assert all(value.figure.known for value in _series(evaluate(both, store=tmp_path / "s"), "eigene-quote"))

    def test_a_kreis_is_the_sum_of_the_kreise_it_was_made_of(self, tmp_path: Path) -> None:
        sources = (SourceOn("lsn-integrationsmonitoring"),)
        evaluation = evaluate(_kreis(tmp_path, sources=sources), store=tmp_path / "s")
        value = evaluation.results["einbuergerungsquote"].of(area="03159", group="auslaendisch")
        assert value is not None
        newest = value.values[-1]
        assert newest.numerator is not None
        assert newest.numerator.number == 2 * 443
        land = evaluation.results["einbuergerungsquote"].of(area="03", group="auslaendisch")
        assert land is not None
        assert land.values[-1].brought is None

    def test_the_table_of_the_report_says_it(self, tmp_path: Path) -> None:
        """CSV in a column of its own, tables below."""
        sources = (SourceOn("lsn-integrationsmonitoring"),)
        monitoring = _kreis(tmp_path, sources=sources)
        evaluation = evaluate(monitoring, store=tmp_path / "s")
        version = evaluation.results["einbuergerungsquote"].data_version
        text = Interpretation("einbuergerungsquote", "Text.", version, ())
        findings = find(replace(monitoring, interpretations={"einbuergerungsquote": text}), evaluation).findings
        sentence = "auf den Gebietsstand 31.12.2024 umgerechnet, genau (Summe ganzer Gebiete)"
        rows = csv_exit.render(findings).splitlines()
        assert sum(sentence in row for row in rows) == 2
        assert f"2022 bis 2023: {sentence}." in html.render(_document(findings))
