"""The marks at the ends of paragraphs as each script writes them, by their English ones."""

from __future__ import annotations

LATIN_MARKS = {mark: mark for mark in ",;:."}
ARABIC_MARKS = {",": "،", ";": "؛", ":": ":", ".": "."}
CHINESE_MARKS = {",": "，", ";": "；", ":": "：", ".": "。"}

SIGNS = {sign: mark for script in (ARABIC_MARKS, CHINESE_MARKS, LATIN_MARKS) for mark, sign in script.items()}
"""Every sign that can end a paragraph, and the English mark it stands for."""
