"""An office's own list of areas: what it says, and every fault at its line."""

from datetime import date

import pytest

from mehrklang.sources.area_list import read_area_list
from mehrklang.territory import Membership, Union
from mehrklang.vocabulary import Area, AreaLevel

TOWN = Area("99000001", "Probstadt", AreaLevel.MUNICIPALITY)
HEAD = "Schlüssel;Name;Ebene;Übergeordnet;Gliederung;Gültig ab;Gültig bis;Teile\n"
SOUND = HEAD + (
    "p:1;Ähren;Stadtteil;99000001;;01.01.2010;;\n"
    "p:2;Mitte;stadtteil;99000001;;;;\n"
    "p:s;Sozialraum Nord;statistischer Bezirk;99000001;sozialraum;;;\n"
    "p:1;Ähren;Stadtteil;p:s;sozialraum;2010-01-01;2019-12-31;\n"
    "p:n;Norden;zusammengesetzt;;;;;p:1, p:2\n"
)


def listed(tmp_path, text, known=(TOWN,)):
    path = tmp_path / "gebiete.csv"
    path.write_text(text, encoding="utf-8")
    return read_area_list(path, known=known)


def test_areas_hierarchies_and_unions_of_a_list(tmp_path):
    found = listed(tmp_path, SOUND)
    assert found.issues == ()
    assert found.areas == (
        Area("p:1", "Ähren", AreaLevel.QUARTER, TOWN.key, date(2010, 1, 1)),
        Area("p:2", "Mitte", AreaLevel.QUARTER, TOWN.key),
        Area("p:s", "Sozialraum Nord", AreaLevel.STATISTICAL_AREA),
    )
    assert found.memberships == (
        Membership("sozialraum", "p:s", TOWN.key),
        Membership("sozialraum", "p:1", "p:s", date(2010, 1, 1), date(2019, 12, 31)),
    )
    assert found.unions == (Union("p:n", "Norden", ("p:1", "p:2")),)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "G-LISTE-01", 0, ""),
        ("Name;Ebene\nA;stadtteil\n", "G-LISTE-02", 0, ""),
        (HEAD + ";Ähren;stadtteil;;;;;\n", "G-LISTE-03", 2, "Schlüssel"),
        (HEAD + "p:1;;stadtteil;;;;;\n", "G-LISTE-03", 2, "Name"),
        (HEAD + "p:1;A;Kiez;;;;;\n", "G-LISTE-04", 2, "Ebene"),
        (HEAD + "p:1;A;stadtteil;;;31.02.2020;;\n", "G-LISTE-05", 2, "Gültig ab"),
        (HEAD + "p:1;A;stadtteil;;;bald;;\n", "G-LISTE-05", 2, "Gültig ab"),
        (HEAD + "p:1;A;stadtteil;;;02.01.2020;01.01.2020;\n", "G-LISTE-05", 2, "Gültig bis"),
        (HEAD + "p:1;A;zusammengesetzt;;;;;\n", "G-LISTE-06", 2, "Teile"),
        (HEAD + "p:1;A;stadtteil;;;;;\np:1;B;stadtteil;;;;;\n", "G-LISTE-07", 3, "Schlüssel"),
        (HEAD + "p:1;A;stadtteil;fehlt;;;;\n", "G-SCHLUESSEL-02", 2, ""),
        (HEAD + "p:1;A;stadtteil;99000001;;;;\np:1;A;stadtteil;fehlt;schule;;;\n", "G-SCHLUESSEL-02", 3, ""),
        (HEAD + "p:1;A;stadtteil;p:1;;;;\n", "G-EBENE-01", 2, ""),
        (SOUND + "p:1;Ähren;Stadtteil;p:2;sozialraum;2019-01-01;;\n", "G-EBENE-02", 7, ""),
        (SOUND + "p:x;X;zusammengesetzt;;;;;p:1, 99000001\n", "G-VERBUND-01", 7, ""),
    ],
)
def test_each_fault_is_told_at_its_line(tmp_path, text, code, line, column):
    found = listed(tmp_path, text)
    assert [(issue.code, issue.line, issue.column) for issue in found.issues] == [(code, line, column)]
    assert (found.areas, found.memberships, found.unions) == ((), (), ())


def test_all_faults_come_at_once(tmp_path):
    text = HEAD + ";A;Kiez;;;bald;;\np:2;B;stadtteil;fehlt;;;;\n"
    codes = [issue.code for issue in listed(tmp_path, text).issues]
    assert codes == ["G-LISTE-03", "G-LISTE-04", "G-LISTE-05", "G-SCHLUESSEL-02"]
