"""What LibreOffice says otherwise of tracked changes in a file it saves, said again as it was.

It gives a paragraph after one whose end is deleted, or moved away, the style of that one; a look that a paragraph had
the first level of its list; and the paragraph that holds the first note, or moved with a field, an end that stays. That
one went where what follows begins with a space that came, as Adref joins two, or has nothing left; it came where all of
that did.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import copy
from itertools import takewhile

from lxml import etree

from models.draft import Kind
from models.word.markup import child_of, element, take_out
from models.word.namespaces import DELETED, INS_OR_DEL, INSERTED, w
from models.word.package import Package
from models.word.property_order import in_order
from models.word.reading.appearance import list_place, styles_of
from models.word.resolving.joining import PLACE
from models.word.resolving.stand_ins import leave_out_stand_ins
from models.word.styles import STYLE, ParagraphStyle

TAKEN_OVER = f"{PLACE}style"
"""On a paragraph whose style is that of one before it, and tells nothing."""
_P, _PPR, _RPR, _STYLE, _NUMBERS = w("p"), w("pPr"), w("rPr"), w("pStyle"), w("numPr")
_MOVED = (w("moveFrom"), w("moveTo"))
_CHANGE, _FORMER = w("pPrChange"), f"{w('pPrChange')}/{w('pPr')}"
_WORDS = (w("t"), w("delText"), w("footnoteReference"), w("endnoteReference"))
_NOTE, _HOLDERS = w("footnoteReference"), (w("r"), *INS_OR_DEL)
_VAL, _LEVEL = w("val"), w("ilvl")
_UNLISTED = -1


def as_it_was(package: Package) -> list[etree._Element]:
    """Say anew, in place, what LibreOffice says otherwise; the paragraphs of which it cannot be known what they were.

    Done again it changes nothing. Of a style of Adref's under its own id nothing is doubted: no such file has one.
    """
    root = package.root(package.main)
    if next(root.iter(*INS_OR_DEL, _CHANGE), None) is None:
        return []
    ours = styles_of(package).ours
    if ours is STYLE and not is_libreoffices(package):
        return []
    root = package.edit(package.main)
    leave_out_stand_ins(root)
    _tell_former_levels(root, ours)
    _tell_moved_ends(root)
    _tell_first_end(root)
    return list(_told_styles(root, ours)) if ours is not STYLE else []


def tell_saved(package: Package) -> None:
    """The same, with a sign on the paragraphs whose style tells nothing: they are known by their words."""
    for paragraph in as_it_was(package):
        paragraph.set(TAKEN_OVER, "")


def is_libreoffices(package: Package) -> bool:
    """Whether LibreOffice saved a file last."""
    said = package.related("extended-properties", "")
    return said is not None and b"LibreOffice" in package.data(said)


def written_by_other(package: Package) -> None:
    """Take from a file, in place, that LibreOffice saved it: what another wrote on it is as that says it."""
    if is_libreoffices(package) and (name := package.related("extended-properties", "")) is not None:
        for program in list(package.edit(name).iter("{*}Application")):
            take_out(program)


def _tell_former_levels(root: etree._Element, ours: Mapping[str, ParagraphStyle]) -> None:
    """Give the look that a paragraph had the level of its style, else the one it has now."""
    for change in root.iter(_CHANGE):
        former, now = change.find(f"{_PPR}/{_NUMBERS}"), change.getparent()
        level = None if former is None else child_of(former, _LEVEL)
        if level is None or level.get(_VAL) != "0" or now is None:
            continue
        style = ours.get(_style(child_of(change, _PPR)) or "")
        said = list_place(numbers)[1] if (numbers := child_of(now, _NUMBERS)) is not None else None
        level.set(_VAL, str((said or 0) if style is None else style.level))


def _tell_moved_ends(root: etree._Element) -> None:
    """Move the end of each paragraph of which all that it holds moved."""
    moved: set[etree._Element] = set()
    holders = [one.getparent() for one in root.iter(*_MOVED)]
    for paragraph in holders:
        if paragraph is None or paragraph.tag != _P or paragraph in moved or _mark(paragraph, INS_OR_DEL) is not None:
            continue
        if _moved_whole(paragraph, moved):
            moving = next(child for child in paragraph if child.tag in _MOVED)
            _mark_end(paragraph, moving.tag, moving)
            moved.add(paragraph)


def _tell_first_end(root: etree._Element) -> None:
    """Delete the end of the paragraph with the first note, or insert it, where what stands after it tells so."""
    note = next(root.iter(_NOTE), None)
    paragraph = next(note.iterancestors(_P), None) if note is not None else None
    if paragraph is None or _mark(paragraph, INS_OR_DEL) is not None:
        return
    for kinds in (DELETED, INSERTED):
        by = _went_on(paragraph, kinds)
        if by is not None:
            _mark_end(paragraph, kinds[0], by)
            return


def _went_on(paragraph: etree._Element, kinds: tuple[str, ...]) -> etree._Element | None:
    """The change of a paragraph that has its end from one before, the words of which went or came; None where none has.

    What goes on from it where its own end went begins with a space that came.
    """
    for after in paragraph.itersiblings():
        if after.tag != _P:
            return None
        changed = [child for child in after if child.tag in _HOLDERS]
        if _leaves_words(after, kinds):
            left = [child for child in changed if child.tag not in kinds] if kinds is DELETED else []
            for came in takewhile(lambda child: child.tag == INSERTED[0], left[:-1]):
                if text := "".join(one.text or "" for one in came.iter(*_WORDS)):
                    return came if text == " " else None
            return None
        if _mark(after, kinds) is None:
            return changed[0] if changed and changed[0].tag in kinds else None
    return None


def _moved_whole(paragraph: etree._Element, moved: Collection[etree._Element]) -> bool:
    """Whether its end is its own: that of one which goes on from words that stay is what is left of theirs."""
    kinds, after = DELETED if child_of(paragraph, DELETED[1]) is not None else INSERTED, paragraph.getnext()
    if after is None or after.tag != _P or paragraph.find(f"{_PPR}/{w('sectPr')}") is not None:
        return False
    before: etree._Element | None = paragraph
    while before is not None and before.tag == _P and before not in moved:
        if _leaves_words(before, kinds):
            return False
        before = before.getprevious()
        if before is not None and _mark(before, kinds) is None:
            break
    return True


def _mark_end(paragraph: etree._Element, change: str, by: etree._Element) -> None:
    mark, properties = etree.Element(change), _made(paragraph, _PPR)
    mark.attrib.update(by.attrib)
    _made(properties, _RPR).insert(0, mark)
    in_order(properties)


def _made(parent: etree._Element, tag: str) -> etree._Element:
    """The first child with a tag, made where there is none."""
    found = child_of(parent, tag)
    if found is None:
        found = etree.Element(tag)
        parent.insert(0, found)
    return found


def _told_styles(root: etree._Element, ours: Mapping[str, ParagraphStyle]) -> Iterator[etree._Element]:
    """Give the paragraphs after deleted ends a style of what they are, as far as that is known; the others."""
    ids = {(one.kind, one.level): name for name, one in ours.items() if name not in STYLE}
    for joined, after in _after_deleted_ends(root):
        named = after.find(f"{_PPR}/{_STYLE}")
        style = ours.get(named.get(_VAL, "")) if named is not None else None
        if named is None or style is None or named.get(_VAL) in STYLE:
            continue
        former = ours.get(_style(after.find(f"{_PPR}/{_FORMER}")) or "")
        listed = _listed(after)
        if joined is not None and former is not None and listed is not None and listed == _listed(joined):
            _copy_numbers(joined, after)
        said = [one for one in ((style, former) if joined is not None else (former, style)) if one is not None]
        told = next((one for one in said if _fits(one, listed)), None)
        if told is None and listed is not None:  # out of its list, too, only what has a style of a list is
            told = ParagraphStyle("", "", Kind.SUBPARAGRAPH if listed > 0 else Kind.OPERATIVE, max(listed, 0))
        if told is not None:
            named.set(_VAL, ids.get((told.kind, told.level), named.get(_VAL, "")))
        elif listed is None:  # as it has no number, though its style has
            after[0].append(element("numPr", element("numId", val=0)))
            in_order(after[0])
        if told is None or (told is style and listed is None and former is None and joined is None):
            yield after


def _copy_numbers(one: etree._Element, other: etree._Element) -> None:
    """Put a paragraph into the list of the one whose words it goes on with: there it is seen in LibreOffice."""
    theirs, own = (paragraph.find(f"{_PPR}/{_NUMBERS}") for paragraph in (one, other))
    if theirs is not None and own is not None and one.find(f"{_PPR}/{_CHANGE}") is not None:
        own[:] = [copy(child) for child in theirs if child.tag in (_LEVEL, w("numId"))]


def _leaves_words(paragraph: etree._Element, kinds: tuple[str, ...]) -> bool:
    """Whether something of a paragraph is left when changes of these kinds go."""
    return any(next(text.iterancestors(*kinds), None) is None for text in paragraph.iter(*_WORDS))


def _fits(style: ParagraphStyle, listed: int | None) -> bool:
    """Whether a paragraph so `listed` can have a style: LibreOffice lists each itself whose style is of a list."""
    numbered = style.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    return style.kind is Kind.TEXT or (numbered is (listed is not None) and listed in (None, _UNLISTED, style.level))


def _listed(paragraph: etree._Element) -> int | None:
    """The level of the list that a paragraph itself names; _UNLISTED where it names that it is in none."""
    numbers = paragraph.find(f"{_PPR}/{_NUMBERS}")
    if numbers is None:
        return None
    list_id, level = list_place(numbers)
    return level or 0 if list_id not in (None, "0") else _UNLISTED


def _after_deleted_ends(root: etree._Element) -> Iterator[tuple[etree._Element | None, etree._Element]]:
    """The paragraphs that have the style of one in front of them whose end is deleted or moved away.

    With each comes the first of these that has words left, which it goes on.
    """
    styles: set[str | None] = set()
    last: etree._Element | None = None
    left: etree._Element | None = None
    for paragraph in list(root.iter(_P)):
        style, gone = _style(paragraph, _PPR), _mark(paragraph, DELETED) is not None
        if last is not None and paragraph.getprevious() is not last:
            styles, left = set(), None
        if style in styles:
            yield left, paragraph
        if not gone:
            styles, left, last = set(), None, None
            continue
        styles, last = {*styles, style}, paragraph
        if left is None and _leaves_words(paragraph, DELETED):
            left = paragraph


def _mark(paragraph: etree._Element, kinds: tuple[str, ...]) -> etree._Element | None:
    properties = child_of(paragraph, _PPR)
    look = None if properties is None else child_of(properties, _RPR)
    return None if look is None else next((one for one in look if one.tag in kinds), None)


def _style(holder: etree._Element | None, within: str | None = None) -> str | None:
    """The style that a `w:pPr` names, or the one `within` a paragraph."""
    properties = holder if within is None or holder is None else child_of(holder, within)
    style = None if properties is None else child_of(properties, _STYLE)
    return None if style is None else style.get(_VAL)
