"""The window is loaded without its own source being read."""

from __future__ import annotations

import os
import subprocess
import sys

_LOADED = """
import linecache
from app.running.loading import load_plainly
load_plainly()
import app.starting
from widgets.writing.sheet import WritingSheet
print(sorted(name for name in linecache.cache if "widgets" in name or "models" in name))
"""


def test_no_source_is_read_where_the_window_is_loaded() -> None:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True, env=surroundings, timeout=120
    )
    assert done.stdout.strip() == "[]"
