"""Packed deliveries: unpacked, refused, never believed."""

import struct

from mehrklang.vocabulary import Figure, Severity
from tests.factories.deliveries import ROW, TIDY, archive, workbook

from .conftest import Deliver

_SHEET = workbook(("B", [["Messgröße", "Gebiet", "Zeitraum", "Einheit", "Wert"], ["a", "03", "2024", "Anzahl", 1]]))


def test_a_packed_table_is_read_like_the_table_itself(deliver: Deliver) -> None:
    """Also if the table in the archive is a workbook."""
    assert [one.figure for one in deliver(archive(t__csv=TIDY + ROW)).observations] == [Figure.of(12)]
    assert [one.figure for one in deliver(archive(t__xlsx=_SHEET)).observations] == [Figure.of(1)]


def test_an_archive_without_exactly_one_table_is_refused(deliver: Deliver) -> None:
    """Which one would be the delivery?"""
    [issue] = deliver(archive(a__csv=TIDY, b__csv=TIDY)).issues
    assert (issue.code, issue.severity) == ("L-DATEI-08", Severity.ERROR)


def test_a_bomb_is_refused_whether_table_or_workbook(deliver: Deliver) -> None:
    """20 MB of zeros in 20 kB."""
    for content in (archive(t__csv=b"0" * 20_000_000), archive(**{"[Content_Types]__xml": b"0" * 20_000_000})):
        [issue] = deliver(content).issues
        assert issue.code == "L-DATEI-07"
        assert "19 MB" in issue.message


def test_announced_sizes_are_proved(deliver: Deliver) -> None:
    """A bomb that announces ten bytes is damaged, not opened."""
    bomb = archive(**{"[Content_Types]__xml": b"0" * 20_000_000})
    lying = bomb.replace(struct.pack("<L", 20_000_000), struct.pack("<L", 10))
    assert lying != bomb
    assert [issue.code for issue in deliver(lying).issues] == ["L-DATEI-03"]
