"""However the program ends, it ends well: nothing is said on standard error, and the exit status is 0."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
KNOWN = {f"This plugin does not support {what}()" for what in ("propagateSizeHints", "raise")}
"""What Qt says of windows off the screen, the second where one comes to the front."""


def started(home: Path, how: str) -> subprocess.Popen[str]:
    """The program with a screen reader, for a user who has just begun."""
    folders = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-m", "tests.app.read_aloud", how],
        cwd=ROOT,
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
        | folders,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[str, list[str], int]:
    """What it said, what it said on standard error, and its exit status."""
    said, trouble = process.communicate(timeout=PATIENCE)
    return said, [line for line in trouble.splitlines() if line not in KNOWN], process.returncode


def test_all_that_is_said_is_asked_for_twice_and_the_window_closes(tmp_path: Path) -> None:
    said, trouble, status = ended(started(tmp_path, "walk"))
    assert (trouble, status) == ([], 0)
    assert int(said) > 1000


@pytest.mark.parametrize("how", ["close", "quit"])
def test_ended_by_hand(tmp_path: Path, how: str) -> None:
    assert ended(started(tmp_path, how)) == ("", [], 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without telling it")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end(tmp_path: Path, number: signal.Signals) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{number.name} is ignored here, as in the background of a shell, and the program keeps to it")
    process = started(tmp_path, "wait")
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    assert ended(process) == ("", [], 0)
