"""The command line: `adref read compare merge import export log lineage doctor`. Imports no Qt; each command loads what it needs."""

from app.commands.running import run

__all__ = ["run"]
