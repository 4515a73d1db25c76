"""Light, dark or as the device wishes: kept in a cookie, without an account and without a script."""

from dataclasses import dataclass

from django.http import HttpRequest

COOKIE = "mehrklang_darstellung"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One choice; `theme` is the value of KERN's attribute, "" leaves it to the device."""

    key: str
    label: str
    theme: str


APPEARANCES = (
    Appearance("geraet", "wie das Gerät", ""),
    Appearance("hell", "hell", "light"),
    Appearance("dunkel", "dunkel", "dark"),
)


def find(key: str) -> Appearance:
    """The appearance of a key, the device's own for anything unknown."""
    return next((appearance for appearance in APPEARANCES if appearance.key == key), APPEARANCES[0])


def chosen(request: HttpRequest) -> dict[str, object]:
    """For all templates: what was chosen, and what there is to choose."""
    return {"appearance": find(request.COOKIES.get(COOKIE, "")), "appearances": APPEARANCES}
