"""The store as a whole: what goes in once, what comes out, and what it refuses."""

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.cubes import CellKey
from mehrklang.store import Question, Request, Store, StoreError
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Observation, Period, Reason, Sign, Unit
from tests.factories.observations import TOWN, observation, published

PEOPLE = Request("Personen", Unit.COUNT)
WOMEN = Request("Personen", Unit.COUNT, Breakdown.of({"Geschlecht": "weiblich"}))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "ablage")


def put(store: Store, *observations: Observation, name: str = "zählung.csv") -> str:
    """Freeze a delivery."""
    return store.append(observations, source="probe", name=name, content_sha256="0" * 64)


def at(area: str, where: Breakdown = PEOPLE.where, *, unit: Unit = Unit.COUNT) -> CellKey:
    """The key of a cell of 2024."""
    return CellKey("Personen", unit, area, Period.parse("2024"), where)


def figures(
    store: Store, *requests: Request, deliveries: tuple[str, ...], areas: tuple[str, ...] | None = None
) -> dict[CellKey, Figure]:
    """The asked cells of a question."""
    cube = store.tabulate(Question(deliveries, requests, areas, TOWN))
    return {key: cell.figure for key, cell in cube.cells.items() if key not in cube.hidden}


def codes(raised: pytest.ExceptionInfo[StoreError]) -> list[str]:
    """The codes of all faults."""
    return [issue.code for issue in raised.value.issues]


class TestAppend:
    """A delivery is frozen once and whole."""

    def test_the_same_delivery_has_the_same_key_and_is_not_written_again(self, store: Store, tmp_path: Path) -> None:
        key = put(store, observation(5))
        (file,) = (tmp_path / "ablage").iterdir()
        before = (file.stat().st_mtime_ns, hashlib.sha256(file.read_bytes()).digest())
        assert put(store, observation(5)) == key
        assert (file.stat().st_mtime_ns, hashlib.sha256(file.read_bytes()).digest()) == before

    def test_what_a_corrected_reader_sees_in_the_same_file_is_another_delivery(self, store: Store) -> None:
        assert put(store, observation(5)) != put(store, observation(6))

    def test_a_delivery_that_fails_leaves_nothing(
        self, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("mehrklang.store.delivery.COLUMNS", {"measure": "KEIN TYP"})
        with pytest.raises(StoreError, match="B-ABLAGE-05"):
            put(store, observation(5))
        assert list((tmp_path / "ablage").iterdir()) == []

    def test_all_faults_are_told_at_once(self, store: Store) -> None:
        with pytest.raises(StoreError) as raised:
            put(
                store,
                observation(Figure.of(Decimal("1E+18"))),
                observation(5, unit=Unit.PERCENT),
                observation(5, by={"Geschlecht": "\x1a"}),
            )
        assert codes(raised) == ["B-ABLAGE-02", "B-ABLAGE-03", "B-ABLAGE-04"]

    @pytest.mark.parametrize("key", ["0" * 32, "../geheim", ""])
    def test_an_unknown_delivery_is_a_fault_and_no_path(self, store: Store, key: str) -> None:
        put(store, observation(5))
        with pytest.raises(StoreError, match="B-ABLAGE-01"):
            store.tabulate(Question((key,), (PEOPLE,)))

    def test_an_empty_delivery_is_a_delivery(self, store: Store) -> None:
        assert figures(store, PEOPLE, deliveries=(put(store),)) == {}


class TestPublished:
    """A published cell is one delivered row."""

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("14020", "14020"),
            ("10.286737299327914", "10.286737299327914"),
            ("1E-6", "0.000001"),
            ("1E+3", "1000"),
            ("-0.5", "-0.5"),
            ("999999999999999999.99999999999999999999", "999999999999999999.99999999999999999999"),
            ("0.333333333333333333335", "0.33333333333333333334"),
        ],
    )
    def test_numbers_come_back_exactly_to_twenty_decimals(self, store: Store, text: str, kept: str) -> None:
        key = put(store, published(Figure.of(Decimal(text)), unit=Unit.PERCENT))
        ((_, figure),) = figures(store, Request("Personen", Unit.PERCENT), deliveries=(key,)).items()
        assert str(figure.number) == kept

    def test_signs_come_back_as_delivered(self, store: Store) -> None:
        signed = {
            "q1": Figure.nothing(),
            "q2": Figure.limited(7),
            "q3": Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE),
            "b1": Figure.withheld(Reason.SOURCE_SECRET),
        }
        key = put(store, *[published(figure, area=area) for area, figure in signed.items()])
        assert figures(store, PEOPLE, deliveries=(key,)) == {at(area): figure for area, figure in signed.items()}

    def test_only_the_very_breakdown_answers(self, store: Store) -> None:
        key = put(
            store,
            published(9),
            published(4, by=dict(WOMEN.where.pairs)),
            published(1, by={"Geschlecht": "weiblich", "Alter": "0"}),
        )
        assert figures(store, PEOPLE, WOMEN, deliveries=(key,)) == {
            at("q1"): Figure.of(9),
            at("q1", WOMEN.where): Figure.of(4),
        }

    def test_features_that_differ_in_case_only_are_two_features(self, store: Store) -> None:
        small, large = Breakdown.of({"alter": "x"}), Breakdown.of({"ALTER": "x"})
        key = put(store, published(1, by=dict(small.pairs)), published(2, by=dict(large.pairs)))
        requests = [Request("Personen", Unit.COUNT, where) for where in (small, large)]
        assert figures(store, *requests, deliveries=(key,)) == {
            at("q1", small): Figure.of(1),
            at("q1", large): Figure.of(2),
        }

    def test_rows_that_say_the_same_are_one_cell_with_the_first_as_source(self, store: Store) -> None:
        key = put(store, published(5, line=9), published(5, line=3))
        cell = store.tabulate(Question((key,), (PEOPLE,))).cells[at("q1")]
        assert (cell.figure, cell.lineage.cell_count, cell.lineage.cells[0].line) == (Figure.of(5), 1, 3)

    def test_rows_that_contradict_each_other_are_refused_with_both_places_and_no_figure(self, store: Store) -> None:
        key = put(store, published(4711, line=3), published(815, line=9))
        with pytest.raises(StoreError, match=r"Zeile 3.*Zeile 9") as raised:
            store.tabulate(Question((key,), (PEOPLE,)))
        assert codes(raised) == ["B-WIDERSPRUCH-01"]
        assert "4711" not in repr(raised.value.issues)

    def test_published_areas_are_never_summed(self, store: Store) -> None:
        key = put(store, published(5, area="q1"), published(6, area="q2"))
        assert figures(store, PEOPLE, deliveries=(key,), areas=("b1",)) == {}

    def test_published_and_additive_rows_never_meet_in_a_cell(self, store: Store) -> None:
        key = put(store, published(5), observation(5))
        with pytest.raises(StoreError) as raised:
            store.tabulate(Question((key,), (PEOPLE,)))
        assert codes(raised) == ["B-WIDERSPRUCH-03"]


class TestAdditive:
    """Additive rows are summed over what is not asked for."""

    def test_rows_are_summed_over_the_features_that_are_not_named(self, store: Store) -> None:
        key = put(
            store,
            observation(3, by={"Geschlecht": "weiblich", "Alter": "jung"}),
            observation(4, by={"Geschlecht": "weiblich", "Alter": "alt"}),
            observation(5, by={"Geschlecht": "männlich", "Alter": "alt"}),
        )
        assert figures(store, PEOPLE, WOMEN, deliveries=(key,)) == {
            at("q1"): Figure.of(12),
            at("q1", WOMEN.where): Figure.of(7),
        }

    def test_a_total_beside_its_details_counts_once(self, store: Store) -> None:
        key = put(
            store,
            observation(9),
            observation(4, by={"Geschlecht": "weiblich"}),
            observation(5, by={"Geschlecht": "männlich"}),
        )
        assert figures(store, PEOPLE, deliveries=(key,)) == {at("q1"): Figure.of(9)}

    def test_two_breakdowns_without_a_total_are_refused(self, store: Store) -> None:
        key = put(store, observation(9, by={"Geschlecht": "weiblich"}), observation(4, by={"Alter": "jung"}))
        with pytest.raises(StoreError) as raised:
            store.tabulate(Question((key,), (PEOPLE,)))
        assert codes(raised) == ["B-WIDERSPRUCH-02"]

    def test_the_same_rows_in_two_deliveries_are_refused(self, store: Store) -> None:
        keys = (put(store, observation(9)), put(store, observation(9), name="noch einmal.csv"))
        with pytest.raises(StoreError, match="doppelt"):
            store.tabulate(Question(keys, (PEOPLE,)))

    def test_years_from_two_deliveries_stand_side_by_side(self, store: Store) -> None:
        keys = (put(store, observation(9, period="2023")), put(store, observation(8)))
        assert {key.period.key: f.number for key, f in figures(store, PEOPLE, deliveries=keys).items()} == {
            "2023": 9,
            "2024": 8,
        }

    def test_sums_are_exact_to_the_last_decimal(self, store: Store) -> None:
        key = put(
            store,
            observation(Figure.of(Decimal("0.00000000000000000001")), area="q1"),
            observation(Figure.of(10**17), area="q2"),
        )
        number = figures(store, PEOPLE, deliveries=(key,), areas=("b1",))[at("b1")].number
        assert number == Decimal("100000000000000000.00000000000000000001")

    def test_an_area_that_is_not_delivered_is_the_sum_of_its_parts(self, store: Store) -> None:
        key = put(store, *[observation(n, area=area) for area, n in {"q1": 1, "q2": 2, "q3": 4, "r": 8}.items()])
        found = figures(store, PEOPLE, deliveries=(key,), areas=("s", "b1", "q1"))
        assert {k.area: f.number for k, f in found.items()} == {"s": 15, "b1": 3, "q1": 1}

    def test_an_area_with_its_own_row_is_not_doubled(self, store: Store) -> None:
        key = put(store, *[observation(n, area=area) for area, n in {"q1": 1, "q2": 2, "b1": 3, "b2": 4}.items()])
        found = figures(store, PEOPLE, deliveries=(key,), areas=("s", "b1"))
        assert {k.area: f.number for k, f in found.items()} == {"s": 7, "b1": 3}

    @pytest.mark.parametrize(
        ("figure", "reason"),
        [
            (Figure.withheld(Reason.SOURCE_SECRET), Reason.PART_WITHHELD),
            (Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE), Reason.PART_MISSING),
            (Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT), Reason.PART_BELOW_HALF_UNIT),
        ],
    )
    def test_a_part_without_a_number_leaves_none_to_the_sum(self, store: Store, figure: Figure, reason: Reason) -> None:
        key = put(store, observation(3, area="q1"), observation(figure, area="q2"))
        found = figures(store, PEOPLE, deliveries=(key,), areas=("b1", "q2"))
        assert found == {at("b1"): Figure.withheld(reason), at("q2"): figure}

    def test_an_area_of_which_nothing_is_delivered_is_missing_and_not_zero(self, store: Store) -> None:
        key = put(store, observation(3, area="q1"))
        assert figures(store, PEOPLE, deliveries=(key,), areas=("b1",)) == {
            at("b1"): Figure.withheld(Reason.PART_MISSING)
        }

    def test_an_area_without_such_a_case_adds_nothing(self, store: Store) -> None:
        key = put(
            store,
            observation(3, area="q1", by={"Geschlecht": "weiblich"}),
            observation(4, area="q2", by={"Geschlecht": "männlich"}),
        )
        assert figures(store, WOMEN, deliveries=(key,), areas=("b1", "q2")) == {at("b1", WOMEN.where): Figure.of(3)}

    def test_an_area_in_itself_is_refused(self, store: Store) -> None:
        key = put(store, observation(3))
        circle = (TOWN[1], type(TOWN[0])("s", "Stadt", TOWN[0].level, "b1"))
        with pytest.raises(StoreError, match="B-GEBIET-01"):
            store.tabulate(Question((key,), (PEOPLE,), ("s",), circle))

    def test_many_requests_fit_into_one_question(self, store: Store) -> None:
        wheres = [Breakdown.of({"Herkunft": f"Land {n}"}) for n in range(600)]
        for material in Material:
            rows = [observation(n, by=dict(where.pairs), material=material) for n, where in enumerate(wheres)]
            found = figures(
                store, *[Request("Personen", Unit.COUNT, where) for where in wheres], deliveries=(put(store, *rows),)
            )
            assert [figure.number for figure in found.values()] == list(range(600)) or material is Material.PUBLISHED
            assert {key.breakdown: figure.number for key, figure in found.items()} == {
                w: n for n, w in enumerate(wheres)
            }


class TestTrace:
    """Every cell leads back to the file."""

    def test_a_published_cell_leads_to_itself_with_its_text(self, store: Store) -> None:
        question = Question((put(store, published(5, line=7)),), (PEOPLE,))
        (cell,) = store.trace(question, at("q1")).cells
        assert (cell.file, cell.line, cell.raw) == ("zählung.csv", 7, "roh")

    def test_a_sum_leads_to_its_rows_in_order_without_their_texts(self, store: Store) -> None:
        rows = [observation(n, area=area, by={"Alter": str(n)}, line=10 - n) for n in range(5) for area in ("q1", "q2")]
        question = Question((put(store, *rows),), (PEOPLE,), ("b1",), TOWN)
        lineage = store.trace(question, at("b1"), limit=3)
        assert (lineage.cell_count, [cell.line for cell in lineage.cells]) == (10, [6, 6, 7])
        assert {cell.raw for cell in lineage.cells} == {""}

    def test_a_cell_that_is_not_there_leads_nowhere(self, store: Store) -> None:
        question = Question((put(store, observation(5)),), (PEOPLE,))
        assert store.trace(question, at("q3")) == Lineage("")
