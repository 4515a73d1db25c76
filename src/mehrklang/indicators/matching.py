"""Which period of one source belongs to which period of another: equal, or the only one of the same calendar year.

A count of a year over a population at the end of that year is the ordinary case of the second.
"""

from collections.abc import Iterable, Sequence

from mehrklang.vocabulary import Period, PeriodKind


def match(period: Period, candidates: Iterable[Period]) -> Period | None:
    """The candidate that belongs to the period, or None: where several of its year are possible, none is guessed.

    >>> ends = [Period.parse("2018-12-31"), Period.parse("2019-12-31")]
    >>> match(Period.parse("2019"), ends).key
    '2019-12-31'
    >>> match(Period.parse("2019"), [*ends, Period.parse("2019-06-30")]) is None
    True
    """
    offered = tuple(candidates)
    if period in offered:
        return period
    same_year = [other for other in offered if _may_stand_for(other, period)]
    return same_year[0] if len(same_year) == 1 else None


def _may_stand_for(other: Period, period: Period) -> bool:
    return (
        other.kind is not period.kind
        and PeriodKind.CHANGE not in (other.kind, period.kind)
        and other.year == period.year
    )


def earlier(period: Period, candidates: Iterable[Period], years: int) -> Period | None:
    """The period of the same kind and day so many years before; the period itself for 0.

    >>> ends = [Period.parse("2018-12-31"), Period.parse("2019-12-31")]
    >>> earlier(ends[1], ends, 1).key, earlier(ends[1], ends, 2)
    ('2018-12-31', None)
    """
    if not years:
        return period
    return next((other for other in candidates if years_before(other, period, years)), None)


def years_before(former: Period, later: Period, years: int) -> bool:
    """Whether one period lies exactly so many years before another of its kind."""
    same_day = (former.start.month, former.start.day) == (later.start.month, later.start.day)
    return (
        same_day
        and former.kind is later.kind
        and later.kind is not PeriodKind.CHANGE
        and former.year == later.year - years
    )


def leading(terms: Sequence[Sequence[Period]]) -> tuple[Period, ...]:
    """The periods of a sum: those of its first term, and those of the others that belong to none of these.

    >>> [p.key for p in leading([[Period.parse("2019")], [Period.parse("2019-12-31"), Period.parse("2020-12-31")]])]
    ['2019', '2020-12-31']
    """
    periods: list[Period] = []
    for term in terms:
        periods += [period for period in term if match(period, periods) is None]
    return tuple(sorted(periods))
