"""What the window takes is loaded without its own source being read, and before an act would wait for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def _printed(program: str, *arguments: Path) -> str:
    """What a Python of its own prints that runs the program off the screen."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings, timeout=120)
    return done.stdout


_LOADED = """
import linecache
from app.running.loading import load_plainly
load_plainly()
import app.starting
from widgets.writing.sheet import WritingSheet
print(sorted(name for name in linecache.cache if "widgets" in name or "models" in name))
"""


def test_no_source_is_read_where_the_window_is_loaded() -> None:
    assert _printed(_LOADED).strip() == "[]"


_PASTING = """
import sys
from pathlib import Path
from app.settings.settings import Places, Settings
from app.starting import application, make_window
from models.dossier import Dossier
from PySide6.QtTest import QTest
app, folder = application(), Path(sys.argv[1])
with Dossier.create(folder / "a.adref"):
    pass
window = make_window(app, Places(*(folder / name for name in "abcd")), Settings())
window.show()
window.desk.open(folder / "a.adref")

def until(reached):
    for _ in range(1_000):
        if reached():
            return True
        QTest.qWait(20)

until(lambda: window.desk.listing is not None)
print("models.clipboard.read" in sys.modules)
window.acts["new_text"].trigger()
print(until(lambda: window.going.writes), until(lambda: "models.clipboard.read" in sys.modules))
window.close()
"""


def test_what_pasting_takes_is_loaded_where_one_begins_to_write(tmp_path: Path) -> None:
    assert _printed(_PASTING, tmp_path).split() == ["False", "True", "True"]


_REST = """
import sys
import threading
import time
from pathlib import Path
import app.starting
from app.running.loading_rest import REST
print(*[name for name in REST if name in sys.modules], "|")
from app.settings.settings import Places, Settings
from PySide6.QtTest import QTest
folder = Path(sys.argv[1])
places = Places(*(folder / name for name in "abcd"))
window = app.starting.make_window(app.starting.application(), places, Settings())
window.show()
app.starting.begin(window, [], how="new-window")
stop = threading.Event()
under_way = window.background.run(lambda _task: stop.wait(30))
time.sleep(0.3)  # whatever another thread does has begun
print("models.sample" in sys.modules, "|")
QTest.qWait(600)
print("widgets.help.drawer" in sys.modules, "|")  # something is under way
stop.set()
for _ in range(1_000):
    if REST[-1] in sys.modules and places.sample.exists():
        break
    QTest.qWait(20)
print(*[name for name in REST if name not in sys.modules], places.sample.exists(), "|")
window.close()
"""


def test_what_the_first_page_does_not_take_waits_until_the_window_stands(tmp_path: Path) -> None:
    assert _printed(_REST, tmp_path).split() == ["|", "False", "|", "False", "|", "True", "|"]
