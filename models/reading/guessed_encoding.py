"""Bytes that are no UTF-8 and do not say what they are: in which encoding they are words of an official language."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

WESTERN = "cp1252"
_CYRILLIC = frozenset("оеаинтсрвлкмдпу")
_ARABIC = frozenset("اليمنرتوبةعدسفهكقحأ")
"""The letters that are most usual in Russian and in Arabic; some nine in ten of a text."""
_BY_LETTERS = {
    "cp1251": _CYRILLIC,
    "koi8_r": _CYRILLIC,
    "cp866": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
    "cp1256": _ARABIC,
    "iso8859_6": _ARABIC,
}
_CHINESE = "gb18030"
NAMES = {
    WESTERN: "Windows-1252",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp866": "code page 866",
    "iso8859_5": "ISO 8859-5",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO 8859-6",
    _CHINESE: "GB 18030",
}
_OTHER = re.compile(rb"[\x80-\xff]")
_RUN, _ACCENTED = re.compile(rb"[\x80-\x9f\xa1-\xff]{3,}"), re.compile(rb"[A-Za-z][\x80-\xff]{1,2}(?![\x80-\xff])")
"""Signs of words without Latin letters, among which A0 is a space; and such as stand among Latin letters."""
_LOOKED_AT = 20_000
"""Bytes, from the first that is not of ASCII."""
_SURE = 0.5
_MARKS = frozenset("\xa0«»“”„‘’–—…№،؛؟ـ\xad")
_COMMON = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
"""With which of two bytes the marks and the usual signs of Chinese begin (GB 2312, rows 1 to 3 and level 1)."""


def guessed(data: bytes) -> str:
    """The encoding; Windows-1252 where the words are of Latin letters, or of no language that is known here."""
    first = _OTHER.search(data)
    sample = data[first.start() :][:_LOOKED_AT] if first is not None else b""
    if len(_RUN.findall(sample)) <= 2 * len(_ACCENTED.findall(sample)):
        return WESTERN
    shares = [(_share(sample, encoding), encoding) for encoding in _BY_LETTERS]
    best = max((_share_of_chinese(sample), _CHINESE), *shares)
    return best[1] if best[0] >= _SURE else WESTERN


def _share(sample: bytes, encoding: str) -> float:
    """How much of what is beyond ASCII are usual letters, in words that have no capitals behind small ones."""
    text = sample.decode(encoding, "replace")
    signs = [sign for sign in text if sign > "\x7f" and sign not in _MARKS]
    usual = sum(sign.lower() in _BY_LETTERS[encoding] for sign in signs)
    turned = sum(one.islower() and other.isupper() for one, other in pairwise(text))
    return (usual - turned) / max(len(signs), 1)


def _share_of_chinese(sample: bytes) -> float:
    """How much of what is beyond ASCII are usual signs; 0 where the bytes are none of that encoding."""
    try:
        text = codecs.getincrementaldecoder(_CHINESE)().decode(sample)
    except UnicodeDecodeError:
        return 0.0
    written = [bytes(sign.encode(_CHINESE)) for sign in text if sign > "\x7f"]
    usual: int = sum(len(sign) == 2 and sign[0] in _COMMON and sign[1] >= _COMMON[0] for sign in written)
    return usual / max(len(written), 1)
