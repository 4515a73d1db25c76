"""Drafts: whole sentences, hedged, without causes; never words that the check of wording doubts."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.assessment import Operator, Target, assess
from mehrklang.assessment.words import Subject, doubts_about, draft
from mehrklang.catalogue import Break, BreakKind, Direction, IndicatorKind
from mehrklang.indicators import Interval, IntervalMethod
from mehrklang.vocabulary import Period, Unit
from tests.factories.cubes import definition
from tests.factories.series import series

TARGET = Target(Decimal(8), 2018, Operator.AT_LEAST, Decimal(12), 2030)
SUBJECT = Subject(definition(name="Anteil mit Abschluss"), "Ausländerinnen und Ausländer", "Goslar")
RANGE = Interval(Decimal("9.2"), Decimal("11.4"), IntervalMethod.WILSON)


def _text(figures: dict[str, str], *, target: Target | None = None, interval: Interval | None = None) -> str:
    plain = series(figures)
    latest = replace(plain.values[-1], interval=interval)
    values = replace(plain, values=(*plain.values[:-1], latest))
    return draft(SUBJECT, assess(SUBJECT.definition, values, target=target)).text.replace("\u00a0", " ")


def test_value_range_development_and_target_in_one_paragraph() -> None:
    figures = {str(2018 + at): text for at, text in enumerate(["8", "8.5", "9", "9.4", "10", "10.3"])}
    assert _text(figures, target=TARGET, interval=RANGE) == (
        "Der Indikator „Anteil mit Abschluss“ (Ausländerinnen und Ausländer) lag 2023 in Goslar bei 10,3 %. "
        "Schon durch Zufall könnte er zwischen 9,2 % und 11,4 % liegen. "
        "Von 2018 bis 2023 ist der Wert im Mittel um 0,47 Prozentpunkte je Jahr gestiegen; das ist die gewünschte "
        "Richtung. Das Ziel, bis 2030 mindestens 12,0 % zu erreichen, ist auf Kurs (Zielpfad: 9,7 %). "
        "Diese Einordnung ist nicht belastbar, weil die Spannweite auch eine andere zulässt."
    )


def test_noise_is_not_told_as_a_movement() -> None:
    text = _text({str(2018 + at): value for at, value in enumerate(["8", "9", "8", "9", "8", "9"])})
    assert "Von 2018 bis 2023 ist keine belastbare Veränderung zu erkennen." in text
    assert "gestiegen" not in text


def test_a_break_and_a_missing_value_are_told() -> None:
    cut = definition(breaks=(Break(2022, BreakKind.DEFINITION, "neue Abgrenzung", "Amt"),))
    values = series({"2021": "8", "2022": "9"})
    found = draft(Subject(cut, "", "Goslar"), assess(cut, values, target=None)).text
    assert "Werte vor 2022 sind nicht vergleichbar (neue Abgrenzung)." in found
    assert "keine Aussage möglich" in found
    assert _text({"2021": "."}) == "Für den Indikator „Anteil mit Abschluss“ (Goslar) lässt sich kein Wert nennen."


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (None, "Zwischen den verglichenen Gruppen besteht 2024 ein Abstand von 8,5 Prozentpunkten"),
        (Interval(Decimal(-1), Decimal(18), IntervalMethod.NEWCOMBE), "nicht belastbar festzustellen"),
    ],
)
def test_a_gap_is_between_circumstances_and_only_told_beyond_chance(interval: Interval | None, said: str) -> None:
    gap = replace(
        series({"2024": "8.5"}, unit=Unit.PERCENTAGE_POINTS).values[0], interval=interval, formula="14,8 − 6,3"
    )
    found = draft(SUBJECT, assess(SUBJECT.definition, series({"2024": "14.8"}), target=None), gap=gap).text
    assert said in found.replace("\u00a0", " ")
    assert ("Lebensumstände" in found) == (interval is None)


def test_a_missed_target_asks_for_reason_and_decision() -> None:
    missed = replace(TARGET, year=2022)
    text = _text({"2018": "8", "2022": "9"}, target=missed)
    assert "wurde deutlich verfehlt. Das Zieljahr ist verstrichen" in text


_year = st.sampled_from(["5", "8.25", "10", "12", "(9)", ".", "/", "–"])


@settings(deadline=None)
@given(
    st.lists(_year, min_size=1, max_size=8),
    st.sampled_from(list(Direction)),
    st.sampled_from([Unit.PERCENT, Unit.COUNT, Unit.YEARS, Unit.PERCENTAGE_POINTS]),
    st.booleans(),
)
def test_every_draft_is_whole_sentences_without_doubtful_words(
    figures: list[str], direction: Direction, unit: Unit, with_target: bool
) -> None:
    about = definition(IndicatorKind.COUNT, unit, direction=direction)
    values = series({str(2016 + at): text for at, text in enumerate(figures)}, unit=unit)
    found = draft(Subject(about, "", "Goslar"), assess(about, values, target=TARGET if with_target else None))
    assert found.sentences
    for each in found.sentences:
        assert re.fullmatch(r"[A-ZÄÖÜ].*[.]", each), each
        assert not re.search(r"None|NaN|  |\.\.", each), each
    assert doubts_about(found.text) == ()
    assert found.mark.startswith("Entwurf")


def test_periods_of_other_kinds_stand_with_their_preposition() -> None:
    values = series({"2023-12-31": "5"})
    found = draft(SUBJECT, assess(SUBJECT.definition, values, target=None)).text
    assert f"lag am {Period.parse('2023-12-31').label} in Goslar" in found
