"""The text alternative says what the picture shows, and no more than the assessment allows."""

from mehrklang.assessment import Movement
from mehrklang.report import alternative
from tests.factories import findings as made


def text(*lines, **changes):
    finding = made.finding(*lines, **changes)
    return alternative.describe(finding, [*finding.lines, *finding.comparison])


def test_it_says_latest_value_range_break_and_signs():
    said = text()
    assert "zuletzt 2,7\u00a0% (2023)" in said
    assert "niedrigster Wert 1,9\u00a0% (2016), höchster Wert 2,7\u00a0% (2023)" in said
    assert "Bruch ab 2016: Neue Hochrechnung nach dem Zensus 2011." in said
    assert "Ohne Wert (.): 2014. Gesperrt zum Schutz" in said
    assert "In Klammern, weil statistisch relativ unsicher: 2019." in said


def test_it_names_a_movement_only_where_it_was_assessed():
    assert "steigend" in text(made.line("1 2 3", assessment=made.assessment()))
    assert "Entwicklung" not in text(made.line("1 2 3"))
    none = made.assessment(movement=Movement.NOT_ASSESSABLE)
    assert "Entwicklung" not in text(made.line("1 2 3", assessment=none))


def test_a_line_without_numbers_says_so():
    assert "kein Wert ausgewiesen" in text(made.line(". /"))


def test_a_finding_without_values_says_so():
    assert text(made.line("")).startswith("Es liegen keine Werte vor.")
