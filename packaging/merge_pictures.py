"""The pictures of what a merge asks, one of each kind, for `screenshots.py`: from three texts made up for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from at_rest import settle
from clashing_texts import clashing_texts
from PySide6.QtWidgets import QApplication, QWidget

from app.window.window import Window
from models.dossier import Dossier
from models.merging import Conflict


def merge_kinds(
    app: QApplication, window: Window, folder: Path, rest: Callable[[], None]
) -> Iterator[tuple[str, QWidget]]:
    """Merge three drafts of a dossier of their own; each kind of conflict is given once, then all settled as ours.

    What the merge decided by itself is given last.
    """
    path = folder / "Seaweed.adref"
    base, ours, theirs = clashing_texts()
    with Dossier.create(path, title="The harvest of seaweed") as dossier:
        first = dossier.keep(base, label="A/C.2/80/L.39")
        one = dossier.keep(ours, label="A/C.2/80/L.39/Rev.1", parents=[first.id], date="2025-11-05")
        two = dossier.keep(theirs, label="Delegation A’s draft", parents=[first.id], date="2025-11-06")
    window.desk.open(path)
    settle(app, lambda: window.going.place == "dossier" and len(window.desk.stories) == 3)
    window.merging.merge(one.id, two.id, first.id)
    settle(app, lambda: window.going.place == "merge")
    page, seen = window.pages.merge, set()
    assert page.table is not None
    for item in page.table.conflicts:
        kind = _kind(item.conflicts[0])
        if kind not in seen:
            seen.add(kind)
            page.walk.go_to(item.key)
            rest()
            yield f"merge-{kind}", window
    for item in page.table.conflicts:
        page.walk.go_to(item.key)
        page.walk.answer_whole("ours")
    rest()
    yield "merge-settled", window
    page.told.go()
    rest()
    yield "merge-told", window


def _kind(conflict: Conflict) -> str:
    """What it is called: of a place that is asked about, why."""
    return conflict.key.partition(":")[2] if conflict.kind == "moved" else conflict.kind
