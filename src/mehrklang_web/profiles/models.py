"""A mapping profile that was kept."""

from dataclasses import replace

from django.db import models

from mehrklang.sources import Profile, load_profile
from mehrklang_web.audit.models import Traced
from mehrklang_web.monitors.values import from_text


class KeptProfile(Traced):
    """A named profile. `text` is the library's TOML; `heads` are those of the file it was made for or last used with;
    `instead_of` is the kind that the program takes such files for by itself ("": none), and that is not right.
    """

    name = models.CharField("Name", max_length=120, unique=True)
    text = models.TextField("Zuordnung (TOML)")
    heads_text = models.TextField("Spaltenköpfe", default="[]")
    instead_of = models.CharField("sonst gelesen als", max_length=60, blank=True)
    at = models.DateTimeField("Zeitpunkt", auto_now=True)
    who = models.CharField("Wer", max_length=150)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the last file, in their order; () if no file is known."""
        return from_text(tuple[str, ...], self.heads_text)

    def to_value(self) -> Profile:
        """The library's value, under the name that it has here."""
        profile = load_profile(self.text, self.name).profile
        assert profile is not None, f"the profile {self.name!r} was kept with faults"
        return replace(profile, name=self.name)
