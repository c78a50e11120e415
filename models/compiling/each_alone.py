"""Whether a compiled file gives what each delegation asks for, where its changes alone are accepted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from models.comparison.compare import compare
from models.compiling.clashes import in_quotes, place_at
from models.compiling.compilation import typed_numbers, write_compilation
from models.compiling.kinds_in_file import last_ends
from models.compiling.standing import WITH
from models.compiling.taken_alone import Shown, shown, shown_alone, words_with_notes
from models.draft import Draft, Kind, labels
from models.draft.numbering import counted_anew
from models.proposals.laid.applying import applied
from models.proposals.proposal import END, Edit, Proposal
from models.reading.reading import Origin
from models.telling.numbers import HOLD_NOTHING
from models.word.leaving.looked_for.lost_bullets import Bullet
from models.word.redlining.check import cells_in_order
from models.word.redlining.planned.table_map import broken_tables


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
        if self.what == _TWICE:
            return f"“{self.name}” asks twice for the same at {self.label}: it may stand there twice"
        if self.what == _COUNTED:
            return f"Typed numbers are counted anew in what “{self.name}” asks for, taken alone: see {self.label}"
        if self.what == _TYPED:
            return f"Not in the file: numbers that “{self.name}” types anew; all accepted, they are counted anew"
        if self.what == _NO_BULLET:
            what = f"what “{self.name}” puts in or changes at {self.label}"
            return f"No proposal says which bullet is to stand before {what}"
        among = f", where {in_quotes(self.others)} {'asks' if len(self.others) == 1 else 'ask'} for something too"
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
    progress: Callable[[float], None] = lambda _: None,
) -> tuple[tuple[str, ...], tuple[Unlike, ...]]:
    """Whose changes, taken alone from a file, give what it asks for on a draft; and whose do not, and where.

    Words and notes have to be so, the rows and cells they stand in, and what kind of paragraphs they are, their levels
    and numbers: those of the draft's count, or what is in a file of that one's proposals alone on `base`; where numbers
    are typed, those typed of what comes, and of the names `as_typed` all as they stand, in their brackets; and the
    bullets of what stays. What amends another's proposal is nothing by itself.
    """
    file = _File(data, draft, dict(wishes), base, origins, as_typed)
    names = [name for name in file.wishes if WITH not in name]
    unlike = dict[str, Unlike]()
    for number, name in enumerate(names):
        progress(number / len(names))
        if (found := file.first_other(name)) is not None:
            unlike[name] = found
    return tuple(name for name in names if name not in unlike), tuple(unlike.values())


class _File:
    def __init__(
        self,
        data: bytes,
        draft: Draft,
        wishes: Mapping[str, Sequence[Proposal]],
        base: bytes | None,
        origins: Sequence[Origin],
        as_typed: Collection[str],
    ) -> None:
        self.data, self.draft, self.wishes, self.as_typed = data, draft, wishes, as_typed
        self.typed = bool(typed_numbers(draft, base))
        self.bullets = shown_alone(data, "").bullets
        self.single = cache(
            lambda name: shown(write_compilation(draft, {name: wishes[name]}, base=base, origins=origins).data)
        )

    def first_other(self, name: str) -> Unlike | None:
        """Where one's changes alone first give another text than it asks for, or it asks for the same twice."""
        if (twice := _asked_twice(self.wishes[name])) is not None:
            return Unlike(name, _TWICE, place_at(labels(self.draft), twice))
        alone, asked = shown_alone(self.data, name), applied(self.draft, self.wishes[name])
        for what, at in self._others(name, alone, asked):
            if at is not None:
                return _told(self.draft, name, asked, (what, at), self.wishes)
        return None

    def _others(self, name: str, alone: Shown, asked: Draft) -> Iterator[tuple[str, int | None]]:
        """In which paragraph of what one asks for something is other than in its text alone, each thing by itself."""
        read = alone.draft
        yield _WORDS, _first_other(words_with_notes(read), words_with_notes(asked))
        if any(one.cell is not None for one in asked.paragraphs) and not broken_tables(asked.paragraphs):
            there, wanted = (cells_in_order(asked.paragraphs, one.paragraphs) for one in (read, asked))
            yield _CELL, _first_other(there, wanted)
        if _kinds(read) != _kinds(asked):
            yield _KIND, _first_of_kind(self.draft, asked, read, self.single(name).draft)
        if self.typed and name in self.as_typed:
            yield _COUNTED, _first_other(_numbers(read), _numbers(asked))
        elif _numbers(read) != _numbers(counted_anew(asked)):
            yield _TYPED if self.typed else _NUMBER, _first_other(_numbers(read), _numbers(self.single(name).draft))
        if self.typed and name not in self.as_typed:
            yield _TYPED, _first_typed(self.draft, asked, read)
        if any(alone.heads) or any(HOLD_NOTHING.match(one.text) for one in asked.paragraphs):
            yield _HEADS, _first_other(alone.heads, self.single(name).heads)
        if self.bullets or alone.bullets:
            yield from self._other_bullets(alone.bullets, asked)

    def _other_bullets(self, alone: Sequence[Bullet | None], asked: Draft) -> Iterator[tuple[str, int | None]]:
        """What stays what it is has its bullet; which one something else is to have no proposal says."""
        known = dict[int, int]()
        for old, new in last_ends(self.draft, asked):
            one, other = self.draft.paragraphs[old], asked.paragraphs[new]
            if (one.kind, one.level, one.number is None) == (other.kind, other.level, other.number is None):
                known[new] = old
        now = (None, *(alone or [None] * len(asked.paragraphs)), None)
        before = self.bullets or [None] * len(self.draft.paragraphs)
        yield _BULLET, next((new for new, old in sorted(known.items()) if now[new + 1] != before[old]), None)
        others = (new for new in range(len(asked.paragraphs)) if new not in known)
        yield _NO_BULLET, next((new for new in others if any(now[new : new + 3])), None)


_CELL, _TWICE = "the row or the cell", "what is asked for twice"
_WORDS, _KIND, _NUMBER, _BULLET = "the words", "the kind or level", "the number", "the bullet"
_HEADS, _NO_BULLET = "the brackets at the number", "the bullet that no proposal tells"
_TYPED, _COUNTED = "the numbers that are typed", "the numbers that are typed and were left as they are"


_SEVERAL = 3
"""How many words have to be the same for what stands in another's words to be asked for twice."""


def _asked_twice(own: Sequence[Proposal]) -> int | None:
    """The paragraph at which persons of one delegation ask for the same, or part of it, in proposals of their own."""
    there = dict[tuple[int | None, int], list[tuple[Proposal, Edit]]]()
    for one in own:
        for edit in one.edits if one.against is None else ():
            if not edit.come:
                continue  # what goes goes once
            at = edit.start.paragraph
            beside = [pair for near in (at - 1, at, at + 1) for pair in there.get((one.place.note, near), ())]
            if any(one.author != other.author and _same(edit, known) for other, known in beside):
                return min(one.place.first, at)
            there.setdefault((one.place.note, at), []).append((one, edit))
    return None


def _same(one: Edit, other: Edit) -> bool:
    short, long = sorted((one.come_text.strip(f"{END} "), other.come_text.strip(f"{END} ")), key=len)
    return replace(one, rank=0) == replace(other, rank=0) or (len(short.split()) >= _SEVERAL and short in long)


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
        others -= {at for at in read if not asked.paragraphs[at].runs}
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
