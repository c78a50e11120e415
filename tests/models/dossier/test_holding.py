"""Who lives: a lock that the system lets go of, on a file that is not cleared away while its window is used."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from models.dossier.holding import Hold, _lock_file, living, this_host

ROOT = Path(__file__).resolve().parents[3]
_HOLDS = """
from models.dossier.holding import Hold
hold = Hold()
hold.take()
print(hold.name, flush=True)
input()
"""


def test_a_holder_lives_until_it_is_killed() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDS], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    name = process.stdout.readline().strip()
    assert living(name, this_host(), "")
    process.kill()
    process.communicate()
    assert not living(name, this_host(), "")
    assert not _lock_file(name).exists()


def test_the_file_of_a_window_that_is_used_does_not_grow_old() -> None:
    hold, weeks_ago = Hold(), time.time() - 2_000_000
    hold.take()
    os.utime(_lock_file(hold.name), (weeks_ago, weeks_ago))
    hold.take()
    assert time.time() - _lock_file(hold.name).stat().st_mtime < 60
    assert living(hold.name, this_host(), "")
    hold.release()
    assert not _lock_file(hold.name).exists()
