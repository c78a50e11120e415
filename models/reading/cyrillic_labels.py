"""Labels in Russian letters, "ПП1", "ОП10 (a)", or in those that only look like Latin ones, as any other is written."""

from __future__ import annotations

import re

_BEGINS = re.compile(r"[^\w(]{0,8}[ОПР][ПР][ \u00a0.]{0,3}\d")
_LABEL = re.compile(r"(?<!\w)(?:[ОП]П|[ОР]Р)(?=[ \u00a0.]{0,3}\d)")
_LETTERS = str.maketrans("ОПР", "OPP")
_HEAD = 200


def with_latin_labels(text: str) -> str:
    """A text of the same length that begins with "OP1" where it began with "ОП1", the labels beside it alike."""
    if not _BEGINS.match(text):
        return text
    return _LABEL.sub(lambda label: label[0].translate(_LETTERS), text[:_HEAD]) + text[_HEAD:]
