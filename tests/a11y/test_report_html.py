"""The HTML export keeps what can be checked without a browser: language, landmarks, headings, tables, references."""

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from mehrklang.report import Audience, ReportHeading, compose, html
from tests.factories import findings as made

OTHER = made.definition(code="P-9", name="Wohnfläche", perspective=made.Perspective.DEFICIT)


class Page(HTMLParser):
    """The elements of a page with their attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br", "img"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(params=Audience, ids=lambda audience: audience.value)
def text(request):
    heading = ReportHeading("Monitoring", "Stadt", "2024", "Mai", "# Wozu\n\nDarum.")
    off = made.finding(made.line("3 2 1", of=OTHER, assessment=made.assessment(made.TargetState.OFF_COURSE)), of=OTHER)
    findings = [made.finding(data_version="v2"), made.by_quarter(), made.gap(), off]
    return html.render(compose(findings, audience=request.param, heading=heading, boundaries=made.boundaries()))


@pytest.fixture
def page(text):
    return Page(text)


def test_the_page_speaks_german_and_has_a_title(page):
    assert page.all("html") == [{"lang": "de"}]
    assert len(page.all("title")) >= 1


def test_every_element_is_closed_in_order(page):
    assert page.open == []


def test_there_is_one_of_each_landmark_and_the_skip_link_leads_to_the_content(page):
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    assert page.all("a")[0]["href"] == f"#{page.all('main')[0]['id']}"


def test_no_heading_skips_a_level(page):
    levels = [int(tag[1]) for tag, _ in page.elements if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_ids_are_unique_and_every_reference_is_found(page):
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    links = {attributes["href"][1:] for attributes in page.all("a")}
    named = {name for _, attributes in page.elements for name in (attributes.get("aria-labelledby") or "").split()}
    assert links | named <= set(ids)


def test_tables_have_caption_and_heads_with_scope(page):
    assert len(page.all("caption")) == len(page.all("table")) > 0
    assert {attributes.get("scope") for attributes in page.all("th")} == {"col", "row"}


def test_pictures_are_images_with_name_and_description_and_their_words_can_be_read(page):
    assert all(svg["role"] == "img" and len(svg["aria-labelledby"].split()) == 2 for svg in page.all("svg"))
    assert len(page.all("figcaption")) == len(page.all("figure")) == len(page.all("svg")) / 2


def test_administration_and_public_see_charts_and_maps_politics_one_map(text):
    """Each picture stands twice, for wide and for narrow screens."""
    politics = "Kurzbericht für die Politik" in text
    assert text.count('role="img"') == 2 * (1 if politics else 6)


def test_scrolling_fields_can_be_reached_by_keyboard(page):
    fields = [attributes for attributes in page.all("div") if attributes.get("class") == "scroll"]
    assert fields
    assert all(each["tabindex"] == "0" and each["role"] == "region" and each["aria-labelledby"] for each in fields)


def test_nothing_is_loaded_from_outside_and_no_script_runs(page, text):
    assert {tag for tag, _ in page.elements}.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert not any(key in attributes for _, attributes in page.elements for key in ("src", "style", "srcset"))
    assert "url(" not in text.split("</style>")[0]
    assert "@import" not in text


def test_what_people_write_is_escaped():
    nasty = "</style><script>alert(1)</script><img src=x onerror=alert(1)>"
    finding = made.finding(
        made.line("1 2 .", label=nasty),
        of=made.definition(name=nasty, question=nasty, notes=(nasty,)),
        interpretation=made.interpretation(text=nasty, summary=nasty),
        goals=(nasty,),
    )
    for audience in Audience:
        heading = ReportHeading(nasty, nasty, nasty, nasty, nasty)
        found = Page(html.render(compose([finding], audience=audience, heading=heading)))
        assert found.open == []
        assert not found.all("script")
        assert not found.all("img")
