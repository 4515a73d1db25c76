"""Editing as a step that can be undone; undoing; keeping and dropping drafts."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.conf import settings
from django.core import serializers
from django.db.models import ProtectedError
from django.utils.module_loading import import_string

from mehrklang_web.audit.actions import Author, Subject, Trace, act, privately
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing import conflict, state
from mehrklang_web.editing.models import Change, Draft, Step, Versioned


class ChangedSinceError(ValueError):
    """A step cannot be undone because somebody has changed the same object after it."""


class Edit(Trace):
    """The trace of an edit, and the objects that it touches."""

    def __init__(self) -> None:
        super().__init__()
        self.step: Step | None = None
        self._before: dict[tuple[str, int], str] = {}

    def changes(self, kept: Traced, *, seen: int | None = None) -> None:
        """Say this before an object is changed or taken away: its state is remembered, its version grows.

        `seen` is the version that the form showed (left out: that of `kept`); ConflictError if it is not the saved one.
        """
        if isinstance(kept, Versioned):
            conflict.check(type(kept).objects.get(pk=kept.pk), kept.version if seen is None else seen)
        self._remember(kept, state.state_of(state.label_of(kept), _key(kept)))
        if isinstance(kept, Versioned):
            kept.version += 1

    def adds(self, kept: Traced) -> None:
        """Say this after a new object is saved."""
        self._remember(kept, "")

    def _remember(self, kept: Traced, before: str) -> None:
        self._before.setdefault((state.label_of(kept), _key(kept)), before)

    def touched(self) -> Iterator[tuple[str, int, str]]:
        """Each object, with its state before."""
        return ((label, key, before) for (label, key), before in self._before.items())


@contextmanager
def edit(*, did: str, by: Author, to: Subject, edition: int = 0) -> Iterator[Edit]:
    """An act (`audit.actions.act`) that can be undone: name every object with `changes` or `adds`."""
    with act(did, by=by, to=to) as trace:
        editing = Edit()
        yield editing
        trace.old, trace.new = editing.old, editing.new
        editing.step = _keep_step(editing, did=did, name=to.name, edition=edition, by=by)


def undo(*, step: Step, by: Author) -> Step:
    """Puts every object of the step back as it was before; that is a step of its own, which can be undone too.

    ChangedSinceError if one of them was changed since, or something hangs on it by now; then nothing is put back.
    """
    changes = list(step.changes.all())
    changed = [each for each in changes if not state.same(each.after, state.state_of(each.model, each.key))]
    if step.undone or changed:
        raise ChangedSinceError(step.name)
    with act("Rückgängig gemacht", by=by, to=Subject("Schritt", str(step.pk), str(step))) as trace:
        try:
            with _watched(step, by):
                for each in _in_order(changes):
                    _restore(each.model, each.key, each.before)
        except ProtectedError as error:  # something that came later hangs on what would go
            raise ChangedSinceError(step.name) from error
        step.undone = True
        step.save()
        trace.old = str(step)
        back = _step(did="Rückgängig gemacht", name=str(step), edition=step.edition, by=by)
        for each in changes:
            _change(back, each.model, each.key, before=each.after)
    return back


def _watched(step: Step, by: Author) -> AbstractContextManager[None]:
    """What is put back may ask for a reason, as anything that is changed: a room above looks on, named by the setting
    UNDOING_IS_WATCHED."""
    watch: Callable[..., AbstractContextManager[None]] = import_string(settings.UNDOING_IS_WATCHED)
    return watch(number=step.edition, by=by)


def keep_draft(*, place: str, content: str, by: Author) -> None:
    """Keeps what somebody has typed; the last one of each form counts. No line of the Protokoll: nothing was done."""
    with privately():
        Draft.objects.update_or_create(account=by.pk or 0, place=place[:300], defaults={"content": content})


def drop_draft(*, place: str, by: Author) -> None:
    """Throws a draft away, because it was saved or is not wanted."""
    with privately():
        Draft.objects.filter(account=by.pk or 0, place=place[:300]).delete()


def _keep_step(editing: Edit, *, did: str, name: str, edition: int, by: Author) -> Step | None:
    touched = list(editing.touched())
    if not touched:
        return None
    step = _step(did=did, name=name, edition=edition, by=by)
    for label, key, before in touched:
        _change(step, label, key, before=before)
    return step


def _step(*, did: str, name: str, edition: int, by: Author) -> Step:
    return Step.objects.create(did=did, name=name[:300], edition=edition, account=by.pk, who=by.full_name)


def _change(step: Step, label: str, key: int, *, before: str) -> None:
    after = state.state_of(label, key)
    if not state.same(before, after):
        Change.objects.create(step=step, model=label, key=key, before=before, after=after)


def _restore(label: str, key: int, before: str) -> None:
    """Writes a state back, with a new version; "" takes the object away."""
    now = state.model_of(label).objects.filter(pk=key).first()
    if not before:
        if now is not None:
            now.delete()
        return
    fields = json.loads(before)
    if state.FIELD_OF_VERSION in fields:
        fields[state.FIELD_OF_VERSION] = getattr(now, state.FIELD_OF_VERSION, fields[state.FIELD_OF_VERSION]) + 1
    record = [{"model": label, "pk": key, "fields": fields}]
    for restored in serializers.deserialize("json", json.dumps(record)):
        restored.save()


def _in_order(changes: list[Change]) -> list[Change]:
    """What was there comes back in the order in which it was named; what was added goes, the last one first."""
    back = [each for each in changes if each.before]
    away = [each for each in changes if not each.before]
    return [*back, *reversed(away)]


def _key(kept: Traced) -> int:
    return int(kept.pk)
