"""Writing and signing interpretations."""

from django.utils import timezone

from mehrklang.vocabulary import Interpretation as InterpretationValue
from mehrklang.vocabulary import Signature as SignatureValue
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.interpretation.models import Interpretation, Signature
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.catalogue import name_of


def interpret(*, edition: Edition, value: InterpretationValue, by: Author) -> Interpretation:
    """Keeps a new text for an indicator, bound to the data that were read, with the signatures that it already has.

    Earlier texts stay; their signatures do not carry over, because nobody signed the new words.
    """
    before = Interpretation.objects.filter(edition=edition, code=value.indicator).first()
    with act("Interpretation geschrieben", by=by, to=_subject(edition, value.indicator)) as trace:
        written = Interpretation.objects.create(
            edition=edition,
            code=value.indicator,
            summary=value.summary,
            text=value.text,
            data_version=value.data_version,
            by_id=by.pk,
            who=by.full_name,
        )
        for signature in value.signatures:
            _keep(written, signature)
        trace.old, trace.new = _version(before), _version(written)
    return written


def sign(*, interpretation: Interpretation, by: Author) -> None:
    """Signs for the author's own office, today; a second signature of the same office changes nothing."""
    with act("Interpretation unterschrieben", by=by, to=_subject(interpretation.edition, interpretation.code)) as trace:
        _keep(interpretation, SignatureValue(by.full_name, by.role_label, timezone.localdate()))
        trace.new = f"{_version(interpretation)}; {by.role_label}: {by.full_name}"


def _keep(interpretation: Interpretation, signature: SignatureValue) -> None:
    Signature.objects.get_or_create(
        interpretation=interpretation,
        office=signature.office,
        defaults={"name": signature.name, "day": signature.day},
    )


def _subject(edition: Edition, code: str) -> Subject:
    return Subject("Indikator", code, name_of(edition, code))


def _version(text: Interpretation | None) -> str:
    """A text in the Protokoll: which, not what it says; the texts themselves stay where they are."""
    return f"Fassung {text.pk} von {text.who}, {len(text.text)} Zeichen" if text else ""
