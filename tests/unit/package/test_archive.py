"""A folder goes into an archive and comes out the same; an archive that means harm is refused."""

import stat
from dataclasses import replace
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.package import archive, differences, read_folder, write_folder
from mehrklang.package.archive import pack, unpack
from mehrklang.package.carrying import handed_over, next_edition
from mehrklang.package.starting import proposed_timetable
from mehrklang.planning import Measure
from tests.factories import shell

DAY = date(2026, 11, 1)


def codes(issues):
    return [issue.code for issue in issues]


def zipped(path, *entries):
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for entry, content in entries:
            file.writestr(entry, content)
    return path


def test_what_is_packed_reads_as_the_same_monitoring_with_its_data(tmp_path):
    given = shell.monitoring(tmp_path / "vorher")
    pack(given, tmp_path / "m.zip")
    assert unpack(tmp_path / "m.zip", tmp_path / "nachher") == ()
    reading = read_folder(tmp_path / "nachher", closed=True)
    assert reading.monitoring is not None, reading.issues
    assert {each.key for each in differences(given, reading.monitoring)} <= {"pfad", "datei", ""}
    assert [each.sha256 for each in reading.monitoring.data] == [each.sha256 for each in given.data]


def test_two_files_of_one_name_both_travel(tmp_path):
    given = shell.monitoring(tmp_path / "a")
    other = tmp_path / "a" / "anders" / "probe.csv"
    other.parent.mkdir()
    other.write_text(shell.delivery() + "# andere\n", encoding="utf-8")
    second = replace(given.data[0], path=other.relative_to(tmp_path / "a"), sha256="")
    pack(replace(given, data=(*given.data, second)), tmp_path / "m.zip")
    assert {"daten/probe.csv", "daten/2/probe.csv"} <= set(ZipFile(tmp_path / "m.zip").namelist())


def test_one_folder_around_everything_is_taken_off(tmp_path):
    path = zipped(tmp_path / "m.zip", ("mein-ordner/monitoring.toml", "a"), ("mein-ordner/daten/x.csv", "b"))
    assert unpack(path, tmp_path / "out") == ()
    assert (tmp_path / "out" / "daten" / "x.csv").read_text() == "b"


@pytest.mark.parametrize("name", ["../x.toml", "a/../../x", "/etc/x", "C:\\x", "a\\..\\x"])
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(tmp_path, name):
    path = zipped(tmp_path / "m.zip", (name, "x"), ("monitoring.toml", "a"))
    assert set(codes(unpack(path, tmp_path / "out"))) == {"M-ARCHIV-03"}
    assert not (tmp_path / "out").exists()


def test_a_link_is_refused(tmp_path):
    link = ZipInfo("daten/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert codes(unpack(zipped(tmp_path / "m.zip", (link, "/etc/passwd")), tmp_path / "out")) == ["M-ARCHIV-03"]


def test_two_files_of_one_name_are_refused(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zipped(tmp_path / "m.zip", ("a.toml", "x"), ("a.toml", "y"))
    assert codes(unpack(path, tmp_path / "out")) == ["M-ARCHIV-03"]


def test_a_bomb_is_refused_by_its_announced_and_by_its_real_size(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST", 1000)
    path = zipped(tmp_path / "m.zip", ("monitoring.toml", "0" * 2000))
    assert codes(unpack(path, tmp_path / "out")) == ["M-ARCHIV-02"]
    monkeypatch.setattr(archive, "_refused", lambda *_: iter(()))
    assert codes(unpack(path, tmp_path / "out")) == ["M-ARCHIV-02"]


def test_what_is_no_archive_says_so(tmp_path):
    (tmp_path / "m.zip").write_bytes(b"kein Archiv")
    assert codes(unpack(tmp_path / "m.zip", tmp_path / "out")) == ["M-ARCHIV-01"]


def test_an_encrypted_file_is_refused(tmp_path):
    path = zipped(tmp_path / "m.zip", ("monitoring.toml", "a"))
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(bytes(data))
    assert codes(unpack(path, tmp_path / "out")) == ["M-ARCHIV-04"]


def test_the_next_edition_takes_the_planning_and_the_data_and_begins_signatures_and_texts_anew(tmp_path):
    given = shell.monitoring(tmp_path)
    new = next_edition(given, label="2028", timetable=proposed_timetable(DAY))
    assert (new.edition, new.goals, new.data, new.concept) == ("2028", given.goals, given.data, given.concept)
    assert [each.target for each in new.selection] == [each.target for each in given.selection]
    assert not any(each.target_signed_by for each in new.selection)
    assert not new.interpretations


def test_what_is_handed_over_has_no_figures_no_texts_and_no_names(tmp_path):
    given = shell.monitoring(tmp_path)
    new = handed_over(given)
    assert new.goals == given.goals
    assert (new.data, dict(new.interpretations), new.remarks) == ((), {}, ())
    assert not any(each.target_signed_by for each in new.selection)


def test_what_comes_from_a_taken_in_catalogue_is_not_handed_over(tmp_path):
    """A catalogue for members only is for its publisher to give; the rest still reads as a sound folder."""
    given = shell.monitoring(tmp_path / "a")
    kept, foreign = given.own_indicators
    catalogue = NamedCatalogue("kgst", "KGSt-Indikatoren", "KGSt", "KGSt")
    measures = (Measure("m", "Kurs", indicators=(kept.code, foreign.code), responsible="K. Person"),)
    taken = replace(
        given,
        catalogues=(catalogue,),
        own_indicators=(kept, replace(foreign, catalogue="kgst")),
        candidates=(),
        measures=measures,
    )
    new = handed_over(taken)
    assert [each.code for each in new.own_indicators] == [each.code for each in new.selection] == [kept.code]
    assert (new.measures[0].indicators, new.measures[0].responsible) == ((kept.code,), "")
    assert new.catalogues == ()
    write_folder(new, tmp_path / "b")
    assert read_folder(tmp_path / "b", closed=True).monitoring is not None
