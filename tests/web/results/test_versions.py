"""A delivery that replaces a provisional one: what the values were stays readable, on the pages and in the folder."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from mehrklang.package import checksum, read_folder, write_folder
from mehrklang.vocabulary import Figure, Finality
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Installation
from mehrklang_web.deliveries.models import Delivery, State
from mehrklang_web.deliveries.queries import in_use, in_versions
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import freeze
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import differing, latest_run
from tests.factories import shell

FINAL = "mit-arbeit;99000001;Probstadt;gemeinde;99;2024;Anzahl;600;"
NOW = "2026-05-01"


def in_states(text: str, number: int, state: str) -> str:
    """The file with a remark column; the town's newest count with another number and a state."""
    head, *rows = text.replace("Wert\n", "Wert;Bemerkung\n").splitlines()
    told = (f"{row};" for row in rows)
    return "\n".join([head, *(_told(row, number, state) for row in told)]) + "\n"


def _told(row: str, number: int, state: str) -> str:
    return row.replace(";600;", f";{number};{state}") if row == FINAL else row


@pytest.fixture
def revised(edition, tmp_path, settings):
    """The monitoring as another edition, whose file of last year was provisional in its newest count and replaced."""
    given = shell.monitoring(tmp_path / "ordner")
    (file,) = given.data
    paths = {"erst.csv": (580, "vorläufig"), "dann.csv": (600, "endgültig")}
    for name, (number, state) in paths.items():
        (given.folder / name).write_text(in_states(shell.delivery(), number, state), encoding="utf-8")
    first, second = (replace(file, path=Path(name), sha256=checksum(given.folder / name)) for name in paths)
    gone = replace(first, retired=Retirement("C. Muster", date(2026, 5, 1), "endgültiges Ergebnis", "dann.csv"))
    own = replace(given, data=(gone, second), edition="berichtigt", interpretations={})
    made = take_in(monitoring=own, phase=Phase.INTERPRETATION, by=Installation())
    freeze(edition=made, by=Installation())
    return made


def test_the_replaced_delivery_is_not_computed_with_but_says_what_the_value_was(revised):
    assert [each.name for each in in_use(revised)] == ["dann.csv"]
    assert [each.name for each in in_versions(revised)] == ["erst.csv", "dann.csv"]
    value = Result.objects.get(run=latest_run(revised), code="anteil-a").to_value().assessments["alle"].latest
    assert value is not None
    assert value.figure == Figure.of(25)
    assert value.before is not None
    assert value.before.finality is Finality.PROVISIONAL
    assert differing(latest_run(revised)) == ()


def test_the_page_shows_the_revision_with_its_size(revised, browse):
    client = browse(Role.STATISTICS)
    base = f"/ausgabe/{revised.pk}"
    page = client.get(base + reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert "Revisionen" in page
    assert "24,2\xa0% (vorläufig)" in page
    assert "+0,83\xa0Prozentpunkte" in page
    assert "berichtigt: vorher 24,2\xa0% (vorläufig)" in page
    origin = client.get(base + reverse("interpretation:origin", args=["anteil-a"])).content.decode()
    assert "in der vorigen Fassung 24,2\xa0% (vorläufig)" in origin


def test_the_folder_takes_both_deliveries_and_which_replaces_which(revised, tmp_path):
    going = portable(revised)
    folder = tmp_path / "hinaus"
    write_folder(going, folder)
    for reference in going.data:
        (folder / reference.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / reference.path).write_bytes((going.folder / reference.path).read_bytes())
    reading = read_folder(folder)
    assert reading.monitoring is not None, reading.issues
    other = take_in(monitoring=replace(reading.monitoring, edition="wieder"), phase=Phase.CONCEPT, by=Installation())
    coming = portable(other).data
    assert [(each.path, each.valid) for each in coming] == [(each.path, each.valid) for each in going.data]
    old, new = Delivery.objects.filter(edition=other).order_by("pk")
    assert (old.state, old.replaced_by, new.state) == (State.REPLACED, new, State.VALID)


def test_a_withdrawn_file_of_a_folder_stays_withdrawn(edition, tmp_path):
    given = shell.monitoring(tmp_path / "ordner")
    gone = replace(given.data[0], retired=Retirement("C. Muster", date(2026, 5, 1), "kein Rechtsgrund"))
    made = take_in(
        monitoring=replace(given, data=(gone,), edition="ohne", interpretations={}),
        phase=Phase.CONCEPT,
        by=Installation(),
    )
    (delivery,) = Delivery.objects.filter(edition=made)
    assert (delivery.state, delivery.withdrawn_who) == (State.WITHDRAWN, "C. Muster")
    assert in_versions(made) == []
