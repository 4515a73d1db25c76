"""Components for all templates: chip, notice, form field, and figures as German readers write them."""

from collections.abc import Iterable
from decimal import Decimal

from django import template
from django.forms import BoundField, CheckboxSelectMultiple, RadioSelect, Select
from django.utils.safestring import SafeString

from mehrklang.indicators import IndicatorValue
from mehrklang.report import html, versions
from mehrklang.report import markdown as blocks
from mehrklang.vocabulary import Figure, Issue, Unit
from mehrklang.vocabulary.german import format_exact, format_figure
from mehrklang_web.ui import issues

register = template.Library()

_NOTICES = {
    "success": ("✓", "Erfolg"),
    "info": ("i", "Hinweis"),
    "warning": ("△", "Achtung"),
    "danger": ("▲", "Fehler"),
    "error": ("▲", "Fehler"),
}


@register.inclusion_tag("ui/parts/chip.html")
def chip(tone: str, symbol: str, word: str) -> dict[str, str]:
    """A state: symbol and word, colour only beside them."""
    return {"tone": tone, "symbol": symbol, "word": word}


@register.inclusion_tag("ui/parts/notice.html")
def notice(tone: str, text: object) -> dict[str, object]:
    """A message to the reader; `tone` is success, info, warning or danger."""
    symbol, word = _NOTICES.get(tone, _NOTICES["info"])
    return {"tone": "danger" if tone == "error" else tone, "symbol": symbol, "word": word, "text": text}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField) -> dict[str, object]:
    """A form field in KERN's form, with hint and errors linked by aria-describedby."""
    is_select = isinstance(bound.field.widget, Select)
    name = "kern-form-input__select" if is_select else "kern-form-input__input"
    mark = f" {name}--error" if bound.errors else ""
    return {
        "field": bound,
        "widget": bound.as_widget(attrs={"class": name + mark}),
        "is_select": is_select,
        "is_several": isinstance(bound.field.widget, (CheckboxSelectMultiple, RadioSelect)),
        "is_optional": not bound.field.required and _tells_apart(bound),
    }


def _tells_apart(bound: BoundField) -> bool:
    """Whether it helps to mark what may be left empty: not where everything may be (a choice always has a value), nor
    where one of several fields is needed; such a form says `one_of` which ones.
    """
    if bound.name in getattr(bound.form, "one_of", ()):
        return False
    typed = (each.field for each in bound.form.visible_fields() if not isinstance(each.field.widget, Select))
    return any(each.required for each in typed)


@register.filter
def figure(value: Figure, unit: Unit) -> str:
    """The text of a table cell: number, sign, or number in brackets."""
    return format_figure(value, unit)


@register.filter
def told(value: IndicatorValue) -> str:
    """A value with its unit, with no more decimals than its source has; behind it p, s or r where it is not final or
    was revised."""
    return versions.told(value)


@register.filter
def exact(value: Figure) -> str:
    """A figure as one redoes a computation with it: all its decimals, or its sign."""
    return format_exact(value.number) if value.number is not None else format_figure(value, Unit.COUNT)


@register.filter
def by_severity(found: Iterable[Issue]) -> tuple[issues.IssueGroup, ...]:
    """Issues in groups, errors first."""
    return issues.by_severity(found)


@register.filter
def in_words(issue: Issue) -> Issue:
    """An issue in the words of the pages."""
    return issues.in_words(issue)


@register.filter
def page_of(issue: Issue) -> issues.Page | None:
    """Where something can be done about it."""
    return issues.page_of(issue)


@register.filter
def inline_svg(markup: str) -> SafeString:
    """A chart of `mehrklang.report.charts`, which escapes its own texts. Never for text of other origin."""
    return SafeString(markup)


@register.filter
def markdown(text: str) -> SafeString:
    """An interpretation's Markdown as HTML; the report room escapes everything that is not its small, safe part."""
    return SafeString(html.body(blocks.body(text)))


@register.filter
def decimal(number: Decimal) -> str:
    """A number with the decimals that it has, at most three."""
    return format_exact(number, 3)
