"""SURVEY SHARE (Anteil aus einer Befragung): weighted, with design effect and interval.

Estimate p = Σ wᵢyᵢ : Σ wᵢ. Variance by Taylor linearisation: with uᵢ = wᵢ(yᵢ − p) : Σ w, per stratum m/(m − 1) times
the sum of squared deviations of the cluster sums of u. Design effect = variance : (p(1 − p) : n), effective n = n :
deff. Interval by Korn and Graubard: Clopper–Pearson at p · n* of n*, n* = effective n · (t(n − 1) : t(df))², df =
clusters − strata; never more than n. Sources: Särndal, C.-E.; Swensson, B.; Wretman, J. (1992): Model Assisted Survey
Sampling, ch. 5; Korn, E. L.; Graubard, B. I. (1998): Confidence intervals for proportions with small expected number of
positive counts. Survey Methodology 24, 193–201.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.interval import Interval, IntervalMethod
from mehrklang.indicators.uncertainty.clopper_pearson import clopper_pearson
from mehrklang.indicators.uncertainty.normal import LEVEL_TAIL, decimal
from mehrklang.indicators.uncertainty.student import t_quantile
from mehrklang.vocabulary import Figure, Reason, Sign

FEWEST = 30
"""With fewer respondents no share is told."""

FEW = 100
"""With fewer respondents it is told in brackets."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent, without a name: weight > 0, yes or no, stratum and cluster of the sample."""

    weight: float
    yes: bool
    stratum: str = ""
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class SurveyShare:
    """The share in per cent with its interval (None where it is not told), respondents, design effect, effective n."""

    figure: Figure
    interval: Interval | None
    respondents: int
    design_effect: Decimal
    effective: Decimal


def survey_share(answers: Sequence[Answer]) -> SurveyShare:
    """The share of yes. Without clusters every respondent is one; a stratum needs two of them.
    ValueError if a weight is not positive.

    With equal weights and no clusters the design effect is n : (n − 1):

    >>> found = survey_share([Answer(1, yes=at % 4 == 0) for at in range(200)])
    >>> found.figure.number, round(found.design_effect, 3), round(found.interval.lower, 1)
    (Decimal('25.0'), Decimal('1.005'), Decimal('19.1'))
    """
    if any(answer.weight <= 0 for answer in answers):
        raise ValueError("weights must be positive")
    if len(answers) < FEWEST:
        hidden = Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL)
        return SurveyShare(hidden, None, len(answers), Decimal(1), Decimal(len(answers)))
    whole = sum(answer.weight for answer in answers)
    share = sum(answer.weight for answer in answers if answer.yes) / whole
    clusters = _clusters(answers, share, whole)
    effect = _design_effect(clusters, share, len(answers))
    effective = min(len(answers) / effect, len(answers))
    number = decimal(100 * share)
    figure = Figure.limited(number) if len(answers) < FEW else Figure.of(number)
    freedom = sum(len(sums) for sums in clusters.values()) - len(clusters)
    interval = korn_graubard(share, effective, len(answers), freedom=freedom)
    return SurveyShare(figure, interval, len(answers), decimal(effect), decimal(effective))


def _clusters(answers: Sequence[Answer], share: float, whole: float) -> dict[str, dict[str, float]]:
    """The linearised sums by stratum and cluster."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for at, answer in enumerate(answers):
        sums[answer.stratum][answer.cluster or f"#{at}"] += answer.weight * (answer.yes - share) / whole
    return sums


def _design_effect(clusters: dict[str, dict[str, float]], share: float, respondents: int) -> float:
    if share in (0, 1):
        return 1.0
    variance = 0.0
    for stratum, sums in clusters.items():
        count = len(sums)
        if count < 2:
            raise ValueError(f"a stratum needs two clusters: {stratum}")
        mean = sum(sums.values()) / count
        variance += count / (count - 1) * sum((each - mean) ** 2 for each in sums.values())
    return max(variance / (share * (1 - share) / respondents), 1 / respondents)


def korn_graubard(share: float, effective: float, respondents: int, *, freedom: int) -> Interval:
    """Clopper–Pearson at the share and the effective number of respondents, narrowed for few degrees of freedom."""
    narrowing = t_quantile(1 - LEVEL_TAIL, respondents - 1) / t_quantile(1 - LEVEL_TAIL, max(freedom, 1))
    size = min(effective * narrowing**2, respondents)
    lower, upper = clopper_pearson(share * size, size).times(100)
    return Interval(decimal(lower), decimal(upper), IntervalMethod.KORN_GRAUBARD)
