"""From definition, binding and cubes to series."""

from decimal import Decimal

from mehrklang.catalogue import Binding, GroupBinding, IndicatorKind, Term
from mehrklang.indicators import Series, compute
from mehrklang.vocabulary import Breakdown, Figure, Material, Reason, Sign, Unit
from tests.factories.cubes import GOSLAR, binding, cube, definition, key


def _only(series: tuple[Series, ...]) -> Series:
    (one,) = series
    return one


def test_a_share_keeps_numerator_denominator_base_formula_and_lineage() -> None:
    cubes = {"amt": cube({key("a", "2019"): 14020, key("b", "2019"): 136292})}
    (value,) = _only(compute(definition(), binding("a", "b"), cubes, area=GOSLAR)).values
    assert value.figure.number is not None
    assert float(value.figure.number) == 10.286737299327914
    assert (value.numerator, value.denominator) == (Figure.of(14020), Figure.of(136292))
    assert (value.formula, value.base, value.unit) == ("100 · 14.020 : 136.292", "Bevölkerung am 31.12.", Unit.PERCENT)
    assert [cell.line for cell in value.lineage.cells] == [2, 3]
    assert value.notes == ()


def test_the_denominator_may_come_from_another_source_with_another_kind_of_period_and_this_is_said() -> None:
    cubes = {
        "amt": cube({key("a", "2019"): 10, key("a", "2020"): 12}),
        "land": cube({key("b", "2019-12-31"): 40, key("b", "2020-12-31"): 48}),
    }
    terms = binding("a", (Term("b", Unit.COUNT, source="land"),))
    series = _only(compute(definition(), terms, cubes, area=GOSLAR))
    assert [value.figure.number for value in series.values] == [25, 25]
    assert series.values[0].notes == ("Nenner: 31.12.2019 zu 2019 (gleiches Kalenderjahr).",)


def test_two_possible_denominators_of_a_year_are_not_guessed_between() -> None:
    cubes = {"amt": cube({key("a", "2019"): 10, key("b", "2019-06-30"): 40, key("b", "2019-12-31"): 48})}
    (value,) = _only(compute(definition(), binding("a", "b"), cubes, area=GOSLAR)).values
    assert value.figure == Figure.withheld(Reason.PART_MISSING)
    assert value.notes == ("Nenner: Für dieses Fach liegt keine Lieferung vor.",)


def test_a_source_that_is_not_there_gives_values_that_say_so() -> None:
    cubes = {"amt": cube({key("a", "2019"): 10})}
    terms = binding("a", (Term("b", Unit.COUNT, source="land"),))
    (value,) = _only(compute(definition(), terms, cubes, area=GOSLAR)).values
    assert value.figure == Figure.withheld(Reason.PART_MISSING)
    assert _only(compute(definition(), terms, {}, area=GOSLAR)).values == ()


def test_a_suppressed_numerator_withholds_the_share_and_the_formula_shows_the_sign() -> None:
    cells = {key("a", "2019"): Figure.withheld(Reason.SUPPRESSED), key("b", "2019"): 40}
    (value,) = _only(compute(definition(), binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)).values
    assert value.figure == Figure.withheld(Reason.PART_WITHHELD)
    assert value.formula == "100 · . : 40"
    assert value.notes[0].startswith("Zähler: Gesperrt zum Schutz")


def test_the_rate_floor_of_the_denominators_cube_holds_and_not_the_numerators() -> None:
    small = {"amt": cube({key("a", "2019"): 3}, rate_floor=0), "land": cube({key("b", "2019"): 49}, rate_floor=50)}
    terms = binding("a", (Term("b", Unit.COUNT, source="land"),))
    (value,) = _only(compute(definition(), terms, small, area=GOSLAR)).values
    assert value.figure == Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL)


def test_the_floor_counts_persons_even_if_the_source_counts_thousands() -> None:
    cells = {key("a", "2019", unit=Unit.THOUSAND): 3, key("b", "2019", unit=Unit.THOUSAND): 40}
    cubes = {"amt": cube(cells, rate_floor=1000)}
    (value,) = _only(compute(definition(), binding("a", "b", unit=Unit.THOUSAND), cubes, area=GOSLAR)).values
    assert value.figure.number == Decimal("7.5")
    assert (value.numerator, value.formula) == (Figure.of(3000), "100 · 3.000 : 40.000")
    assert value.notes == ("Die Quelle gibt Tausend an; gerechnet wird mit dem Tausendfachen.",)


def test_numerator_in_thousands_over_denominator_in_counts() -> None:
    cells = {key("a", "2019", unit=Unit.THOUSAND): Figure.of(Decimal("12.5")), key("b", "2019"): 50000}
    terms = Binding("amt", (GroupBinding("alle", "Alle", (Term("a", Unit.THOUSAND),), (Term("b", Unit.COUNT),)),))
    (value,) = _only(compute(definition(), terms, {"amt": cube(cells)}, area=GOSLAR)).values
    assert value.figure.number == 25


def test_several_terms_are_added_and_published_ones_say_so() -> None:
    women, men = (Breakdown.of({"Geschlecht": label}) for label in ("weiblich", "männlich"))
    cells = {key("a", "2019", where=women): 12, key("a", "2019", where=men): 8, key("b", "2019"): 80}
    terms = binding((Term("a", Unit.COUNT, women), Term("a", Unit.COUNT, men)), "b")
    cubes = {"amt": cube(cells, material=Material.PUBLISHED)}
    (value,) = _only(compute(definition(), terms, cubes, area=GOSLAR)).values
    assert (value.figure.number, value.formula) == (25, "100 · (12 + 8) : 80")
    assert value.notes == ("Summe aus veröffentlichten Zahlen: Deren Rundungen können sich addieren.",)


def test_a_summand_missing_in_one_year_makes_that_year_missing_and_not_smaller() -> None:
    cells = {key("a", "2019"): 12, key("a", "2020"): 13, key("b", "2020"): 7}
    counted = definition(IndicatorKind.COUNT, Unit.COUNT)
    terms = binding((Term("a", Unit.COUNT), Term("b", Unit.COUNT)))
    series = _only(compute(counted, terms, {"amt": cube(cells)}, area=GOSLAR))
    assert [value.figure for value in series.values] == [Figure.withheld(Reason.PART_MISSING), Figure.of(20)]
    assert [value.formula for value in series.values] == ["12 + .", "13 + 7"]
    assert series.values[0].numerator is None


def test_a_count_in_thousands_is_told_in_the_indicators_unit() -> None:
    cells = {key("a", "2019", unit=Unit.THOUSAND): Figure.limited(Decimal("7.5"))}
    counted = definition(IndicatorKind.COUNT, Unit.COUNT)
    (value,) = _only(compute(counted, binding("a", unit=Unit.THOUSAND), {"amt": cube(cells)}, area=GOSLAR)).values
    assert value.figure == Figure.limited(7500)


def test_a_published_value_passes_with_its_sign_and_has_no_parts() -> None:
    unreliable = Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
    cells = {key("q", "2019", unit=Unit.PERCENT): unreliable, key("q", "2020", unit=Unit.PERCENT): 12}
    kept = definition(IndicatorKind.PUBLISHED)
    series = _only(compute(kept, binding("q", unit=Unit.PERCENT), {"amt": cube(cells)}, area=GOSLAR))
    assert [value.figure for value in series.values] == [unreliable, Figure.of(12)]
    assert all((v.numerator, v.denominator, v.formula, v.notes) == (None, None, "", ()) for v in series.values)


def test_each_group_has_its_own_series_in_the_order_of_the_binding() -> None:
    groups = tuple(
        GroupBinding(name, name, (Term("a", Unit.COUNT, Breakdown.of({"Gruppe": name})),), (Term("b", Unit.COUNT),))
        for name in ("zwei", "eins")
    )
    cells = {
        key("a", "2019", where=Breakdown.of({"Gruppe": "eins"})): 1,
        key("a", "2019", where=Breakdown.of({"Gruppe": "zwei"})): 2,
        key("b", "2019"): 10,
        key("b", "2019", area="03459"): 20,
    }
    series = compute(definition(), Binding("amt", groups), {"amt": cube(cells)}, area=GOSLAR)
    assert [(each.group, each.values[0].figure.number) for each in series] == [("zwei", 20), ("eins", 10)]
