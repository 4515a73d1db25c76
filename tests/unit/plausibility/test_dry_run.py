"""The dry run of a delivery."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from mehrklang.plausibility import preview, preview_all
from mehrklang.sources import Reading
from mehrklang.vocabulary import Figure, Issue, Reason, Severity, Unit
from tests.factories.planted import FAULTS, contradiction
from tests.factories.tables import YEARS, changed, make_town, numbers, renamed, with_number


def test_it_says_what_was_understood() -> None:
    """Measures, units, areas, periods, features with their labels, figures and signs."""
    run = preview(make_town(1).readings["herkunft.csv"])
    assert (run.file, run.kind, run.usable, run.comparison) == ("herkunft.csv", "tidy", True, None)
    assert [content.unit for content in run.contents] == [Unit.COUNT, Unit.COUNT, Unit.PERCENT]
    total, counts, _ = run.contents
    assert (total.measure, total.features) == ("Zugewanderte", ())
    assert counts.observations == counts.numbers == 4 * 21 * len(YEARS)
    assert (counts.signs, counts.areas, len(counts.periods), len(run.areas)) == (0, 21, len(YEARS), 21)
    assert counts.features == (("Herkunft", ("Europa", "Asien", "Afrika", "Übrige Herkunft")),)
    assert run.observations == total.observations + 2 * counts.observations
    assert [period.key for period in run.periods] == [str(year) for year in YEARS]
    told = numbers(
        one
        for one in make_town(1).readings["herkunft.csv"].observations
        if one.measure == "Herkunft" and one.unit is Unit.COUNT
    )
    assert (counts.least, counts.most) == (min(told), max(told))


def test_signs_are_counted_and_have_no_range() -> None:
    """A column of signs: no least, no most."""
    reading = changed(
        make_town(1).readings["anteil.csv"], lambda one: replace(one, figure=Figure.withheld(Reason.SOURCE_SECRET))
    )
    [content] = preview(reading).contents
    assert (content.numbers, content.signs, content.least, content.most) == (0, content.observations, None, None)


def test_errors_come_first_and_make_it_unusable() -> None:
    """Issues of the reader and of the checks together, by severity."""
    [reading] = FAULTS["P-NULL-03"](make_town(1), Random(1))  # noqa: S311 — where a fault is planted is no secret
    note = Issue("L-DATEI-06", Severity.NOTE, "Hinweis.", "Nichts.", file="bevoelkerung.csv")
    error = Issue("L-ZEIT-01", Severity.ERROR, "Fehler.", "Berichtigen.", file="bevoelkerung.csv")
    run = preview(replace(reading, issues=(note, error)))
    assert [issue.severity for issue in run.issues] == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert [issue.code for issue in run.of(Severity.WARNING)] == ["P-NULL-03"]
    assert not run.usable


def test_an_issue_between_files_stands_with_the_file_that_it_names() -> None:
    """Of two contradicting files the later one is told; each is compared with its own predecessor."""
    first, second = contradiction(make_town(2), Random(1))  # noqa: S311 — where a fault is planted is no secret
    runs = preview_all((first, second), previous=(first, renamed(first, "alt.csv")))
    assert [run.file for run in runs] == ["auslaender.csv", "auslaender_neu.csv"]
    assert "P-DOPPELT-01" in {issue.code for issue in runs[1].issues}
    assert "P-DOPPELT-01" not in {issue.code for issue in runs[0].issues}
    assert [len(run.comparison.changed) for run in runs if run.comparison] == [0, 1]


def test_without_a_predecessor_there_is_no_comparison() -> None:
    """Another table is no earlier delivery."""
    town = make_town(3)
    [run] = preview_all(town.only("anteil.csv"), previous=town.only("bevoelkerung.csv"))
    assert run.comparison is None


def test_what_changed_against_the_last_delivery() -> None:
    """One figure corrected by half, one year new."""
    new = make_town(4).readings["bevoelkerung.csv"]
    before = changed(new, lambda one: None if one.period.year == YEARS[-1] else one)
    target = before.observations[5]
    number = target.figure.number
    assert number is not None
    old = changed(before, lambda one: with_number(one, number * 2) if one is target else one)
    comparison = preview(new, old).comparison
    assert comparison is not None
    assert (len(comparison.new), len(comparison.vanished)) == (21, 0)
    assert [change.relative for change in comparison.changed] == [Decimal(-50)]


def test_an_unreadable_file_has_a_dry_run_too() -> None:
    """No observation: the issues and the name of the file remain."""
    error = Issue("L-DATEI-02", Severity.ERROR, "Leer.", "Neu liefern.", file="leer.csv")
    run = preview(Reading("", issues=(error,)))
    assert (run.file, run.observations, run.usable, run.contents) == ("leer.csv", 0, False, ())
