"""The answers of an indicator, a decision about it, and a swap."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.catalogue import Perspective
from mehrklang.package import Selection, Steerable
from mehrklang.package.weighing import Prospect
from mehrklang.package.weighing.balance import feature_label
from mehrklang.package.weighing.replies import perspective_label
from mehrklang.planning import SelectionState

Choices = Sequence[tuple[str, str]]


def _text(label: str, help_text: str, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text
    )


class AnswerForm(forms.Form):
    """What people write about an indicator; nothing of it is compulsory, what is left out stays open."""

    question = _text(
        "Auf welche Frage antwortet er?", "Ihre eigene Frage, z. B. „Kommen alle Kinder früh in eine Kita?“"
    )
    why = _text("Wozu wollen wir das wissen?", "Welche Entscheidung hängt daran? Z. B. „Für die Planung der Plätze“.")
    goals = forms.MultipleChoiceField(
        label="Zu welchen Zielen gehört er?", required=False, widget=forms.CheckboxSelectMultiple
    )
    addressees = forms.CharField(
        label="Für wen ist er?", required=False, max_length=500, help_text="Mit Komma getrennt, z. B. Rat, Jugendamt."
    )
    why_feature = _text("Warum unterscheiden wir nach diesem Merkmal?", "")
    perspective = forms.ChoiceField(label="Zeigt er eine Stärke oder ein Defizit?", required=False)
    steerable = forms.ChoiceField(
        label="Kann die Kommune ihn bewegen?", choices=[(each.value, each.value) for each in Steerable]
    )
    steerable_reason = _text("Warum?", "Z. B. „Die Stadt plant die Plätze“. Ohne Grund bleibt die Frage offen.")
    if_moved = _text(
        "Was tun wir, wenn er sich bewegt?", "Zum Beispiel „Sinkt er zwei Jahre lang, berät der Jugendhilfeausschuss“."
    )
    source = forms.ChoiceField(label="Quelle", required=False)
    group = forms.ChoiceField(label="Gruppe, auf die der Zielwert schaut", required=False)
    effort_hours = forms.DecimalField(
        label="Eigener Aufwand in Stunden im Jahr",
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=3,
        localize=True,
        help_text="Zählt nur, solange keine Quelle ihren Aufwand nennt. Was Sie nicht wissen, lassen Sie leer.",
        error_messages={"invalid": "Bitte eine Zahl angeben, z. B. 7,5."},
    )

    def __init__(
        self, data: QueryDict | None = None, *, about: Prospect, goals: Choices, sources: Choices, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self._offer_goals(goals)
        self._offer("perspective", [("", _as_in_catalogue(about)), *_PERSPECTIVES])
        self._offer_if_any("source", "die erste mit Daten", sources)
        self._offer_if_any("group", "die erste des Indikators", _groups(about))
        if about.tells_apart:
            told = ", ".join(feature_label(key) for key in about.definition.features)
            hint = "Die Unterscheidung braucht einen Zweck, z. B. „An der Staatsangehörigkeit hängen Rechte“."
            self.fields["why_feature"].help_text = f"Unterschieden wird nach: {told}. {hint}"
        else:
            del self.fields["why_feature"]

    def _offer_goals(self, goals: Choices) -> None:
        """An empty list would be a field in which nothing can be done."""
        if goals:
            self._offer("goals", goals)
        else:
            del self.fields["goals"]

    def _offer(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def _offer_if_any(self, name: str, nothing: str, choices: Choices) -> None:
        """A choice between one and nothing is none."""
        if len(choices) > 1:
            self._offer(name, [("", nothing), *choices])
        else:
            del self.fields[name]

    def clean_addressees(self) -> tuple[str, ...]:
        """One per comma, each once."""
        names = (name.strip() for name in self.cleaned_data["addressees"].split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    def to_value(self, before: Selection) -> Selection:
        """The answers in the place of those before; what the form does not ask for stays."""
        data = self.cleaned_data
        plain = ("question", "why", "addressees", "steerable_reason", "if_moved", "source", "group", "effort_hours")
        return replace(
            before,
            **{name: data[name] for name in plain if name in data},
            goals=tuple(data["goals"]) if "goals" in data else before.goals,
            why_feature=data.get("why_feature", before.why_feature),
            perspective=Perspective(data["perspective"]) if data["perspective"] else None,
            steerable=Steerable(data["steerable"]),
        )


def initial_of(selection: Selection, *, question: str = "") -> dict[str, object]:
    """What the form shows; `question` stands there as a proposal where nobody has written one."""
    plain = ("why", "why_feature", "steerable_reason", "if_moved", "source", "group", "effort_hours")
    return {
        **{name: getattr(selection, name) for name in plain},
        "question": selection.question or question,
        "goals": list(selection.goals),
        "addressees": ", ".join(selection.addressees),
        "perspective": selection.perspective.value if selection.perspective else "",
        "steerable": selection.steerable.value,
    }


_PERSPECTIVES = [(each.value, perspective_label(each)) for each in Perspective]


def _as_in_catalogue(about: Prospect) -> str:
    return f"wie im Katalog: {perspective_label(about.definition.perspective)}"


def _groups(about: Prospect) -> Choices:
    """The groups of its bindings; one that is kept from earlier stays possible."""
    bindings = () if about.definition.derivation else about.definition.bindings
    labels = {group.group: group.label for binding in bindings for group in binding.groups}
    own = about.selection.group
    return [*({own: own} | labels if own else labels).items()]


class DecideForm(forms.Form):
    """A state with its reason."""

    state = forms.ChoiceField(label="Stand", choices=[(each.value, each.label) for each in SelectionState])
    reason = forms.CharField(
        label="Begründung",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ein Satz genügt, z. B. „Die Daten liegen erst 2027 vor“. Name, Amt und Datum kommen dazu.",
    )


class SwapForm(forms.Form):
    """Which one goes, what becomes of it, and why."""

    leaving = forms.ChoiceField(
        label="Welcher Indikator macht Platz?",
        error_messages={"required": "Bitte wählen Sie, welcher Indikator Platz macht."},
    )
    becomes = forms.ChoiceField(
        label="Was wird aus ihm?",
        choices=[
            (SelectionState.SUPPLEMENTARY.value, "Er bleibt als ergänzender Indikator, mit Zielwert und Verknüpfungen"),
            (SelectionState.DEFERRED.value, "Er wird zurückgestellt; Unterschriften unter dem Zielwert entfallen"),
        ],
    )
    reason = forms.CharField(
        label="Begründung des Tauschs",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Zum Beispiel „Sagt dasselbe wie die Beschäftigungsquote; Wohnen fehlte bisher“.",
    )

    def __init__(self, data: QueryDict | None = None, *, leaving: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["leaving"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(leaving)
