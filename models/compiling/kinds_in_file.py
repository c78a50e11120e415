"""Which kind of paragraph each delegation asks for, and at what level, in a Word file of what all of them ask for.

In Word a paragraph is of the kind that its end says, and which end that is hangs on whose changes are taken. So each
end is given, in the names of those who ask for it, the look of what their own paragraph is that ends there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from lxml import etree

from models.comparison.compare import compare
from models.compiling.clashes import Clash
from models.compiling.joint_wishes import in_names_of, names_in
from models.compiling.standing import WITH, with_all
from models.compiling.taken_alone import is_own, leave_alone, words_with_notes
from models.draft import Draft, Kind, Paragraph, labels
from models.draft.numbering import counted_anew
from models.reading.reading import Reading
from models.word.leaving.looked_for.lost_bullets import Bullet, bullets_at
from models.word.markup import style_of
from models.word.namespaces import INS_OR_DEL, w
from models.word.package import Package
from models.word.read import read_word
from models.word.reading.list_numbers import lists_of
from models.word.redlining.letters.revision_marks import Stamp, former_look, highest_id, look_of, same_look, set_look
from models.word.resolve import resolve, text_parts

_NUMBER = "adref-number"  # of a paragraph, while the file is taken apart

_Kind = tuple[Kind, int, bool, Bullet | None]
"""A kind, a level, whether a list gives it a number (one paragraph alone in its part may have none), and its bullet,
None where it has none, or the draft has no bullets."""


@dataclass
class _Known:
    """A look that stands at an end, and what kind of paragraph it makes."""

    end: int
    kind: _Kind
    look: etree._Element


@dataclass(frozen=True)
class _Other:
    """An end that makes another paragraph than one wants: `kind` for its paragraph `at`, behind the end `before`.

    `typed` says that the number of that stands in its words: a list would give it another beside it.
    """

    name: str
    before: int
    end: int
    kind: _Kind
    at: int
    typed: bool


@dataclass
class _Asked:
    """How those who have an end see it: the looks they want, with their names."""

    looks: list[tuple[etree._Element, list[str]]] = field(default_factory=list)

    def add(self, look: etree._Element, name: str) -> None:
        for known, names in self.looks:
            if same_look(known, look):
                names.append(name)
                return
        self.looks.append((look, [name]))


def kinds_as_asked(
    data: bytes,
    draft: Draft,
    wanted: Mapping[str, Draft],
    of_all: Draft,
    of_one: Callable[[str], bytes],
    *,
    listed: bool = True,
) -> tuple[bytes, list[str], list[Clash]]:
    """The file with each paragraph of what kind, and at what level, each delegation asks for; and in whose names.

    `draft` is the text with all changes rejected, `wanted` what each asks for, `of_all` what all do, `of_one` gives a
    file of what one asks for alone: its looks are taken where this file has none of a kind. `listed` says that no
    number is typed. What already is so stays as it is.
    Where two ask for different ones at one end, it is as most ask: of a paragraph's properties Word keeps one tracked
    change (ISO/IEC 29500-1, 17.3.1.26 and 17.13.5.29: one `w:pPrChange` in a `w:pPr`). Those are told.
    """
    kinds = _Kinds(data, draft, wanted, of_all, of_one, listed)
    return *kinds.done(), kinds.clashes


class _Kinds:
    def __init__(
        self,
        data: bytes,
        draft: Draft,
        wanted: Mapping[str, Draft],
        of_all: Draft,
        of_one: Callable[[str], bytes],
        listed: bool,
    ) -> None:
        self.data, self.draft, self.wanted = data, draft, wanted
        self.of_all = of_all
        self.of_one = cache(of_one)
        self.look_of_one = cache(lambda name: _looks(self.of_one(name)))
        self.listed = listed
        self.package = Package(data)
        self.lists = lists_of(self.package)
        self.nodes = list(self.package.edit(self.package.main).iter(w("p")))
        for number, node in enumerate(self.nodes):
            node.set(_NUMBER, str(number))
        self.tagged = self.package.to_bytes()
        for node in self.nodes:
            del node.attrib[_NUMBER]
        self.known: list[_Known] = []
        self.of_base: dict[int, int] = {}
        self.of_kind: list[_Kind] = []  # the paragraphs of the draft
        self.bulleted = True
        self.behind = set[int]()
        self.clashes: list[Clash] = []
        self.asked: dict[int, _Asked] = {}
        self.of_both: dict[tuple[int, int], list[tuple[_Kind, str]]] = {}  # what stays between two ends of the base

    def done(self) -> tuple[bytes, list[str]]:
        base, ends, self.of_kind = self._read(None)
        if len(base.draft.paragraphs) != len(self.draft.paragraphs):
            return self.data, []
        self.of_base = {end: at for at, end in enumerate(ends)}
        bullets = [kind[-1] for kind in self.of_kind]
        self.bulleted = any(one is not None for one in bullets)
        self.of_kind = [_kind(one, bullet) for one, bullet in zip(self.draft.paragraphs, bullets, strict=True)]
        for kind, end in zip(self.of_kind, ends, strict=True):
            self.known.append(_Known(end, kind, former_look(self.nodes[end])))
        others: list[_Other] = []
        for name, wanted in self.wanted.items():
            others += self._alone(name, wanted)
        if not others and not self._ends_change():
            return self.data, []
        for other in others:
            if (look := self._look(other)) is not None and not (other.typed and self._is_listed(look)):
                self.asked.setdefault(other.end, _Asked()).add(look, other.name)
        names = [name for end in sorted({other.end for other in others}) for name in self._set(end)]
        names += self._set_of_all()
        return self.package.to_bytes() if names else self.data, names

    def _ends_change(self) -> bool:
        """Whether it hangs on whose changes are taken which ends there are: what one ends for each, it may for all."""
        marks = [f"{w('pPr')}/{w('rPr')}/{tag}" for tag in INS_OR_DEL]
        return len(self.wanted) > 1 and any(node.find(mark) is not None for node in self.nodes for mark in marks)

    def _set_of_all(self) -> list[str]:
        """Give paragraphs that are of another kind where all is taken what they are to be there; in whose names.

        What cannot be had so is told of paragraphs of the base, where others ask for the kind it has there.
        """
        for number, node in enumerate(self.nodes):
            node.set(_NUMBER, str(number))
        package = Package(self.package.to_bytes())
        for node in self.nodes:
            del node.attrib[_NUMBER]
        resolve(package, "accept")
        reading, ends, kinds = self._read_in(package)
        # A paragraph of which all words go is one in the model where its end cannot go; in the file that is another's.
        of_all = replace(self.of_all, paragraphs=tuple(one for one in self.of_all.paragraphs if one.runs))
        same = words_with_notes(reading.draft) == words_with_notes(of_all)
        names: list[str] = []
        for at, (before, end, kind) in enumerate(zip([-1, *ends], ends, kinds, strict=False)):
            one = of_all.paragraphs[at] if same else None
            if one and kind[:2] != (one.kind, one.level) and (name := self._set_for_all(one, before, end, kind)):
                names.append(name)
            else:
                self._tell_of_all(before, end, kind)
        return names

    def _set_for_all(self, one: Paragraph, before: int, end: int, here: _Kind) -> str:
        """Let an end make the kind of paragraph that all together ask for; the name it does in, "" where it cannot."""
        node, kind = self.nodes[end], (one.kind, one.level, one.number is not None, here[-1])
        look = self._nearest(before, end, kind)
        name = with_all(
            change.get(w("author")) or ""
            for own in self.nodes[before + 1 : end + 1]
            for change in own.iter(*INS_OR_DEL)
        )
        alone = not name or any(all(own in names_in(part) for part in name.split(WITH)) for own in self.wanted)
        if look is None or alone or node.find(f"{w('pPr')}/{w('pPrChange')}") is not None:
            return ""
        if here[2] != kind[2] and self._is_listed(look) == self._is_listed(look_of(node)):
            return ""  # the number stands in its words, or would have to
        Stamp(name, None, self._first_id()).change_look(node, look)
        return name

    def _tell_of_all(self, before: int, end: int, kind: _Kind) -> None:
        """Tell of a paragraph of the base that, all accepted, is of a kind asked for of what others have there."""
        asked = self.of_both.get((before, end), [])
        looks = [
            names for look, names in self.asked.get(end, _Asked()).looks if same_look(look, look_of(self.nodes[end]))
        ]
        if asked and looks and all(one[:2] != kind[:2] for one, _ in asked):
            theirs = in_names_of([name for _, name in asked])
            clash = Clash("kind", self._label(end), (in_names_of(looks[0]),), (theirs,))
            self.clashes += [] if any(one.label == clash.label for one in self.clashes) else [clash]

    def _read(self, name: str | None) -> tuple[Reading, list[int], list[_Kind]]:
        """The text with one's changes alone, with nobody's where no name is given, the ends it has, and its kinds."""
        package = Package(self.tagged)
        if name is not None:
            leave_alone(package, name)
        resolve(package, "reject" if name is None else "accept")
        return self._read_in(package)

    def _read_in(self, package: Package) -> tuple[Reading, list[int], list[_Kind]]:
        numbers = [int(node.get(_NUMBER) or 0) for node in package.root(package.main).iter(w("p"))]
        data = package.to_bytes()
        reading = read_word(data)
        bullets = self._bullets(data, reading)
        kinds = [_kind(one, bullet) for one, bullet in zip(reading.draft.paragraphs, bullets, strict=True)]
        return reading, [numbers[one.element] for one in reading.origins], kinds

    def _bullets(self, data: bytes, reading: Reading) -> Sequence[Bullet | None]:
        found = bullets_at(data, reading.origins) if self.bulleted else ()
        return found or [None] * len(reading.draft.paragraphs)

    def _alone(self, name: str, wanted: Draft) -> Iterator[_Other]:
        """Which ends make another paragraph than one wants."""
        reading, ends, kinds = self._read(name)
        if words_with_notes(reading.draft) != words_with_notes(wanted):
            return
        before, numbered = -1, self._numbered(name, reading.draft, wanted)
        bullets = self._bullets_asked(wanted, kinds)
        begin = {end: before for before, end in pairwise([-1, *self.of_base])}
        for at, (here, one, end) in enumerate(zip(kinds, wanted.paragraphs, ends, strict=True)):
            if before > begin.get(end, before):
                self.behind.add(end)
            kind = (one.kind, one.level, numbered[at], bullets[at])
            if begin.get(end) == before:
                self.of_both.setdefault((before, end), []).append((kind, name))
            look = self._present(end, name)
            if here == kind or self._is_of_base(end, look, kind):
                self.known.append(_Known(end, kind, look))
                self.asked.setdefault(end, _Asked()).add(look, name)
            else:
                yield _Other(name, before, end, kind, at, here[2] and not self._is_listed(look))
            before = end

    def _is_listed(self, look: etree._Element) -> bool:
        return self.lists.place(look, style_of(look)) is not None

    def _is_of_base(self, end: int, look: etree._Element, kind: _Kind) -> bool:
        """Whether an end as it was made a paragraph of a kind in the base, whatever it is read as under other words."""
        at = self.of_base.get(end)
        return at is not None and self.of_kind[at] == kind and same_look(look, former_look(self.nodes[end]))

    def _numbered(self, name: str, alone: Draft, wanted: Draft) -> list[bool]:
        """Which paragraphs are to have numbers: where the count is another than asked for, as in a file of its own."""
        now = alone.paragraphs
        if self.listed and any(
            one.number != other.number for one, other in zip(now, counted_anew(wanted).paragraphs, strict=True)
        ):
            own = read_word(self.of_one(name)).draft.paragraphs
            if len(own) == len(now):
                now = own
        return [one.number is not None for one in now]

    def _bullets_asked(self, wanted: Draft, now: Sequence[_Kind]) -> list[Bullet | None]:
        """The bullets asked for, which no draft holds: what stays what it is keeps its own, of others none is known."""
        found = [kind[-1] for kind in now]
        for old, new in last_ends(self.draft, wanted) if self.bulleted else ():
            one, kind = wanted.paragraphs[new], self.of_kind[old]
            if (one.kind, one.level, one.number is not None) == kind[:-1]:
                found[new] = kind[-1]
        return found

    def _present(self, end: int, name: str) -> etree._Element:
        node = self.nodes[end]
        change = node.find(f"{w('pPr')}/{w('pPrChange')}")
        return look_of(node) if change is None or is_own(change, name) else former_look(node)

    def _look(self, other: _Other) -> etree._Element | None:
        """The look of a kind: that of the paragraph it begins as, or else the nearest; or that of a file of its own."""
        if (found := self._nearest(other.before, other.end, other.kind)) is not None:
            return found
        looks = self.look_of_one(other.name)
        return looks[other.at] if len(looks) == len(self.wanted[other.name].paragraphs) else None

    def _nearest(self, before: int, end: int, kind: _Kind) -> etree._Element | None:
        own = [one for one in self.known if one.kind == kind]
        within = (one for one in own if before < one.end <= end)
        nearest = min(own, key=lambda one: abs(one.end - end), default=None)
        found = min(within, key=lambda one: one.end, default=nearest)
        return found.look if found is not None else None

    def _set(self, end: int) -> list[str]:
        node, looks = self.nodes[end], self.asked[end].looks if end in self.asked else []
        if not looks:
            return []
        former = former_look(node) if end in self.of_base else looks[0][0]
        others = [(look, names) for look, names in looks if not same_look(look, former)]
        set_look(node, former)
        if not others:
            return []
        look, names = min(others, key=lambda one: (-len(one[1]), sorted(one[1])))
        if len(others) > 1:
            rest = [name for other in others if other[1] is not names for name in other[1]]
            self.clashes.append(Clash("kind", self._label(end), (in_names_of(names),), (in_names_of(rest),)))
        stamp = Stamp(in_names_of(names), None, self._first_id())
        stamp.change_look(node, look)
        return [in_names_of(names)]

    def _label(self, end: int) -> str:
        at = self.of_base.get(end)
        if at is None:
            return "a new paragraph"
        label = labels(self.draft)[at] or f"paragraph {at + 1}"
        # Whatever stands behind the last paragraph has its end in Word, and the paragraph then has another.
        return f"{label}, or of what comes behind it" if end in self.behind else label

    def _first_id(self) -> int:
        return highest_id([self.package.root(name) for name in text_parts(self.package)]) + 1


def last_ends(draft: Draft, wanted: Draft) -> Iterator[tuple[int, int]]:
    """Which paragraph of a draft each of another looks as that is not new: what is joined as the last of its parts."""
    for change in compare(draft, wanted).changes:
        first = max(0, len(change.old) - len(change.new))
        for at, new in enumerate(change.new, first) if change.old else ():
            yield change.old[min(at, len(change.old) - 1)], new


def _looks(data: bytes) -> list[etree._Element]:
    """The looks of the paragraphs of a file, its changes accepted."""
    package = Package(data)
    resolve(package, "accept")
    nodes = list(package.root(package.main).iter(w("p")))
    return [look_of(nodes[one.element]) for one in read_word(package.to_bytes()).origins]


def _kind(one: Paragraph, bullet: Bullet | None) -> _Kind:
    return one.kind, one.level, one.number is not None, bullet
