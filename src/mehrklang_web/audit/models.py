"""The entry of the Protokoll, and the base of every model that may only be written by an act."""

from typing import Any, TypeVar

from django.db import models

from mehrklang_web.audit.acting import demand_act

M = TypeVar("M", bound=models.Model)


class TracedQuerySet(models.QuerySet[M]):
    """Ways of writing that pass `save` by ask for an act too."""

    def update(self, **values: Any) -> int:
        """As Django's, inside an act."""
        demand_act(self.model.__name__)
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        """As Django's, inside an act."""
        demand_act(self.model.__name__)
        return super().delete()

    def bulk_create(self, *args: Any, **options: Any) -> list[M]:
        """As Django's, inside an act."""
        demand_act(self.model.__name__)
        return super().bulk_create(*args, **options)

    def bulk_update(self, *args: Any, **options: Any) -> int:
        """As Django's, inside an act."""
        demand_act(self.model.__name__)
        return super().bulk_update(*args, **options)


class Traced(models.Model):
    """A model that lets itself be written only while somebody acts. Base of all models of the shell."""

    objects = TracedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """As Django's, inside an act."""
        demand_act(type(self).__name__)
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """As Django's, inside an act."""
        demand_act(type(self).__name__)
        return super().delete(*args, **options)


class Entry(Traced):
    """One line of the Protokoll.

    Promise: written once, never changed, never deleted. `account` is the account's number, not a foreign key; names
    are kept as they were on the day.
    """

    at = models.DateTimeField("Zeitpunkt", auto_now_add=True, db_index=True)
    account = models.BigIntegerField("Konto", null=True)
    who = models.CharField("Wer", max_length=150)
    role = models.CharField("Rolle", max_length=60, blank=True)
    did = models.CharField("Was", max_length=120)
    kind = models.CharField("Gegenstand", max_length=60)
    key = models.CharField("Schlüssel", max_length=200, blank=True)
    name = models.CharField("Bezeichnung", max_length=300)
    old = models.TextField("Vorher", blank=True)
    new = models.TextField("Nachher", blank=True)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y %H:%M} {self.who}: {self.did}: {self.name}"

    def save(self, *args: Any, **options: Any) -> None:
        """Only once."""
        if not self._state.adding:
            raise TypeError("an entry of the Protokoll is never changed")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:  # noqa: ARG002 — Django's form
        """Never."""
        raise TypeError("an entry of the Protokoll is never deleted")
