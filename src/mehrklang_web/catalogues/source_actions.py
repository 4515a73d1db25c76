"""Changing a source that the office has described itself."""

from mehrklang.catalogue import Source, source_changes
from mehrklang.planning import SharedKind
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.catalogues.contents import of_source
from mehrklang_web.catalogues.models import OwnSource
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.values import to_text
from mehrklang_web.sharing.actions import publish
from mehrklang_web.sharing.rules import Named


def change_source(*, kept: OwnSource, source: Source, reason: str = "", seen: int, by: Author) -> Step | None:
    """The source is described like this from now on; monitors that hold it too are told of a new version. `reason` says
    why looser rules of secrecy hold. ConflictError if somebody was quicker than the version `seen`.
    """
    told = [*source_changes(kept.to_value(), source), *([f"Begründung: {reason}"] if reason else [])]
    subject = Subject("Quelle", source.key, source.name)
    with edit(did="Eigene Quelle geändert", by=by, to=subject, edition=kept.edition_id) as step:
        step.changes(kept, seen=seen)
        kept.content = to_text(source)
        kept.save()
        step.new = "; ".join(told)
        named, content = Named(SharedKind.SOURCE, source.key), of_source(source, step.new)
        publish(edition=kept.edition, named=named, content=content, step=step, by=by)
    return step.step
