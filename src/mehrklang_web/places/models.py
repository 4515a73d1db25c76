"""Areas, what lies in what, their outlines, and files on trial."""

from django.db import models

from mehrklang.territory import Membership, Union
from mehrklang.vocabulary import Area, AreaLevel, Boundary
from mehrklang_web.audit.models import Traced


class Place(Traced):
    """One area. `parts` are the keys of the areas that it is put together from; empty for all but unions."""

    key = models.CharField("Schlüssel", max_length=60, unique=True)
    name = models.CharField("Name", max_length=200)
    level = models.CharField("Ebene", max_length=30)
    parent = models.CharField("übergeordnetes Gebiet", max_length=60, blank=True)
    valid_from = models.DateField("gültig ab", null=True, blank=True)
    valid_until = models.DateField("gültig bis", null=True, blank=True)
    regional_key = models.CharField("Regionalschlüssel", max_length=12, blank=True, default="")
    parts = models.JSONField("Teile", default=list, blank=True)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> Area:
        """The library's value."""
        level, parent = AreaLevel(self.level), self.parent or None
        return Area(self.key, self.name, level, parent, self.valid_from, self.valid_until, self.regional_key)

    def to_union(self) -> Union | None:
        """The library's value, where it is a union."""
        return Union(self.key, self.name, tuple(self.parts)) if self.parts else None


class Placing(Traced):
    """What lies in what in one of the further hierarchies, for a time."""

    hierarchy = models.CharField("Gliederung", max_length=60)
    area = models.CharField("Gebiet", max_length=60)
    parent = models.CharField("übergeordnetes Gebiet", max_length=60)
    since = models.DateField("gültig ab", null=True, blank=True)
    until = models.DateField("gültig bis", null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.hierarchy}: {self.area} in {self.parent}"

    def to_value(self) -> Membership:
        """The library's value."""
        return Membership(self.hierarchy, self.area, self.parent, self.since, self.until)


class Outline(Traced):
    """Polygons (see `Boundary`), kept once under the checksum of their corners; `drawn` is a simpler copy for maps,
    empty where the outline is simple enough.
    """

    sha256 = models.CharField("Prüfsumme", max_length=64, unique=True)
    rings = models.JSONField("Umriss")
    drawn = models.JSONField("vereinfachter Umriss", default=list, blank=True)

    def __str__(self) -> str:
        return self.sha256[:12]


class PlaceOutline(Traced):
    """The outline of an area, for a time."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="outlines", verbose_name="Gebiet")
    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, related_name="+", verbose_name="Umriss")
    valid_from = models.DateField("gültig ab", null=True, blank=True)
    valid_until = models.DateField("gültig bis", null=True, blank=True)

    class Meta:
        ordering = ("place__key", "valid_from")

    def __str__(self) -> str:
        return f"{self.place}: {self.outline}"

    def to_value(self, *, drawn: bool = False) -> Boundary:
        """The library's value; `drawn`: with the simpler copy, where there is one."""
        kept = (self.outline.drawn if drawn else []) or self.outline.rings
        rings = tuple(tuple((float(x), float(y)) for x, y in ring) for ring in kept)
        return Boundary(self.place.key, rings, self.valid_from, self.valid_until)


class FileOnTrial(Traced):
    """A list of areas or a file of boundaries that somebody looks at before taking it over."""

    class Kind(models.TextChoices):
        """What is in it."""

        AREAS = "gebiete", "Gebietsliste"
        BOUNDARIES = "grenzen", "Grenzen"

    kind = models.CharField("Art", max_length=10, choices=Kind.choices)
    name = models.CharField("Datei", max_length=200)
    content = models.BinaryField("Inhalt")
    valid_from = models.DateField("gültig ab", null=True, blank=True)
    valid_until = models.DateField("gültig bis", null=True, blank=True)
    who = models.CharField("Wer", max_length=150)
    at = models.DateTimeField("Zeitpunkt", auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name
