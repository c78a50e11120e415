"""Pictures of every page, light and dark, small and large, into screenshots/: run by `make screenshots`.

Real work on the sample in a folder of its own; nothing of the user's is read or written. `--look light --size 1280x800`
takes only some of them, `--readme` those of the README, anew.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")

from accessibility_tree import merge_pages  # noqa: E402
from at_rest import settle  # noqa: E402
from desk_pictures import desk_pages  # noqa: E402
from merge_pictures import merge_kinds  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.settings.settings import Places, Settings  # noqa: E402
from app.starting import application, make_window  # noqa: E402
from app.window.window import Window  # noqa: E402

LOOKS = ("light", "dark", "high contrast")
SIZES = ("1280x800", "1920x1080")
README = {"dossier-three": "dossier", "compare": "compare", "desk-words": "desk"}
"""Pages that the README shows, and how their pictures are called there."""
_TO_BRACKETS = 7
"""The change of the sample by which brackets go, with a paragraph that moved above it."""


def journey(app: QApplication, window: Window, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Go through the pages; each is given with its name when it is ready to be looked at."""

    def rest() -> None:
        settle(app, lambda: not window.background.tasks)

    rest()
    yield "start-empty", window
    files = _three_files(folder)
    window.take_files(files)
    settle(app, lambda: len(window.desk.stories) == len(files))
    rest()
    window.notices.clear()
    rest()
    yield "dossier-three", window
    window.desk.close()
    window.take_files(files[:2])
    settle(app, lambda: window.going.compared is not None)
    rest()
    yield "compare-files", window
    window.filing.open_sample()
    settle(app, lambda: len(window.desk.stories) == 2 and window.going.place == "dossier")
    rest()
    yield "dossier", window
    window.pages.dossier.inspector.compare()
    settle(app, lambda: window.going.place == "compare")
    for _ in range(_TO_BRACKETS):
        window.pages.compare.next_change()
    rest()
    yield "compare", window
    window.pages.compare.forms.part(1).click()
    rest()
    yield "compare-inline", window
    window.pages.compare.forms.part(0).click()
    window.showing.export()
    settle(app, lambda: window.exporting.dialog is not None and not window.background.tasks)
    assert window.exporting.dialog is not None
    yield "export", window.exporting.dialog
    window.exporting.dialog.reject()
    assert window.desk.listing is not None
    window.showing.read_draft(window.desk.listing.nodes[0].id)
    settle(app, lambda: window.going.place == "text")
    window.pages.text.jump_to("OP9")
    rest()
    yield "text", window
    window.jumping.open()
    QTest.keyClicks(window.jumping.palette.field, "dialogue")
    rest()
    yield "palette", window
    window.jumping.palette.close_popover()
    yield from desk_pages(app, window)
    yield from merge_pages(app, window, rest)
    window.desk.add([_returned_file(folder)])
    settle(app, lambda: window.going.place == "returned" and not window.background.tasks)
    yield "returned", window
    window.pages.returned.draft.click()
    settle(app, lambda: window.going.place == "dossier" and not window.background.tasks)
    window.acts["ledger"].trigger()
    settle(app, lambda: window.going.place == "ledger" and not window.background.tasks)
    yield "ledger", window
    bad = folder / "Delegation_C (2).docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    window.take_files([bad])
    settle(app, lambda: bool(window.notices.shown))
    yield "error", window
    window.notices.clear()
    window.go_home()
    rest()
    yield "start", window
    window.veil.show_promise("Compares L.37.docx with Rev.1.docx", "The first is the older text")
    yield "drop", window
    window.veil.hide()
    yield from merge_kinds(app, window, folder, rest)
    window.desk.new(folder / "A dossier with no draft.adref")
    settle(app, lambda: window.going.place == "dossier" and not window.background.tasks)
    yield "dossier-empty", window


def _three_files(folder: Path) -> list[Path]:
    """The sample's text and two states made of it here, to show a dossier that grows."""
    sample = resources.files("resources") / "sample"
    last = (sample / "vice_chairmans_text.txt").read_text(encoding="utf-8")
    first = (sample / "earlier_draft_illustration.txt").read_text(encoding="utf-8")
    middle = first.replace("[", "", 4).replace("]", "", 4)
    paths = []
    illustrations = (("Draft of 1 December", first), ("After the first reading", middle))
    for name, text in (
        *((f"{name} (illustration)", text) for name, text in illustrations),
        ("Vice-Chairman’s text", last),
    ):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _returned_file(folder: Path) -> Path:
    """The sample's text as two authors, made up here, send it back: with tracked changes, and one word without."""
    from models.comparison.change import Change, FootnoteChange
    from models.comparison.compare import compare
    from models.files.read import read_text
    from models.word.redline import write_redline

    sample = resources.files("resources") / "sample"
    last = (sample / "vice_chairmans_text.txt").read_text(encoding="utf-8")
    sent_on = last.replace("in accordance with the rules", "in line with the rules")
    changed = sent_on.replace("continue strengthening", "strengthen further").replace("numerous meetings", "meetings")

    def whose(change: Change | FootnoteChange) -> str:
        return "J. Otieno" if isinstance(change, Change) and change.new_labels == ("OP2",) else "M. Dupont"

    comparison = compare(read_text(sent_on).draft, read_text(changed).draft)
    path = folder / "Delegation_C (2).docx"
    path.write_bytes(write_redline(comparison, base=None, author=whose, date="2003-12-12T00:00:00Z"))
    return path


def take(app: QApplication, look: str, size: str, into: Path, *, readme: bool = False) -> None:
    """All pictures of one look and size, or those of the README."""
    width, height = (int(part) for part in size.split("x"))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        places = Places(folder / "config", folder / "data", folder / "log", folder / "Documents" / "Adref")
        window = make_window(app, places, Settings(appearance=look, width=width, height=height))
        window.resize(width, height)
        window.show()
        for name, widget in journey(app, window, folder):
            if readme and name not in README:
                continue
            file = into / (f"{README[name]}.png" if readme else f"{name}-{look.replace(' ', '-')}-{width}.png")
            widget.grab().save(str(file))
            print(file.relative_to(ROOT) if file.is_relative_to(ROOT) else file)
        window.close()
        settle(app, lambda: True)


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--look", choices=LOOKS, action="append")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--into", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--readme", action="store_true")
    arguments = parser.parse_args()
    if arguments.readme:
        take(application(), "light", "1280x800", ROOT / "packaging" / "pictures", readme=True)
        return
    arguments.into.mkdir(parents=True, exist_ok=True)
    app = application()
    for look in arguments.look or ("light", "dark"):
        for size in arguments.size or SIZES:
            take(app, look, size, arguments.into)
    if arguments.look is None and arguments.size is None:
        take(app, "high contrast", SIZES[0], arguments.into)


if __name__ == "__main__":
    main()
