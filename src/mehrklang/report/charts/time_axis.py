"""Time as an axis: where a period lies and how it is written when there is little room."""

from collections.abc import Sequence

from mehrklang.report.charts import lettering
from mehrklang.vocabulary import Period, PeriodKind


def position(period: Period) -> float:
    """The period as a year with fraction: its first day.

    >>> position(Period.parse("2019")), round(position(Period.parse("2019-07")), 1)
    (2019.0, 2019.5)
    """
    start = period.start
    return start.year + (start.timetuple().tm_yday - 1) / 366


def short(period: Period, others: Sequence[Period] = ()) -> str:
    """A label for a tick. A reference date is written as its year where all dates fall on the same day of the year.

    >>> [short(Period.parse(key)) for key in ("2019", "2019-06", "2019-Q2", "2018/19", "2018-WS", "2005..2024")]
    ['2019', '06/2019', 'Q2 2019', '2018/19', 'WS 18/19', '2024']
    >>> dates = [Period.parse("2018-12-31"), Period.parse("2019-12-31")]
    >>> short(dates[1], dates), short(dates[1], [*dates, Period.parse("2019-06-30")])
    ('2019', '31.12.19')
    """
    match period.kind:
        case PeriodKind.REFERENCE_DATE:
            same_day = len({(other.start.month, other.start.day) for other in others}) <= 1
            return str(period.year) if same_day else f"{period.start:%d.%m.%y}"
        case PeriodKind.MONTH:
            return f"{period.start:%m/%Y}"
        case PeriodKind.QUARTER:
            return f"Q{period.key[-1]} {period.year}"
        case PeriodKind.WINTER_TERM:
            return f"WS {period.year % 100:02d}/{(period.year + 1) % 100:02d}"
        case PeriodKind.SUMMER_TERM:
            return f"SS {period.year % 100:02d}"
        case PeriodKind.CHANGE:
            return str(period.year)
        case _:
            return period.key


def spread(places: Sequence[tuple[float, str]], *, gap: float = 8) -> list[tuple[float, str]]:
    """Those of the labelled places (in order) that may be written without touching; the last one always stays.

    >>> spread([(0, "2019"), (30, "2020"), (60, "2021")])
    [(0, '2019'), (60, '2021')]
    """
    kept: list[tuple[float, str]] = []
    for place, text in reversed(places):
        half = lettering.width(text, lettering.SMALL) / 2
        if not kept or place + half + gap <= kept[-1][0] - lettering.width(kept[-1][1], lettering.SMALL) / 2:
            kept.append((place, text))
    return kept[::-1]
