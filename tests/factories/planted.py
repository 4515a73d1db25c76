"""Faults as they happen in offices, planted into clean tables: one function per code of the checks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from mehrklang.sources import Reading
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Observation, Unit
from tests.factories.tables import BOROUGHS, ORIGINS, QUARTERS, YEARS, Town, changed, numbers, renamed, with_number

Plant = Callable[[Town, Random], tuple[Reading, ...]]


def _at(one: Observation, area: str, year: int, label: str = "") -> bool:
    return one.area == area and one.period.year == year and (not label or label in dict(one.breakdown.pairs).values())


def _cell(reading: Reading, area: str, year: int, label: str = "", unit: Unit | None = None) -> Decimal:
    found = [one for one in reading.observations if _at(one, area, year, label) and unit in (None, one.unit)]
    return numbers(found)[0]


def _inner(chance: Random) -> int:
    return chance.choice(YEARS[2:-2])


def _set(reading: Reading, area: str, year: int, number: Decimal, label: str = "") -> Reading:
    def change(one: Observation) -> Observation:
        return with_number(one, number) if _at(one, area, year, label) and one.unit is not Unit.PERCENT else one

    return changed(reading, change)


def _scaled(town: Town, chance: Random, factor: Decimal) -> tuple[Reading, ...]:
    reading, area, year = town.readings["bevoelkerung.csv"], chance.choice(QUARTERS), _inner(chance)
    return (_set(reading, area, year, round(_cell(reading, area, year) * factor)),)


def contradiction(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A corrected file beside the old one."""
    old, area, year = town.readings["auslaender.csv"], chance.choice(QUARTERS), _inner(chance)
    return old, renamed(_set(old, area, year, _cell(old, area, year, "männlich") + 7, "männlich"), "auslaender_neu.csv")


def twin(town: Town, chance: Random) -> tuple[Reading, ...]:
    """The same file twice."""
    reading = chance.choice(town.all)
    return reading, renamed(reading, "kopie.csv")


def _kreis(reading: Reading, area: Area) -> tuple[Reading, ...]:
    observations = tuple(replace(one, area=area.key) for one in reading.observations if one.area == "s")
    return (Reading("tidy", observations, (), (area,)),)


def wrong_name(town: Town, chance: Random) -> tuple[Reading, ...]:
    """The name of another Kreis beside the key."""
    key, name = chance.choice([("03153", "Osnabrück"), ("03404", "Goslar"), ("03251", "Celle"), ("03452", "Leer")])
    return _kreis(town.readings["bevoelkerung.csv"], Area(key, name, AreaLevel.DISTRICT))


def unknown_key(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Two digits exchanged in the key of a Kreis."""
    key = chance.choice(["03135", "03513", "03345", "03425"])
    return _kreis(town.readings["bevoelkerung.csv"], Area(key, "Landkreis", AreaLevel.DISTRICT))


def negative(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A minus before a count."""
    reading, area, year = town.readings["wanderung.csv"], chance.choice(QUARTERS), chance.choice(YEARS)
    return (_set(reading, area, year, -_cell(reading, area, year, "Zuzüge"), "Zuzüge"),)


def _share(town: Town, chance: Random, number: Callable[[Decimal], Decimal]) -> tuple[Reading, ...]:
    area, year = chance.choice(QUARTERS), chance.choice(YEARS)

    def change(one: Observation) -> Observation:
        return with_number(one, number(numbers([one])[0])) if _at(one, area, year) else one

    return (changed(town.readings["anteil.csv"], change),)


def above_whole(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A share above a hundred per cent."""
    return _share(town, chance, lambda value: value + 100)


def negative_share(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A minus before a share."""
    return _share(town, chance, lambda value: -value)


def missing_row(town: Town, chance: Random) -> tuple[Reading, ...]:
    """One row lost."""
    area, year = chance.choice(QUARTERS), chance.choice(YEARS)
    lost = changed(town.readings["auslaender.csv"], lambda one: None if _at(one, area, year, "weiblich") else one)
    return (lost,)


def missing_year(town: Town, chance: Random) -> tuple[Reading, ...]:
    """One year lost."""
    year = _inner(chance)
    return (changed(town.readings["bevoelkerung.csv"], lambda one: None if one.period.year == year else one),)


def zero_column(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Zeros where a category was not asked for."""
    year = chance.choice(YEARS)

    def change(one: Observation) -> Observation:
        return with_number(one, 0) if one.period.year == year and "Asien" in one.breakdown.label else one

    return (changed(town.readings["herkunft.csv"], change),)


def lonely_zero(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Zero for a figure that did not come."""
    reading = town.readings["bevoelkerung.csv"]
    return (_set(reading, chance.choice(QUARTERS), chance.choice(YEARS), Decimal(0)),)


def zero_year(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A year without data, filled with zeros."""
    year = chance.choice(YEARS)
    reading = town.readings["bevoelkerung.csv"]
    return (changed(reading, lambda one: with_number(one, 0) if one.period.year == year else one),)


def autofill(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Eight cells drawn down by a spreadsheet."""
    reading, year, first = town.readings["bevoelkerung.csv"], chance.choice(YEARS), chance.randrange(9)
    start, step = _cell(reading, QUARTERS[first], year), chance.choice([1, 1, 2, 10])
    for position, area in enumerate(QUARTERS[first : first + 8]):
        reading = _set(reading, area, year, start + step * position)
    return (reading,)


def copied_year(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A year holds the figures of the one before."""
    reading, year = town.readings["bevoelkerung.csv"], _inner(chance)

    def change(one: Observation) -> Observation:
        return with_number(one, _cell(reading, one.area, year - 1)) if one.period.year == year else one

    return (changed(reading, change),)


def copied_column(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Women hold the figures of men."""
    reading, year = town.readings["auslaender.csv"], chance.choice(YEARS)

    def change(one: Observation) -> Observation:
        women = one.period.year == year and "weiblich" in one.breakdown.label
        return with_number(one, _cell(reading, one.area, year, "männlich")) if women else one

    return (changed(reading, change),)


def per_mille(town: Town, chance: Random) -> tuple[Reading, ...]:
    """From a year on per mille instead of per cent."""
    year = _inner(chance)

    def change(one: Observation) -> Observation:
        return with_number(one, numbers([one])[0] * 10) if one.period.year >= year else one

    return (changed(town.readings["anteil.csv"], change),)


def thousandfold(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A thousands mark read as decimal mark, or the other way."""
    return _scaled(town, chance, chance.choice([Decimal(1000), Decimal("0.001")]))


def rounded_years(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Rounded until a year, unrounded afterwards."""
    year = _inner(chance)

    def change(one: Observation) -> Observation:
        return with_number(one, round(numbers([one])[0], 1)) if one.period.year < year else one

    return (changed(town.readings["anteil.csv"], change),)


def wrong_total(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A total that is off by one to five."""
    reading, area, year = town.readings["auslaender.csv"], chance.choice(QUARTERS), chance.choice(YEARS)
    off = chance.choice([-5, -3, -1, 1, 2, 4])
    return (_set(reading, area, year, _cell(reading, area, year, "Insgesamt") + off, "Insgesamt"),)


def wrong_composition(town: Town, chance: Random) -> tuple[Reading, ...]:
    """One share of several is wrong."""
    area, year, off = chance.choice(QUARTERS), chance.choice(YEARS), chance.choice([-3, -1, 1, 2, 5])

    def change(one: Observation) -> Observation:
        hit = _at(one, area, year, "Europa") and one.unit is Unit.PERCENT
        return with_number(one, numbers([one])[0] + off) if hit else one

    return (changed(town.readings["herkunft.csv"], change),)


def wrong_balance(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A balance that is not the difference."""
    reading, area, year = town.readings["wanderung.csv"], chance.choice(QUARTERS), chance.choice(YEARS)
    off = chance.choice([-90, -9, 9, 18, 100])
    return (_set(reading, area, year, _cell(reading, area, year, "Saldo") + off, "Saldo"),)


def outdated(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A corrected count was not carried over into the other table."""
    table, area, year = town.readings["alter.csv"], chance.choice(QUARTERS), chance.choice(YEARS)
    off = chance.choice([-40, -11, 6, 25])
    stale = _set(table, area, year, _cell(table, area, year, "Insgesamt") + off, "Insgesamt")
    return town.readings["auslaender.csv"], stale


def _recomputed(town: Town, year: int, base: Callable[[str], Decimal]) -> tuple[Reading, ...]:
    foreign = town.readings["auslaender.csv"]

    def change(one: Observation) -> Observation:
        if one.period.year != year:
            return one
        return with_number(one, round(100 * _cell(foreign, one.area, year, "Insgesamt") / base(one.area), 12))

    shares = changed(town.readings["anteil.csv"], change)
    return town.readings["bevoelkerung.csv"], foreign, shares


def other_year(town: Town, chance: Random) -> tuple[Reading, ...]:
    """The shares of a year divided by the population of the year before."""
    year = _inner(chance)
    return _recomputed(town, year, lambda area: _cell(town.readings["bevoelkerung.csv"], area, year - 1))


def other_base(town: Town, chance: Random) -> tuple[Reading, ...]:
    """The shares of a year divided by a population before the census."""
    year, off = _inner(chance), Decimal(str(chance.uniform(1.01, 1.05)))
    return _recomputed(town, year, lambda area: round(_cell(town.readings["bevoelkerung.csv"], area, year) * off))


def wrong_change(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A change that does not follow from its two years."""
    area = chance.choice(QUARTERS)

    def change(one: Observation) -> Observation:
        return with_number(one, numbers([one])[0] + Decimal("0.4")) if one.area == area else one

    return town.readings["bevoelkerung.csv"], changed(town.readings["veraenderung.csv"], change)


def other_vintage(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Changes computed from a population of another census."""
    off = {area: Decimal(str(chance.gauss(0, 0.15))) for area in ("s", *BOROUGHS, *QUARTERS)}

    def change(one: Observation) -> Observation:
        return with_number(one, numbers([one])[0] + off[one.area])

    return town.readings["bevoelkerung.csv"], changed(town.readings["veraenderung.csv"], change)


def slipped_years(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Under one or two categories each share stands one year too early; the last year repeats itself."""
    reading, labels = town.readings["herkunft.csv"], chance.sample(ORIGINS, chance.randint(1, 2))

    def change(one: Observation) -> Observation:
        if one.unit is not Unit.PERCENT or one.breakdown.label not in labels:
            return one
        year = min(one.period.year + 1, YEARS[-1])
        return with_number(one, _cell(reading, one.area, year, one.breakdown.label, Unit.PERCENT))

    return (changed(reading, change),)


def missing_category(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A category that does not come in the newest year, in any area."""
    label = chance.choice(["männlich", "weiblich"])
    reading = town.readings["auslaender.csv"]
    return (changed(reading, lambda one: None if _in_column(one, YEARS[-1], label) else one),)


def copied_category(town: Town, chance: Random) -> tuple[Reading, ...]:
    """One category holds the figures of the year before."""
    reading, year = town.readings["auslaender.csv"], _inner(chance)

    def change(one: Observation) -> Observation:
        hit = _in_column(one, year, "weiblich")
        return with_number(one, _cell(reading, one.area, year - 1, "weiblich")) if hit else one

    return (changed(reading, change),)


def _in_column(one: Observation, year: int, label: str) -> bool:
    return one.period.year == year and label in one.breakdown.label


def shifted_rows(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Eight to twelve rows carry the figure of the next one."""
    reading, year, first = town.readings["bevoelkerung.csv"], chance.choice(YEARS), chance.randrange(3)
    length = chance.randint(8, 12)
    moved = reading
    for position in range(first, first + length):
        moved = _set(moved, QUARTERS[position], year, _cell(reading, QUARTERS[position + 1], year))
    return (moved,)


def exchanged_areas(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Two quarters of different size exchanged in a year: the smallest and the largest."""
    reading, year = town.readings["bevoelkerung.csv"], chance.choice(YEARS)
    ordered = sorted(QUARTERS, key=lambda area: _cell(reading, area, year))
    small, large = chance.choice(ordered[:3]), chance.choice(ordered[-3:])
    moved = _set(reading, small, year, _cell(reading, large, year))
    return (_set(moved, large, year, _cell(reading, small, year)),)


def exchanged_labels(town: Town, chance: Random) -> tuple[Reading, ...]:
    """Young and old exchanged in one area."""
    reading, area, year = town.readings["alter.csv"], chance.choice(QUARTERS), chance.choice(YEARS)
    young, old = (_cell(reading, area, year, label) for label in ("unter 18", "18 und älter"))
    return (_set(_set(reading, area, year, old, "unter 18"), area, year, young, "18 und älter"),)


def spike(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A digit too many, or two of three people lost."""
    return _scaled(town, chance, chance.choice([Decimal(10), Decimal(3), Decimal("0.3"), Decimal("0.1")]))


def central_office(town: Town, chance: Random) -> tuple[Reading, ...]:
    """One quarter carries the cases of all."""
    area, factor = chance.choice(QUARTERS), chance.randint(7, 9)

    def change(one: Observation) -> Observation:
        return with_number(one, min(Decimal(99), numbers([one])[0] * factor)) if one.area == area else one

    return (changed(town.readings["anteil.csv"], change),)


def shuffled(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A column sorted otherwise than its areas."""
    reading, year = town.readings["bevoelkerung.csv"], _inner(chance)
    order = sorted(QUARTERS, key=lambda area: _cell(reading, area, year))
    moved = reading
    for area, other in zip(QUARTERS, order, strict=True):
        moved = _set(moved, area, year, _cell(reading, other, year))
    return (moved,)


def new_label(town: Town, chance: Random) -> tuple[Reading, ...]:
    """A category renamed from a year on."""
    year = _inner(chance)

    def change(one: Observation) -> Observation:
        if one.period.year < year or "Übrige" not in one.breakdown.label:
            return one
        return replace(one, breakdown=Breakdown.of({"Herkunft": "Sonstige Länder (Herkunft)"}))

    return (changed(town.readings["herkunft.csv"], change),)


FAULTS: Mapping[str, Plant] = {
    "P-DOPPELT-01": contradiction,
    "P-DOPPELT-02": twin,
    "P-GEBIET-01": wrong_name,
    "P-GEBIET-02": unknown_key,
    "P-WERT-01": negative,
    "P-WERT-02": above_whole,
    "P-WERT-03": negative_share,
    "P-LUECKE-01": missing_row,
    "P-LUECKE-02": missing_year,
    "P-NULL-01": zero_column,
    "P-NULL-02": lonely_zero,
    "P-NULL-03": zero_year,
    "P-REIHE-01": autofill,
    "P-KOPIE-01": copied_year,
    "P-KOPIE-02": copied_column,
    "P-EINHEIT-01": per_mille,
    "P-EINHEIT-02": thousandfold,
    "P-EINHEIT-03": rounded_years,
    "P-SUMME-01": wrong_total,
    "P-SUMME-02": wrong_composition,
    "P-SALDO-01": wrong_balance,
    "P-ABGLEICH-01": outdated,
    "P-FORMEL-01": other_year,
    "P-FORMEL-02": other_base,
    "P-FORMEL-03": wrong_change,
    "P-FORMEL-04": other_vintage,
    "P-FORMEL-05": slipped_years,
    "P-VERSCHOBEN-01": shifted_rows,
    "P-TAUSCH-01": exchanged_areas,
    "P-TAUSCH-02": exchanged_labels,
    "P-SPRUNG-01": spike,
    "P-SPRUNG-02": central_office,
    "P-SPRUNG-03": shuffled,
    "P-MERKMAL-01": new_label,
}
"""Each code with a fault that it has to find."""

VARIANTS: Mapping[Plant, str] = {missing_category: "P-LUECKE-01", copied_category: "P-KOPIE-01"}
"""Further ways in which a fault of these kinds happens."""
