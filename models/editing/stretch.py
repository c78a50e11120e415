"""Some paragraphs of a text that stand together, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.draft import Kind
from models.draft.named_parts import may_name_note, named_notes
from models.draft.numbering import has_suffix, value_of
from models.draft.once import once, worked_out
from models.editing.edit import Entry

_OPERATIVE, _PREAMBULAR = Kind.OPERATIVE, Kind.PREAMBULAR
STRAIGHT, PRINTED = "\"'", "“”«»‘’"
"""Quotation marks and apostrophes, as keyboards have them and as they are printed."""
_BEGINS_PART = frozenset((Kind.SECTION, Kind.ANNEX, Kind.ENACTING))


def quotes_in(words: str) -> frozenset[str]:
    """The quotation marks and apostrophes in some words; a straight one behind a figure is of a measure."""
    printed = [] if words.isascii() else [sign for sign in PRINTED if sign in words]
    return frozenset([*printed, *(sign for sign in STRAIGHT if _stands_straight(words, sign))])


def _stands_straight(words: str, sign: str) -> bool:
    at = words.find(sign)
    while at > 0 and words[at - 1].isdigit():
        at = words.find(sign, at + 1)
    return at >= 0


class Line(NamedTuple):
    """So many paragraphs from a position on that each continue one of the base, one after the other from `old` on."""

    position: int
    old: int
    length: int = 1


@dataclass(slots=True)
class Counted:
    """How operative paragraphs count from where a part begins, or a stretch, to where the next does.

    `begins` is None where a stretch begins within a part; `first` is the first one that counts, at `position` of its
    stretch; `sets` is the last number printed behind it, and `adds` says how many count on from there.
    """

    begins: Entry | None = None
    operatives: int = 0
    first: Entry | None = None
    position: int = -1
    sets: int | None = None
    adds: int = 0

    def take(self, entry: Entry, offset: int) -> None:
        """Count another operative paragraph."""
        self.operatives += 1
        paragraph = entry.paragraph
        if paragraph.set_label is not None or has_suffix(paragraph.number):
            return
        if self.first is None:
            self.first, self.position = entry, offset
        else:
            self.sets, self.adds = _counted_on(entry, self.sets, self.adds)

    def last(self, before: int) -> int:
        """The last number, that before it given."""
        sets, adds = self.behind(before, 0)
        return adds + (sets or 0)

    def behind(self, sets: int | None, adds: int) -> tuple[int | None, int]:
        """What was counted before, and these: what the last number printed is, and how many count on."""
        if self.first is not None:
            sets, adds = _counted_on(self.first, sets, adds)
        return (self.sets, self.adds) if self.sets is not None else (sets, adds + self.adds)


def _counted_on(entry: Entry, sets: int | None, adds: int) -> tuple[int | None, int]:
    value = value_of(entry.paragraph.number, 0) if entry.paragraph.number else None
    return (value, 0) if value is not None else (sets, adds + 1)


class Stretch:
    """Some paragraphs that stand together. They never change, so all that is known of them is worked out once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)

    @once
    def kinds(self) -> frozenset[Kind]:
        """The kinds of its paragraphs."""
        return frozenset([entry.paragraph.kind for entry in self.entries])

    @once
    def keys(self) -> tuple[int, ...]:
        """The keys of its paragraphs."""
        return tuple([entry.key for entry in self.entries])

    @once
    def cited(self) -> tuple[int, ...]:
        """Ids of the notes cited, in order."""
        return tuple(note for entry in self.entries for note in entry.paragraph.footnotes)

    @once
    def citing(self) -> dict[int, int]:
        """By note, where in it the paragraph is that cites it first."""
        found: dict[int, int] = {}
        for at, entry in enumerate(self.entries):
            for note in entry.paragraph.footnotes:
                found.setdefault(note, at)
        return found

    @once
    def words(self) -> int:
        """How many words its paragraphs have."""
        return sum([entry.words for entry in self.entries])

    @once
    def worded(self) -> int:
        """How many of its paragraphs are not empty."""
        return sum(1 for entry in self.entries if entry.text.strip())

    @once
    def quotes(self) -> frozenset[str]:
        """The quotation marks and apostrophes in it."""
        return quotes_in("\n".join([entry.text for entry in self.entries]))

    @once
    def operatives(self) -> tuple[int, ...]:
        """Where in it the OPs are."""
        return tuple([at for at, entry in enumerate(self.entries) if entry.paragraph.kind is _OPERATIVE])

    @once
    def preambulars(self) -> tuple[int, ...]:
        """Where in it the PPs are."""
        return tuple([at for at, entry in enumerate(self.entries) if entry.paragraph.kind is _PREAMBULAR])

    @once
    def counts_on(self) -> bool:
        """Whether each of its OPs and PPs is one more than the one before: nothing in it sets a count."""
        heads = [self.entries[at].paragraph for at in (*self.operatives, *self.preambulars)]
        sets = [True for head in heads if head.number is not None or head.set_label is not None]
        return self.kinds.isdisjoint(_BEGINS_PART) and not sets

    @once
    def referring(self) -> tuple[int, ...]:
        """Where in it paragraphs are that refer to others of the text."""
        return tuple([at for at, entry in enumerate(self.entries) if entry.mentions])

    @once
    def unfollowed(self) -> tuple[int, ...]:
        """Where in it paragraphs are with references that no figure follows."""
        return tuple([at for at, entry in enumerate(self.entries) if entry.unfollowed])

    @once
    def naming(self) -> tuple[int, ...]:
        """Where in it paragraphs are that name footnotes of the text."""
        texts = ((at, entry.text) for at, entry in enumerate(self.entries))
        return tuple(at for at, text in texts if may_name_note(text) and any(named_notes(text)))

    @once
    def openings(self) -> tuple[Entry, ...]:
        """What tells whether sections count anew: where parts begin, and the first OP after each such place."""
        found: list[Entry] = []
        waits = True
        for entry in self.entries:
            kind = entry.paragraph.kind
            if kind in _BEGINS_PART or (waits and kind is _OPERATIVE):
                found.append(entry)
                waits = kind is not _OPERATIVE
        return tuple(found)

    @once
    def counted(self) -> tuple[Counted, ...]:
        """How the OPs in it count."""
        found = [Counted()]
        if self.operatives or not self.kinds.isdisjoint(_BEGINS_PART):
            for offset, entry in enumerate(self.entries):
                kind = entry.paragraph.kind
                if kind in _BEGINS_PART:
                    found.append(Counted(entry))
                elif kind is _OPERATIVE:
                    found[-1].take(entry, offset)
        return tuple(found)

    @once
    def printed(self) -> tuple[int, ...]:
        """Where in it OPs are whose numbers are printed."""
        return tuple(at for at in self.operatives if self.entries[at].paragraph.number is not None)

    @once
    def goes_on(self) -> bool:
        """Whether its last paragraph continues one of the base alone, so that its last line may go on."""
        return bool(self.entries) and len(self.entries[-1].came_from) == 1

    @once
    def lines(self) -> tuple[Line, ...]:
        """What its paragraphs continue of the base; positions count from its beginning."""
        found: list[Line] = []
        position = old = count = 0  # the line that may go on, put down where it ends
        for at, entry in enumerate(self.entries):
            olds = entry.came_from
            if count and olds == (old + count,):
                count += 1
                continue
            if count:
                found.append(Line(position, old, count))
                count = 0
            if len(olds) == 1:
                position, old, count = at, olds[0], 1
            else:
                found += [Line(at, one) for one in olds]
        if count:
            found.append(Line(position, old, count))
        return tuple(found)

    def know(self) -> None:
        """Work out what else is worked out when it is first asked for."""
        worked_out(self.kinds, self.cited, self.words, self.worded, self.counts_on)
        worked_out(self.referring, self.unfollowed, self.openings, self.lines)
