"""Signs travel to every exit, and a number that a finding does not hold comes out of none."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import docx as word_files
import pytest
from docx.document import Document as WordFile
from docx.table import Table as WordTable

from mehrklang.assessment import TargetState
from mehrklang.report import Audience, ReportHeading, alternative, charts, compose, csv, docx, html, pdf
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Sign
from tests.factories import findings as made
from tests.factories.pictures import texts

MOMENT = datetime(2024, 5, 6, tzinfo=UTC)


def document(finding: Finding, audience: Audience):
    return compose([finding], audience=audience, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))


def words_of(content: bytes, path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    path.write_bytes(content)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607 — a fixed tool on a file of the test


@pytest.fixture
def all_signs() -> Finding:
    return made.finding(made.line("1.5 – 0 . / (7.25) x …", start=2016))


def test_the_table_shows_every_sign(all_signs):
    body = html.body(document(all_signs, Audience.VERWALTUNG).blocks)
    for printed in ("–", "0", ".", "/", "(7,3)", "x", "…"):
        assert f'<td class="number">{printed}<span class="unseen"> (' in body


def test_the_chart_shows_every_sign_in_both_sizes(all_signs):
    (picture,) = charts.pictures(all_signs)
    for svg in (picture.wide, picture.narrow):
        assert {"0", ".", "/", "x", "…"} <= set(texts(svg))
        assert "(7,3)" in svg


def test_the_text_alternative_names_every_sign_without_a_number(all_signs):
    said = alternative.describe(all_signs, all_signs.lines)
    for sign in (Sign.NEGLIGIBLE, Sign.UNKNOWN, Sign.UNRELIABLE, Sign.BLOCKED, Sign.PENDING):
        assert f"Ohne Wert ({sign.value}): " in said
    assert "statistisch relativ unsicher: 2021" in said


def test_the_csv_file_has_every_sign(all_signs):
    signs = {line.split(";")[11] for line in csv.render([all_signs]).splitlines()[1:]}
    assert signs == {"", *Sign}


def test_the_pdf_shows_every_sign(all_signs, tmp_path):
    text = words_of(pdf.render(document(all_signs, Audience.VERWALTUNG), created=MOMENT), tmp_path / "a.pdf")
    rows = dict(reversed(re.findall(r"^ *(20\d\d)(?:\xa0¹)? +(\S+)", text, re.MULTILINE)))  # the table comes first
    expected = {"2017": "–", "2018": "0", "2019": ".", "2020": "/", "2021": "(7,3)", "2022": "x", "2023": "…"}
    assert expected.items() <= rows.items()


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("beside", [False, True], ids=["raw", "stabilised"])
def test_a_secret_comes_out_of_no_exit(audience, beside, tmp_path):
    """The number was 8,37 before the guard; the finding holds only its sign, so no exit can tell it, nor derive it."""
    plain = made.by_quarter("12.5 18.0 . 9.4 (31.2) 14.1")
    finding = made.stabilised(plain) if beside else plain
    report = document(finding, audience)
    exits = [html.render(report), csv.render([finding])]
    exits.append(words_of(pdf.render(report, created=MOMENT), tmp_path / "a.pdf"))
    exits += [picture.wide + picture.alternative for picture in charts.pictures(finding, made.boundaries())]
    for text in exits:
        for secret in ("8,37", "8,4", "14,2"):  # the last is what a stabilised value of it would have been
            assert not re.search(rf"(?<!\d){secret}(?!\d)", text)
    assert "Nordstadt" in exits[1]


def test_a_stabilised_value_stands_beside_the_raw_one_and_is_named_as_estimated(tmp_path):
    finding = made.stabilised(made.by_quarter("12.5 18.0 . 9.4 (31.2) 14.1"))
    report = document(finding, Audience.VERWALTUNG)
    printed = words_of(pdf.render(report, created=MOMENT), tmp_path / "a.pdf")
    word = "\n".join(cell.text for table in opened(docx.render(report, created=MOMENT)).tables for cell in cells(table))
    picture = next(each for each in charts.pictures(finding) if each.form == "balken")
    for text in (html.render(report), printed, word, picture.wide, picture.narrow, picture.alternative):
        assert "stabilisiert (geschätzt)" in text
    for text in (html.render(report), printed, word, csv.render([finding]), picture.alternative):
        assert "16,3" in text  # Altstadt: 12,5
    assert "16,3" not in "".join(each.alternative for each in charts.pictures(finding, made.boundaries())[-1:])


def opened(content: bytes) -> WordFile:
    return word_files.Document(BytesIO(content))


def cells(table: WordTable):
    return [cell for row in table.rows for cell in row.cells]


def test_every_state_comes_out_as_symbol_and_word(tmp_path):
    states = [made.finding(made.line("1 2", of=made.definition(code=f"P-{at}"), assessment=made.assessment(state)),
                           of=made.definition(code=f"P-{at}")) for at, state in enumerate(TargetState)]  # fmt: skip
    report = compose(states, audience=Audience.VERWALTUNG, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))
    printed = words_of(pdf.render(report, created=MOMENT), tmp_path / "a.pdf")
    for text in (html.render(report), printed):
        for state in TargetState:
            assert state.symbol in text
            assert state.label in text
