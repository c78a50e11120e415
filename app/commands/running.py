"""From arguments to an exit status: trouble becomes one sentence on standard error and exit 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from app.commands.group import adref
from app.commands.printing import complain, ready_streams
from models.draft import DraftError

TROUBLE = 2
_INTERRUPTED = 130  # as a shell reports Ctrl+C


def run(argv: Sequence[str]) -> int:
    """Runs `adref` with these arguments (the program's name left out) and gives the exit status."""
    ready_streams()
    try:
        status = adref.main(args=list(argv), prog_name="adref", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError:
        complain("Say what to do, as in “adref compare OLD NEW”; “adref --help” tells more.")
    except click.ClickException as error:
        complain(_usage(error))
    except DraftError as error:
        complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except OSError as error:
        complain(_disk(error))
    except MemoryError:
        complain("There is not enough memory for this.")
    except Exception as error:
        if os.environ.get("ADREF_DEBUG"):
            raise
        complain(f"Adref met a fault of its own ({type(error).__name__}: {error}); set ADREF_DEBUG=1 to see where.")
    return TROUBLE


def _usage(error: click.ClickException) -> str:
    """Click's complaint as one sentence that says where the help is."""
    message = error.format_message().strip().rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "adref"
    return f"{message}; “{path} --help” tells more."


def _disk(error: OSError) -> str:
    """What the system said of a file, as a sentence."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    reason = error.strerror or str(error)
    return f"“{name}”: {reason}." if name else f"{reason}."


def main() -> None:
    """For `python -m app.commands`."""
    sys.exit(run(sys.argv[1:]))
