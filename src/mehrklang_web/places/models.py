"""An area with its boundary."""

from django.db import models

from mehrklang.vocabulary import Area, AreaLevel, Boundary
from mehrklang_web.audit.models import Traced


class Place(Traced):
    """One area. `rings` are the polygons of its boundary (see `Boundary`), empty where none is known."""

    key = models.CharField("Schlüssel", max_length=60, unique=True)
    name = models.CharField("Name", max_length=200)
    level = models.CharField("Ebene", max_length=30)
    parent = models.CharField("übergeordnetes Gebiet", max_length=60, blank=True)
    valid_from = models.DateField("gültig ab", null=True, blank=True)
    valid_until = models.DateField("gültig bis", null=True, blank=True)
    rings = models.JSONField("Grenze", default=list, blank=True)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> Area:
        """The library's value."""
        return Area(self.key, self.name, AreaLevel(self.level), self.parent or None, self.valid_from, self.valid_until)

    def to_boundary(self) -> Boundary | None:
        """The library's boundary, if one is known."""
        rings = tuple(tuple((float(x), float(y)) for x, y in ring) for ring in self.rings)
        return Boundary(self.key, rings) if rings else None
