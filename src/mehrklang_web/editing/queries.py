"""Steps that can be undone, and the draft of a form."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Draft, Step
from mehrklang_web.editing.state import label_of


def draft_of(account: int, place: str) -> Draft | None:
    """What the account has typed there and not saved."""
    return Draft.objects.filter(account=account, place=place[:300]).first()


def initial_from(draft: Draft, form: forms.Form) -> dict[str, object]:
    """The draft as initial values of the form: nothing is checked before somebody saves.

    Hidden fields are not typed: they say on what the page stands today.
    """
    typed = QueryDict(draft.content)
    files: MultiValueDict[str, UploadedFile[bytes]] = MultiValueDict()  # a file is never kept
    typable = {name: field.widget for name, field in form.fields.items() if not field.widget.is_hidden}
    return {name: widget.value_from_datadict(typed, files, form.add_prefix(name)) for name, widget in typable.items()}


def last_step(kept: Traced) -> Step | None:
    """The step that changed an object last: who has to be asked about it."""
    return Step.objects.filter(changes__model=label_of(kept), changes__key=kept.pk).first()
