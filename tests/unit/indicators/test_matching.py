"""Which periods belong together."""

import pytest

from mehrklang.indicators.matching import leading, match
from mehrklang.vocabulary import Period


@pytest.mark.parametrize(
    ("period", "candidates", "matched"),
    [
        ("2019", ["2018", "2019"], "2019"),
        ("2019", ["2018-12-31", "2019-12-31"], "2019-12-31"),
        ("2019-12-31", ["2019"], "2019"),
        ("2018/19", ["2018", "2019"], "2018"),
        ("2019-06-30", ["2019-12-31"], None),  # equal kinds match only if equal
        ("2019", ["2019-06-30", "2019-12-31"], None),  # two of them: none is guessed
        ("2019", ["2019", "2019-12-31"], "2019"),
        ("2024", ["2005..2024"], None),  # a change is no period of a count
        ("2005..2024", ["2024"], None),
        ("2019", [], None),
    ],
)
def test_equal_periods_match_and_otherwise_the_only_one_of_the_year(
    period: str, candidates: list[str], matched: str | None
) -> None:
    found = match(Period.parse(period), [Period.parse(candidate) for candidate in candidates])
    assert (found.key if found else None) == matched


def test_a_sum_has_the_periods_of_all_its_terms_each_once() -> None:
    terms = [["2019", "2021"], ["2019-12-31", "2020-12-31"], ["2021"]]
    periods = leading([[Period.parse(key) for key in term] for term in terms])
    assert [period.key for period in periods] == ["2019", "2020-12-31", "2021"]
