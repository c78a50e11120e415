"""The languages that a Word file says its words are in, without the country of the keyboard that typed them.

Word marks each run with the keyboard it was typed on. What that says of the words themselves stays: another language
than the file's, by its usual country; right-to-left and East Asian ones wherever there are such letters, which are
shaped by them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from models.reading.language import weighed
from models.word.leaving.parts.parts import xml_parts
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.seldom import each, seldom

_LANG, _VAL, _EAST, _BIDI = map(w, ("lang", "val", "eastAsia", "bidi"))
_OF_FILE = w("themeFontLang")
_LOOK, _RUN, _PARAGRAPH, _DEFAULTS = map(w, ("rPr", "r", "p", "docDefaults"))
_TURNED, _FONTS, _HINT = (w("rtl"), w("cs")), w("rFonts"), w("hint")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LOOKS_DRAWN = tuple(f"{_DRAWING}{one}" for one in ("rPr", "endParaRPr", "defRPr"))
_SET = ("{http://schemas.openxmlformats.org/drawingml/2006/chart}lang", w("lid"))
"""What a chart, and the picker of a date, are set to: it says the machine they were made on."""
SAYING = (_LANG, *_SET, *_LOOKS_DRAWN)
"""What may say the country of a keyboard."""
seldom(*SAYING, _OF_FILE)
_TEXT = (w("t"), w("delText"), m("t"), f"{_DRAWING}t")
_TAG = re.compile(r"([A-Za-z]{2,3})-([A-Za-z]{2}|\d{3})")
_USUAL = {
    "ar": "ar-SA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-GB", "es": "es-ES",
    "fi": "fi-FI", "fr": "fr-FR", "hu": "hu-HU", "it": "it-IT", "nl": "nl-NL", "pl": "pl-PL", "ro": "ro-RO",
    "ru": "ru-RU", "sv": "sv-SE", "tr": "tr-TR", "uk": "uk-UA",
}  # fmt: skip
"""The country that each language is mostly said with; those whose countries spell or write otherwise are left."""
_OTHER_USUAL = frozenset(("en-US",))  # Word's own, unless somebody chose another
_RIGHT_TO_LEFT = (("\u0590", "\u08ff"), ("\ufb1d", "\ufefc"))
_EAST_ASIAN = (
    ("\u1100", "\u11ff"), ("\u2e80", "\ufaff"), ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""The first and the last of each stretch of such letters: as a pattern they take three milliseconds to compile."""


class _Typed(NamedTuple):
    """What a paragraph tells of its language, "" where that is not sure, and of the keyboards it was typed on."""

    language: str
    letters: int
    by_keyboard: Counter[str]  # letters, by the language of the keyboard; gathered where they are asked for


def usual(tag: str) -> str:
    """The same language with the country that it is mostly said with."""
    hit = _TAG.fullmatch(tag)
    return tag if hit is None or tag in _OTHER_USUAL else _USUAL.get(hit[1].casefold(), tag)


def tag_said(node: etree._Element) -> str:
    """The language that one of `SAYING` says, "" where it says none."""
    return node.get(_key(node)) or ""


def _key(node: etree._Element) -> str:
    return "lang" if node.tag in _LOOKS_DRAWN else "val" if node.tag == _SET[0] else _VAL


def _say_usual(node: etree._Element) -> None:
    if (said := tag_said(node)) and (tag := usual(said)) != said:
        node.set(_key(node), tag)


def unify_languages(package: Package) -> None:
    """Take out in place what the languages of words say of keyboards alone."""
    parts = xml_parts(package)
    marked = {name: root for name in parts if (root := package.root(name)).nsmap and _says_any(root)}
    shaped = _Shaped([root for root in map(package.root, parts) if root.tag != w("styles")])
    of_styles = package.root_of("styles")
    own = of_styles.find(f"{_DEFAULTS}//{_LANG}") if of_styles is not None else None
    of_file = _language((own.get(_VAL) if own is not None else None) or "en-US")
    said = of_styles.iter(_LANG) if of_styles is not None else ()
    alike = all(_language(one.get(_VAL) or of_file) == of_file for one in said)
    paragraphs: dict[etree._Element, _Typed] = {}
    for name, root in marked.items():
        package.edit(name)
        for node in list(root.iter(*SAYING, _OF_FILE)):
            if node.tag in _LOOKS_DRAWN:
                _bare_letters(node)
            elif node.tag in _SET:
                _say_usual(node)
            elif (run := _run_of(node)) is None:
                _bare_style(node, shaped)
            else:
                _bare_run(node, run, shaped, of_file if alike else "", paragraphs)
            _drop_if_silent(node)


class _Shaped:
    """Whether a file has letters that are shaped by the language of their kind, looked for once that is asked."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._roots = roots

    @cached_property
    def _unusual(self) -> str:
        texts = (one.text or "" for root in self._roots for one in root.iter(*_TEXT))
        return "".join([text for text in texts if not text.isascii()])

    @cached_property
    def right_to_left(self) -> bool:
        return _holds(_RIGHT_TO_LEFT, self._unusual)

    @cached_property
    def east_asian(self) -> bool:
        return _holds(_EAST_ASIAN, self._unusual)


def _says_any(root: etree._Element) -> bool:
    return any(
        one.tag not in _LOOKS_DRAWN or one.get("lang") or one.get("altLang") for one in each(root, *SAYING, _OF_FILE)
    )


def _letters(holder: etree._Element) -> str:
    return "".join(one.text or "" for one in holder.iter(*_TEXT))


def _language(tag: str) -> str:
    return tag.partition("-")[0].casefold()


def _run_of(node: etree._Element) -> etree._Element | None:
    """The run whose language it is, or the paragraph, for its mark; None in a style."""
    for above in node.iterancestors(_RUN, _PARAGRAPH, w("style"), m("r")):
        return above if above.tag != w("style") else None
    return None


def _bare_letters(look: etree._Element) -> None:
    """What is said of letters in drawings and charts."""
    if "altLang" in look.attrib:
        del look.attrib["altLang"]
    _say_usual(look)


def _bare_style(node: etree._Element, shaped: _Shaped) -> None:
    _say_usual(node)
    if _BIDI in node.attrib and not shaped.right_to_left:
        del node.attrib[_BIDI]
    if _EAST in node.attrib and not shaped.east_asian:
        del node.attrib[_EAST]


def _bare_run(
    node: etree._Element,
    run: etree._Element,
    shaped: _Shaped,
    of_file: str,
    paragraphs: dict[etree._Element, _Typed],
) -> None:
    of_mark = run.tag == _PARAGRAPH
    if _BIDI in node.attrib and not (
        _wears(node, _TURNED) or (shaped.right_to_left and _has(_RIGHT_TO_LEFT, run, of_mark))
    ):
        del node.attrib[_BIDI]
    if _EAST in node.attrib and not (_is_hinted(node) or (shaped.east_asian and _has(_EAST_ASIAN, run, of_mark))):
        del node.attrib[_EAST]
    if (tag := node.get(_VAL)) and _TAG.fullmatch(tag):
        typed = _language(tag)
        if of_file and (of_mark or typed == of_file or _is_typed_only(run, typed, of_file, paragraphs)):
            del node.attrib[_VAL]
        elif usual(tag) != tag:
            node.set(_VAL, usual(tag))


def _holds(letters: Sequence[tuple[str, str]], text: str) -> bool:
    """Whether a text has any of some letters, told by the first and the last of each of their stretches."""
    return any(first <= sign <= last for sign in set(text) for first, last in letters)


def _has(letters: Sequence[tuple[str, str]], run: etree._Element, of_mark: bool) -> bool:
    """Whether a run has any of some letters, which the mark of a paragraph has not."""
    return not of_mark and _holds(letters, _letters(run))


def _wears(node: etree._Element, tags: tuple[str, ...]) -> bool:
    """Whether the look that says a language says any of some other things."""
    look = node.getparent()
    return look is not None and next(look.iterchildren(*tags), None) is not None


def _is_hinted(node: etree._Element) -> bool:
    """Whether the look that says a language says that its signs are East Asian ones."""
    look = node.getparent()
    fonts = look.find(_FONTS) if look is not None else None
    return fonts is not None and fonts.get(_HINT) == "eastAsia"


def _is_typed_only(run: etree._Element, typed: str, of_file: str, paragraphs: dict[etree._Element, _Typed]) -> bool:
    """Whether words are in the language of their file for all that the keyboard says, or too few to be in another.

    `paragraphs` are those that were looked at.
    """
    paragraph = next(run.iterancestors(_PARAGRAPH), run)
    known = paragraphs.get(paragraph)
    if known is None:
        found, is_sure = weighed([words := _letters(paragraph)])
        known = paragraphs[paragraph] = _Typed(found if is_sure else "", _count(words), Counter())
    if known.language in (typed, of_file):
        return known.language == of_file
    if not known.by_keyboard:  # before any of what it says goes
        for one in paragraph.iter(_RUN):
            said = one.find(f"{_LOOK}/{_LANG}")
            known.by_keyboard[_language((said.get(_VAL) or "") if said is not None else "")] += _count(_letters(one))
    return known.by_keyboard[typed] * 2 < known.letters or not _count(_letters(run))


def _count(words: str) -> int:
    """How many letters some words have."""
    return sum(map(str.isalpha, words))


def _drop_if_silent(node: etree._Element) -> None:
    """Take out a language that says nothing any more, and a look that was nothing else."""
    above = node.getparent()
    if node.tag == _LANG and not node.attrib and above is not None:
        above.remove(node)
        if above.tag == _LOOK and not len(above) and (holder := above.getparent()) is not None and holder.tag == _RUN:
            holder.remove(above)
