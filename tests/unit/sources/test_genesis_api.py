"""Answers of the web service of GENESIS."""

from mehrklang.vocabulary import Figure
from tests.factories.deliveries import answer, flat, genesis

from .conftest import Deliver


def test_a_table_in_json_is_read_in_its_own_form(deliver: Deliver) -> None:
    """Classic and flat; the cell is the one of the table."""
    for table, kind in ((genesis("2025;DG;Deutschland;1;2"), "genesis"), (flat("5;Anzahl;A;A;"), "ffcsv")):
        reading = deliver(answer(0, "erfolgreich", table))
        assert (reading.kind, reading.issues) == (kind, ())
        assert reading.observations[0].figure in (Figure.of(1), Figure.of(5))


def test_an_error_says_which_table_and_repeats_the_words_of_the_service(deliver: Deliver) -> None:
    """HTTP 200 and no data: told as what it is, with what to do."""
    [issue] = deliver(answer(98, "Die Tabelle ist zu gross.")).issues
    assert "12531-0043" in issue.message
    assert issue.message.endswith("Die Tabelle ist zu gross.")
    assert "job=true" in issue.remedy


def test_a_success_without_a_table_is_an_error(deliver: Deliver) -> None:
    """Never an empty success."""
    reading = deliver(answer(0, "erfolgreich"))
    assert [issue.code for issue in reading.issues] == ["L-API-05"]
    assert not reading.usable
    assert [issue.code for issue in deliver(answer(0, "erfolgreich", "Unsinn")).issues] == ["L-API-06"]
