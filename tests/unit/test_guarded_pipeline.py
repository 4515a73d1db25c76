"""Whatever a rule set asks for happens on the way through the pipeline; what was published before is known to it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.catalogue import Binding, GroupBinding, IndicatorDefinition, Term
from mehrklang.indicators import IntervalMethod
from mehrklang.package import DataReference, Monitoring, Publication, Selection, checksum, read_folder, write_folder
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.delivery_table import delivery_table
from mehrklang.vocabulary import Breakdown, Figure, Period, Reason, Unit
from mehrklang.vocabulary.german import format_figure
from tests.factories import small_town
from tests.factories.small_town import FOREIGN, QUARTERS, TOWN

SOURCE = "melderegister-probe"
BARE = Selection("deutsche", "Zur Probe.", ("arbeit",))


def _evaluate(monitoring: Monitoring, folder: Path, *, secret: str = "") -> Evaluation:
    return evaluate(monitoring, store=folder / "ablage", secret=secret)


def _figures(evaluation: Evaluation, year: int = 2024, where: Breakdown | None = None) -> dict[str, Figure]:
    """The cells of the source by area."""
    wanted = Breakdown.of({"Nationalität": FOREIGN}) if where is None else where
    cube = evaluation.cubes[SOURCE]
    period = Period.parse(str(year))
    return {key.area: cube.cell(key).figure for key in cube if (key.breakdown, key.period) == (wanted, period)}


def _publish(monitoring: Monitoring, evaluation: Evaluation, edition: str, *, revised: bool = False) -> Monitoring:
    """The same monitoring, with what the evaluation shows as an earlier publication."""
    path = Path("veroeffentlicht") / f"{edition}.csv"
    (monitoring.folder / path).parent.mkdir(exist_ok=True)
    (monitoring.folder / path).write_bytes(delivery_table(evaluation.cubes[SOURCE], (TOWN, *QUARTERS)))
    before = Publication(edition, SOURCE, path, revised)
    return replace(monitoring, published=(*monitoring.published, before))


class TestMethods:
    """Each method of a rule set acts."""

    def test_small_counts_are_suppressed_with_another_one(self, tmp_path: Path) -> None:
        figures = _figures(_evaluate(small_town.monitoring(tmp_path), tmp_path))
        hidden = [area for area, figure in figures.items() if figure.reason is Reason.SUPPRESSED]
        assert QUARTERS[0].key in hidden
        assert len(hidden) >= 2

    def test_deterministic_rounding_goes_to_the_nearest_multiple(self, tmp_path: Path) -> None:
        figures = _figures(_evaluate(small_town.monitoring(tmp_path, rule_set="eigene-rundung-5"), tmp_path))
        assert [figures[area.key].number for area in QUARTERS] == [0, 7110, 420, 2335, 615]

    def test_controlled_rounding_still_adds_up(self, tmp_path: Path) -> None:
        figures = _figures(_evaluate(small_town.monitoring(tmp_path, rule_set="kontrollierte-rundung-3"), tmp_path))
        numbers = {area: figure.number or Decimal(0) for area, figure in figures.items()}
        assert all(number % 3 == 0 for number in numbers.values())
        assert numbers[TOWN.key] == sum(numbers[area.key] for area in QUARTERS)

    def test_random_rounding_needs_the_secret_and_is_the_same_every_time(self, tmp_path: Path) -> None:
        monitoring = small_town.monitoring(tmp_path, rule_set="zufallsrundung-3")
        without = _evaluate(monitoring, tmp_path)
        assert "B-RUNDUNG-01" in {issue.code for issue in without.issues}
        assert dict(without.cubes) == dict(without.results) == {}
        first, second = (_figures(_evaluate(monitoring, tmp_path, secret="s" * 16)) for _ in range(2))
        assert first == second
        assert all((figure.number or 0) % 3 == 0 for figure in first.values())

    def test_shares_of_rounded_counts_carry_the_bounds_that_hold_the_true_share(self, tmp_path: Path) -> None:
        evaluation = _evaluate(small_town.monitoring(tmp_path, rule_set="eigene-rundung-5"), tmp_path)
        for area in QUARTERS:
            series = evaluation.results["anteil-a"].of(area=area.key, group="alle")
            assert series is not None
            value, (foreign, german) = series.values[-1], small_town.COUNTS[2024][area.name]
            assert value.interval is not None
            assert value.interval.method is IntervalMethod.PROTECTION
            assert value.interval.contains(Decimal(100 * foreign) / (foreign + german))
            assert "Vielfache von 5" in value.interval_note

    def test_a_zero_that_rounding_made_is_printed_0_and_not_as_nothing(self, tmp_path: Path) -> None:
        evaluation = _evaluate(small_town.monitoring(tmp_path, rule_set="eigene-rundung-5"), tmp_path)
        series = evaluation.results["anteil-a"].of(area=QUARTERS[0].key, group="alle")
        assert series is not None
        value = series.values[-1]
        assert value.numerator is not None
        assert format_figure(value.numerator, Unit.COUNT) == "0"
        assert format_figure(value.figure, Unit.PERCENT) == "0"


class TestCellKey:
    """Every count is changed a little, by the persons in it."""

    RULES = "eigene-cell-key-2"

    def test_it_needs_the_secret(self, tmp_path: Path) -> None:
        evaluation = _evaluate(small_town.monitoring(tmp_path, rule_set=self.RULES), tmp_path, secret="kurz")
        [said] = [issue for issue in evaluation.issues if issue.code.startswith("B-CELLKEY")]
        assert said.code == "B-CELLKEY-02"
        assert dict(evaluation.cubes) == {}

    def test_the_same_persons_are_changed_alike_whatever_is_asked_beside_them(self, tmp_path: Path) -> None:
        """Another choice, another order, a corrected file of the same rows: no second draw that could be averaged."""
        first = small_town.monitoring(tmp_path / "a", rule_set=self.RULES)
        once = _figures(_evaluate(first, tmp_path, secret="s" * 16))
        more = small_town.monitoring(tmp_path / "b", rule_set=self.RULES, codes=("anteil-b", "anteil-a"))
        path = more.folder / more.data[0].path
        head, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text(head + "".join(reversed(rows)), encoding="utf-8")
        again = replace(more, data=(replace(more.data[0], sha256=checksum(path)),))
        assert _figures(_evaluate(again, tmp_path, secret="s" * 16)) == once
        others = [_figures(_evaluate(again, tmp_path, secret=letter * 16)) for letter in "abcdef"]
        assert any(other != once for other in others)
        truth = {area.key: small_town.COUNTS[2024][area.name][0] for area in QUARTERS}
        for figures in (once, *others):
            assert all(abs((figures[area].number or 0) - count) <= 2 for area, count in truth.items())

    def test_the_share_says_between_which_bounds_the_true_one_lies(self, tmp_path: Path) -> None:
        evaluation = _evaluate(small_town.monitoring(tmp_path, rule_set=self.RULES), tmp_path, secret="s" * 16)
        for area in QUARTERS:
            series = evaluation.results["anteil-a"].of(area=area.key, group="alle")
            assert series is not None
            value, (foreign, german) = series.values[-1], small_town.COUNTS[2024][area.name]
            assert value.interval is not None
            assert value.interval.contains(Decimal(100 * foreign) / (foreign + german))
            assert "höchstens 2" in value.interval_note


class TestHistory:
    """What went out before cannot be taken back."""

    @pytest.mark.parametrize("handed_over", [True, False])
    def test_the_complement_published_later_tells_nothing_new(self, tmp_path: Path, *, handed_over: bool) -> None:
        """First total and foreign nationals, then the German ones alone: total − German ones would be the secret.

        Without the history the attack works, so this test can fail.
        """
        first = small_town.monitoring(tmp_path, codes=("anteil-a",))
        shown = _evaluate(first, tmp_path)
        totals, foreign = _figures(shown, where=Breakdown()), _figures(shown)
        asked = _publish(first, shown, "2024") if handed_over else first
        later = _evaluate(replace(asked, own_indicators=(small_town.germans(),), selection=(BARE,)), tmp_path)
        german = _figures(later, where=Breakdown.of({"Nationalität": small_town.GERMAN}))
        computed = [area for area in german if german[area].known and totals[area].known and not foreign[area].known]
        assert bool(computed) is not handed_over

    def test_a_contradiction_is_named_cell_by_cell_and_nothing_is_sealed(self, tmp_path: Path) -> None:
        first = small_town.monitoring(tmp_path)
        before = _publish(first, _evaluate(first, tmp_path), "2024")
        path = tmp_path / before.published[0].path
        total = str(sum(sum(pair) for pair in small_town.COUNTS[2024].values()))
        text = path.read_text(encoding="utf-8-sig")
        assert f";{total};" in text
        path.write_text(text.replace(f";{total};", f";{int(total) + 7};"), encoding="utf-8-sig")
        evaluation = _evaluate(before, tmp_path)
        [said] = [issue for issue in evaluation.issues if issue.code == "B-SCHUTZ-04"]
        assert f"Gebiet {TOWN.key}, 2024" in said.message
        assert total not in said.message
        assert dict(evaluation.cubes) == {}
        revised = replace(before, published=(replace(before.published[0], revised=True),))
        assert SOURCE in _evaluate(revised, tmp_path).cubes

    def test_a_missing_publication_stops_its_source(self, tmp_path: Path) -> None:
        first = small_town.monitoring(tmp_path)
        before = _publish(first, _evaluate(first, tmp_path), "2024")
        (tmp_path / before.published[0].path).unlink()
        evaluation = _evaluate(before, tmp_path)
        assert "B-AUSWERTUNG-06" in {issue.code for issue in evaluation.issues}
        assert dict(evaluation.results) == {}

    def test_what_was_suppressed_is_not_shown_rounded_later(self, tmp_path: Path) -> None:
        first = small_town.monitoring(tmp_path)
        before = _publish(first, _evaluate(first, tmp_path), "2024")
        rounded = replace(before, own_sources=(small_town.source("eigene-rundung-5"),))
        codes = {issue.code for issue in _evaluate(rounded, tmp_path).issues}
        assert "B-SCHUTZ-06" in codes

    def test_the_same_edition_again_shows_nothing_more(self, tmp_path: Path) -> None:
        first = small_town.monitoring(tmp_path)
        once = _evaluate(first, tmp_path)
        again = _evaluate(_publish(first, once, "2024"), tmp_path)
        for year in small_town.COUNTS:
            known = {area for area, figure in _figures(once, year).items() if figure.known}
            assert {area for area, figure in _figures(again, year).items() if figure.known} >= known
            assert not _figures(again, year)[QUARTERS[0].key].known

    def test_the_folder_keeps_what_was_published(self, tmp_path: Path) -> None:
        first = small_town.monitoring(tmp_path / "a")
        before = _publish(first, _evaluate(first, tmp_path), "2024", revised=True)
        write_folder(before, tmp_path / "a")
        reading = read_folder(tmp_path / "a")
        assert reading.monitoring is not None, reading.issues
        assert reading.monitoring.published == before.published


@pytest.mark.parametrize("codes", [("anteil-a", "anteil-b"), ("anteil-b",)])
def test_a_rate_its_denominator_and_its_complement_leave_the_small_count_open(
    tmp_path: Path, codes: tuple[str, ...]
) -> None:
    """Total, those with and those without are protected together: of Anger at most one of the three is told."""
    evaluation = _evaluate(small_town.monitoring(tmp_path, codes=codes), tmp_path)
    cube = evaluation.cubes[SOURCE]
    for year in small_town.COUNTS:
        told = [
            key
            for key in cube
            if (key.area, key.period.year) == (QUARTERS[0].key, year) and cube.cell(key).figure.known
        ]
        assert len(told) <= 1


def _numbered(codes: tuple[str, ...], definition: IndicatorDefinition, monitoring: Monitoring) -> Monitoring:
    """The monitoring with one more own indicator."""
    chosen = tuple(Selection(code, "Zur Probe.", ("arbeit",)) for code in codes)
    return replace(monitoring, own_indicators=(*monitoring.own_indicators, definition), selection=chosen)


class TestTightening:
    """An indicator may have stricter rules than its source, never looser ones."""

    def test_its_cells_and_its_shares_keep_to_the_stricter_rules(self, tmp_path: Path) -> None:
        """The result names the stricter rule set, and its floor for rates holds for this indicator alone."""
        plain = small_town.monitoring(tmp_path / "a")
        tight = replace(small_town.share(), rule_set="mindestfallzahl-10")
        base = replace(plain, own_indicators=(tight, small_town.german_share()))
        result = _evaluate(base, tmp_path).results["anteil-a"]
        assert result.protection.rule_set == "mindestfallzahl-10"
        assert result.protection.rate_floor == 100
        other = _evaluate(plain, tmp_path).results["anteil-a"]
        assert (other.protection.rule_set, other.protection.rate_floor) == ("mindestfallzahl-3", 0)

    def test_a_count_between_the_two_limits_falls_for_everybody(self, tmp_path: Path) -> None:
        counts = small_town.COUNTS[2024]["Elster"]
        assert counts[0] > 10
        folder = tmp_path / "a"
        plain = small_town.monitoring(folder)
        path = folder / plain.data[0].path
        text = path.read_text(encoding="utf-8")  # the four of Damm fall first to cover the two of Anger
        path.write_text(text.replace(";617;", ";7;").replace(";2333;", ";4;"), encoding="utf-8")
        elster = QUARTERS[4].key
        assert _figures(_evaluate(plain, tmp_path))[elster].number == 7
        tight = replace(small_town.share(), code="anteil-c", rule_set="mindestfallzahl-10")
        both = _numbered(("anteil-a", "anteil-c"), tight, plain)
        evaluation = _evaluate(both, tmp_path)
        assert not _figures(evaluation)[elster].known
        assert evaluation.results["anteil-a"].protection.rule_set == "mindestfallzahl-3"
        assert evaluation.results["anteil-c"].protection.rule_set == "mindestfallzahl-10"

    def test_looser_rules_are_named_and_not_applied(self, tmp_path: Path) -> None:
        loose = replace(small_town.share(), rule_set="mindestfallzahl-3")
        monitoring = small_town.monitoring(tmp_path, rule_set="mindestfallzahl-5")
        evaluation = _evaluate(replace(monitoring, own_indicators=(loose,)), tmp_path)
        [said] = [issue for issue in evaluation.issues if issue.code == "B-AUSWERTUNG-08"]
        assert "Mindestfallzahl 3 statt 5" in said.message
        assert evaluation.results["anteil-a"].protection.rule_set == "mindestfallzahl-5"


class TestLinkedSources:
    """Two sources over the same persons are protected together on the whole way."""

    @staticmethod
    def _two(folder: Path, rule_set: str = "mindestfallzahl-3") -> Monitoring:
        """The register tells total and foreign nationals, another source of the same town the German ones."""
        plain = small_town.monitoring(folder)
        path = folder / "lieferungen" / "deutsche.csv"
        lines = [line for year in small_town.COUNTS for line in small_town.rows(year).splitlines(keepends=True)]
        germans = [
            line.replace("einwohner;", "personen;") for line in lines if line.endswith(f";{small_town.GERMAN}\n")
        ]
        path.write_text(small_town.HEAD + "".join(germans), encoding="utf-8")
        source = replace(small_town.source(rule_set), key="pass-probe", name="Passregister")
        term = Term("personen", Unit.COUNT)
        definition = replace(
            small_town.germans(),
            source="pass-probe",
            bindings=(Binding("pass-probe", (GroupBinding("alle", "Alle", (term,)),)),),
        )
        return replace(
            _numbered(("anteil-a", "deutsche"), definition, plain),
            own_sources=(*plain.own_sources, source),
            data=(*plain.data, DataReference(path.relative_to(folder), "tidy", "pass-probe", checksum(path))),
        )

    def test_the_complement_of_another_source_tells_nothing(self, tmp_path: Path) -> None:
        """Total − German ones would be the one or two of Anger: of each area and year at most one of both is told."""
        evaluation = _evaluate(self._two(tmp_path), tmp_path)
        foreign, totals = _figures(evaluation), _figures(evaluation, where=Breakdown())
        german = evaluation.cubes["pass-probe"]
        shown = {key.area for key in german if key.period.year == 2024 and german.cell(key).figure.known}
        assert shown
        anger = QUARTERS[0].key
        assert not foreign[anger].known
        assert not (totals[anger].known and anger in shown)
        computed = {area for area in shown if totals.get(area) and totals[area].known and not foreign[area].known}
        small = {area.key for area in QUARTERS if small_town.COUNTS[2024][area.name][0] < 3}
        assert computed.isdisjoint(small)

    def test_two_methods_for_linked_sources_are_refused_and_named(self, tmp_path: Path) -> None:
        evaluation = _evaluate(self._two(tmp_path, "eigene-rundung-5"), tmp_path)
        [said] = [issue for issue in evaluation.issues if issue.code == "B-SCHUTZ-07"]
        assert "pass-probe" in said.message
        assert dict(evaluation.cubes) == {}

    def test_a_source_that_nobody_asks_for_today_is_known_from_before(self, tmp_path: Path) -> None:
        """First only the German ones of the passport register go out, then total and foreign nationals of the other."""
        both = self._two(tmp_path)
        first = replace(both, selection=tuple(one for one in both.selection if one.code == "deutsche"))
        shown = _evaluate(first, tmp_path).cubes["pass-probe"]
        path = Path("veroeffentlicht") / "deutsche.csv"
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(delivery_table(shown, (TOWN, *QUARTERS)))
        later = replace(
            both,
            selection=tuple(one for one in both.selection if one.code == "anteil-a"),
            published=(Publication("2024", "pass-probe", path),),
        )
        evaluation = _evaluate(later, tmp_path)
        anger = QUARTERS[0].key
        assert not _figures(evaluation, where=Breakdown())[anger].known
        assert not _figures(evaluation)[anger].known
