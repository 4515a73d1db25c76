"""The shipped list of municipalities is what the Gemeindeverzeichnis says."""

from collections import Counter
from pathlib import Path

import pytest

from mehrklang.sources import read
from mehrklang.territory.municipalities import LEAST, municipalities
from mehrklang.vocabulary import AreaLevel

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "gv" / "AuszugGV2QAktuell.xlsx"

pytestmark = [pytest.mark.real, pytest.mark.skipif(not FILE.exists(), reason="the published files are not here")]


@pytest.fixture(scope="module")
def published():
    reading = read(FILE)
    counts = {
        each.area: int(each.figure.number)
        for each in reading.observations
        if not each.breakdown.pairs and each.figure.number is not None
    }
    return {area.key: area for area in reading.areas}, counts


def test_every_kreis_and_every_larger_gemeinde_is_listed_once(published):
    areas, counts = published
    gemeinden = Counter(key[:5] for key in counts)
    expected = {key for key, area in areas.items() if area.level is AreaLevel.DISTRICT} | {
        key for key, count in counts.items() if count >= LEAST and gemeinden[key[:5]] > 1
    }
    assert sorted(expected) == [each.area.key for each in municipalities()]


def test_names_and_inhabitants_agree(published):
    areas, counts = published
    for each in municipalities():
        key = each.area.key
        assert areas[key].name.split(",")[0].strip() == each.area.name
        assert sum(count for other, count in counts.items() if other.startswith(key)) == each.inhabitants
