"""Trouble is told in one place: one sentence for the user, the rest in a log file; never a traceback on screen."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from models.draft import DraftError

log = logging.getLogger("adref")


def keep_log(folder: Path) -> Path | None:
    """Write the log into a file of the folder, 1 MB and one older; None where it cannot be written."""
    file = folder / "adref.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return file


def sentence(error: BaseException, log_file: Path | None = None) -> str:
    """What happened, and what to do, in one sentence."""
    if isinstance(error, DraftError):
        return str(error)
    if isinstance(error, PermissionError):
        return f"“{_file(error)}” may not be opened or written; choose another place or ask its owner."
    if isinstance(error, FileNotFoundError):
        return f"“{_file(error)}” is not there any more; it may have been moved or renamed."
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        return f"“{_file(error)}” could not be read or written ({reason}); nothing was changed."
    where = f"; what happened is written in {log_file}" if log_file else ""
    return f"Adref met a fault of its own and left everything as it was{where}."


def _file(error: OSError) -> str:
    return Path(str(error.filename)).name if error.filename else "The file"


class Report(QObject):
    """Tells `trouble(sentence)` in the window's thread, whatever thread it happened in."""

    told = Signal(str)
    _happened = Signal(str)

    def __init__(self, log_file: Path | None = None) -> None:
        super().__init__()
        self._log_file = log_file
        self._happened.connect(self.told, Qt.ConnectionType.QueuedConnection)

    def trouble(self, error: BaseException) -> None:
        """Log an error and have its sentence shown."""
        self._happened.emit(self.noted(error))

    def noted(self, error: BaseException) -> str:
        """Log an error; its sentence."""
        if not isinstance(error, DraftError):
            log.error("fault", exc_info=(type(error), error, error.__traceback__))
        return sentence(error, self._log_file)

    def watch(self) -> None:
        """Take what nobody caught, from every thread, so that no traceback meets the user."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
                return
            self.trouble(error)

        def thread_hook(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None:
                self.trouble(args.exc_value)

        sys.excepthook = hook
        threading.excepthook = thread_hook
