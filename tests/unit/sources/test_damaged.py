"""Damaged deliveries are told in German, never raised."""

from pathlib import Path

import pytest

from mehrklang.sources import KINDS, read
from tests.factories.damage import damaged
from tests.factories.deliveries import (
    DEMMIN,
    INKAR,
    answer,
    archive,
    crosswalk,
    flat,
    genesis,
    municipalities,
)

WHOLE = {
    "genesis": genesis(
        "2025;DG;Deutschland;1;2", "2025;03152;Göttingen;-;-", tail='"zu ""a"":\nb"\nStand: heute'
    ).encode(),
    "ffcsv": flat("5;Anzahl;A;A;", "/;1000;B;B;()").encode(),
    "zip": archive(table__csv=flat("5;Anzahl;A;A;")),
    "genesis-api": answer(98, "zu gross").encode(),
    "inkar": (INKAR + "3153\tGoslar\tLandkreis\t6,94\n").encode(),
    "gemeindeverzeichnis": municipalities(["10", "", "03", "", "", "", "", "Niedersachsen"]),
    "umsteigeschluessel": crosswalk(*DEMMIN),
}


@pytest.mark.parametrize("name", WHOLE)
def test_no_damage_raises(name: str, tmp_path: Path) -> None:
    """60 copies of each form, recognised or read as what they were."""
    path = tmp_path / "lieferung.csv"
    for seed in range(60):
        path.write_bytes(damaged(WHOLE[name], seed))
        kind = name if seed % 2 and name in KINDS else ""
        reading = read(path, kind=kind)
        assert all(issue.message.endswith(".") and "{" not in issue.remedy for issue in reading.issues)
        assert {one.area for one in reading.observations} <= {area.key for area in reading.areas}
