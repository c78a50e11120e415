"""What a Word file says of the language of its words (`w:lang`): of the whole file, and of words in another."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.reading.language import UNKNOWN
from models.word.markup import child_of, element
from models.word.namespaces import w
from models.word.property_order import in_order

_USUAL = {"val": "en-GB", "eastAsia": "en-US", "bidi": "ar-SA"}
_SPOKEN = {
    "fr": {"val": "fr-FR"},
    "es": {"val": "es-ES"},
    "ru": {"val": "ru-RU"},
    "zh": {"eastAsia": "zh-CN"},
    "pt": {"val": "pt-PT"},
    "it": {"val": "it-IT"},
    "de": {"val": "de-DE"},
    "nl": {"val": "nl-NL"},
    UNKNOWN: {"val": "x-none"},
}
"""What is said of a language beside the usual: Word takes that of Chinese and Arabic words by their letters."""


def of_words(code: str) -> dict[str, str]:
    """The attributes for words in a language: of letters from left to right, of East Asia, and from right to left."""
    return _USUAL | _SPOKEN.get(code, {})


def of_file(code: str) -> dict[str, str]:
    """Those for the fonts of a file in a language, of which the usual need not be said."""
    said = of_words(code)
    shown = {"bidi"} if code == "ar" else set[str]()
    return {name: tag for name, tag in said.items() if name == "val" or name in shown or tag != _USUAL[name]}


def in_language(lines: Iterable[etree._Element], code: str, around: str) -> list[etree._Element]:
    """Paragraphs, changed in place, whose words say that they are in another language than those `around` them."""
    made = list(lines)
    for run in (run for line in made for run in line.iter(w("r"))) if _otherwise(code, around) else ():
        speak(run, code, around)
    return made


def speak(run: etree._Element, code: str, around: str) -> None:
    """Let a run say in place that its words are in a language, where that is another than the one `around` it."""
    said = _otherwise(code, around)
    look = child_of(run, w("rPr"))
    if not said:
        return
    if look is None:
        look = element("rPr")
        run.insert(0, look)
    own = child_of(look, w("lang"))
    if own is None:
        look.append(element("lang", **said))
        in_order(look)
    else:
        own.attrib.update({w(name): tag for name, tag in said.items()})


def _otherwise(code: str, around: str) -> dict[str, str]:
    """What is said of a language otherwise than of the one around."""
    others = of_words(around)
    return {name: tag for name, tag in of_file(code).items() if tag != others[name]}
