"""Fetching against recorded bodies: cut as it may be, a real table comes out as it stands in its undivided file."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from mehrklang.fetching import Fetched, fetch, load_plan
from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Observation
from tests.factories.fetches import SECRET, Watch
from tests.factories.genesis_service import Answering, Recorded, Reply, packed, service

DISTRICTS = "regionalstatistik/12411-01-01-4_1773175772751_de_flat.csv"
STATES = "genesis/13111-0005_1773174923332_de_flat.csv"
COUNTRY = "genesis/12211-0001_1773174920289_de_flat.csv"
TOO_LARGE = "genesis/12531-0043_error-98-too-large.json"
WHERE = {
    DISTRICTS: 'von=2024\nbis=2024\n[gebiete]\nmerkmal="KREISE"\n',
    STATES: 'von=2023\nbis=2025\n[gebiete]\nmerkmal="DLAND"\n',
    COUNTRY: "von=2024\nbis=2024\n",
}

pytestmark = pytest.mark.real


def recorded(data: Path, file: str, most: int, *, totals: bool = True) -> Recorded:
    return Recorded(data / file, (data / TOO_LARGE).read_bytes(), most, totals)


def fetched(recording: Answering, file: str, folder: Path) -> Fetched:
    with service(recording) as running:
        table = Path(file).name.partition("_")[0]
        text = f'adresse="{running.address}"\ntabelle="{table}"\nordner="ziel"\n[jahre]\n{WHERE[file]}'
        loaded = load_plan(text, folder / "plan.toml")
        assert loaded.plan is not None, loaded.issues
        return fetch(loaded.plan, SECRET, timing=Watch().timing)


def content(reading: Reading) -> set[Observation]:
    """The observations without their places, each of which must occur once."""
    assert reading.usable, reading.issues
    found = {replace(one, cell=replace(one.cell, file="", line=0)) for one in reading.observations}
    assert len(found) == len(reading.observations)
    return found


@pytest.mark.parametrize(
    ("file", "most", "answers"),
    [
        (DISTRICTS, 2000, 1),
        (DISTRICTS, 400, 17),
        (DISTRICTS, 60, 60),
        (STATES, 500, 1),
        (STATES, 24, 16),
        (STATES, 9, 60),
        (COUNTRY, 225, 1),
        (COUNTRY, 20, 15),
    ],
)
def test_the_slices_give_the_undivided_file(file: str, most: int, answers: int, data: Path, tmp_path: Path) -> None:
    """Each value once, with its sign, and the same issues; cut by Land, year, key or, without areas, by category."""
    result = fetched(recorded(data, file, most), file, tmp_path)
    assert result.complete, result.issues
    assert result.issues == ()
    assert result.answers >= answers
    joined, undivided = read(tmp_path / "ziel"), read(data / file)
    assert content(joined) == content(undivided)
    assert set(joined.areas) == set(undivided.areas)
    assert [(each.code, each.message) for each in joined.issues] == [
        (each.code, each.message) for each in undivided.issues
    ]


def test_each_value_leads_to_its_answer_and_line(data: Path, tmp_path: Path) -> None:
    """The raw cell stands in the file and line that its observation names."""
    fetched(recorded(data, DISTRICTS, 60), DISTRICTS, tmp_path)
    for one in read(tmp_path / "ziel").observations[::50]:
        found = read(tmp_path / "ziel" / one.cell.file)
        assert one.cell in [each.cell for each in found.observations]


def test_without_totals_everything_else_is_there_and_it_is_said(data: Path, tmp_path: Path) -> None:
    """A service that leaves totals out where a feature is limited: their loss is named, feature by feature."""
    result = fetched(recorded(data, COUNTRY, 20, totals=False), COUNTRY, tmp_path)
    assert result.complete
    lost = {each.code for each in result.issues}
    assert lost == {"A-UMFANG-08"}
    undivided = content(read(data / COUNTRY))
    joined = content(read(tmp_path / "ziel"))
    assert joined < undivided
    assert all(len(one.breakdown.pairs) == 2 for one in joined)


def test_a_value_that_is_wrong_in_one_slice_shows_in_the_totals_of_the_others(data: Path, tmp_path: Path) -> None:
    """Men and women come in answers of their own: only together they tell that a number is wrong."""
    whole = recorded(data, STATES, 9)
    right = b"2023-12-31;DLAND;Bundesl\xc3\xa4nder;10;Saarland;GES;Geschlecht;GESM;m\xc3\xa4nnlich;211786;"

    def spoiled(path: str, form: dict[str, str]) -> Reply:
        reply = whole(path, form)
        if not reply.body.startswith(b"PK"):
            return reply
        return Reply(packed(_text(reply).replace(right, right.replace(b"211786", b"112786"))))

    result = fetched(spoiled, STATES, tmp_path)
    assert result.complete
    assert [each.code for each in result.issues] == ["A-UMFANG-07"]
    [remark] = [each for each in read(tmp_path / "ziel").issues if each.code == "L-ABRUF-03"]
    assert "Bei 1 von 128 Summen nach „GES“" in remark.message
    assert "10 2023-12-31" in remark.message


def _text(reply: Reply) -> bytes:
    with ZipFile(BytesIO(reply.body)) as archive:
        return archive.read("tabelle.csv")
