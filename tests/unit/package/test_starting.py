"""What a starting point proposes: from whom figures can be had, own series taken over, and an edition made of it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import load
from mehrklang.package import differences, read_folder, write_folder
from mehrklang.package.starting import (
    Beginning,
    Standing,
    Taken,
    begin,
    candidates,
    matches,
    obtainable,
    proposed_timetable,
    read_series,
    series_template,
    topics,
)
from mehrklang.package.starting.ways import ways
from mehrklang.pipeline import evaluate
from mehrklang.planning import Phase
from mehrklang.planning.hints import hints
from mehrklang.planning.questions import question
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.planning.timetable import faults
from mehrklang.report.workbook import workbook_bytes
from mehrklang.sources import read
from mehrklang.territory.municipalities import Kind, Municipality, find, lineage
from mehrklang.vocabulary import Area, AreaLevel, Severity

TODAY = date(2026, 11, 23)
CATALOGUE = load()
SERIES = (
    "Indikator;Gruppe;Einheit;2021;2022\nArbeitslosenquote;;Prozent;6,1;5,8\n;ausländisch;Prozent;14,9;.\n"
    "Vereine;;Anzahl;12;1.031\n"
)


def standing(code, key, point=StartingPoint.PUBLIC_DATA):
    [answer] = obtainable([CATALOGUE.indicator(code)], CATALOGUE, lineage(key)[0], point)
    return answer.standing


@pytest.mark.parametrize(
    ("code", "key", "expected"),
    [
        ("auslaenderanteil", "03459", Standing.PUBLIC),  # a table of the Land that reaches the Kreis
        ("armutsgefaehrdung", "03459", Standing.ABOVE),  # one that does not
        ("schulabgang-ohne-hauptschulabschluss", "03459", Standing.PUBLIC),
        ("schulabgang-ohne-hauptschulabschluss", "09162", Standing.ASKED),  # the monitoring of another Land
        ("beschaeftigungsquote", "03459019", Standing.ABOVE),  # of a Gemeinde: only its Kreis
        ("sprachfoerderbedarf-vor-der-einschulung", "03459", Standing.OWN_OFFICE),
        ("zugehoerigkeit-zum-wohnort", "03459019", Standing.OWN_OFFICE),
        ("wahlberechtigte-mit-migrationshintergrund", "03459", Standing.ABOVE),
    ],
)
def test_whether_and_from_whom_figures_can_be_had(code, key, expected):
    assert standing(code, key) is expected


def test_with_a_statistics_office_the_register_comes_first():
    assert (
        standing("wahlberechtigte-mit-migrationshintergrund", "09162", StartingPoint.LARGE_CITY) is Standing.STATISTICS
    )


def test_an_answer_names_whom_to_ask_how_often_and_what_it_takes():
    for answer in obtainable(candidates(CATALOGUE), CATALOGUE, lineage("03459")[0], StartingPoint.PUBLIC_DATA):
        assert all((answer.holder, answer.access, answer.rhythm, answer.effort)), answer.definition.code


def test_every_candidate_has_a_way_somewhere_and_every_listed_way_is_known():
    for definition in candidates(CATALOGUE):
        found = ways(definition, CATALOGUE, "03459")
        assert found or not definition.core, definition.code
        assert all(way.source in CATALOGUE.sources for way in found)


def test_fifteen_indicators_are_public_for_a_landkreis_or_its_own():
    """Enough for a core set without any office of statistics."""
    answers = obtainable(candidates(CATALOGUE), CATALOGUE, lineage("03153")[0], StartingPoint.PUBLIC_DATA)
    assert sum(each.standing in (Standing.PUBLIC, Standing.OWN_OFFICE) for each in answers) >= 15
    assert sum(each.standing is Standing.PUBLIC for each in answers) >= 10


def test_fields_of_topics_are_those_of_the_catalogue():
    known = set(CATALOGUE.fields)
    assert all(set(topic.fields) <= known for topic in topics())


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_proposed_timetable_has_every_phase_without_gaps_in_two_years(begins):
    planned = proposed_timetable(begins)
    assert [each.phase for each in planned] == list(Phase)
    assert not faults(planned)
    for one, other in pairwise(planned):
        assert (other.begins - one.ends).days == 1
    assert 729 <= (planned[-1].ends - planned[0].begins).days <= 731


@pytest.mark.parametrize("point", StartingPoint)
def test_hints_belong_to_questions_and_answer_nothing(point):
    assert len(hints(point)) >= 7
    assert all(question(key) for key in hints(point))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Arbeitslosenquote", "arbeitslosenquote"),
        ("Einbürgerungs-Quote", "einbuergerungsquote"),
        ("Ausländeranteil", "auslaenderanteil"),
        ("Anteil der Menschen mit Migrationshintergrund", "anteil-mit-migrationshintergrund"),
        ("Schmetterlinge", ""),
    ],
)
def test_a_name_is_held_against_the_catalogue(name, code):
    found = matches(name, CATALOGUE.indicators)
    assert (found[0].code if found and found[0].degree == "gleich" else "") == code


def codes(text):
    return [issue.code for issue in read_series(text.encode(), "x.csv").issues]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Quote;2021\nx;1\n", "M-REIHE-01"),
        ("Indikator;Einheit;2021;früher\nx;Prozent;1;2\n", "M-REIHE-02"),
        ("Indikator;Einheit;2021\n;Prozent;1\n", "M-REIHE-03"),
        ("Indikator;Einheit;2021\nx;Ellen;1\n", "M-REIHE-04"),
        ("Indikator;2021\nx;1\n", "M-REIHE-04"),
        ("Indikator;Einheit;2021\nx;Prozent;viel\n", "M-REIHE-05"),
        ("Indikator;Einheit;2021\nx;Prozent;\ny;Prozent;1\n", "M-REIHE-06"),
        ("Indikator;Einheit;2021\nx;Prozent;1\nX;Prozent;2\n", "M-REIHE-07"),
        ("Indikator;Gruppe;Einheit;2021\nx;a;Prozent;1\nx;b;Anzahl;2\n", "M-REIHE-08"),
    ],
)
def test_each_fault_has_its_code(text, code):
    assert codes(text) == [code]


def test_all_faults_at_once_and_no_series_then():
    reading = read_series(b"Indikator;Einheit;2021;irgendwann\nx;Ellen;viel;1\n", "x.csv")
    assert {issue.code for issue in reading.issues} == {"M-REIHE-02", "M-REIHE-04", "M-REIHE-05"}
    assert reading.series == ()
    assert all(issue.line and issue.severity is Severity.ERROR for issue in reading.issues)


def test_the_template_reads_as_a_workbook_and_as_text():
    book = read_series(workbook_bytes("Zeitreihen", series_template()), "v.xlsx")
    text = read_series("\n".join(";".join(row) for row in series_template()).encode(), "v.csv")
    assert book.series == text.series
    assert len(book.series) == 3
    assert not book.issues


def test_what_is_neither_workbook_nor_text_is_told():
    assert [issue.code for issue in read_series(b"\x00\x01\xff\xfe\x80", "x.xls").issues] == ["L-DATEI-03"]


def beginning(point=StartingPoint.OWN_REPORT, municipality=None):
    [kreis] = find("03459")[:1]
    municipality = municipality or kreis
    proposed = obtainable(CATALOGUE.core, CATALOGUE, municipality.area, point)[:4]
    taken = Taken("Bericht 2022", read_series(SERIES.encode(), "x").series, {"Arbeitslosenquote": "arbeitslosenquote"})
    own = taken if point is StartingPoint.OWN_REPORT else None
    return Beginning(point, municipality, "Integrationsmonitoring", "2027", proposed_timetable(TODAY), proposed, own)


@pytest.mark.parametrize("point", StartingPoint)
def test_a_beginning_is_a_sound_folder_in_which_nothing_is_decided(tmp_path, point):
    made = begin(beginning(point), CATALOGUE, folder=tmp_path, today=TODAY)
    write_folder(made, tmp_path)
    reading = read_folder(tmp_path, closed=True)
    assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []
    assert differences(made, reading.monitoring) == ()
    assert (made.selection, made.concept.answers, made.agreements.voices) == ((), (), ())
    assert made.starting_point is point


def test_own_series_become_figures_cell_by_cell_with_their_signs(tmp_path):
    made = begin(beginning(), CATALOGUE, folder=tmp_path, today=TODAY)
    reading = read(tmp_path / made.data[0].path, kind="tidy", material=made.own_sources[0].material)
    found = {(each.measure, each.period.key): each.figure for each in reading.observations}
    assert str(found["eigen-arbeitslosenquote--insgesamt", "2022"].number) == "5.8"
    assert found["eigen-arbeitslosenquote--auslaendisch", "2022"].number is None
    assert found["eigen-vereine--insgesamt", "2022"].number == 1031


def test_a_matched_indicator_takes_what_the_catalogue_says_an_unmatched_one_is_context(tmp_path):
    own = {each.code: each for each in begin(beginning(), CATALOGUE, folder=tmp_path, today=TODAY).own_indicators}
    matched, free = own["eigen-arbeitslosenquote"], own["eigen-vereine"]
    assert (matched.direction, matched.field) == ("niedrig-gut", "Arbeit und Wirtschaft")
    assert (free.direction, free.field, free.matches) == ("kontext", "Noch nicht zugeordnet", ())


def test_the_calendar_expects_the_last_year_that_is_over(tmp_path):
    made = begin(beginning(), CATALOGUE, folder=tmp_path, today=TODAY)
    assert {each.period.key for each in made.expected} == {"2025"}


def test_a_small_gemeinde_lies_in_its_kreis(tmp_path):
    area = Area("03459999", "Kleindorf", AreaLevel.MUNICIPALITY, "03459")
    small = Municipality(area, Kind.MUNICIPALITY, "Niedersachsen", 0)
    made = begin(beginning(StartingPoint.PUBLIC_DATA, small), CATALOGUE, folder=tmp_path, today=TODAY)
    assert [each.name for each in made.areas] == ["Kleindorf", "Osnabrück", "Niedersachsen", "Deutschland"]
    assert evaluate(made, store=tmp_path / "speicher").results == {}
