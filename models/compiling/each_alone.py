"""Whether a compiled file gives what each delegation asks for, where its changes alone are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.compiling.compilation import typed_numbers, write_compilation
from models.compiling.taken_alone import taken_alone, words_with_notes
from models.draft import Draft, Kind
from models.draft.numbering import counted_anew
from models.proposals.applying import applied
from models.proposals.proposal import Proposal
from models.reading.reading import Origin
from models.word.read import read_word


def each_alone(
    data: bytes,
    draft: Draft,
    wishes: Iterable[tuple[str, Sequence[Proposal]]],
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose changes, taken alone from a file, give what it asks for on a draft; and whose do not.

    Words and notes have to be so, and what kind of paragraphs they are, their levels and numbers: those of the draft's
    count, or what Word counts in a file of that one's proposals alone on `base`. What amends another's proposal is
    nothing by itself: who has such is not looked at.
    """
    found: dict[bool, list[str]] = {True: [], False: []}
    typed = bool(typed_numbers(draft, base))
    for name, own in wishes:
        if all(one.against is None for one in own):
            alone, asked = taken_alone(data, name), applied(draft, own)
            exact = (
                words_with_notes(alone) == words_with_notes(asked)
                and _kinds(alone) == _kinds(asked)
                and (
                    _numbers(alone) == _numbers(counted_anew(asked))
                    or (typed and _numbers(alone) == _numbers(asked))
                    or _numbers(alone) == _numbers(_of_that_one(draft, name, own, base, origins))
                )
            )
            found[exact].append(name)
    return tuple(found[True]), tuple(found[False])


def _of_that_one(
    draft: Draft, name: str, own: Sequence[Proposal], base: bytes | None, origins: Sequence[Origin]
) -> Draft:
    return read_word(write_compilation(draft, {name: own}, base=base, origins=origins).data).draft


def _kinds(draft: Draft) -> list[tuple[Kind, int]]:
    return [(one.kind, one.level) for one in draft.paragraphs]


def _numbers(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.set_label) for one in draft.paragraphs]
