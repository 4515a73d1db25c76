"""The weighted share against formulas written out and against a simulation of the sampling."""

from math import sqrt
from random import Random

import pytest

from mehrklang.indicators.composition import Answer, survey_share
from mehrklang.vocabulary import Sign


def test_the_variance_is_the_linearised_one_written_out() -> None:
    answers = [Answer(1 + at % 3, yes=at % 5 < 2) for at in range(120)]
    whole = sum(each.weight for each in answers)
    share = sum(each.weight for each in answers if each.yes) / whole
    squares = sum((each.weight * (each.yes - share)) ** 2 for each in answers)
    variance = len(answers) / (len(answers) - 1) * squares / whole**2
    found = survey_share(answers)
    assert float(found.design_effect) == pytest.approx(variance / (share * (1 - share) / len(answers)))
    assert float(found.figure.number or 0) == pytest.approx(100 * share)


def test_clusters_that_answer_alike_count_as_one_each() -> None:
    answers = [Answer(1, yes=cluster % 2 == 0, cluster=str(cluster)) for cluster in range(20) for _ in range(10)]
    found = survey_share(answers)
    assert float(found.design_effect) == pytest.approx(10 * 20 / 19)
    assert float(found.effective) == pytest.approx(19)


def test_strata_that_answer_alike_have_next_to_no_variance() -> None:
    answers = [Answer(1, yes=stratum == "a", stratum=stratum) for stratum in "ab" for _ in range(50)]
    assert survey_share(answers).design_effect < 1


def test_the_interval_holds_the_true_share_in_about_95_of_100_clustered_samples() -> None:
    chance = Random(20240607)  # noqa: S311 — a simulation, no secret
    held = 0
    for _ in range(300):
        answers = []
        for cluster in range(30):
            level = min(max(chance.gauss(0.3, 0.1), 0), 1)
            answers += [
                Answer(chance.uniform(1, 3), yes=chance.random() < level, cluster=str(cluster)) for _ in "12345678"
            ]
        interval = survey_share(answers).interval
        assert interval is not None
        held += float(interval.lower) <= 30 <= float(interval.upper)
    assert 0.91 <= held / 300 <= 0.99


def test_few_respondents_are_not_told_or_in_brackets() -> None:
    assert survey_share([Answer(1, yes=True)] * 29).figure.sign is Sign.UNRELIABLE
    assert survey_share([Answer(1, yes=at % 2 == 0) for at in range(99)]).figure.sign is Sign.LIMITED


def test_an_unweighted_survey_has_the_textbook_error() -> None:
    found = survey_share([Answer(1, yes=at < 400) for at in range(1000)])
    assert found.interval is not None
    assert float(found.interval.half_width) == pytest.approx(196 * sqrt(0.24 / 1000), abs=0.1)


@pytest.mark.parametrize("yes", [True, False])
def test_all_alike_has_an_interval_of_its_own(yes: bool) -> None:
    interval = survey_share([Answer(1, yes=yes)] * 50).interval
    assert interval is not None
    assert (interval.lower, interval.upper) != (interval.upper, interval.lower)


def test_a_weight_of_zero_and_a_lonely_stratum_are_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        survey_share([Answer(0, yes=True)] * 50)
    with pytest.raises(ValueError, match="two clusters"):
        survey_share([Answer(1, yes=at % 2 == 0, cluster="einer") for at in range(50)])
