"""Files as somebody uploads them to the shell, and what is posted with them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mehrklang_web.deliveries.models import Trial

UNKNOWN = "Kreis;Jahr;Geschlecht;Bestand\n" + "".join(
    f"99000001;{year};{sex};{count}\n"
    for year, sex, count in ((2022, "weiblich", 510), (2022, "männlich", 520), (2023, "weiblich", 530))
)
"""A table of no known form: one value per row."""

MOVED = "Bestand;Kreis;Jahr;Geschlecht\n" + "".join(
    f"{count};99000001;2024;{sex}\n" for sex, count in (("weiblich", 540), ("männlich", 550))
)
"""Next year's table: the first column was the last."""

SAID = {
    "name": "Bestand",
    "measure": "bestand",
    "unit": "Anzahl",
    "area": "",
    "period": "",
    "role_0": "gebiet",
    "role_1": "zeitraum",
    "role_2": "merkmal",
    "role_3": "wert",
}
"""What the columns of `UNKNOWN` mean."""


def csv(content: str | bytes, name: str = "neu.csv") -> SimpleUploadedFile:
    """An upload."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content, "text/csv")


def tried(client: Client, content: str | bytes, *, name: str = "neu.csv", **said: str) -> Trial:
    """The trial of an upload; the source is said unless it is to be recognised."""
    posted = {"source": "probe", "kind": "", **said}
    answer = client.post(reverse("deliveries:list"), {"file": csv(content, name), **posted})
    assert answer.status_code == 302, answer.content.decode()
    return Trial.objects.get(pk=int(answer["Location"].strip("/").rpartition("/")[2]))
