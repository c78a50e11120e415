"""How soon the window can be used, each time in a process of its own, and how soon the sample dossier is open.

The baseline is a process that imports Qt's widgets and shows an empty window.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import show

_RUNS = 5
_USABLE, _SAMPLE = 1000, 300

_EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(time.time())
"""

_WINDOW = """
import sys, time, pathlib
from app.running.loading import load_plainly
from app.running.what_stays import making_what_stays
with making_what_stays():
    load_plainly()
    from PySide6.QtWidgets import QApplication
    from app.settings.settings import Places, Settings
    from app.starting import application, begin, make_window
folder = pathlib.Path(sys.argv[1])
places = Places(folder / "config", folder / "data", folder / "log", folder / "documents")
window = make_window(application(), places, Settings(appearance="light"))
window.show()
begin(window, [])
QApplication.processEvents()
print(time.time())
while window.background.tasks or not places.sample.exists():
    QApplication.processEvents()
start = time.time()
window.filing.open_sample()
while window.desk.listing is None:
    QApplication.processEvents()
QApplication.processEvents()
print(time.time() - start)
while window.background.tasks:
    QApplication.processEvents()
window.close()
"""


def started(code: str, folder: Path, cache: Path) -> tuple[float, ...]:
    """Milliseconds from the start of a process to the first time it tells, and the further times it tells."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(cache),
        "PYTHONPATH": str(Path.cwd()),
    }
    start = time.time()
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    first, *further = (float(line) for line in done.stdout.split())
    return (1000 * (first - start), *(1000 * one for one in further))


def main() -> None:
    """Prints one line a measurement: the median of several runs, the very first one apart."""
    print("\nStarting, a fresh process each time, milliseconds")
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place, "cache")
        first = started(_WINDOW, Path(place, "first"), cache)
        show("the very first start, Python compiling everything", first[0])
        runs = [started(_WINDOW, Path(place, str(number)), cache) for number in range(_RUNS)]
        show("start to a painted window that answers", statistics.median(run[0] for run in runs), _USABLE)
        show("then the sample dossier open", statistics.median(run[1] for run in runs), _SAMPLE)
        empty = [started(_EMPTY, Path(place), cache)[0] for _ in range(_RUNS)]
        show("baseline: an empty Qt window", statistics.median(empty))


if __name__ == "__main__":
    main()
