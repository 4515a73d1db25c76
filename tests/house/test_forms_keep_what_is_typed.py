"""Whoever types loses nothing: every form of authoring keeps a draft, and notices a second editor."""

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
from django import forms

SHELL = Path(__file__).resolve().parents[2] / "src" / "mehrklang_web"

WITHOUT_DRAFT = {
    "people/login.html": "a password is never kept",
    "people/own_account.html": "a password is never kept",
    "people/first_password.html": "a password is never kept",
    "results/ask_first.html": "sends a form of another page on, whose draft that page keeps until it is saved",
    "people/accounts.html": "a password is never kept",
    "exchange/compare.html": "two files are chosen, nothing is typed",
    "exchange/trial.html": "choices that the trial proposes; the archive waits for a day",
}
"""Forms with a text or several fields that keep no draft, each with its reason."""

ADDS_ONLY = {
    "agreements/remark.html": "an answer is added to the others",
    "collection/calendar.html": "a delivery is added to the plan",
    "collection/expectation.html": "a step is added to the history",
    "collection/source.html": "a monitoring is added to the list",
    "deliveries/delivery.html": "taken back once; the second time that is said",
    "deliveries/list.html": "a file is added",
    "deliveries/mapping.html": "a name that is taken is refused",
    "deliveries/trial.html": "decided once; the trial is gone then",
    "opening/begin.html": "a monitoring is made; a title that is taken is refused",
    "opening/edition.html": "an edition is made",
    "opening/series.html": "read only; what is made comes on the next page",
    "places/register.html": "a file is tried",
    "signals/break.html": "a voice is added; a decided proposal takes no more",
    "signals/signal.html": "a step is added to the history; what is closed takes no more",
}
"""Forms with a draft that overwrite nothing, each with what keeps a second editor safe."""

STAMPS = ('name="version"', 'name="fassung"', 'name="stand"', "form.before")
"""What a form says of the state on which it was opened."""


@dataclass(frozen=True)
class Written:
    """A form of a template in which somebody writes."""

    template: str
    markup: str

    @property
    def head(self) -> str:
        return self.markup.split("{% csrf_token %}")[0]

    @property
    def keeps_a_draft(self) -> bool:
        return "data-draft" in self.head

    @property
    def has_a_stamp(self) -> bool:
        return any(stamp in self.markup for stamp in STAMPS)


def texts_of(room):
    """The names of the room's fields in which one writes more than a line."""
    modules = [f"mehrklang_web.{room}.{path.stem}" for path in sorted((SHELL / room).glob("*forms.py"))]
    classes = [each for name in modules for each in vars(import_module(name)).values() if isinstance(each, type)]
    found = [each for each in classes if issubclass(each, forms.Form)]
    return {
        name for each in found for name, field in each.base_fields.items() if isinstance(field.widget, forms.Textarea)
    }


def is_written_in(markup, texts):
    """Whether it has a loop of fields, a text, or more than one field."""
    fields = re.findall(r"\{% field ([\w.]+)", markup)
    typed = re.findall(r"<(?:select|textarea|input(?![^>]*type=\"(?:hidden|checkbox|radio|file)\"))", markup)
    return (
        "{% for bound in" in markup
        or len(fields) + len(typed) > 1
        or any(name.rpartition(".")[2] in texts for name in fields)
    )


def is_only_a_file(markup):
    return re.findall(r"\{% field ([\w.]+)", markup) == ["form.file"]


def written_forms():
    for path in sorted(SHELL.glob("*/templates/**/*.html")):
        texts = texts_of(path.relative_to(SHELL).parts[0])
        text = path.read_text(encoding="utf-8")
        for form in re.findall(r"<form[^>]*?method=\"post\".*?</form>", text, re.DOTALL):
            if is_written_in(form, texts) and not is_only_a_file(form):
                yield Written("/".join(path.parts[-2:]), form)


WRITTEN = list(written_forms())


@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.template)
def test_a_form_of_authoring_keeps_a_draft(form):
    assert form.keeps_a_draft or form.template in WITHOUT_DRAFT


@pytest.mark.parametrize("form", [form for form in WRITTEN if form.keeps_a_draft], ids=lambda form: form.template)
def test_what_edits_something_says_which_version_it_saw(form):
    assert form.has_a_stamp or form.template in ADDS_ONLY


@pytest.mark.parametrize("name", sorted({form.template for form in WRITTEN if form.keeps_a_draft}))
def test_every_draft_has_its_line_that_says_it_is_kept(name):
    """A form with an address of its own needs the line for that address ("editing/typed.html")."""
    text = next(SHELL.glob(f"*/templates/{name}")).read_text(encoding="utf-8")
    elsewhere = len(re.findall(r"<form[^>]* action=[^>]*data-draft", text))
    lines = text.count('"editing/typed.html"')
    assert lines >= elsewhere
    assert lines + text.count('"editing/draft.html"') >= 1


def test_no_exception_outlives_its_form():
    plain = {form.template for form in WRITTEN if not form.keeps_a_draft}
    unstamped = {form.template for form in WRITTEN if form.keeps_a_draft and not form.has_a_stamp}
    assert set(WITHOUT_DRAFT) <= plain
    assert set(ADDS_ONLY) <= unstamped
