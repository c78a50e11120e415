"""This very program begun once more: in its own place, or beside it as a program that goes on by itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess


def command(arguments: Sequence[str]) -> list[str]:
    """What begins this program with other arguments, the way it was begun itself: frozen, as a module or a script."""
    if getattr(sys, "frozen", False):
        # Else what PyInstaller packs into one file takes the program begun for a part of this one, and goes with it.
        os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
        return [sys.executable, *arguments]
    own = len(sys.orig_argv) - len(sys.argv[1:])
    return [sys.executable, *sys.orig_argv[1:own], *arguments]


def begin_beside(arguments: Sequence[str]) -> bool:
    """Begin the program once more, whatever becomes of this one; whether the system let it begin."""
    program, *given = command(arguments)
    begun, _process = QProcess.startDetached(program, given, str(Path.cwd()))
    return begun


def begin_instead(arguments: Sequence[str]) -> None:
    """Let this process be the program begun anew; it does not come back."""
    own = command(arguments)
    os.execv(own[0], own)
