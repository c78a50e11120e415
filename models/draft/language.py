"""The language a draft is written in, among the official ones of the United Nations."""

from __future__ import annotations

import re

from models.draft.paragraph import Draft

_BY_LETTERS = (
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("fr", re.compile(r"\b(?:de la|des|aux|qu'|qu’|les)\b", re.IGNORECASE)),
    ("es", re.compile(r"\b(?:de los|del|las|que|y)\b", re.IGNORECASE)),
)
_SEEN = 4000
_FEW = 0.01


def language(draft: Draft) -> str:
    """The code of the language ("en", "fr", "ar") by its letters and its small words; English where nothing tells."""
    text = ""
    for paragraph in draft.paragraphs:
        text += f"{paragraph.text} "
        if len(text) > _SEEN:
            break
    letters = sum(map(str.isalpha, text)) or 1
    for code, sign in _BY_LETTERS[:3]:
        if len(sign.findall(text)) * 2 > letters:
            return code
    counted = {code: len(sign.findall(text)) for code, sign in _BY_LETTERS[3:]}
    code = max(counted, key=lambda one: counted[one])
    return code if counted[code] > letters * _FEW else "en"
