"""Words of a Word file in letters that nobody sees on the page: of the colour of their ground, tiny, or cut off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from lxml import etree

from models.draft.plain_letters import plain_letters
from models.word.archive import says
from models.word.leaving.unseen.cut_off import CUT_OFF, cut_off
from models.word.leaving.unseen.grounds import (
    HIGHLIGHTS,
    NO_INK,
    PLAIN,
    WIDTHS,
    Letters,
    alike,
    fill_of,
    fills_of_shapes,
    ink_of,
    is_small,
    letters_of,
    page_colour,
    unseen,
)
from models.word.leaving.unseen.off_page import OFF_PAGE, ListsOffPage, off_page, styles_off_page
from models.word.leaving.unseen.stretches import RUNS, Stretches, stretches, words_of
from models.word.leaving.unseen.table_styles import letters_in_tables, letters_of_cells, style_worn
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import ON
from models.word.relationships import NOTES
from models.word.seldom import each, nothing_comes, seldom

_SIGNS = (
    b":color ", b":highlight ", b":shd ", b":sz ", b":szCs ", b":w w:", b":textFill", b":fitText ",
    b':spacing w:val="-', *CUT_OFF, *OFF_PAGE,
)  # fmt: skip
_LOOK, _PARAGRAPH, _VAL = w("rPr"), w("p"), w("val")
_COLOUR, _SIZES, _GROUND = w("color"), (w("sz"), w("szCs"), *WIDTHS), w("shd")
_OTHERS = (w("highlight"), "{http://schemas.microsoft.com/office/word/2010/wordml}textFill")
seldom(_COLOUR, _GROUND, *_SIZES, *_OTHERS)
_STYLES, _CELL = (w("rStyle"), w("pStyle")), w("tc")


def faint_words(data: bytes) -> Stretches:
    """The stretches of a Word file's text and notes in such letters, as they stand in the draft read from it."""
    if not says(data, *_SIGNS):
        return Stretches()
    package = Package(data)
    found = stretches(*_faint(package, NOTES))
    package.leave()
    return found


def faint_stretches(package: Package, beside: Collection[str] = NOTES) -> dict[str, None]:
    """What the stretches of a package's text and of some kinds of parts in such letters say, each once, in order."""
    said = (words_of(runs) for runs in _faint(package, beside)[0])
    return {words: None for words in said if plain_letters(words)}


def _faint(package: Package, beside: Collection[str]) -> tuple[list[list[etree._Element]], list[etree._Element]]:
    """The runs of each stretch, and the parts that were looked through."""
    texts = list(map(package.root, package.parts_of(beside)))
    worn = {style_worn(table) for text in texts for table in text.iter(w("tbl"))}
    beside_text = _beside(package)
    tables = letters_in_tables(package.root_of("styles"), worn) if worn else {}
    looks = _Looks(beside_text.styles, tables, beside_text.off_page, page_colour(package), beside_text.lists)
    with nothing_comes(*texts):
        return [runs for text in texts for runs in _rows(_faint_runs(text, looks))], texts


class _Beside(NamedTuple):
    """What the styles and the lists of a file say."""

    styles: dict[str, Letters]
    off_page: frozenset[str]
    lists: ListsOffPage


_held: dict[tuple[bytes, ...], _Beside] = {}
_MOST_HELD = 4


def _beside(package: Package) -> _Beside:
    """What the styles and lists of a file say: the files of one comparison mostly have them in common."""
    names = [name for name in map(package.related, ("styles", "numbering")) if name is not None]
    key = tuple(sha256(package.data(name)).digest() for name in names)
    found = _held.get(key)
    if found is None:
        if len(_held) >= _MOST_HELD:
            _held.clear()
        root = package.root_of("styles")
        styles = _styles(root) if root is not None else {}
        found = _held[key] = _Beside(styles, styles_off_page(root), ListsOffPage(package))
    return found


def _rows(runs: Iterable[etree._Element]) -> Iterator[list[etree._Element]]:
    """Runs in rows in which one follows the other."""
    row: list[etree._Element] = []
    for run in runs:
        if row and row[-1].getnext() is not run:
            yield row
            row = []
        row.append(run)
    if row:
        yield row


class _Looks(NamedTuple):
    """What a file says of all its letters: by styles, in parts of tables, off its pages, and on what ground."""

    styles: dict[str, Letters]
    tables: dict[str, dict[str, Letters]]
    off_page: frozenset[str]
    page: str
    lists: ListsOffPage


def _faint_runs(root: etree._Element, looks: _Looks) -> Iterator[etree._Element]:
    holders = chain(cut_off(root), off_page(root, looks.off_page), looks.lists.items_of(root))
    cut = dict.fromkeys(run for holder in holders for run in holder.iter(*RUNS))
    yield from cut
    cells = letters_of_cells(root, looks.tables)
    for run in dict.fromkeys(_suspects(root, looks.styles, cells, looks.page)):
        if run not in cut:
            cell = cells.get(next(run.iterancestors(_CELL), run), PLAIN) if cells else PLAIN
            if unseen(_look(run, looks.styles, cell), run, cell.ground or looks.page):
                yield run


def _suspects(
    root: etree._Element, styles: dict[str, Letters], cells: dict[etree._Element, Letters], page: str
) -> Iterator[etree._Element]:
    """The runs that may be unseen, found by their signs: most texts have few that tell anything.

    A ground is no sign: the letters on it have a colour of their own or by a style, or Word sees to it.
    """
    grounds = {page, *(fill for one in each(root, _GROUND) if (fill := fill_of(one)) is not None)}
    grounds.update(HIGHLIGHTS[value] for one in each(root, _OTHERS[0]) if (value := one.get(_VAL) or "") in HIGHLIGHTS)
    grounds.update(fills_of_shapes(root))
    grounds.update(one.ground for one in (*styles.values(), *cells.values()) if one.ground is not None)
    known: dict[tuple[str, ...], bool] = {}  # whether a sign of these values tells anything
    for sign in each(root, _COLOUR, *_SIZES, *_OTHERS):
        if sign.tag not in _OTHERS:
            said = (str(sign.tag), *map(str, sign.keys()), *map(str, sign.values()))
            if said not in known:
                known[said] = _near(ink_of(sign), grounds) if sign.tag == _COLOUR else is_small(sign)
            if not known[said]:
                continue
        look = sign.getparent()
        run = look.getparent() if look is not None and look.tag == _LOOK else None
        if run is not None and run.tag in RUNS:
            yield run
    named = {name for name, one in styles.items() if _may_be_unseen(one, grounds)}
    for sign in root.iter(*_STYLES) if named else ():
        holder = next(sign.iterancestors(*RUNS, _PARAGRAPH), None) if sign.get(_VAL) in named else None
        yield from holder.iter(*RUNS) if holder is not None else ()
    if "" in named:
        yield from root.iter(*RUNS)
    for cell, letters in cells.items():
        yield from cell.iter(*RUNS) if _may_be_unseen(letters, grounds) else ()


def _may_be_unseen(look: Letters, grounds: set[str]) -> bool:
    return bool(look.small or look.thin or look.highlight) or _near(look.colour, grounds)


def _near(colour: str | None, grounds: set[str]) -> bool:
    return colour is not None and (colour == NO_INK or any(alike(colour, one) for one in grounds))


def _look(run: etree._Element, styles: dict[str, Letters], cell: Letters) -> Letters:
    """How the letters of a run look: by their own look, its style, that of the paragraph, its cell's, or as all do."""
    own = run.find(_LOOK)
    paragraph = next(run.iterancestors(_PARAGRAPH), None)
    names = (
        own.find(_STYLES[0]) if own is not None else None,
        paragraph.find(f"{w('pPr')}/{_STYLES[1]}") if paragraph is not None else None,
    )
    look = letters_of(own)
    for name in names:
        if name is not None:
            look = look.over(styles.get(name.get(_VAL) or "", PLAIN))
    return look.over(cell._replace(ground=None)).over(styles.get("", PLAIN))


def _styles(root: etree._Element) -> dict[str, Letters]:
    """How letters of each style look, what it stands on included; "" is the look of those that name none."""
    own: dict[str, Letters] = {}
    based: dict[str, str] = {}
    usual = ""
    for style in root.iter(w("style")):
        name, below, kind = style.get(w("styleId")) or "", style.find(w("basedOn")), style.get(w("type"))
        if kind not in ("character", "paragraph") or not name:
            continue
        ground = fill_of(style.find(f"{w('pPr')}/{_GROUND}"))
        own[name] = letters_of(style.find(_LOOK)).over(Letters(ground=ground))
        based[name] = (below.get(_VAL) or "") if below is not None else ""
        if kind == "paragraph" and style.get(w("default")) in ON:
            usual = name
    found: dict[str, Letters] = {}
    for name in own:
        above: dict[str, None] = {}  # what it stands on and nobody asked for yet: each is looked at once
        while name in own and name not in found and name not in above:
            above[name] = None
            name = based[name]
        letters = found.get(name, PLAIN)
        for one in reversed(above):
            letters = found[one] = own[one].over(letters)
    all_of_them = letters_of(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_LOOK}"))
    return {**found, "": found.get(usual, PLAIN).over(all_of_them)}
