"""Where letters of a block stand in its layout while an input method composes: what it composes stands among them."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout

from widgets.text.bracketed import Span
from widgets.theme.utf16 import utf16


def in_layout(layout: QTextLayout, spans: list[Span]) -> list[Span]:
    """Stretches of a block's letters as places of its layout."""
    at, composed = layout.preeditAreaPosition(), layout.preeditAreaText()
    if not composed:
        return spans
    more = utf16(composed)
    return [Span(one.start + more * (one.start >= at), one.end + more * (one.end > at)) for one in spans]


def with_composed(layout: QTextLayout, letters: bytes) -> bytes:
    """The letters of a block, in UTF-16, with what is composed among them."""
    at = 2 * max(0, layout.preeditAreaPosition())
    return letters[:at] + layout.preeditAreaText().encode("utf-16-le") + letters[at:]
