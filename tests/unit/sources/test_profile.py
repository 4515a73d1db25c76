"""Mapping profiles: files of no known form, and next year's file."""

from dataclasses import replace
from pathlib import Path

import pytest

from mehrklang.sources import Profile, Reading, ValueColumn, fitting, load_profile, profile_text, propose, read
from mehrklang.vocabulary import Breakdown, Period, Unit
from tests.factories.deliveries import workbook
from tests.factories.layouts import PROFILE, UNKNOWN

WIDE = """
name = "Schulabgänge"
messgroesse = "schulabgaenge"
gebiet = "03153"
einheit = "Anzahl"

[spalten]
zeitraum = "Schuljahr"

[[werte]]
spalte = "Deutsche"
merkmale = { "Nationalität" = "Deutsche" }

[[werte]]
spalte = "Quote ausländisch in %"
messgroesse = "quote"
einheit = "Prozent"
"""
TABLE = "Schuljahr;Deutsche;Quote ausländisch in %\n2023/24;120;7,5\n2024/25;-;.\n"


def _profile(text: str) -> Profile:
    loaded = load_profile(text)
    assert loaded.issues == ()
    assert loaded.profile is not None
    return loaded.profile


def _read(path: Path, content: str | bytes, profile: str) -> Reading:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path, profile=_profile(profile))


def test_a_long_table(tmp_path: Path) -> None:
    reading = _read(tmp_path / "t.csv", UNKNOWN, PROFILE)
    assert reading.issues == ()
    assert [(one.measure, one.area, one.period.key, one.breakdown.label, one.figure.number, one.cell.column)
            for one in reading.observations] == [
        ("bestand", "03153", "2024", "Frauen", 12, "Bestand"),
        ("bestand", "03153", "2024", "Männer", 13, "Bestand"),
    ]  # fmt: skip


def test_a_wide_table(tmp_path: Path) -> None:
    """Each value column has its own measure, unit and categories; the head is the column of the lineage."""
    reading = _read(tmp_path / "t.csv", TABLE, WIDE)
    assert reading.issues == ()
    read_ = [(one.measure, one.unit, one.period.key, one.breakdown, one.cell.raw) for one in reading.observations]
    german = Breakdown.of({"Nationalität": "Deutsche"})
    assert read_ == [
        ("schulabgaenge", Unit.COUNT, "2023/24", german, "120"),
        ("quote", Unit.PERCENT, "2023/24", Breakdown(), "7,5"),
        ("schulabgaenge", Unit.COUNT, "2024/25", german, "-"),
        ("quote", Unit.PERCENT, "2024/25", Breakdown(), "."),
    ]
    assert reading.observations[1].cell.column == "Quote ausländisch in %"


def test_years_as_heads(tmp_path: Path) -> None:
    """Without a column an entry stands for every head that is a period: next year's column too."""
    profile = (
        'name="a"\nmessgroesse="m"\neinheit="Anzahl"\n[spalten]\ngebietsname="Kreis"\n[[werte]]\nzeitraum="im Kopf"\n'
    )
    reading = _read(tmp_path / "t.csv", "Kreis;31.12.2023;31.12.2024\nGoslar;1;2\n", profile)
    assert [(one.area, one.period.key, one.figure.number) for one in reading.observations] == [
        ("03153", "2023-12-31", 1), ("03153", "2024-12-31", 2),
    ]  # fmt: skip


def test_next_years_file_with_moved_columns_and_another_spelling(tmp_path: Path) -> None:
    """Read all the same; what is not spelled alike is told."""
    moved = "© Stadt\n\nGeschlechter;Bestand;Neu;Jahr;KREIS\nFrauen;14;x;2025;03153\n"
    reading = _read(tmp_path / "t.csv", moved, PROFILE)
    assert [(one.period.key, one.figure.number) for one in reading.observations] == [("2025", 14)]
    assert [issue.code for issue in reading.issues] == ["L-PROFIL-02"]


def test_another_year_in_a_head_is_another_column(tmp_path: Path) -> None:
    """Digits must agree: a value of 2025 never becomes one of 2024 because its head is alike."""
    profile = WIDE.replace('"Deutsche"\nmerkmale', '"Deutsche 2024"\nmerkmale')
    reading = _read(tmp_path / "t.csv", TABLE.replace("Deutsche", "Deutsche 2025"), profile)
    assert [issue.code for issue in reading.issues] == ["L-SPALTE-01"]
    assert reading.observations == ()


def test_two_near_heads_are_never_chosen_between(tmp_path: Path) -> None:
    profile = WIDE.replace('spalte = "Deutsche"', 'spalte = "Deutsche x"')
    table = "Schuljahr;Deutsche y;Deutsche z;Quote ausländisch in %\n2023/24;1;2;3\n"
    reading = _read(tmp_path / "t.csv", table, profile)
    assert [issue.code for issue in reading.issues] == ["L-PROFIL-03"]
    assert "„Deutsche y“, „Deutsche z“" in reading.issues[0].message


def test_labels_are_merged_only_on_the_users_word(tmp_path: Path) -> None:
    """Without an entry both stay; with one the merging is told."""
    table = UNKNOWN + "03153;2023;Frauenn;11\n"
    apart = _read(tmp_path / "t.csv", table, PROFILE)
    assert {one.breakdown.label for one in apart.observations} == {"Frauen", "Männer", "Frauenn"}
    merged = _read(tmp_path / "t.csv", table, PROFILE + '[gleich]\nFrauenn = "Frauen"\n')
    assert {one.breakdown.label for one in merged.observations} == {"Frauen", "Männer"}
    assert [issue.code for issue in merged.issues] == ["L-PROFIL-04"]


def test_a_hidden_sheet_is_read_if_asked_for(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Kreis", "Jahr", "Geschlecht", "Bestand"], ["03153", 2024, "Frauen", 12]]
    book = workbook(("Neu", [["leer"]]), ("Alt", rows), hidden="Alt")
    [one] = _read(tmp_path / "t.xlsx", book, 'blatt = "Alt"\n' + PROFILE).observations
    assert (one.figure.number, one.cell.sheet) == (12, "Alt")


def test_the_fitting_profiles_are_found(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    long, wide = _profile(PROFILE), _profile(WIDE)
    assert fitting(path, (long, wide)) == (long,)


@pytest.mark.parametrize("text", [PROFILE, WIDE, WIDE + '[gleich]\n"a \\"b\\"" = "c"\n'])
def test_a_written_profile_is_the_same_again(text: str) -> None:
    profile = _profile(text)
    assert _profile(profile_text(profile)) == profile


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\nä = 1", ("Kein gültiges TOML (Zeile 2, Spalte 1;",)),
        ("farbe = 1\nblatt = 5", ("„farbe“", "„blatt“ muss ein Text")),
        ("[spalten]\nwert = 'x'", ("fehlt: gebiet", "fehlt: zeitraum", "fehlt: messgroesse", "fehlt: einheit")),
        ("werte = 'x'\nspalten = 1", ("„werte“ muss eine Liste", "„spalten“ muss ein Abschnitt")),
    ],
)  # fmt: skip
def test_all_faults_of_a_profile_are_told_at_once(text: str, words: tuple[str, ...]) -> None:
    loaded = load_profile(text)
    assert loaded.profile is None
    told = " ".join(issue.message for issue in loaded.issues)
    assert all(word in told for word in words)


def test_a_draft_says_what_it_sees_and_what_is_missing(tmp_path: Path) -> None:
    """Area, period and features by their content; the unit is not guessed."""
    path = tmp_path / "bestand.csv"
    path.write_text(UNKNOWN + "03153;2023;frauen;11\n", encoding="utf-8")
    draft = propose(path)
    assert draft is not None
    profile = draft.profile
    assert (profile.area_column, profile.period_column, profile.features) == ("Kreis", "Jahr", ("Geschlecht",))
    assert profile.values == (ValueColumn("Bestand"),)
    assert profile.missing == ("einheit",)
    assert [(near.one, near.other) for near in draft.near] == [("Frauen", "frauen")]


def test_a_complete_draft_reads_its_file(tmp_path: Path) -> None:
    path = tmp_path / "quote.csv"
    path.write_text("Kreis,Jahr,Quote in %\nGoslar,2024,1.5\nGifhorn,2024,2.5\n", encoding="utf-8")
    draft = propose(path)
    assert draft is not None
    reading = read(path, profile=_profile(profile_text(draft.profile)))
    assert [(one.measure, one.area, one.unit) for one in reading.observations] == [
        ("quote", "03153", Unit.PERCENT), ("quote", "03151", Unit.PERCENT),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"nur ein Satz", b"\x00\x01", b"a;b\nc;d\n"])
def test_what_is_no_table_gives_no_draft(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    assert propose(path) is None
    assert fitting(path, (_profile(PROFILE),)) == ()
    assert not read(path, profile=_profile(PROFILE)).usable


HANDBOOK = Path(__file__).parents[3] / "docs/handbuch/zuordnung.md"


def test_the_examples_of_the_handbook_are_profiles() -> None:
    """Each block of TOML loads without a fault."""
    blocks = HANDBOOK.read_text(encoding="utf-8").split("```toml\n")[1:]
    assert len(blocks) == 3
    for block in blocks:
        _profile(block.split("```")[0])


def test_what_the_office_says_of_a_file_goes_before_the_fixed_words_of_the_profile(tmp_path: Path) -> None:
    """Next year's file is not read as last year's; a column goes before both."""
    path = tmp_path / "t.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    fixed = replace(_profile(PROFILE), period="2020", period_column="", features=("Geschlecht", "Jahr"))
    said = read(path, profile=fixed, period=Period.parse("2025"), unit=Unit.PERCENT).observations
    assert {(one.period.key, one.unit) for one in said} == {("2025", Unit.PERCENT)}
    assert {one.period.key for one in read(path, profile=fixed).observations} == {"2020"}
    column = read(path, profile=_profile(PROFILE), period=Period.parse("2025")).observations
    assert {one.period.key for one in column} == {"2024"}
