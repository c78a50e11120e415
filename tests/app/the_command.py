"""The command line, called as a shell calls it."""

from __future__ import annotations

from app.commands.running import run


def adref(*arguments: object) -> int:
    """Run a command; its exit status."""
    return run([str(argument) for argument in arguments])
