"""Whether a compiled file gives what each delegation asks for, where its changes alone are accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from models.comparison.compare import compare
from models.compiling.clashes import listed
from models.compiling.compilation import typed_numbers, write_compilation
from models.compiling.taken_alone import taken_alone, words_with_notes
from models.draft import Draft, Kind, labels
from models.draft.numbering import counted_anew
from models.proposals.applying import applied
from models.proposals.proposal import Proposal
from models.reading.reading import Origin
from models.word.read import read_word


@dataclass(frozen=True)
class Unlike:
    """One whose changes, taken alone, give another text than it asks for: in `what` of the paragraph `label`.

    `others` are those who change something there, or beside it, too.
    """

    name: str
    what: str
    label: str
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.what == _COUNTED:
            return f"Typed numbers are counted anew in what “{self.name}” asks for, taken alone: see {self.label}"
        if self.what == _TYPED:
            return f"Not in the file: the numbers that “{self.name}” types anew; all accepted, they are counted anew"
        among = f", where {listed(self.others)} {'asks' if len(self.others) == 1 else 'ask'} for something too"
        return (
            f"The changes of “{self.name}”, taken alone, are not to the letter what it asks for: "
            f"see {self.what} of {self.label}{among if self.others else ''}"
        )


def each_alone(
    data: bytes,
    draft: Draft,
    wishes: Iterable[tuple[str, Sequence[Proposal]]],
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
    as_typed: Collection[str] = (),
) -> tuple[tuple[str, ...], tuple[Unlike, ...]]:
    """Whose changes, taken alone from a file, give what it asks for on a draft; and whose do not, and where.

    Words and notes have to be so, and what kind of paragraphs they are, their levels and numbers: those of the draft's
    count, or what is in a file of that one's proposals alone on `base`; where numbers are typed, those typed of what
    comes, and of the names `as_typed` all as they stand. What amends another's proposal is nothing by itself.
    """
    exact: list[str] = []
    unlike: list[Unlike] = []
    typed = bool(typed_numbers(draft, base))
    by_name = dict(wishes)

    @cache
    def single(name: str) -> Draft:
        return read_word(write_compilation(draft, {name: by_name[name]}, base=base, origins=origins).data).draft

    for name, own in by_name.items():
        alone, asked = taken_alone(data, name), applied(draft, own)
        what, at = _WORDS, _first_other(words_with_notes(alone), words_with_notes(asked))
        if at is None:
            what, at = _KIND, _first_other(_kinds(alone), _kinds(asked))
            if at is not None:
                at = _first_of_kind(draft, asked, alone, single(name))
        if at is None and typed and name in as_typed:
            what, at = _COUNTED, _first_other(_numbers(alone), _numbers(asked))
        elif at is None:
            what, at = _TYPED if typed else _NUMBER, _first_other(_numbers(alone), _numbers(counted_anew(asked)))
            if at is not None:
                at = _first_other(_numbers(alone), _numbers(single(name)))
        if at is None and typed and name not in as_typed:
            at = _first_typed(draft, asked, alone)
        if at is None:
            exact.append(name)
        else:
            unlike.append(_told(draft, name, asked, (what, at), by_name))
    return tuple(exact), tuple(unlike)


_WORDS, _KIND, _NUMBER = "the words", "the kind or level", "the number"
_TYPED, _COUNTED = "the numbers that are typed", "the numbers that are typed and were left as they are"


def _first_other(alone: Sequence[object], asked: Sequence[object]) -> int | None:
    """In which paragraph of what is asked for the two differ first."""
    at = next((at for at, (one, other) in enumerate(zip(alone, asked, strict=False)) if one != other), None)
    return at if at is not None or len(alone) == len(asked) else max(min(len(alone), len(asked)) - 1, 0)


def _first_of_kind(draft: Draft, asked: Draft, alone: Draft, single: Draft) -> int | None:
    """In which paragraph of what is asked for one of another kind stands.

    What is to be of the kind it is of may be read as of another, as a file with these proposals alone (`single`) has it
    too: what a paragraph without a number is hangs on the words around it.
    """
    others = {at for at, kind in enumerate(_kinds(alone)) if kind != _kinds(asked)[at]}
    if len(single.paragraphs) == len(alone.paragraphs):
        read = {at for at in others if _kinds(single)[at] == _kinds(alone)[at]}
        pairs = (
            [(one.old[0], one.new[0]) for one in compare(draft, asked).changes if one.old and one.new] if read else []
        )
        others -= read & {new for old, new in pairs if _kinds(draft)[old] == _kinds(asked)[new]}
    return min(others, default=None)


def _first_typed(draft: Draft, asked: Draft, alone: Draft) -> int | None:
    """In which paragraph of what is asked for, new and its number typed, another number stands."""
    pairs = enumerate(zip(asked.paragraphs, alone.paragraphs, strict=True))
    others = {at for at, (one, other) in pairs if one.number not in (None, other.number)}
    if others:
        others -= {change.new[0] for change in compare(draft, asked).changes if change.old and change.new}
    return min(others, default=None)


def _told(
    draft: Draft, name: str, asked: Draft, found: tuple[str, int], wishes: Mapping[str, Sequence[Proposal]]
) -> Unlike:
    what, new = found
    at = 0
    for change in compare(draft, asked).changes:
        if change.old:
            at = change.old[-1]
        if new in change.new:
            break
    label = labels(draft)[at] if draft.paragraphs else None
    others = tuple(other for other, own in wishes.items() if other != name and any(_near(one, at) for one in own))
    return Unlike(name, what, label or f"paragraph {at + 1}", others)


def _near(one: Proposal, at: int) -> bool:
    return any(edit.start.paragraph - 1 <= at <= edit.end.paragraph + 1 for edit in one.edits) or one.place.first == at


def _kinds(draft: Draft) -> list[tuple[Kind, int]]:
    return [(one.kind, one.level) for one in draft.paragraphs]


def _numbers(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.set_label) for one in draft.paragraphs]
