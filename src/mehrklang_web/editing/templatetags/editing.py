"""For templates: a form that stands beside others on its page shows what was typed into it and not sent."""

from urllib.parse import unquote

from django import forms, template
from django.template.context import RequestContext

from mehrklang_web.editing.models import Draft
from mehrklang_web.editing.queries import draft_of, initial_from
from mehrklang_web.people.gate import account_of

register = template.Library()


@register.simple_tag(takes_context=True)
def typed_before(context: RequestContext, form: forms.Form, place: str) -> Draft | None:
    """The draft of a form that posts to `place`; the form is filled with it unless it has just been sent.

    To be followed by "editing/typed.html" with `draft` and `place`; the view drops the draft with `say_saved`.
    """
    found = None if form.is_bound else draft_of(account_of(context.request).pk, unquote(place))
    if found is not None:
        form.initial = {**form.initial, **initial_from(found, form)}
    return found


@register.filter
def unquoted(address: str) -> str:
    """An address as a request names it, with its letters as they are written."""
    return unquote(address)
