"""The fingerprint of a definition: two signatures mean the same indicator exactly when they name the same one."""

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from hashlib import sha256

from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.supply import Supply


def fingerprint(definition: IndicatorDefinition | Source | Supply | NamedCatalogue) -> str:
    """64 hexadecimal digits (SHA-256) of everything that the definition says; of a source, too, and of other entries.

    Promise: equal definitions have equal fingerprints, in every process and on every machine; any other text, number,
    cell or order gives another one. What stands at its default is left out, so that a field that a later release adds
    does not change what was signed before.

    >>> from mehrklang.catalogue import load
    >>> signed = fingerprint(load().indicator("einbuergerungsquote"))
    >>> len(signed), signed == fingerprint(load().indicator("einbuergerungsquote"))
    (64, True)
    """
    text = json.dumps(_said(definition), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _said(value: object) -> object:
    """The value as lists, texts and numbers; exact numbers as text."""
    if is_dataclass(value) and not isinstance(value, type):
        said = {each.name: getattr(value, each.name) for each in fields(value)}
        return {each.name: _said(said[each.name]) for each in fields(value) if not _default(each, said[each.name])}
    if isinstance(value, tuple):
        return [_said(each) for each in value]
    return value if isinstance(value, bool | int | None) else str(value)


def _default(field: Field[object], value: object) -> bool:
    if field.default is not MISSING:
        return bool(field.default == value)
    return field.default_factory is not MISSING and field.default_factory() == value
