"""The register of the installation: several hierarchies, unions, outlines kept once, tried before taken over."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.package import Monitoring, read_folder, write_folder
from mehrklang.territory import Membership, Union
from mehrklang.vocabulary import Area, AreaLevel, Boundary
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import undo
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.places import actions, queries
from mehrklang_web.places.models import FileOnTrial, Outline, Place, PlaceOutline, Placing
from mehrklang_web.results.assembly import boundaries_of, monitoring_of
from tests.factories import shell

TOWN = shell.TOWN.key
HEAD = "Schlüssel;Name;Ebene;Übergeordnet;Gliederung;Gültig ab;Gültig bis;Teile\n"
SOUND = HEAD + (
    "probstadt:9;Neuland;stadtteil;99000001;;01.01.2026;;\n"
    "probstadt:s;Sozialraum Süd;statistischer-bezirk;99000001;sozialraum;;;\n"
    "probstadt:9;Neuland;stadtteil;probstadt:s;sozialraum;;;\n"
    "probstadt:u;Rand;zusammengesetzt;;;;;probstadt:1, probstadt:9\n"
)


def square(at, **named):
    ring = [[9 + at, 52], [9.5 + at, 52], [9.5 + at, 52.5], [9 + at, 52.5], [9 + at, 52]]
    return {"type": "Feature", "properties": named, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def geojson(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


ALL_FOUR = geojson(*(square(at, NR=str(at)) for at in (1, 2, 3)), square(9, NR="77"))


def upload(client, text, kind="gebiete", name="gebiete.csv", **more):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(reverse("places:upload"), {"kind": kind, "file": file, **more}, follow=True)


def rich(folder):
    """The small monitoring with everything that a register can hold."""
    given = shell.monitoring(folder)
    town, first, *others = given.areas
    early, late = given.boundaries[0], replace(given.boundaries[1], area=first.key)
    return replace(
        given,
        areas=(replace(town, regional_key="990000000001"), replace(first, valid_from=date(2010, 1, 1)), *others),
        memberships=(
            Membership("sozialraum", first.key, others[0].key, None, date(2019, 12, 31)),
            Membership("sozialraum", first.key, others[1].key, date(2020, 1, 1)),
            Membership("wahlkreis", first.key, town.key),
        ),
        unions=(Union("probstadt:u", "Rand", (first.key, others[1].key)),),
        boundaries=(
            replace(early, valid_until=date(2019, 12, 31)),
            replace(late, valid_from=date(2020, 1, 1)),
            *given.boundaries[1:],
        ),
    )


def only_places(monitoring):
    """What stands in gebiete.toml and grenzen.geojson, and nothing else."""
    names = ("title", "organisation", "area", "edition", "folder", "areas", "memberships", "unions", "boundaries")
    return Monitoring(**{name: getattr(monitoring, name) for name in names})


def test_from_the_folder_into_the_shell_and_back_nothing_of_the_register_is_lost(db, tmp_path):
    """Regional keys, times, several hierarchies, unions, and outlines of two times."""
    write_folder(only_places(rich(tmp_path)), tmp_path / "a")
    given = read_folder(tmp_path / "a").monitoring
    again = monitoring_of(take_in(monitoring=given, phase=Phase.CONCEPT, by=Installation()))
    write_folder(only_places(again), tmp_path / "b")
    back = read_folder(tmp_path / "b").monitoring
    for name in ("areas", "memberships", "unions", "boundaries"):
        assert getattr(back, name) == getattr(given, name) == getattr(rich(tmp_path / name), name), name


def test_an_outline_is_kept_once_whatever_area_edition_or_time_it_serves(db, tmp_path):
    edition = take_in(monitoring=rich(tmp_path), phase=Phase.CONCEPT, by=Installation())
    assert (Outline.objects.count(), PlaceOutline.objects.filter(place__key="probstadt:1").count()) == (3, 2)
    take_in(monitoring=rich(tmp_path / "zweite"), phase=Phase.CONCEPT, by=Installation())
    assert Outline.objects.count() == 3
    assert [each.area for each in boundaries_of(edition)] == ["probstadt:1", "probstadt:2", "probstadt:3"]


def test_what_a_list_would_change_is_shown_and_nothing_is_kept_until_it_is_taken_over(browse, edition):
    client = browse(Role.STATISTICS)
    page = upload(client, SOUND).content.decode()
    assert "Neu (3):</strong> Neuland, Sozialraum Süd, Rand" in page
    assert not Place.objects.filter(key="probstadt:9").exists()
    client.post(reverse("places:accept", args=[FileOnTrial.objects.get().pk]))
    assert not FileOnTrial.objects.exists()
    again = monitoring_of(edition)
    assert Area("probstadt:9", "Neuland", AreaLevel.QUARTER, "99000001", date(2026, 1, 1)) in again.areas
    assert again.unions == (Union("probstadt:u", "Rand", ("probstadt:1", "probstadt:9")),)
    assert Membership("sozialraum", "probstadt:9", "probstadt:s") in again.memberships
    shown = client.get(reverse("places:register"), {"gliederung": "sozialraum", "suche": "neu"}).content.decode()
    assert shown.index("Gliederung „sozialraum“") < shown.index("Sozialraum Süd") < shown.rindex("Neuland")


def test_every_fault_stands_at_its_line_and_the_file_cannot_be_taken_over(browse):
    client = browse(Role.STATISTICS)
    page = upload(client, HEAD + "probstadt:9;Neuland;kiez;;;;;\nprobstadt:8;;stadtteil;;;;;\n").content.decode()
    assert ["Zeile 2, Spalte Ebene" in page, "Zeile 3, Spalte Name" in page, "Übernehmen</button>" in page] == [
        True, True, False]  # fmt: skip
    before = Place.objects.count()
    client.post(reverse("places:accept", args=[FileOnTrial.objects.get().pk]))
    assert Place.objects.count() == before


def test_boundaries_are_matched_by_key_and_both_sides_without_a_partner_are_named(browse, edition):
    client = browse(Role.STATISTICS)
    page = upload(client, ALL_FOUR, "grenzen", "grenzen.geojson", valid_from="2026-01-01").content.decode()
    assert "ohne Gebiet im Verzeichnis (1):</strong> 77" in page
    assert "Gebiete ohne Grenze in der Datei (1):</strong> Probstadt (99000001)" in page
    client.post(reverse("places:accept", args=[FileOnTrial.objects.get().pk]))
    first = [each for each in monitoring_of(edition).boundaries if each.area == "probstadt:1"]
    assert [(each.valid_from, each.valid_until) for each in first] == [
        (None, date(2025, 12, 31)), (date(2026, 1, 1), None)]  # fmt: skip
    assert boundaries_of(edition)[0].rings[0][0] == (10.0, 52.0)


def test_degrees_beside_metres_that_stay_are_refused(browse, db):
    metres = tuple((500_000.0 + x, 5_000_000.0 + y) for x, y in [(0, 0), (9, 0), (9, 9), (0, 0)])
    actions.take_in(content=actions.AreaList(), boundaries=[Boundary("probstadt:1", (metres,))], by=Installation())
    page = upload(browse(Role.STATISTICS), geojson(square(1, NR="2")), "grenzen").content.decode()
    assert "G-GRENZEN-06" in page


def test_what_was_taken_over_can_be_undone(db):
    before = queries.kept_register().areas
    area, membership = Area("p:x", "X", AreaLevel.QUARTER, TOWN), Membership("schule", "p:x", TOWN)
    said = actions.AreaList((area,), (membership,))
    boundary = Boundary("p:x", (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)),))
    step = actions.take_in(content=said, boundaries=[boundary], by=Installation())
    assert (Placing.objects.count(), PlaceOutline.objects.filter(place__key="p:x").count()) == (1, 1)
    undo(step=step, by=Installation())
    assert queries.kept_register().areas == before
    assert Placing.objects.count() == 0


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.STATISTICS, Role.ADMINISTRATION)])
def test_others_look_at_the_register_but_bring_nothing_in(browse, role):
    client = browse(role)
    page = client.get(reverse("places:register"), {"tag": "2015-12-31"}).content.decode()
    assert "liest die Statistikstelle ein" in page
    assert "<svg" in page
    assert upload(client, SOUND).status_code == 403


def test_a_file_that_is_dropped_leaves_the_register_as_it_is(browse, db):
    client = browse(Role.STATISTICS)
    upload(client, SOUND)
    client.post(reverse("places:discard", args=[FileOnTrial.objects.get().pk]))
    assert (FileOnTrial.objects.count(), Place.objects.filter(key="probstadt:9").count()) == (0, 0)


def test_a_form_without_a_file_or_with_time_running_backwards_is_told(browse, db):
    client = browse(Role.STATISTICS)
    answer = upload(client, SOUND, valid_from="2026-01-02", valid_until="2026-01-01")
    assert (answer.status_code, "Das Ende liegt vor dem Anfang." in answer.content.decode()) == (422, True)
