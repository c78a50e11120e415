"""The real program with a screen reader that looks at everything, until it ends: by hand or because it is told to.

`python -m tests.app.read_aloud HOW`, HOW being `walk`, all pages looked at twice before the window is closed; `close`
or `quit`, ended from inside; `wait`, ended from outside once it has said “ready”.
"""

from __future__ import annotations

import gc
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.starting import application, run_window
from app.window.window import Window

ROOT = Path(__file__).resolve().parents[2]


def program_of_trees() -> ModuleType:
    """The program that prints what is said, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("accessibility_tree", ROOT / "packaging" / "accessibility_tree.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _walk(app: QApplication) -> None:
    program = program_of_trees()
    (window,) = (one for one in app.topLevelWidgets() if isinstance(one, Window))
    looked_at = 0
    for _page, top in program.pages(app, window):
        for _time in range(2):
            looked_at += sum(1 for _said in program.walk(top))
            gc.collect()
    print(looked_at, flush=True)
    window.close()


def main() -> int:
    """Run the program to its end; its exit status."""
    app = application()
    QAccessible.setActive(True)
    ways = {
        "walk": lambda: _walk(app),
        "close": app.closeAllWindows,
        "quit": app.quit,
        "wait": lambda: print("ready", flush=True),
    }
    QTimer.singleShot(500, ways[sys.argv[1]])
    return run_window([], how="" if sys.argv[1] == "walk" else "sample")


if __name__ == "__main__":
    sys.exit(main())
