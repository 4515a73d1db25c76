"""Totals and their parts: gross errors are found, rounding is not taken for one."""

from .conftest import Deliver

HANNOVER = "Year,Gebietseinheit,Units,GeoCode,Value\n2024,Region Hannover,{unit},K03241,{whole}\n{parts}"
PARTS = '2024,"dav. Hannover, Lhst.",{unit},K03241001,{first}\n2024,"dav. Hannover, Umland",{unit},K03241999,{second}\n'


def hannover(*, whole: str, first: str, second: str, unit: str = "Anzahl") -> str:
    """The Region Hannover with its two parts."""
    return HANNOVER.format(unit=unit, whole=whole, parts=PARTS.format(unit=unit, first=first, second=second))


def sexes(women: dict[int, int], *, years: range = range(2005, 2025)) -> str:
    """200 persons a year, 110 women and 90 men, but for the years given."""
    rows = (
        f"{year},Insgesamt,Anzahl,200\n{year},Frauen,Anzahl,{women.get(year, 110)}\n{year},Männer,Anzahl,90\n"
        for year in years
    )
    return "Year,Geschlecht,Units,Value\n" + "".join(rows)


def codes(deliver: Deliver, content: str) -> list[str]:
    """The codes of a file that would be fine without its figures."""
    return [issue.code for issue in deliver(content, name="indicator_4-1-2.csv").issues]


def test_parts_of_an_area_depart_from_it(deliver: Deliver) -> None:
    """The message shows both figures and the cell of the total."""
    [issue] = deliver(hannover(whole="1000", first="500", second="300")).issues
    assert (issue.code, issue.line, issue.raw) == ("L-SUMME-03", 2, "1000")
    assert "Teile zusammen 800, ausgewiesen 1.000" in issue.message


def test_rounding_to_five_is_no_departure(deliver: Deliver) -> None:
    """Two parts and the whole: up to 7.5."""
    assert codes(deliver, hannover(whole="100", first="50", second="45")) == []
    assert codes(deliver, hannover(whole="100", first="50", second="42")) == ["L-SUMME-03"]


def test_unknown_parts_and_other_units_are_not_compared(deliver: Deliver) -> None:
    """A secret part makes no departure; shares never add up."""
    assert codes(deliver, hannover(whole="100", first="50", second=".")) == []
    assert codes(deliver, hannover(whole="10", first="50", second="42", unit="%")) == []


def test_a_feature_departs_in_one_year(deliver: Deliver) -> None:
    """In all other years the sexes make up the total."""
    assert codes(deliver, sexes({})) == []
    assert codes(deliver, sexes({2015: 125})) == []
    assert codes(deliver, sexes({2015: 126})) == ["L-SUMME-04"]


def test_what_never_adds_up_is_no_fault(deliver: Deliver) -> None:
    """Overlapping labels, or a table too short to learn from."""
    assert codes(deliver, sexes(dict.fromkeys(range(2005, 2025), 180))) == []
    assert codes(deliver, sexes({2015: 180}, years=range(2010, 2018))) == []


def departing(years: dict[int, str]) -> str:
    """The Region Hannover with 100 in all and 50 in one part, year by year; the other part is given."""
    head, *rows = hannover(whole="100", first="50", second="{second}").splitlines()
    body = [row.replace("2024", str(year)).format(second=second) for year, second in years.items() for row in rows]
    return "\n".join([head, *body]) + "\n"


def test_the_same_total_in_many_years_is_told_once(deliver: Deliver) -> None:
    """One cause, one message, with the years in words and the worst of them."""
    [issue] = deliver(departing({2019: "80", 2020: "90", 2021: "80", 2022: "50"})).issues
    assert "(3 Zeiträume von 2019 bis 2021, 3 Mal)" in issue.message
    assert "Teile zusammen 140" in issue.message
    [issue] = deliver(departing({2019: "80", 2020: "50", 2021: "80"})).issues
    assert "(Zeiträume 2019 und 2021, 2 Mal)" in issue.message
    [issue] = deliver(departing({2019: "80"})).issues
    assert "(Zeitraum 2019, 1 Mal)" in issue.message


def test_years_in_which_other_totals_depart_are_told_apart(deliver: Deliver) -> None:
    """Women depart in one year, all persons in another: two causes."""
    both = departing({2019: "80"}).replace("Value", "Value,Geschlecht").splitlines()
    head, *rows = both
    first = [f"{row},Frauen" for row in rows]
    second = [f"{row.replace('2019', '2020')},Männer" for row in rows]
    issues = deliver("\n".join([head, *first, *second]) + "\n").issues
    assert [issue.code for issue in issues] == ["L-SUMME-03", "L-SUMME-03"]
