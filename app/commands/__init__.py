"""The command line: `adref read compare import export log`. Imports no Qt; each command loads what it needs."""

from app.commands.running import run

__all__ = ["run"]
