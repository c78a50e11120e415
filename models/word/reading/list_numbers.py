"""The numbers Word shows before paragraphs, counted from the numbering part: ISO/IEC 29500-1, 17.9."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from models.word.markup import child_of, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import ALTERNATIVES, chosen
from models.word.reading.appearance import LEVELS, Styles, list_place, styles_of, switched_on
from models.word.reading.number_formats import ZEROS, only_level_in, pieces_of, written
from models.word.reading.read_once import ReadOnce

_VAL, _NUMPR = w("val"), w("numPr")
_MOST_BORROWED = 50  # lists that borrow from one another
_LONGEST_TEXT = 255  # characters of a level's text
# Forms after which a full stop only closes the number: "3." is 3, "II." is II, but "a." is printed so.
_BARE = frozenset(("decimal", "decimalZero", "upperRoman", "upperLetter", "ordinal", *ZEROS))
# Forms that numbers keep where they are legal: Word's "Article II / Section 2.01" has them so.
_FIGURES = frozenset(("none", "decimal", "decimalZero", *ZEROS))


class Level(NamedTuple):
    """One level of a list definition; `restart_after` counts levels from 1, 0 never, None after any higher one."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart_after: int | None = None
    style: str | None = None
    indented: bool = False  # by the level itself


@dataclass(slots=True)
class Definition:
    """An abstract list: its levels, and the numbering style it stands for or borrows from."""

    levels: dict[int, Level] = field(default_factory=dict)
    style: str | None = None
    borrows: str | None = None


@dataclass(slots=True)
class Listing:
    """A list in use: its definition, levels of its own, and the numbers at which it starts anew."""

    definition: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Told(NamedTuple):
    """What a numbering part says: its definitions and lists by id."""

    definitions: Mapping[str, Definition]
    lists: Mapping[str, Listing]


class ListNumber(NamedTuple):
    """What stands before a paragraph of a list: its level from 0, and the number without its closing full stop."""

    level: int
    number: str | None


class ListNumbers:
    """Counts the lists of one text; ask for the paragraphs in document order, each once."""

    def __init__(self, styles: Styles, told: Told | None = None) -> None:
        """From what the numbering part says, if the file has one."""
        self.styles = styles
        self._definitions = dict(told.definitions) if told is not None else {}
        self._lists = dict(told.lists) if told is not None else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._followed: dict[str, str | None] = {}
        self._places: dict[str | None, tuple[str, int] | None] = {}
        self._by_style: dict[str, str] = {}
        for key, definition in self._definitions.items():
            if definition.style is not None:
                self._by_style.setdefault(definition.style, key)

    def next(self, numbering: etree._Element | None, style: str | None) -> ListNumber | None:
        """The number of the next paragraph with this `w:numPr` and style; None where it is in no list."""
        place = self._place(numbering, style)
        if place is None:
            return None
        list_id, level = place
        name = self.definition(list_id)
        if name is None:
            return None
        listing, counts = self._lists[list_id], self._counts.setdefault(name, {})
        self._count(list_id, listing, name, counts, level)
        return ListNumber(level or self.styles.depth(style), self._shown(list_id, listing, name, counts, level))

    def foretold(self, properties: etree._Element, style: str | None) -> ListNumber | None:
        """The number that a paragraph with these properties and style would get here; it is not counted."""
        place = self.place(properties, style)
        name = self.definition(place[0]) if place is not None else None
        if place is None or name is None:
            return None
        (list_id, level), counts, started = place, dict(self._counts.get(name, {})), set(self._started)
        self._count(list_id, self._lists[list_id], name, counts, level)
        shown = self._shown(list_id, self._lists[list_id], name, counts, level)
        found = ListNumber(level or self.styles.depth(style), shown)
        self._started = started
        return found

    def learn(self, added: Iterable[etree._Element]) -> None:
        """Know lists and their definitions that come to the numbering part."""
        for one in added:
            if one.tag == w("abstractNum"):
                self._definitions[_id(one, "abstractNumId")] = _definition(one)
            else:
                self._lists[_id(one, "numId")] = _listing(one)

    def place(self, properties: etree._Element, style: str | None) -> tuple[str, int] | None:
        """The list and level of a paragraph with these properties and style; None where it is in no list."""
        return self._place(child_of(properties, _NUMPR), style)

    def level(self, list_id: str, level: int) -> Level | None:
        """A level of a list; None where it prints no number, or there is no such level."""
        found = self.any_level(list_id, level)
        return found if found.form not in ("none", "bullet") and found.text else None

    def has_bullet(self, list_id: str, level: int) -> bool:
        """Whether a level of a list prints a bullet."""
        return self.any_level(list_id, level).form == "bullet"

    def any_level(self, list_id: str, level: int) -> Level:
        """A level of a list, whatever it prints; of a list that there is not, one that prints nothing."""
        name = self.definition(list_id)
        return self._level(self._lists[list_id], name, level) if name is not None else _NO_LEVEL

    def _place(self, direct: etree._Element | None, style: str | None) -> tuple[str, int] | None:
        """List and level of a paragraph, direct properties before those of its style."""
        if direct is None:
            if style not in self._places:
                self._places[style] = self._style_place(style, None)
            return self._places[style]
        list_id, level = list_place(direct)
        if list_id is None:
            return self._style_place(style, level)
        if list_id not in self._lists:
            return None
        if level is None:
            level = self._style_level(list_id, style)
        if level is None:
            of_style = self._style_place(style, None)
            level = of_style[1] if of_style is not None and of_style[0] == list_id else 0
        return list_id, level

    def _style_place(self, style: str | None, level: int | None) -> tuple[str, int] | None:
        list_id, style_level, source = self.styles.numbering(style)
        if list_id is None or list_id not in self._lists:
            return None
        if level is None:
            bound = self._style_level(list_id, style)
            level = bound if bound is not None else self._style_level(list_id, source)
        return list_id, level if level is not None else style_level or 0

    def _style_level(self, list_id: str, style: str | None) -> int | None:
        """The level that a list binds to a style."""
        name = self.definition(list_id)
        if name is None or style is None:
            return None
        for level, definition in self._definitions[name].levels.items():
            if definition.style == style:
                return level
        return None

    def definition(self, list_id: str) -> str | None:
        """The id of the definition a list follows, through the numbering style it may borrow from."""
        if list_id not in self._followed:
            self._followed[list_id] = self._follow(list_id)
        return self._followed[list_id]

    def _follow(self, list_id: str) -> str | None:
        listing = self._lists.get(list_id)
        seen: set[str] = set()
        name = listing.definition if listing is not None else None
        while name is not None and name in self._definitions and name not in seen and len(seen) < _MOST_BORROWED:
            seen.add(name)
            borrowed = self._definitions[name].borrows
            if borrowed is None:
                return name
            through = self._lists.get(self.styles.list_of(borrowed) or "")
            name = through.definition if through is not None else self._by_style.get(borrowed)
        return None

    def _level(self, listing: Listing, name: str, level: int) -> Level:
        own = listing.levels.get(level)
        return own if own is not None else self._definitions[name].levels.get(level, _NO_LEVEL)

    def _count(self, list_id: str, listing: Listing, name: str, counts: dict[int, int], level: int) -> None:
        start = listing.starts.get(level)
        if start is not None and (list_id, level) not in self._started:
            counts[level] = start
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = start if start is not None else self._level(listing, name, level).start
        self._started.add((list_id, level))
        for deeper in [deeper for deeper in counts if deeper > level]:
            after = self._level(listing, name, deeper).restart_after
            if after is None or level < after:
                del counts[deeper]

    def _shown(self, list_id: str, listing: Listing, name: str, counts: dict[int, int], level: int) -> str | None:
        shown = self._level(listing, name, level)
        if shown.form == "bullet":
            return None
        if only_level_in(shown.text) == level:
            return _alone(shown, counts[level])

        def number(at: int) -> str:
            if at > level:
                return ""
            definition = self._level(listing, name, at)
            if at not in counts:  # a list that begins at a deeper level shows the higher ones at their start
                counts[at] = listing.starts.get(at, definition.start)
                self._started.add((list_id, at))
            return written(counts[at], _form(definition.form, shown.legal))

        return _closed(shown, [one if isinstance(one, str) else number(one) for one in pieces_of(shown.text)])


def _form(form: str, legal: bool) -> str:
    """The form in which a level is written: where numbers are legal, in figures."""
    return "decimal" if legal and form not in _FIGURES else form


def _closed(shown: Level, pieces: Iterable[str]) -> str | None:
    """What pieces of the text of a level print together, without a closing full stop."""
    text = "".join(pieces).strip()
    form = "decimal" if shown.legal else shown.form
    if text.endswith(".") and form in _BARE and not text.endswith(".."):
        text = text[:-1].rstrip()
    return text or None


@lru_cache(maxsize=8_192)
def _alone(shown: Level, value: int) -> str | None:
    """What a level prints that shows no number but its own: a file is read, foreseen and read back with the same."""
    number = written(value, _form(shown.form, shown.legal))
    return _closed(shown, [one if isinstance(one, str) else number for one in pieces_of(shown.text)])


_NO_LEVEL = Level(form="none")
_UNSAID = Level(start=0)


def _id(element: etree._Element, name: str) -> str:
    return element.get(w(name)) or ""


def _definition(element: etree._Element) -> Definition:
    definition = Definition()
    for child in element:
        if child.tag == w("lvl"):
            level = _number(child.get(w("ilvl")))
            if 0 <= level < LEVELS:
                definition.levels.setdefault(level, _read_level(child))
        elif child.tag == w("styleLink"):
            definition.style = child.get(_VAL)
        elif child.tag == w("numStyleLink"):
            definition.borrows = child.get(_VAL)
    return definition


def _listing(element: etree._Element) -> Listing:
    link = element.find(w("abstractNumId"))
    listing = Listing("" if link is None else link.get(_VAL) or "")
    for override in element.iterchildren(w("lvlOverride")):
        level = _number(override.get(w("ilvl")))
        if not 0 <= level < LEVELS:
            continue
        own = override.find(w("lvl"))
        if own is not None:
            listing.levels[level] = _read_level(own)
        start = override.find(w("startOverride"))
        if start is not None:
            listing.starts[level] = _number(start.get(_VAL))
    return listing


def _read_level(element: etree._Element, level: Level = _UNSAID) -> Level:
    for child in element:
        value, tag = child.get(_VAL), child.tag
        if tag == w("start"):
            level = level._replace(start=_number(value))
        elif tag == w("numFmt"):
            form = child.get(w("format")) if value == "custom" else value
            level = level._replace(form=form or "decimal")
        elif tag == w("lvlText"):
            level = level._replace(text=(value or "")[:_LONGEST_TEXT])
        elif tag == w("isLgl"):
            level = level._replace(legal=switched_on(child))
        elif tag == w("lvlRestart"):
            level = level._replace(restart_after=_number(value))
        elif tag == w("pStyle"):
            level = level._replace(style=value)
        elif tag == w("pPr"):
            level = level._replace(indented=child_of(child, w("ind")) is not None)
        elif tag == ALTERNATIVES and (branch := chosen(child)) is not None:  # forms of number newer than the format
            level = _read_level(branch, level)
    return level


def _number(value: str | None) -> int:
    return whole(value) or 0


def _told(root: etree._Element) -> Told:
    return Told(
        {_id(one, "abstractNumId"): _definition(one) for one in root.iterchildren(w("abstractNum"))},
        {_id(one, "numId"): _listing(one) for one in root.iterchildren(w("num"))},
    )


_LISTS = ReadOnce(_told)


def lists_of(package: Package, styles: Styles | None = None) -> ListNumbers:
    """The lists of a file, none of their paragraphs counted yet; its styles are given where they are known."""
    return ListNumbers(styles_of(package) if styles is None else styles, _LISTS.told(package, "numbering"))
