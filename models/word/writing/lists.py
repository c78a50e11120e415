"""Which of Word's lists gives each paragraph its number, and the numbering part that holds those lists.

One multilevel list is bound to the operative styles, so that Word renumbers by itself. Where the draft's number is not
the one that list would give (a restart, a gap, the items under a preambular paragraph) another list starts there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from models.draft import Kind, Paragraph
from models.draft.late_pattern import late_pattern
from models.draft.numbering import from_roman, has_suffix, printed_form, to_roman, value_of
from models.telling.numbers import stop_after
from models.word.list_ids import give_ids
from models.word.markup import NAMESPACES, copies, element, legal
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.styles import DEEPEST, style_id
from models.word.writing.looks import OPERATIVE_LIST, SECTION_LIST, all_looks
from models.word.writing.measures import HEADQUARTERS, Measures
from models.word.writing.other_lists import Form, OtherLists

_BARE = late_pattern(r"[^\W_][\w /-]*")


class Number(NamedTuple):
    """How a paragraph gets its number: `way` is style (its style's list), list, literal, bullet, or none.

    `list_id` and `level` tell the list, `text` what is typed before a tab.
    """

    way: str
    list_id: int = 0
    level: int = 0
    text: str = ""


NONE = Number("none")


@dataclass(slots=True)
class WordList:
    """A list and where its count stands; `starts` holds first numbers by level where they are not 1."""

    id: int
    family: str  # operative, section, bullets or other
    starts: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    form: Form | None = None  # of one that is none of a resolution's

    def next(self, level: int) -> int:
        """The number the next paragraph at a level gets."""
        return self.counts[level] + 1 if level in self.counts else self.starts.get(level, 1)

    def take(self, level: int) -> None:
        """Count a paragraph at a level; deeper levels start again."""
        value = self.next(level)
        self.counts = {at: count for at, count in self.counts.items() if at < level} | {level: value}


@dataclass
class Lists:
    """Hands out numbers paragraph by paragraph and collects the lists they need."""

    literal: bool = False
    bullets: Sequence[int | None] = ()
    """The levels of the bullets that paragraphs have, in order."""
    right_to_left: bool = False
    """Whether the text runs from the right: its figures have " -" behind them."""
    of_others: bool = False
    """Whether numbers that no list of a resolution has are counted too, not typed."""
    lists: list[WordList] = field(default_factory=lambda: [
        WordList(OPERATIVE_LIST, "operative"), WordList(SECTION_LIST, "section")
    ])  # fmt: skip

    def __post_init__(self) -> None:
        self._main = self.lists[0]
        self._sections = self.lists[1]
        self._items: WordList | None = None
        self._bulleted: WordList | None = None
        self._levels = iter(self.bullets)
        self._others = OtherLists()

    def number(self, paragraph: Paragraph) -> Number:
        """The way a paragraph gets its number; paragraphs must come in order."""
        kind = paragraph.kind
        if kind in (Kind.PREAMBULAR, Kind.ENACTING, Kind.OPERATIVE, Kind.SECTION, Kind.ANNEX):
            self._items = None
        shown = paragraph.number
        label = paragraph.set_label
        bullet = next(self._levels, None)
        if shown is None and label is None:
            return NONE if bullet is None else self._bullet(bullet)
        if kind is Kind.SECTION and shown is not None:
            return self._section(shown)
        if label is not None or has_suffix(shown) or kind not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            other = self._other(shown) if label is None and not has_suffix(shown) else None
            return other or Number("literal", text=self._typed(shown or label or ""))
        level = 0 if kind is Kind.OPERATIVE else min(max(paragraph.level, 1), DEEPEST)
        assert shown is not None
        value = value_of(shown, level)
        if value is None or value < 1 or printed_form(level, value) != shown:
            return Number("literal", text=self._typed(shown))
        if self.literal:
            return Number("literal", text=self._typed(shown))
        return self._counted(level, value)

    def _counted(self, level: int, value: int) -> Number:
        if level == 0:
            if self._main.next(0) != value:
                self._main = self._new("operative", 0, value)
            self._main.take(0)
            return self._taken(self._main, 0, OPERATIVE_LIST)
        using = self._items or self._main
        if (using is self._main and 0 not in using.counts) or using.next(level) != value:
            using = self._items = self._new("operative", level, value)
        using.take(level)
        return self._taken(using, level, OPERATIVE_LIST)

    def _section(self, shown: str) -> Number:
        value = from_roman(shown)
        if self.literal or value is None or to_roman(value).upper() != shown:
            return Number("literal", text=self._typed(shown))
        if self._sections.next(0) != value:
            self._sections = self._new("section", 0, value)
        self._sections.take(0)
        return self._taken(self._sections, 0, SECTION_LIST)

    def _typed(self, number: str) -> str:
        return typed(number, right_to_left=self.right_to_left)

    def _other(self, shown: str | None) -> Number | None:
        found = self._others.take(shown, len(self.lists) + 1) if shown and self.of_others and not self.literal else None
        if found is None:
            return None
        other, is_new = found
        if is_new:
            self._new("other", 0, other.start).form = other.form
        return Number("list", other.id)

    def _bullet(self, level: int) -> Number:
        if self._bulleted is None:
            self._bulleted = self._new("bullets", 0, 1)
        return Number("bullet", self._bulleted.id, min(level, DEEPEST))

    def _new(self, family: str, level: int, value: int) -> WordList:
        made = WordList(len(self.lists) + 1, family, {level: value})
        self.lists.append(made)
        return made

    @staticmethod
    def _taken(using: WordList, level: int, bound: int) -> Number:
        return Number("style" if using.id == bound else "list", using.id, level)


def typed(number: str, *, right_to_left: bool = False) -> str:
    """A number as it is typed into the text: a full stop after figures and letters, none after brackets and bullets."""
    number = legal(number)
    return number + stop_after(number, right_to_left=right_to_left) if _BARE.fullmatch(number) else number


def in_list(look: etree._Element, list_id: int, level: int) -> etree._Element:
    """A `w:pPr`, changed in place, whose number comes from a list."""
    for own in look.findall(w("numPr")):
        look.remove(own)
    look.append(element("numPr", element("ilvl", val=level), element("numId", val=list_id)))
    return in_order(look)


def numbering(
    lists: Sequence[WordList], bound: bool, of: Measures = HEADQUARTERS, *, right_to_left: bool = False
) -> etree._Element:
    """The root of word/numbering.xml; `bound` ties the first two lists to the paragraph styles."""
    root = etree.Element(w("numbering"), nsmap=NAMESPACES)
    for one in lists:
        root.append(_abstract(one, bound and one.id in (OPERATIVE_LIST, SECTION_LIST), of, right_to_left))
    for one in lists:
        root.append(element("num", element("abstractNumId", val=one.id), numId=one.id))
    return root


def _abstract(one: WordList, bound: bool, of: Measures, right_to_left: bool) -> etree._Element:
    made = element("abstractNum", abstractNumId=one.id)
    made.extend((element("nsid"), element("multiLevelType", val="multilevel"), element("tmpl")))
    levels = range(1) if one.family == "section" else range(DEEPEST + 1)
    for level in levels:
        made.append(copies(_level(one.family, one.form, level, one.starts.get(level, 1), bound, of, right_to_left))())
    give_ids(made, one.id)
    return made


@lru_cache(maxsize=256)
def _level(
    family: str, of_others: Form | None, level: int, start: int, bound: bool, of: Measures, right_to_left: bool
) -> etree._Element:
    form, text, style = _form(family, level, right_to_left) if of_others is None else (*of_others.at(level), "")
    hung = family != "section" or all_looks(of)[style_id(Kind.SECTION)].first < 0
    return element(
        "lvl",
        element("start", val=start),
        element("numFmt", val=form),
        element("pStyle", val=style) if bound else None,
        element("suff", val="tab" if hung else "space"),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        _letters(family, right_to_left),
        ilvl=level,
    )


def _letters(family: str, right_to_left: bool) -> etree._Element | None:
    """How the numbers of a list are set: as nothing in their paragraphs is, and in the order of an Arabic text."""
    roman = () if family == "section" else (element(name, val=0) for name in ("b", "bCs", "i", "iCs"))
    made = element("rPr", *roman, element("rtl") if right_to_left else None)
    return made if len(made) else None


def _form(family: str, level: int, right_to_left: bool) -> tuple[str, str, str]:
    if family == "section":
        return "upperRoman", "%1.", style_id(Kind.SECTION)
    if family == "bullets":
        return "bullet", "•–"[level % 2], ""
    style = style_id(Kind.SUBPARAGRAPH, level) if level else style_id(Kind.OPERATIVE)
    if level == 0:
        # A plain space is lost in LibreOffice.
        return "decimal", "%1\u00a0-" if right_to_left else "%1.", style
    if level == 1:
        return "lowerLetter", "(%2)", style
    if level == 2:
        return "lowerRoman", "(%3)", style
    return "lowerLetter" if level == 3 else "lowerRoman", f"%{level + 1}.", style
