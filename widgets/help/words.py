"""Words of a page on the screen: those of actions and keys stronger than the rest."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from models.help_pages import Said, plain
from widgets.theme.key_hints import key_words
from widgets.theme.surfaces import Words


class SaidWords(Words):
    """Lines of words that wrap; screen readers are told them plainly."""

    def __init__(self, said: Iterable[Said], font: QFont, role: str = "ink") -> None:
        parts = tuple(said)
        super().__init__("", font, role, lines=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText("".join(_marked(part) for part in parts))
        self.setAccessibleName(plain(parts))


def _marked(said: Said) -> str:
    text = html.escape(key_words(said.key) if said.key else said.text)
    return f'<span style="font-weight:700">{text}</span>' if said.act or said.key or said.control else text
