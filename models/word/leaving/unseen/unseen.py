"""What a Word file says beside its text and on no page: other names of styles, those of tables, lists and choices."""

from __future__ import annotations

import re

from lxml import etree

from models.word.fields import INSTRUCTIONS
from models.word.leaving.parts.emptied import drop_upwards
from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.named_values import drop_named_values
from models.word.leaving.parts.parts import xml_parts
from models.word.leaving.parts.words_of_format import is_theme
from models.word.markup import in_sorts, take_out
from models.word.namespaces import WORD_2012, w
from models.word.package import Package
from models.word.seldom import seldom

_SECTION_TITLE = f"{{{WORD_2012}}}sectionTitle"
UNSEEN_NODES = frozenset((
    *map(w, ("tblCaption", "tblDescription", "docPartCategory", "captions", "autoCaptions", "aliases")),
    _SECTION_TITLE,
))  # fmt: skip
UNSEEN_ATTRIBUTES = frozenset((*map(w, ("lastValue", "tgtFrame")), _SECTION_TITLE))
_WITH_THEM = (*map(w, ("dropDownList", "comboBox", "hyperlink")), f"{{{WORD_2012}}}repeatingSection")
_OTHER_PROGRAM = "LibreOffice"  # what wrote a file says who did, as the properties that are taken out do
OF_THEMES = tuple(f"{{*}}{name}" for name in ("theme", "clrScheme", "fontScheme", "fmtScheme"))
"""What in a theme somebody called something."""
_FAMILY = "{http://schemas.microsoft.com/office/thememl/2012/main}themeFamily"
_WORDS = re.compile(
    r"(?!(?:annex|appendix|article|book|chapter|clause|figure|part|schedule|section|table|title|volume)\b)"
    r"\b[^\W\d_]{4,}(?:\s+[^\W\d_]+)*",
    re.IGNORECASE,
)  # but those that lists count by everywhere
_LIST, _NAME, _LINKED = w("abstractNum"), w("name"), (w("styleLink"), w("numStyleLink"))
_SORTS = INSTRUCTIONS, (w("fldSimple"),), (_NAME,), UNSEEN_NODES, _WITH_THEM
seldom(*(tag for tags in _SORTS for tag in tags))


def is_own_family(node: etree._Element) -> bool:
    """Whether it says of which family a theme is, and that is none of Word's own: the Foreign Office is none."""
    return node.tag == _FAMILY and not is_theme(node.get("name") or "")


def unused_levels(package: Package) -> list[etree._Element]:
    """The `w:lvlText` with words in them of those levels of used lists at which no paragraph stands."""
    part = package.related("numbering")
    said = _with_words(package.root(part)) if part is not None else []
    if part is None or not said or len(gone := unused_list_words(package)) == len(said):
        return []
    lists: dict[str, list[str]] = {}
    for one in package.root(part).iterchildren(w("num")):
        for followed in one.iterchildren(w("abstractNumId")):
            lists.setdefault(followed.get(w("val")) or "", []).append(one.get(w("numId")) or "")
    used: set[tuple[str, str]] = set()
    for name in xml_parts(package):
        if name != part:
            used.update(map(_place, package.root(name).iter(w("numPr"))))
    return [one for one in said if one not in gone and not _may_stand_at(one, lists, used)]


def _place(numbering: etree._Element) -> tuple[str, str]:
    """The list and the level that a `w:numPr` names; "" where it says no list, which is then that of a style."""
    listed, level = numbering.find(w("numId")), numbering.find(w("ilvl"))
    return (
        (listed.get(w("val")) or "") if listed is not None else "",
        (level.get(w("val")) or "") if level is not None else "0",
    )


def _may_stand_at(words: etree._Element, lists: dict[str, list[str]], used: set[tuple[str, str]]) -> bool:
    """Whether paragraphs may stand at the level of some words, which may be that of a style or of other lists too."""
    level, holder = next(words.iterancestors(w("lvl"))), next(words.iterancestors(_LIST, w("num")))
    if level.find(w("pStyle")) is not None or next(holder.iterchildren(*_LINKED), None) is not None:
        return True
    own = lists.get(holder.get(w("abstractNumId")) or "", []) if holder.tag == _LIST else [holder.get(w("numId")) or ""]
    return any((one, level.get(w("ilvl")) or "0") in used for one in ("", *own))


def _with_words(numbering: etree._Element) -> list[etree._Element]:
    return [one for one in numbering.iter(w("lvlText")) if _WORDS.search(one.get(w("val")) or "")]


def unused_list_words(package: Package) -> list[etree._Element]:
    """The `w:lvlText` with words in them of lists that neither a text nor a style uses."""
    root = package.root_of("numbering")
    said = _with_words(root) if root is not None else []
    if root is None or not said:
        return []
    texts = list(map(package.root, xml_parts(package)))
    used = {one.get(w("val")) for text in texts for one in text.iter(w("numId"))}
    nums = [one for one in root.iterchildren(w("num")) if one.get(w("numId")) in used]
    lists = {one.get(w("val")) for num in nums for one in num.iterchildren(w("abstractNumId"))}
    kept = {one for one in root.iterchildren(_LIST)
            if one.get(w("abstractNumId")) in lists or next(one.iterchildren(*_LINKED), None) is not None}  # fmt: skip
    return [
        one
        for one in said
        if not kept.intersection(one.iterancestors(_LIST)) and next(one.iterancestors(w("num")), None) not in nums
    ]


def drop_unseen(package: Package, secret: frozenset[str]) -> None:
    """Take out in place what tables, lists, choices and links are called, which no text refers to.

    The name of a list stays where a field counts by it; themes lose a name that is none of Office's.
    """
    pattern = in_markup(secret)
    if (numbering := package.related("numbering")) is not None:
        named = [
            one for one in unused_levels(package) if pattern is not None and pattern.search(one.get(w("val")) or "")
        ]
        for level in (*unused_list_words(package), *named):
            package.edit(numbering)
            level.set(w("val"), _WORDS.sub("", level.get(w("val")) or ""))
    roots = [(name, package.root(name)) for name in xml_parts(package)]
    found = [in_sorts(root, *_SORTS) for _, root in roots]
    counted = " ".join(node.text or "" for codes, *_ in found for node in codes)
    counted += " ".join(node.get(w("instr")) or "" for _, simple, *_ in found for node in simple)
    for (part, root), (_, _, names, unseen, others) in zip(roots, found, strict=True):
        lists = [one for one in names if (above := one.getparent()) is not None and above.tag == _LIST]
        gone = [*unseen, *(one for one in lists if (one.get(w("val")) or "") not in counted)]
        for node in gone:
            package.edit(part)
            take_out(node)
        for node in others:
            for key in UNSEEN_ATTRIBUTES.intersection(map(str, node.keys())):
                package.edit(part)
                del node.attrib[key]
        if drop_named_values(root, pattern):
            package.edit(part)
        if not package.content_type(part).endswith("theme+xml"):
            continue
        for family in [one for one in root.iter(_FAMILY) if is_own_family(one)]:
            package.edit(part)
            drop_upwards(family)
        for node in root.iter(*OF_THEMES):
            called = node.get("name") or ""
            if not is_theme(called):
                package.edit(part)
                node.set("name", "Office" if called == _OTHER_PROGRAM else "Theme")
