"""What a PDF tells of its letters, mended: Qt names a drawing by any of the signs that a font has it for.

A program that copies, searches or reads aloud asks the file for the letter of each drawing (ToUnicode). For a space Qt
names a tab, for an Arabic letter the form it stands in, and where letters of two languages look alike, either.
"""

from __future__ import annotations

import re
import unicodedata

from models.draft.joined_letters import is_form

_MAP = re.compile(rb"(?<=\nstream\n)/CIDInit .*?endstream", re.DOTALL)
_NAMED = re.compile(rb"(?<= )\[[^\]]+\]|(?<=> )<[0-9A-F]{4}>(?=\n)")
_CODE = re.compile(rb"(?<=<)[0-9A-F]{4}(?=>)")
_SPACES = "\t\u00a0"
_ALIKE = {
    "\ufbfc": "ى", "\ufbfd": "ى", "\ufbfe": "ي", "\ufbff": "ي", "\u06cc": "ى", "\u06d5": "ه",
    "\u02bb": "‘", "\u02bc": "’",
    "\u00b5": "\u03bc", "\u03bc": "\u00b5", "\u2206": "\u0394", "\u0394": "\u2206",
}  # fmt: skip
"""Forms of letters of Persian and Uighur, and the letter of Arabic that looks so; letters, and the quotation mark;
letters of Greek, and the signs that look so."""


def with_letters_told(pdf: bytes, words: str) -> bytes:
    """The bytes of a PDF as Qt writes it, as many, whose drawings are named by letters; of two that look alike by the
    one that is in the words of the text."""

    def named(code: re.Match[bytes]) -> bytes:
        return b"%04X" % ord(_letter(chr(int(code[0], 16)), words))

    return _MAP.sub(lambda found: _NAMED.sub(lambda rows: _CODE.sub(named, rows[0]), found[0]), pdf)


def _letter(sign: str, words: str) -> str:
    if sign in _SPACES:
        return " "
    letters = unicodedata.normalize("NFKC", sign) if is_form(sign) else sign
    likely = _ALIKE.get(sign)
    if likely is not None and likely in words and letters not in words:
        return likely
    # Two that are drawn as one have one name here: some programs read two backwards in a line from right to left.
    return letters if len(letters) == 1 else sign
