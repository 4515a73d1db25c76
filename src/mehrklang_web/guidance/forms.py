"""The form of an answer, made from its question, and that of the council's decision."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from mehrklang.planning import Answer, CouncilDecision
from mehrklang.planning.concept import Entry, OpenPoint
from mehrklang.planning.questions import AnswerKind, Question

SPARE = 3
"""So many empty lines stand below those that are filled."""


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Bitte einen Tag angeben, z. B. 30.09.2026."},
    )


def _text(label: str, rows: int, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, help_text=help_text, widget=widget)


class AnswerForm(forms.Form):
    """What a question asks for, and whether it is decided. `lines` is the number of lines where it is a table."""

    def __init__(self, *args: Any, asked: Question, lines: int = SPARE, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = asked
        if asked.kind.has_choices:
            self.fields["chosen"] = _choice(asked)
        self.lines = range(lines if asked.kind.has_entries else 0)
        for at in self.lines:
            self.fields |= _line_fields(asked, at)
        own = "Antwort" if asked.kind is AnswerKind.TEXT else "Erläuterung"
        self.fields["text"] = _text(own, 7 if asked.kind is AnswerKind.TEXT else 3)
        self.fields["undecided"] = forms.BooleanField(label="Noch nicht entschieden", required=False)
        self.fields["open_text"] = _text("Was ist noch zu klären?", 2)
        self.fields["responsible"] = forms.CharField(label="Wer klärt es?", required=False, max_length=200)
        self.fields["until"] = _day("Bis wann?")

    def rows(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """The fields of each line."""
        names = ("name", "about", "hours") if self.asked.kind is AnswerKind.HOURS else ("name", "about")
        for at in self.lines:
            yield tuple(self[f"{name}_{at}"] for name in names)

    def clean(self) -> dict[str, Any]:
        """Something has to be said: an answer, or that it is not decided."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for at in self.lines:
            if not data.get(f"name_{at}") and (data.get(f"about_{at}") or data.get(f"hours_{at}") is not None):
                self.add_error(f"name_{at}", "Bitte eine Bezeichnung angeben.")
        if not self.errors and not self.to_value().says_something:
            self.add_error(None, "Bitte antworten Sie oder wählen Sie „Noch nicht entschieden“.")
        return data

    def to_value(self) -> Answer:
        """The library's value of a valid form, without author and day."""
        data = self.cleaned_data
        chosen = data.get("chosen") or []
        point = OpenPoint(data["open_text"].strip(), data["responsible"], data["until"])
        return Answer(
            self.asked.key,
            data["text"].strip().replace("\r\n", "\n"),
            tuple(chosen) if isinstance(chosen, list) else (chosen,),
            tuple(_entry(data, at) for at in self.lines if data.get(f"name_{at}")),
            point if data["undecided"] else None,
        )


def _choice(asked: Question) -> forms.Field:
    choices = [(each, each) for each in asked.choices]
    if asked.kind is AnswerKind.SEVERAL:
        return forms.MultipleChoiceField(
            label="Auswahl (mehreres ist möglich)", choices=choices, required=False, widget=forms.CheckboxSelectMultiple
        )
    return forms.ChoiceField(label="Auswahl", choices=choices, required=False, widget=forms.RadioSelect)


def _line_fields(asked: Question, at: int) -> dict[str, forms.Field]:
    name, about = (f"{head} ({at + 1})" for head in asked.entry_heads)
    fields: dict[str, forms.Field] = {
        f"name_{at}": forms.CharField(label=name, required=False, max_length=200),
        f"about_{at}": forms.CharField(label=about, required=False, max_length=600),
    }
    if asked.kind is AnswerKind.HOURS:
        fields[f"hours_{at}"] = forms.DecimalField(
            label=f"Stunden im Jahr ({at + 1})",
            required=False,
            min_value=0,
            max_digits=7,
            decimal_places=1,
            localize=True,
            error_messages={"invalid": "Bitte eine Zahl angeben, z. B. 120."},
        )
    return fields


def _entry(data: Mapping[str, Any], at: int) -> Entry:
    return Entry(data[f"name_{at}"], data[f"about_{at}"], data.get(f"hours_{at}"))


def initial_of(answer: Answer | None, asked: Question) -> dict[str, Any]:
    """What the form shows of an answer that is kept."""
    if answer is None:
        return {}
    several = asked.kind is AnswerKind.SEVERAL
    shown: dict[str, Any] = {
        "text": answer.text,
        "chosen": list(answer.chosen) if several else next(iter(answer.chosen), ""),
        "undecided": not answer.decided,
    }
    for at, entry in enumerate(answer.entries):
        shown |= {f"name_{at}": entry.name, f"about_{at}": entry.text, f"hours_{at}": entry.hours}
    if point := answer.open_point:
        shown |= {"open_text": point.text, "responsible": point.responsible, "until": point.until}
    return shown


class AdoptionForm(forms.Form):
    """The council's decision."""

    body = forms.CharField(
        label="Gremium", max_length=200, error_messages={"required": "Bitte nennen Sie das Gremium."}
    )
    day = forms.DateField(
        label="Datum der Sitzung",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": "Bitte geben Sie den Tag an.", "invalid": "Bitte einen Tag angeben."},
    )
    number = forms.CharField(label="Nummer der Vorlage", required=False, max_length=100)
    text = _text("Beschluss in wenigen Worten", 2)

    def to_value(self) -> CouncilDecision:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return CouncilDecision(data["body"], data["day"], data["number"], data["text"].strip())
