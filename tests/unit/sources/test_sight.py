"""What a person is shown of a file of no known form: its rows, what moved since last time, labels that look alike."""

from pathlib import Path

import pytest

from mehrklang.sources import (
    Profile,
    ValueColumn,
    compare_heads,
    find_near_labels,
    look,
    read,
)
from tests.factories.deliveries import workbook

PROFILE = Profile(
    name="Bestand",
    values=(ValueColumn("Bestand"),),
    measure="bestand",
    unit="Anzahl",
    area_column="Kreis",
    period_column="Jahr",
    features=("Geschlecht",),
)
HEADS = ("Kreis", "Jahr", "Geschlecht", "Bestand")


def _file(folder: Path, text: str) -> Path:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_rows_of_a_text_are_seen_with_their_lines(tmp_path: Path) -> None:
    [sheet] = look(_file(tmp_path, "Stand 2024\n\nKreis;Jahr;Wert\n03153;2024;5\n"))
    assert [(row.line, row.cells) for row in sheet.rows][-1] == (4, ("03153", "2024", "5"))


def test_a_workbook_shows_each_visible_sheet(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook(("Eins", [["a", "b"]]), ("Zwei", [["c", "d"]])))
    assert [sheet.name for sheet in look(path)] == ["Eins", "Zwei"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04kaputt"])
def test_what_is_no_table_shows_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t"
    path.write_bytes(content)
    assert look(path) == ()


@pytest.mark.parametrize(
    ("head", "moved", "respelled", "added"),
    [
        ("Kreis;Jahr;Geschlecht;Bestand", 0, (), ()),
        ("Bestand;Kreis;Jahr;Geschlecht", 1, (), ()),
        ("Jahr;Kreis;Bestand;Geschlecht", 2, (), ()),
        ("Nr;Kreis;Jahr;Geschlecht;Bestand", 0, (), ("Nr",)),
        ("Kreis;Jahr;Geschlechter;Bestand", 0, (("Geschlecht", "Geschlechter"),), ()),
    ],
)
def test_the_likeness_tells_what_moved_what_is_spelled_otherwise_and_what_is_new(
    tmp_path: Path, head: str, moved: int, respelled: tuple[tuple[str, str], ...], added: tuple[str, ...]
) -> None:
    found = compare_heads(_file(tmp_path, f"{head}\n{';'.join('1' for _ in head.split(';'))}\n"), PROFILE, HEADS)
    assert found is not None
    assert (found.moved, found.respelled, found.added) == (moved, respelled, added)
    assert found.heads == tuple(head.split(";"))


def test_a_file_without_one_of_the_columns_is_not_like_it(tmp_path: Path) -> None:
    assert compare_heads(_file(tmp_path, "Kreis;Jahr;Bestand\n03153;2024;5\n"), PROFILE, HEADS) is None


def test_labels_that_differ_in_case_or_by_a_slip_are_proposed_and_other_numbers_are_not(tmp_path: Path) -> None:
    labels = ["weiblich", "Weiblich", "Staatsangehörige", "Staatsangehorige", "18 bis 24 Jahre", "18 bis 25 Jahre"]
    text = "Kreis;Jahr;Geschlecht;Bestand\n" + "".join(f"03153;2024;{label};5\n" for label in labels)
    near = find_near_labels(_file(tmp_path, text), PROFILE)
    assert [(each.one, each.other) for each in near] == [
        ("weiblich", "Weiblich"),
        ("Staatsangehörige", "Staatsangehorige"),
    ]


def test_with_a_profile_the_kind_is_that_of_the_profile(tmp_path: Path) -> None:
    path = _file(tmp_path, "Kreis;Jahr;Geschlecht;Bestand\n03153;2024;weiblich;5\n")
    assert read(path, kind="profile", profile=PROFILE).observations == read(path, profile=PROFILE).observations != ()
