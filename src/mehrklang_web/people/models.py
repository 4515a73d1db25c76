"""Accounts and roles. One account has one role, so that a trace always says in which capacity somebody acted."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from mehrklang_web.audit.models import Traced, TracedQuerySet


class Role(models.TextChoices):
    """In which capacity somebody works with the monitoring."""

    COORDINATION = "koordination", "Koordination"
    STATISTICS = "statistik", "Statistik"
    DEPARTMENT = "fachbereich", "Fachbereich"
    PARTNER = "partner", "Partner"
    LEADERSHIP = "leitung", "Leitung und Politik"
    ADMINISTRATION = "administration", "Administration"

    @property
    def description(self) -> str:
        """What the role may do, in prose."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Role.COORDINATION: "Fachstelle Integration: verantwortet Konzept, Ziele und Auswahl, schreibt und unterschreibt "
    "Interpretationen und erstellt Berichte.",
    Role.STATISTICS: "Statistikstelle: übernimmt Lieferungen, hält Ergebnisse fest, prüft und unterschreibt "
    "Zielwerte und Interpretationen. Gibt es keine, hat diese Rolle, wer im Haus mit Zahlen arbeitet und sie "
    "unabhängig prüft, zum Beispiel Sozialplanung oder Controlling.",
    Role.DEPARTMENT: "Jugend, Schule, Soziales, Wohnen, Jobcenter und andere: liefert Daten, sieht Arbeitswerte und "
    "interpretiert die eigenen Handlungsfelder.",
    Role.PARTNER: "Migrantische Organisationen, Wohlfahrtsverbände, Beirat: sieht Ergebnisse, sobald beide Ämter sie "
    "gemeinsam interpretiert haben.",
    Role.LEADERSHIP: "Verwaltungsleitung, Rat und Ausschüsse: sieht interpretierte Ergebnisse und lädt Berichte "
    "herunter.",
    Role.ADMINISTRATION: "IT: legt Konten an und sperrt sie, setzt vergessene Passwörter zurück, liest das Protokoll; "
    "sieht keine Ergebnisse.",
}


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the name they log in with; new ones are made by `people.actions.open_account`."""

    def get_queryset(self) -> TracedQuerySet["Account"]:
        """Writes ask for an act, as everywhere."""
        return TracedQuerySet(self.model, using=self._db)


class Account(Traced, AbstractBaseUser):
    """Somebody who works with the monitoring."""

    last_login = None  # logging in is an entry of the Protokoll, not a write to the account
    username = models.CharField("Anmeldename", max_length=60, unique=True)
    full_name = models.CharField("Name", max_length=150)
    role = models.CharField("Rolle", max_length=20, choices=Role)
    is_active = models.BooleanField("aktiv", default=True)
    own_fields = models.JSONField("eigene Handlungsfelder", default=list, blank=True)
    first_password = models.BooleanField("hat noch das erste Passwort", default=False, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()  # type: ignore[assignment] # Django's login asks for its own kind

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name", "role"]

    class Meta:
        ordering = ("full_name",)

    def __str__(self) -> str:
        return f"{self.full_name} ({self.role_label})"

    @property
    def role_label(self) -> str:
        """The role's German name."""
        return Role(self.role).label

    def save(self, *args: Any, **options: Any) -> None:
        """Inside an act; only the renewal of an outdated password hash at login is Django's own business."""
        if options.get("update_fields") == ["password"] and self.pk is not None:
            models.Model.save(self, *args, **options)
        else:
            super().save(*args, **options)
