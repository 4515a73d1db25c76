"""What is versioned, what was changed in a step, and what somebody has typed but not saved."""

from django.db import models

from mehrklang_web.audit.models import Traced


class Versioned(Traced):
    """A model that several persons edit: its version grows with every saved change, so that a stale form is noticed."""

    version = models.PositiveIntegerField("Fassung", default=1, editable=False)

    class Meta:
        abstract = True


class Step(Traced):
    """One act of editing that can be undone. `edition` is its number; 0 where it belongs to no edition."""

    edition = models.BigIntegerField(default=0, db_index=True)
    at = models.DateTimeField("Zeitpunkt", auto_now_add=True)
    account = models.BigIntegerField("Konto", null=True)
    who = models.CharField("Wer", max_length=150)
    did = models.CharField("Was", max_length=120)
    name = models.CharField("Bezeichnung", max_length=300)
    undone = models.BooleanField("rückgängig gemacht", default=False)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.did}: {self.name}"


class Change(Traced):
    """One object before and after a step, as JSON of its fields; "" where it did not exist."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="changes")
    model = models.CharField(max_length=120)
    key = models.BigIntegerField()
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.model} {self.key}"


class Draft(Traced):
    """What an account has typed into a form and not saved yet; nobody else sees it. `content` is URL-encoded."""

    account = models.BigIntegerField("Konto")
    place = models.CharField("Seite", max_length=300)
    content = models.TextField("Eingaben")
    at = models.DateTimeField("Zeitpunkt", auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "place"), name="one_draft_per_form"),)

    def __str__(self) -> str:
        return f"Entwurf {self.place}"
