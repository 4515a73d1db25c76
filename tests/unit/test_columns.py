"""Reading a large table by columns says exactly what the ordinary reader says, and freezes the very same rows."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mehrklang.sources import Reading, read
from mehrklang.sources.faults import Faults
from mehrklang.sources.regular import survey
from mehrklang.sources.tidy.columnar import ColumnReading, read_columns
from mehrklang.store import Store
from mehrklang.vocabulary import Material
from tests.factories.tidy_files import additive_totals, faulty, regions

MATERIALS = list(Material)


def by_columns(path: Path, material: Material, folder: Path) -> tuple[ColumnReading, str]:
    """The reading, and the key of the frozen delivery ("" if it is not usable)."""
    found = survey(path)
    assert found is not None, "the file is regular"
    with Store(folder).open_large(found.shape) as table:
        reading = read_columns(table, found.heads, material, Faults(path.name))
        if not reading.usable:
            return reading, ""
        return reading, table.freeze(
            material=material, source="probe", sha256=found.sha256, name=path.name, column="Wert"
        )


def rows_of(folder: Path, key: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """Heads and rows of a frozen delivery."""
    table = duckdb.connect().execute("FROM read_parquet(?) ORDER BY line", [str(folder / f"{key}.parquet")])
    return [column[0] for column in table.description], table.fetchall()


def check_equal(path: Path, material: Material, folder: Path) -> Reading:
    """Both ways of reading a file give the same; the ordinary reading."""
    ordinary = read(path, kind="tidy", material=material)
    reading, key = by_columns(path, material, folder)
    assert reading.issues == ordinary.issues
    assert reading.areas == ordinary.areas
    assert reading.observations == len(ordinary.observations)
    assert reading.usable == ordinary.usable
    if ordinary.usable:
        other = Store(folder).append(ordinary.observations, source="probe", name=path.name, content_sha256="0")
        assert rows_of(folder, key) == rows_of(folder, other)
        assert reading.measures == {one.measure for one in ordinary.observations}
    return ordinary


@pytest.mark.parametrize("material", MATERIALS)
@pytest.mark.parametrize("seed", range(24))
def test_files_with_every_kind_of_fault(seed: int, material: Material, tmp_path: Path) -> None:
    """From clean to very faulty, with keys that repeat and keys that do not."""
    path = tmp_path / "tabelle.csv"
    path.write_text(faulty(seed, 120, faults=(0, 0.002, 0.02, 0.3)[seed % 4], doubled=seed % 3 == 0), encoding="utf-8",
                    newline="")  # fmt: skip
    check_equal(path, material, tmp_path / "ablage")


@pytest.mark.parametrize("material", MATERIALS)
@pytest.mark.parametrize("departing", [False, True])
@pytest.mark.parametrize("content", [additive_totals, regions])
def test_totals_that_their_parts_depart_from(content, departing: bool, material: Material, tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_text(content(departing), encoding="utf-8")
    ordinary = check_equal(path, material, tmp_path / "ablage")
    told = {issue.code for issue in ordinary.issues} & {"L-SUMME-03", "L-SUMME-04"}
    assert bool(told) is departing


CELL = st.sampled_from(
    [
        "",
        "-",
        ".",
        "0",
        "7",
        "12,5",
        "12.5",
        "1.234",
        "1.234,56",
        "(3)",
        "x",
        "-4",
        "−4",
        "1e2",
        "abc",
        "0,333333333333",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["03153", "3153", "03", "q1"]),
            st.sampled_from(["2023", "2024", "nie"]),
            st.sampled_from(["Anzahl", "Prozent", "Tausend", "Elle"]),
            CELL,
            st.sampled_from(["", "Frauen", "frauen", "Insgesamt"]),
        ),
        min_size=1,
        max_size=12,
    ),
    material=st.sampled_from(MATERIALS),
)
def test_whatever_stands_in_the_cells(rows, material: Material, tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    lines = ["Messgröße;Gebiet;Zeitraum;Einheit;Wert;Geschlecht", *(f"a;{';'.join(row)}" for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    check_equal(path, material, tmp_path / "ablage")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Messgr\xf6\xdfe;Gebiet\n",
        "Messgröße;Gebiet;Zeitraum;Einheit;Wert\n".encode(),
        "Messgröße;Gebiet;Zeitraum;Einheit;Wert;Wert\na;03;2024;Anzahl;1;2\n".encode(),
        "Messgröße;Gebiet;Zeitraum;Einheit;Wert;\na;03;2024;Anzahl;1;\n".encode(),
        "Messgröße;Gebiet;Zeitraum;Einheit;Wert\na;03;2024;Anzahl;\x001\n".encode(),
        "Messgröße;Gebiet;Zeitraum;Einheit;Wert\ra;03;2024;Anzahl;1\r".encode(),
        'Messgröße;Gebiet;Zeitraum;Einheit;Wert\n "a";03;2024;Anzahl;1\n'.encode(),
        b"Year,Value\n2020,1\n",
    ],
)
def test_a_file_that_is_not_regular_is_left_to_the_ordinary_reader(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_bytes(content)
    assert survey(path) is None
