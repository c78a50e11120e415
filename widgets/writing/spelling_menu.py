"""What is offered for a misspelt word, in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu


def offer_spelling(
    menu: QMenu,
    meant: Sequence[str],
    put_right: Callable[[str], object],
    add: Callable[[], object],
    ignore: Callable[[], object],
) -> None:
    """Put at the end of a menu what may be meant, and how to let the word stand."""
    for word in meant:
        menu.addAction(word, partial(put_right, word))
    if not meant:
        menu.addAction("No word is near it").setEnabled(False)
    menu.addSeparator()
    menu.addAction("&Add to this dossier’s dictionary", add)
    menu.addAction("&Ignore", ignore)
