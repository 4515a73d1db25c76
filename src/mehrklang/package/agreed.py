"""The versions of what the offices agree on, worked out from the selection and the definitions as they are today."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from mehrklang.assessment import Target
from mehrklang.catalogue import Break, IndicatorDefinition, Safeguards, fingerprint
from mehrklang.catalogue.rules_told import limits_in_words
from mehrklang.package.difference import flat
from mehrklang.package.monitoring import FurtherTarget, Selection
from mehrklang.package.parts import own_indicators
from mehrklang.package.parts.targets import MAIN, render_target
from mehrklang.planning.agreement import Agreements, Line, Matter, MatterKind, Version, VoiceKind, digest
from mehrklang.planning.agreement_changes import GUARDED

NO_BREAKS: Mapping[str, tuple[Break, ...]] = MappingProxyType({})
_Definitions = Mapping[str, IndicatorDefinition]


def versions_of(
    selection: tuple[Selection, ...], known: Safeguards, breaks: Mapping[str, tuple[Break, ...]] = NO_BREAKS
) -> tuple[Version, ...]:
    """Today's version of the core set, of each definition in it, and of each target, also of further ones.

    Formula of the fingerprints: a definition has that of the catalogue without its log and its matches (with those of
    the indicators that it is derived from), with the `breaks` that the office has entered itself; where it takes own
    counts, every limit by which each of their sources is protected belongs to it, so that other rules of secrecy are
    signed anew. A target has that of its lines; the core
    set that of its indicators in the order of their codes, each with its definition, its target, its source, its group
    and its further targets in the order of area and group. Numbers count by their value: 2.50 is 2.5. In which order
    the core indicators are shown does not count. A chosen code that nobody defines has no definition to be signed.
    """
    core = tuple(sorted((each for each in selection if each.core), key=lambda each: each.code))
    defined = {
        each.code: _definition(each.code, known, breaks) for each in core if each.code in known.catalogue.indicators
    }
    aimed = {each.code: target_version(each.code, each.target) for each in selection if each.target}
    whole = (_core_set(core, defined, aimed),) if core else ()
    listed = tuple(defined[each.code] for each in selection if each.code in defined)
    further = (version for each in selection for version in _further(each))
    return (*whole, *listed, *aimed.values(), *further)


def target_version(code: str, target: Target, *, area: str = "", group: str = "") -> Version:
    """A target in its version: direction, value, year, thresholds, way, who is responsible, and the reason.

    >>> from mehrklang.assessment import Operator
    >>> one = Target(Decimal("2.50"), 2023, Operator.AT_LEAST, Decimal(5), 2030)
    >>> version = target_version("quote", one)
    >>> [(line.key, line.text) for line in version.lines][:2]
    [('basiswert', '2,5'), ('basisjahr', '2023')]
    """
    text = render_target(_plain(target), above="indikator")
    below = f"indikator.{MAIN}."
    pairs = ((key.removeprefix(below), said) for key, said in flat(tomllib.loads(text, parse_float=Decimal)))
    matter = Matter(MatterKind.TARGET, code, area, group)
    lines = tuple(Line(code, matter.part, key, _german(said)) for key, said in pairs)
    return Version(matter, digest(*_texts(lines)), lines)


def signed_by(selection: Selection, agreements: Agreements) -> tuple[str, ...]:
    """The offices whose signature under the target counts: named in the selection, and not known to be under another
    version of it."""
    if selection.target is None:
        return ()
    return _counting(target_version(selection.code, selection.target), selection.target_signed_by, agreements)


def further_signed(selection: Selection, agreements: Agreements) -> Selection:
    """The selection with those signatures under its further targets that count, by the rule of `signed_by`."""
    further = tuple(
        replace(each, signed_by=_counting(further_version(selection.code, each), each.signed_by, agreements))
        for each in selection.further_targets
    )
    return replace(selection, further_targets=further)


def further_version(code: str, further: FurtherTarget) -> Version:
    """A target for another area or group in its version: a matter of its own."""
    return target_version(code, further.target, area=further.area, group=further.group)


def _counting(now: Version, offices: tuple[str, ...], agreements: Agreements) -> tuple[str, ...]:
    said = [each for each in agreements.on(now.matter) if each.kind is VoiceKind.SIGNED]
    signed = {each.office for each in said if each.fingerprint == now.fingerprint}
    elsewhere = {each.office for each in said} - signed
    return tuple(office for office in offices if office not in elsewhere)


def _further(selection: Selection) -> tuple[Version, ...]:
    """Its further targets, in the order of area and group, for in which order they are written does not count."""
    ordered = sorted(selection.further_targets, key=lambda each: (each.area, each.group))
    return tuple(further_version(selection.code, each) for each in ordered)


def _core_set(core: tuple[Selection, ...], defined: Mapping[str, Version], aimed: Mapping[str, Version]) -> Version:
    texts: list[str] = []
    lines: list[Line] = []
    for each in core:
        parts = [some[each.code] for some in (defined, aimed) if each.code in some]
        prints = ",".join(version.fingerprint for version in parts)
        texts += [each.code, prints, each.source, each.group]
        further = _further(each)
        texts += [text for one in further for text in (one.matter.area, one.matter.group, one.fingerprint)]
        chosen = (("kernset", "ja"), ("quelle", each.source), ("gruppe", each.group))
        lines += [Line(each.code, "auswahl", key, text) for key, text in chosen if text]
        lines += [line for version in (*parts, *further) for line in version.lines]
    return Version(Matter(MatterKind.CORE_SET), digest(*texts), tuple(lines))


def _definition(code: str, known: Safeguards, breaks: Mapping[str, tuple[Break, ...]]) -> Version:
    definitions = known.catalogue.indicators
    bases = tuple(_bases(code, definitions, frozenset({code})))
    said = {each: _agreed(definitions[each], breaks.get(each, ())) for each in (code, *bases)}
    prints = [fingerprint(each) for each in said.values()]
    lines = [
        Line(code, "definition", key if each == code else f"grundlage.{each}.{key}", _german(text))
        for each in (code, *bases)
        for key, text in flat(tomllib.loads(own_indicators.render(said[each]), parse_float=Decimal))
        if key != "code"
    ]
    guarded = {key: limits_in_words(known.of_source(key)) for key in known.own_counts(definitions[code])}
    lines += [
        Line(code, "definition", f"{GUARDED}.{known.catalogue.source(key).name}", text) for key, text in guarded.items()
    ]
    prints += [text for pair in guarded.items() for text in pair]
    one = prints[0] if len(prints) == 1 else digest(*prints)
    return Version(Matter(MatterKind.DEFINITION, code), one, tuple(lines))


def _agreed(definition: IndicatorDefinition, own: tuple[Break, ...]) -> IndicatorDefinition:
    """What of a definition is signed: not who changed it when, and not how it compares with other catalogues; but every
    break of its series, the office's own ones included.
    """
    return replace(definition, versions=(), matches=(), same_as=(), breaks=(*definition.breaks, *own))


def _bases(code: str, definitions: _Definitions, seen: frozenset[str]) -> Iterator[str]:
    """The indicators that one is derived from, and theirs, each once."""
    derivation = definitions[code].derivation
    for each in derivation.indicators if derivation else ():
        if each in definitions and each not in seen:
            seen |= {each}
            yield each
            yield from _bases(each, definitions, seen)


def _plain(target: Target) -> Target:
    """The target with every number in its shortest form."""
    names = ("base_value", "value", "warn", "act")
    short = {name: number.normalize() for name in names if (number := getattr(target, name)) is not None}
    steps = tuple(replace(step, value=step.value.normalize()) for step in target.steps)
    return replace(target, **short, steps=steps)


def _texts(lines: tuple[Line, ...]) -> Iterator[str]:
    return (text for line in lines for text in (line.key, line.text))


def _german(text: str) -> str:
    return text.replace(".", ",") if re.fullmatch(r"-?\d+\.\d+", text) else text
