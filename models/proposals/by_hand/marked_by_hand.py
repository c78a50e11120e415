"""Files marked by hand: new words bold, underlined, coloured or highlighted, old ones struck out, nothing tracked.

Many delegations send their changes so. Such marks are looks and no changes until the user says what they mean; then
the file is rewritten in memory with real tracked changes, and everything else is as with any returned file. A paragraph
that has tracked changes already is taken as these say: what a mark within it means nobody can tell for sure. What the
text that was marked had of such looks itself is no mark, where that text is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from lxml import etree

from models.proposals.by_hand.hand_marks import (
    HandMarks,
    cut_off,
    found_marks,
    is_free,
    is_heading,
    is_mark,
    looks_in,
    shown,
    with_looks,
)
from models.proposals.by_hand.looks import Look, Looks, parts
from models.proposals.by_hand.own_looks import OwnLooks
from models.word.markup import legal
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import looks_of_end
from models.word.reading.alternatives import is_read, unread_branches
from models.word.resolve import TRACKED
from models.word.resolving.joining import has_content

_P, _R, _RPR, _PPR = w("p"), w("r"), w("rPr"), w("pPr")
_RSTYLE, _ROW, _ROW_PROPERTIES = w("rStyle"), w("tr"), w("trPr")
_OF_NEW = frozenset(map(w, ("b", "bCs", "u", "color", "highlight", "shd")))
_OF_OLD = frozenset(map(w, ("strike", "dstrike", "color", "highlight", "shd")))


def as_tracked(data: bytes, author: str = "", own_looks: OwnLooks | None = None) -> tuple[bytes, int]:
    """The bytes of the file with its marks as tracked changes of `author`, without a date, and how many those are.

    Looks of marks are gone. Tracked changes stay, and marks in their paragraphs are left alone, as are
    `own_looks` that were there before.
    """
    package = Package(data)
    own = own_looks.cut(package) if own_looks else frozenset[etree._Element]()
    looks, found = Looks(package, own), found_marks(package, own)
    read, heads = _reading(found), not found.bold_underlined and any(getattr(found, look) for look in found.new)
    name, made = legal(author).strip(), 0
    for part in parts(package):
        root = package.root(part)
        if any(read(looks.of(run)) for run in root.iter(_R)):
            made += _Tracking(package.edit(part), read, name, looks, heads).track()
    return package.to_bytes(), made


def _reading(found: HandMarks) -> Callable[[Look], str]:
    """What a look means in a file of such marks: "gone", "come" or ""."""
    new = found.new

    def meaning(look: Look) -> str:
        return "gone" if look.struck else "come" if look.kind in new else ""

    return meaning


class _Tracking:
    def __init__(
        self, root: etree._Element, meaning: Callable[[Look], str], author: str, looks: Looks, heads: bool
    ) -> None:
        """`heads`: the lines that are bold and underlined are headings; what is new looks otherwise here."""
        self.root, self.author, self.looks, self.heads = root, author, looks, heads
        self.meaning = meaning
        self.made: list[etree._Element] = []
        self.whole: dict[etree._Element, str] = {}  # paragraphs that come or go with their ends

    def track(self) -> int:
        """Makes the changes; gives how many of them are read."""
        for paragraph in [one for one in with_looks(self.root, self.looks) if is_free(one)]:
            there = looks_in(paragraph, self.looks)
            if is_heading(there) and (self.heads or not _may_be_new(there)):
                continue
            stretches = list(_senses(there, self.meaning))
            if not any(sense for _, sense in stretches):
                continue
            marked = {sense for run, sense in stretches if sense or shown(run).strip()}
            for run, sense in _spaced(stretches):
                self._wrap(run, sense)
            whole = marked.pop() if len(marked) == 1 else ""
            if whole:
                self._mark(paragraph, whole)
        self._rows()
        left_out = unread_branches(self.root)
        return sum(is_read(change, left_out) for change in self.made)

    def _change(self, sense: str) -> etree._Element:
        change = etree.Element(w("ins") if sense == "come" else w("del"))
        change.set(w("id"), str(900_001 + len(self.made)))
        change.set(w("author"), self.author)
        self.made.append(change)
        return change

    def _wrap(self, run: etree._Element, sense: str) -> None:
        if sense == "apart":
            run.getparent().remove(run)  # type: ignore[union-attr]
            return
        if not sense:
            return
        change = self._change(sense)
        run.addprevious(change)
        change.append(run)
        properties = run.find(_RPR)
        if properties is not None:
            looks = _OF_NEW if sense == "come" else _OF_OLD
            for child in [child for child in properties if child.tag in looks or self._is_marking_style(child)]:
                properties.remove(child)
        if sense == "gone":
            for text in run.iterchildren(w("t")):
                text.tag = w("delText")

    def _is_marking_style(self, child: etree._Element) -> bool:
        return child.tag == _RSTYLE and self.looks.is_marking(child.get(w("val"), ""))

    def _mark(self, paragraph: etree._Element, sense: str) -> None:
        looks_of_end(paragraph).insert(0, self._change(sense))
        self.whole[paragraph] = sense

    def _rows(self) -> None:
        """Let each row come or go all of whose paragraphs do; empty ones have no say."""
        for row in dict.fromkeys(row for paragraph in self.whole for row in paragraph.iterancestors(_ROW)):
            senses = {self.whole.get(one, "") for one in row.iter(_P) if one in self.whole or has_content(one)}
            if len(senses) > 1 or "" in senses:
                continue
            properties, exceptions = row.find(_ROW_PROPERTIES), row.find(w("tblPrEx"))
            if properties is None:
                properties = etree.Element(_ROW_PROPERTIES)
                row.insert(0, properties) if exceptions is None else exceptions.addnext(properties)
            if next(properties.iter(*TRACKED), None) is None:
                properties.append(self._change(senses.pop()))


def _may_be_new(there: Iterable[tuple[etree._Element, Look]]) -> bool:
    """Whether a line that looks as a heading does may be new as a whole: one that is bold and underlined."""
    return any(look.kind == "bold_underlined" for _, look in there)


def _senses(
    there: Iterable[tuple[etree._Element, Look]], meaning: Callable[[Look], str]
) -> Iterator[tuple[etree._Element, str]]:
    """The runs of a paragraph with their senses."""
    for sense, own in groupby(there, key=lambda one: meaning(one[1])):
        runs = list(own)
        is_one = any(is_mark(run, look) for run, look in runs)
        yield from ((run, sense if is_one else "") for run, _ in runs)


def _spaced(stretches: list[tuple[etree._Element, str]]) -> list[tuple[etree._Element, str]]:
    """The runs of a paragraph with their senses, and the spaces that would stand twice given to one side.

    Whoever marks by hand sets old and new words side by side and a space between; with either taken away there are two.
    """
    found: list[tuple[etree._Element, str]] = []
    at = 0
    while at < len(stretches):
        if not stretches[at][1]:
            found.append(stretches[at])
            at += 1
            continue
        end = at
        while end < len(stretches) and (stretches[end][1] or _between_marks(stretches, end)):
            end += 1
        group = list(_apart(stretches[at:end], shown(stretches[end][0]) if end < len(stretches) else " "))
        found += group
        at = end
        senses = {sense for run, sense in group if shown(run)} - {"apart"}
        if len(senses) != 1 or at >= len(stretches):
            continue
        before = shown(found[-len(group) - 1][0]) if len(found) > len(group) else " "
        inner = "".join(shown(run) for run, _ in group)
        after = stretches[at][0]
        if before.endswith(" ") and shown(after).startswith(" ") and not (inner.startswith(" ") or inner.endswith(" ")):
            space = cut_off(after, 1)
            if space is not None:
                found.append((space, senses.pop()))
    return found


def _apart(group: list[tuple[etree._Element, str]], after: str) -> Iterator[tuple[etree._Element, str]]:
    """Old and new words side by side, and the spaces between them; the last of these is one of the words before it
    where those behind it bring their own, and else nothing would part the first from what comes after."""
    brings = shown(group[-1][0]).endswith(" ") and not after.startswith(" ")
    last = max((n for n, (_, sense) in enumerate(group) if not sense), default=0)
    for n, (run, sense) in enumerate(group):
        yield run, sense or (group[n - 1][1] if brings and n == last else "apart")


def _between_marks(stretches: list[tuple[etree._Element, str]], at: int) -> bool:
    """Whether a run is the one space between old and new words; beside the mark of a note it is one of the text."""
    if at + 1 >= len(stretches) or shown(stretches[at][0]) != " ":
        return False
    if any(not shown(run) or _is_result(run) for run in (stretches[at - 1][0], stretches[at + 1][0])):
        return False
    return {stretches[at - 1][1], stretches[at + 1][1]} == {"come", "gone"}


def _is_result(run: etree._Element) -> bool:
    """Whether a run is what a field shows, as the mark of a note that is cited again is."""
    before = run.getprevious()
    mark = before.find(w("fldChar")) if before is not None else None
    return mark is not None and mark.get(w("fldCharType")) == "separate"
