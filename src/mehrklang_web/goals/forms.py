"""A goal, new or changed, and the file of a goal tree."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.planning import Goal as GoalValue
from mehrklang.planning import GoalLevel
from mehrklang_web.concept.forms import DecisionForm, decisions_initial

Choices = Sequence[tuple[str, str]]


class GoalForm(DecisionForm):
    """A goal with the goals above it."""

    title = forms.CharField(
        label="Ziel", max_length=300, help_text="Zum Beispiel „Alle Kinder besuchen eine Kindertagesstätte“."
    )
    field = forms.CharField(label="Handlungsfeld", max_length=120)
    level = forms.ChoiceField(
        label="Ebene",
        required=False,
        choices=[("", "nicht unterschieden"), *((each.value, each.label) for each in GoalLevel)],
    )
    parent = forms.ChoiceField(label="Gehört zu", required=False)
    also_serves = forms.MultipleChoiceField(
        label="Dient auch den Zielen", required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(label="Erläuterung", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: QueryDict | None = None, *, parents: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        parent, also = self.fields["parent"], self.fields["also_serves"]
        assert isinstance(parent, forms.ChoiceField)
        assert isinstance(also, forms.MultipleChoiceField)
        parent.choices = [("", "keinem anderen Ziel"), *parents]
        also.choices = list(parents)

    def to_value(self, key: str) -> GoalValue:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return GoalValue(
            key=key,
            title=data["title"],
            field=data["field"],
            parent=data["parent"],
            text=data["text"],
            level=GoalLevel(data["level"]) if data["level"] else None,
            also_serves=tuple(each for each in data["also_serves"] if each != data["parent"]),
            decisions=self.decisions(),
        )


def initial_of(goal: GoalValue) -> dict[str, object]:
    """What the form shows of a goal that exists already."""
    return {
        "title": goal.title,
        "field": goal.field,
        "level": goal.level or "",
        "parent": goal.parent,
        "also_serves": list(goal.also_serves),
        "text": goal.text,
        **decisions_initial(goal.decisions),
    }


class SheetForm(forms.Form):
    """A file with a goal tree."""

    file = forms.FileField(label="Datei", help_text="Excel (xlsx), OpenDocument (ods) oder CSV.")
