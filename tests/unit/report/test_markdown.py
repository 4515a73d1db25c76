"""The small, safe part of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.report import html, markdown
from mehrklang.report.document import Bullets, Heading, Paragraph, Run


def plain(blocks):
    return [run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs]


def test_headings_of_every_depth_are_demoted_to_the_one_level():
    found = markdown.blocks("# Eins\n\n### Drei ###\n\nText", level=5, anchor="x")
    assert found[:2] == (Heading(5, "Eins", "x-1"), Heading(5, "Drei", "x-2"))


def test_strong_and_emphasis_may_be_nested():
    assert markdown.runs("**sehr *gut***") == (Run("sehr ", strong=True), Run("gut", strong=True, emphasis=True))


@pytest.mark.parametrize("text", ["2 * 3 * 4", "datei_name_lang", "5*6", "*offen", "a ** b", "__"])
def test_lone_stars_and_underscores_stay_text(text):
    assert "".join(run.text for run in markdown.runs(text)) == text


def test_raw_html_stays_text_and_is_escaped():
    blocks = markdown.blocks("<script>alert(1)</script> <b>x</b>", level=3, anchor="x")
    assert "&lt;script&gt;" in html.body(blocks)
    assert "<script" not in html.body(blocks)


def test_links_and_images_become_text_with_the_address():
    assert plain(markdown.body("Siehe [Bericht](https://example.org 'x') und ![Bild](javascript:alert(1))"))[
        0
    ].startswith("Siehe [Bericht]")
    assert plain(markdown.body("Siehe [Bericht](https://example.org).")) == ["Siehe Bericht (https://example.org)."]


def test_a_list_with_blank_lines_is_one_list():
    (found,) = markdown.blocks("1. eins\n\n2. zwei", level=3, anchor="x")
    assert isinstance(found, Bullets)
    assert found.ordered
    assert len(found.items) == 2


def test_inner_lists_and_continued_items():
    (found,) = markdown.blocks("- eins\n  weiter\n  - innen\n- zwei", level=3, anchor="x")
    first, inner = found.items[0]
    assert first == Paragraph.of("eins weiter")
    assert inner == Bullets(((Paragraph.of("innen"),),))


def test_a_list_may_follow_its_paragraph_directly():
    assert [type(b) for b in markdown.blocks("Gründe:\n- eins", level=3, anchor="x")] == [Paragraph, Bullets]


@given(st.text(max_size=200))
def test_any_text_is_taken_and_no_markup_comes_out(text):
    shown = html.body(markdown.blocks(text, level=3, anchor="x"))
    outside = shown
    for tag in ("p", "ul", "ol", "li", "em", "strong", "h3"):
        outside = outside.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<" not in outside.replace('<h3 id="x-', "")
