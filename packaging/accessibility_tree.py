"""What a screen reader is given on every page: role, name, state and description of each control, as a tree.

Run `packaging/accessibility_tree.py` for all pages, or name some: `packaging/accessibility_tree.py start desk`. Works
on the sample in a folder of its own; nothing of the user's is read or written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if __name__ == "__main__":  # the tests load it, and a warning of Qt's fails them
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")

from at_rest import settle  # noqa: E402
from PySide6.QtGui import QAccessible, QAccessibleInterface  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.settings.settings import Places, Settings  # noqa: E402
from app.starting import application, make_window  # noqa: E402
from app.window.window import Window  # noqa: E402
from models.draft import Draft, Kind  # noqa: E402

_ROWS = 12
"""Rows of a list that are printed; all are walked."""


@dataclass(frozen=True)
class Said:
    """One thing of the tree as it is said. `depth` counts from the window."""

    depth: int
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    widget: QWidget | None


def walk(top: QWidget, most: int = 400) -> Iterator[Said]:
    """What is to be heard of a widget and all within it that can be seen; of a list at most so many rows."""
    found = QAccessible.queryAccessibleInterface(top)
    if found is not None:
        yield from _walk(found, 0, most)


def _walk(node: QAccessibleInterface, depth: int, most: int) -> Iterator[Said]:
    if not node.isValid() or node.state().invisible:
        return
    item = node.object()
    widget = item if isinstance(item, QWidget) else None
    yield Said(
        depth,
        node.role().name,
        node.text(QAccessible.Text.Name),
        node.text(QAccessible.Text.Description),
        _states(node.state()),
        widget,
    )
    for number in range(min(node.childCount(), most)):
        child = node.child(number)
        if child is not None:
            yield from _walk(child, depth + 1, most)


def _states(state: QAccessible.State) -> tuple[str, ...]:
    named = ("focusable", "focused", "disabled", "checkable", "checked", "readOnly", "selected", "hasPopup")
    return tuple(name for name in named if getattr(state, name))


def line_of(said: Said) -> str:
    """One line of the printed tree."""
    name = f" “{said.name}”" if said.name else ""
    more = f" – {said.description}" if said.description else ""
    states = f" ({', '.join(said.states)})" if said.states else ""
    return f"{'  ' * said.depth}{said.role}{name}{more}{states}"


def pages(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    """Go through the main pages on the sample; each is given with its name when it can be looked at."""

    def rest() -> None:
        settle(app, lambda: not window.background.tasks)

    rest()
    yield "start", window
    window.keys.open()
    yield "keys", window.keys
    window.keys.leave()
    window.filing.open_sample()
    settle(app, lambda: len(window.desk.stories) == 2 and window.going.place == "dossier")
    rest()
    yield "dossier", window
    yield from _timeline(app, window, rest)
    window.pages.dossier.inspector.compare()
    settle(app, lambda: window.going.place == "compare")
    rest()
    yield "compare", window
    window.showing.export()
    settle(app, lambda: window.exporting.dialog is not None and not window.background.tasks)
    assert window.exporting.dialog is not None
    yield "export", window.exporting.dialog
    window.exporting.dialog.reject()
    yield from _desk(app, window, rest)
    yield from merge_pages(app, window, rest)
    window.choosing.ask()
    settle(app, lambda: window.choosing.dialog is not None)
    assert window.choosing.dialog is not None
    yield "settings", window.choosing.dialog
    window.choosing.dialog.reject()
    rest()
    window.jumping.open()
    window.jumping.palette.field.setText("OP")
    rest()
    yield "palette", window.jumping.palette
    window.jumping.palette.close_popover()
    window.acts["help"].trigger()
    rest()
    yield "help", window


def _timeline(app: QApplication, window: Window, rest: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    page = window.pages.dossier
    page.show_view(1)
    rest()
    settle(app, lambda: page.timeline.model() is not None)
    yield "timeline", page
    page.show_view(0)


def _desk(app: QApplication, window: Window, rest: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    settle(app, lambda: window.going.writes)
    window.pages.text.jump_to("OP2")
    window.pages.text.sheet.setFocus()
    settle(app, lambda: window.pages.text.sheet.working is not None)
    time.sleep(0.2)
    rest()
    yield "desk", window
    window.acts["all_notes"].trigger()
    rest()
    yield "notes", window.drafting.inspector
    window.acts["replace"].trigger()
    window.drafting.searching.bar.field.setText("the")
    rest()
    yield "find", window.drafting.searching.bar
    window.drafting.searching.bar.close_bar()
    window.acts["search"].trigger()
    window.drafting.searching_all.panel.field.setText("dialogue")
    settle(app, lambda: window.drafting.searching_all.panel.entries.rowCount() > 0)
    yield "search", window.drafting.searching_all.panel
    window.drafting.searching_all.panel.replacing.preview_button.click()
    settle(app, window.drafting.searching_all.panel.places.isVisible)
    yield "replace-all", window.drafting.searching_all.panel
    window.drafting.searching_all.panel.close_popover()
    window.pages.text.sheet.insertPlainText("Now ")
    rest()
    window.acts["keep_draft"].trigger()
    rest()
    yield "keep", window.drafting.keeping.panel
    window.drafting.keeping.panel.hide()
    window.acts["masthead"].trigger()
    rest()
    yield "masthead", window
    assert window.masthead_form.page is not None
    window.masthead_form.close()
    window.acts["projector"].trigger()
    rest()
    found = window.drafting.projecting.projector
    if found is not None:
        yield "projector", found
    window.drafting.projecting.close()


def merge_pages(app: QApplication, window: Window, rest: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    """Another draft on the first one, merged with the last; and the lineage of a paragraph."""
    listing = window.desk.listing
    assert listing is not None
    old, new, before = listing.nodes[-1].id, listing.nodes[0].id, len(listing.nodes)
    listing.dossier.keep(other_words(listing.dossier.draft(old)), label="Delegation A’s draft", parents=[old])
    window.desk.look_again()
    settle(app, lambda: window.desk.listing is not None and len(window.desk.listing.nodes) > before)
    window.merging.texts.begin()
    rest()
    yield "merge-choice", window.merging.texts.choice
    window.merging.texts.choice.leave()
    window.merging.merge(new, window.desk.listing.nodes[0].id, old)
    settle(app, lambda: window.going.place == "merge")
    rest()
    yield "merge", window
    window.showing.read_draft(new)
    settle(app, lambda: window.going.place == "text")
    window.pages.text.jump_to("OP2")
    window.acts["lineage"].trigger()
    settle(app, lambda: window.going.place == "lineage")
    rest()
    yield "lineage", window
    window.pages.lineage.show_form(1)
    rest()
    yield "phrases", window


def other_words(draft: Draft) -> Draft:
    """A draft as a delegation might return it: some words of its operative part are others."""
    paragraphs = []
    for one in draft.paragraphs:
        if one.kind is Kind.OPERATIVE:
            runs = (replace(run, text=run.text.replace(" the ", " every ", 1)) for run in one.runs)
            one = replace(one, runs=tuple(runs))
        paragraphs.append(one)
    return replace(draft, paragraphs=tuple(paragraphs))


def main() -> None:
    """Print the trees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="*", help="names of pages; all without")
    wanted = parser.parse_args().page
    app = application()
    QAccessible.setActive(True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        places = Places(folder / "config", folder / "data", folder / "log", folder / "Documents" / "Adref")
        window = make_window(app, places, Settings(appearance="light"))
        window.show()
        for name, widget in pages(app, window):
            if wanted and name not in wanted:
                continue
            print(f"\n{name}")
            for said in walk(widget, _ROWS):
                print(line_of(said))
        window.close()
        settle(app, lambda: True)


if __name__ == "__main__":
    main()
