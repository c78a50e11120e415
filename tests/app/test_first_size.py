"""The first window stands on its screen as a whole, its frame too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Without a display there is a screen of 800 times 800 points, which is narrower than the usual window.
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from app.starting import application, run_window
app = application()
def look():
    (window,) = [one for one in app.topLevelWidgets() if type(one).__name__ == "Window"]
    room = window.screen().availableSize()
    print(room.width() - window.width(), room.height() - window.height(), flush=True)
    window.close()
QTimer.singleShot(500, look)
sys.exit(run_window([]))
"""


def test_the_first_window_leaves_room_for_its_frame(tmp_path: Path) -> None:
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    beside, above = map(int, done.stdout.split())
    assert beside >= 8
    assert above >= 24
