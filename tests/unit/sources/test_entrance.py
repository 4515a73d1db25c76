"""Recognising by content, and files that are none."""

from pathlib import Path

import pytest

from mehrklang.sources import KINDS, read, recognise
from mehrklang.vocabulary import Severity
from tests.factories.deliveries import KOELN, OPENSDG, ROW, TIDY, workbook

FORMS = (
    ("tidy", (TIDY + ROW).encode()),
    ("tidy", (TIDY + ROW).replace(";", ",").encode("utf-8-sig")),
    ("tidy", (TIDY + ROW).replace(";", "\t").encode("utf-16")),
    ("tidy", ("Stadt Beispiel, Bevölkerung\n\n" + TIDY + ROW).encode()),
    ("tidy", workbook(("B", [["Messgroesse", "GEBIET", "Zeitraum", "Einheit", "Wert"], ["a", "03", "2024", "%", 1]]))),
    ("opensdg", (OPENSDG + "2024,Goslar,%,K03153,1.5\n").encode("utf-8-sig")),
    ("opensdg", (OPENSDG + '2024,"Emden, Stadt",%,K03402,1.5\r\n').replace("\n", "\r\n").encode()),
    ("koeln", (KOELN + "1,005,E,2005,000,Stadt Köln,10,E,5.0\n").encode()),
    ("koeln", (KOELN + "1,005,E,2005,000,Stadt Köln,10,E,5.0\n").replace(",", ";").encode("utf-8-sig")),
    ("", b""),
    ("", b"\x00\x01\x02"),
    ("", b"PK\x03\x04 no workbook"),
    ("", b"\xd0\xcf\x11\xe0" * 200),
    ("", "Jahr;Ort\n2024;Köln\n".encode()),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "content"), FORMS)
def test_recognised_by_content_never_by_name(kind: str, content: bytes, tmp_path: Path) -> None:
    """The same name for every form."""
    path = tmp_path / "indicator_1-2-1.xlsx"
    path.write_bytes(content)
    assert recognise(path) == kind
    assert read(path).kind == kind


GARBAGE = (
    b"", b"\n\n", b"\xff\xfe", b"\xff\xff\xff", b"\x00" * 100, b"PK\x03\x04", b"<html><body>502</body></html>",
    b"a" * 300_000, b'"' * 1001, b'{"Status": {"Code": 98}}', b";;;;\n;;;;\n", "Year,Value\n".encode("utf-16"),
    b"Year,Value\n\"2024", bytes(range(256)) * 20, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["", *KINDS])
@pytest.mark.parametrize("content", GARBAGE, ids=lambda content: repr(content[:12]))
def test_garbage_is_told_in_german_and_never_raised(content: bytes, kind: str, tmp_path: Path) -> None:
    """Each of them gives no figure and at least one issue, unless it is an empty table of a known form."""
    path = tmp_path / "muell.csv"
    path.write_bytes(content)
    reading = read(path, kind=kind)
    assert reading.observations == ()
    assert reading.issues or content.startswith(b"\xff\xfeY")


def test_all_faults_of_a_file_at_once(tmp_path: Path) -> None:
    """Period, unit, value and area of different lines are told together, and the good line is read."""
    path = tmp_path / "tabelle.csv"
    lines = ("a;03153;irgendwann;Anzahl;1", "a;03153;2024;Taler;1", "a;03153;2024;Anzahl;eins", "a;;2024;Anzahl;1")
    path.write_text(TIDY + ROW + "\n".join(lines), encoding="utf-8")
    reading = read(path)
    assert [issue.code for issue in reading.issues] == ["L-ZEIT-01", "L-EINHEIT-01", "L-WERT-01", "L-GEBIET-01"]
    assert [issue.line for issue in reading.issues] == [3, 4, 5, 6]
    assert not reading.usable
    assert [one.figure.number for one in reading.observations] == [12]


def test_many_different_faults_are_cut_off_with_their_number(tmp_path: Path) -> None:
    """101 different texts that are no numbers: 100 issues, the last says that there is one more."""
    path = tmp_path / "tabelle.csv"
    path.write_text(TIDY + "".join(f"a;03153;2024;Anzahl;w{n}\n" for n in range(101)), encoding="utf-8")
    issues = [issue for issue in read(path).issues if issue.severity is Severity.ERROR]
    assert len(issues) == 100
    assert issues[-1].message.endswith("Es gibt 1 weitere Meldungen dieser Art.")
