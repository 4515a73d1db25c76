"""The state of an object as text: all its fields and many-to-many links."""

import json
from typing import Any

from django.apps import apps
from django.core import serializers

from mehrklang_web.audit.models import Traced

FIELD_OF_VERSION = "version"


def label_of(kept: Traced) -> str:
    """The model of an object as one word, e.g. "concept.goal"."""
    return kept._meta.label_lower  # noqa: SLF001 — Django's documented interface


def model_of(label: str) -> type[Traced]:
    """The model behind the word."""
    model = apps.get_model(label)
    if not issubclass(model, Traced):
        raise TypeError(f"{label} is written outside of acts")
    return model


def state_of(label: str, key: int) -> str:
    """The object's fields as canonical JSON; "" if it does not exist."""
    kept = model_of(label).objects.filter(pk=key).first()
    if kept is None:
        return ""
    return json.dumps(json.loads(serializers.serialize("json", [kept]))[0]["fields"], sort_keys=True)


def same(one: str, other: str) -> bool:
    """Whether two states agree; the version does not count, it only ever grows."""
    return _without_version(one) == _without_version(other)


def _without_version(state: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(state) if state else {}
    fields.pop(FIELD_OF_VERSION, None)
    return fields
