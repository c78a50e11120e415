"""Words that look marked by hand in a Word file: struck, bold, underlined or coloured; how many, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from copy import deepcopy as copy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from models.proposals.by_hand.looks import Look, Looks, parts
from models.proposals.by_hand.set_heads import but_heads
from models.telling.sentences import listed
from models.word.namespaces import XML, w
from models.word.package import Package
from models.word.resolve import TRACKED, tracked_parts

_P, _R, _RPR = w("p"), w("r"), w("rPr")
_TEXT = (w("t"), w("tab"), w("noBreakHyphen"), w("footnoteReference"), w("endnoteReference"))
_SURE = ("struck", "bold_underlined")
_NEW = ("bold_underlined", "coloured")
_WEAK = ("underlined", "bold", "highlighted")
_HEADING_WORDS = 12
"""A line of at most so many words, marked whole and without a mark at its end, is taken for a heading; of a bold one
so are more."""
_AROUND_NOTES = " \t\u00a0()*"
_SEMICOLONS = ";；؛"
_ENDS = f".,:。，：،{_SEMICOLONS}"
_CLOSING = "])}）］】」』»”’\"'*"


@dataclass(frozen=True, slots=True)
class HandMarks:
    """How many stretches of a file look marked, by how they look.

    `beside` are the looks that stand beside struck words, once for each stretch of these.
    """

    struck: int = 0
    bold_underlined: int = 0
    coloured: int = 0
    underlined: int = 0
    bold: int = 0
    highlighted: int = 0
    beside: tuple[str, ...] = ()

    @property
    def new(self) -> Collection[str]:
        """The looks that mark new words here: what is only underlined, bold or highlighted does where words are struck
        and nothing looks surer, or where more of these have it beside them than what does: that may be a remark, and
        highlighted is what is agreed, too."""
        if not self.struck:
            return _NEW
        there = Counter(self.beside)
        weak = max((one for one in _WEAK if getattr(self, one)), key=there.__getitem__, default="highlighted")
        sure = self.bold_underlined or self.coloured
        return _NEW if sure and there[weak] <= sum(there[one] for one in _NEW) else (*_NEW, weak)

    @property
    def likely(self) -> bool:
        """Whether the file is likely marked by hand; a few words that look new alone are not enough."""
        new = sum(getattr(self, look) for look in self.new)
        return (self.struck > 0 and new > 0) or self.struck > 1 or self.bold_underlined > 1 or new > 2

    @property
    def sentence(self) -> str:
        """What a delegate is told before being asked."""
        counts = ((getattr(self, look), _CALLED[look]) for look in (*self.new, "struck"))
        told = [f"{count} {'stretch' if count == 1 else 'stretches'} {how}" for count, how in counts if count]
        return f"This file seems to be marked by hand ({listed(told) or 'no marks'}); its marks can be read as changes."


_CALLED = {
    "bold_underlined": "bold and underlined",
    "coloured": "in colour",
    "underlined": "underlined",
    "bold": "in bold",
    "highlighted": "highlighted",
    "struck": "struck out",
}


def hand_marks(data: bytes) -> HandMarks | None:
    """The marks of a .docx that look made by hand, those beside tracked changes left out; None where none is likely."""
    return marks_in(Package(data))


def marks_in(package: Package, own: Container[etree._Element] = ()) -> HandMarks | None:
    """The same of a package that is open; the looks of `own` runs are no marks: the text had them before."""
    found = found_marks(package, own)
    # Who tracks and marks as well strikes old words and marks new ones; a few looks beside tracked changes are looks.
    sure = not tracked_parts(package) or (found.struck and any(getattr(found, look) for look in found.new))
    return found if found.likely and sure else None


def marks_left(package: Package, own: Container[etree._Element] = ()) -> int:
    """In how many paragraphs struck or bold underlined words stand beside tracked changes, and are not read."""
    looks = Looks(package, own)
    return sum(
        not is_free(paragraph) and any(looks.of(run).kind in _SURE for run in shown_runs(paragraph))
        for part in parts(package)
        for paragraph in with_looks(package.root(part), looks)
    )


def with_looks(root: etree._Element, looks: Looks) -> Iterator[etree._Element]:
    """The paragraphs that have any look of a mark, as few do."""
    found: set[etree._Element] = set()
    for mark in root.iter(*looks.marking):
        for paragraph in mark.iterancestors(_P):
            if paragraph in found:
                break  # and all around it
            found.add(paragraph)
    return (paragraph for paragraph in root.iter(_P) if paragraph in found) if found else iter(())


def is_free(paragraph: etree._Element) -> bool:
    """Whether a paragraph has no tracked changes."""
    return next(paragraph.iter(*TRACKED), None) is None


def found_marks(package: Package, own: Container[etree._Element] = ()) -> HandMarks:
    kinds: Counter[str] = Counter()
    beside: list[str] = []
    looks = Looks(package, own)
    for part in parts(package):
        for paragraph in filter(is_free, with_looks(package.root(part), looks)):
            there = looks_in(paragraph, looks)
            if not is_heading(there):
                kinds.update(_stretches(there))
                beside += _beside_struck(there)
    return HandMarks(**kinds, beside=tuple(beside))


def looks_in(paragraph: etree._Element, looks: Looks) -> list[tuple[etree._Element, Look]]:
    """The runs of a paragraph that show something, and how each looks."""
    return but_heads([(run, looks.of(run)) for run in shown_runs(paragraph)], shown)


def _stretches(there: Iterable[tuple[etree._Element, Look]]) -> Iterator[str]:
    """The kinds of what looks alike side by side."""
    last = ""
    for run, look in there:
        if look.kind and is_mark(run, look):
            if look.kind != last:
                yield look.kind
            last = look.kind
        elif look.kind != last:
            last = ""


def _beside_struck(there: Iterable[tuple[etree._Element, Look]]) -> Iterator[str]:
    """The looks that stand beside the struck words of a paragraph, once for each stretch of these."""
    kinds = [kind for kind, _ in groupby(look.kind for run, look in there if has_letters(run))]
    for n, kind in enumerate(kinds):
        if kind == "struck":
            yield from {*kinds[max(n - 1, 0) : n], *kinds[n + 1 : n + 2]} - {""}


def shown_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that show something, those of text boxes in it apart."""
    for run in paragraph.iter(_R):
        own = next(run.iterancestors(_P), None) is paragraph
        if own and next(run.iterchildren(*_TEXT), None) is not None:
            yield run


def is_heading(there: Sequence[tuple[etree._Element, Look]]) -> bool:
    """Whether a line looks marked as a whole because it is a heading, or is highlighted as a whole: as what is agreed
    is, and a new one is found without."""
    kinds = {look.kind for run, look in there if has_letters(run)}
    if kinds == {"highlighted"}:
        return True
    if not kinds or not kinds.isdisjoint(("", "struck", "highlighted")):
        return False
    words = "".join(shown(run) for run, _ in there).split()
    return (len(words) <= _HEADING_WORDS or kinds == {"bold"}) and not _is_ended(words)


def _is_ended(words: Sequence[str]) -> bool:
    """Whether a line ends as a paragraph of a resolution does, be it in brackets or with “and” behind."""
    ends = [word.rstrip(_CLOSING)[-1:] for word in words[-2:]]
    return any(end in _ENDS for end in ends[-1:] if end) or any(end in _SEMICOLONS for end in ends[:-1] if end)


def is_mark(run: etree._Element, look: Look) -> bool:
    """Whether a run with a look of a mark may be one: of a space nobody sees that it is new, and the mark of a note is
    often bold by itself, with its parentheses."""
    if look.kind in ("bold", "highlighted"):
        return bool(shown(run).strip(_AROUND_NOTES))
    return look.struck or has_letters(run)


def has_letters(run: etree._Element) -> bool:
    """Whether a run shows more than spaces."""
    return bool(shown(run).strip()) or any(part.tag not in (w("t"), w("tab")) for part in run.iterchildren(*_TEXT))


def shown(run: etree._Element) -> str:
    """The letters of a run; a tab is one."""
    return "".join("\t" if part.tag == w("tab") else part.text or "" for part in run if part.tag in (w("t"), w("tab")))


def cut_off(run: etree._Element, letters: int) -> etree._Element | None:
    """Takes the first letters of a run into one of their own before it; None where its first text has fewer."""
    text = next((child for child in run if child.tag != _RPR), None)
    if text is None or text.tag != w("t") or len(text.text or "") < letters:
        return None
    alone = etree.Element(_R)
    properties = run.find(_RPR)
    if properties is not None:
        alone.append(copy(properties))
    own = etree.SubElement(alone, w("t"))
    own.text, text.text = (text.text or "")[:letters], (text.text or "")[letters:]
    for one in (own, text):
        one.set(f"{{{XML}}}space", "preserve")
    run.addprevious(alone)
    return alone
