"""LibreOffice as an independent reader: starts it with a private profile, and again where a file ends it."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SYSTEM_PYTHON = Path("/usr/bin/python3")
SCRIPT = Path(__file__).with_name("libreoffice_paragraphs.py")

_COMMENT_PLACES = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*/>")


def has_uno() -> bool:
    """Whether the system's Python can talk to LibreOffice."""
    return SYSTEM_PYTHON.exists() and subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], check=False).returncode == 0


def read_with_libreoffice(soffice: str, files: Sequence[tuple[str, Path]], folder: Path) -> dict[tuple[str, str], Any]:
    """What LibreOffice reads, by ("accept" or "reject", file name); None where it gave no answer."""
    waiting = [(revisions, _without_comments(path, folder)) for revisions, path in files]
    found: dict[tuple[str, str], Any] = {}
    while waiting:
        answers = _one_run(soffice, waiting, folder)
        if not answers:  # the first file ended it
            revisions, path = waiting.pop(0)
            found[revisions, path.name] = None
            continue
        for revisions, path in waiting[: len(answers)]:
            found[revisions, path.name] = answers[f"{revisions}\t{path}"]
        waiting = waiting[len(answers) :]
    return found


def _without_comments(path: Path, folder: Path) -> Path:
    """A copy without the places of comments: LibreOffice ends when it takes changes in hidden texts with comments."""
    copy = folder / "copies" / path.name
    copy.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith("document.xml"):
                data = _COMMENT_PLACES.sub(b"", data)
            target.writestr(entry, data)
    return copy


def _one_run(soffice: str, files: Sequence[tuple[str, Path]], folder: Path) -> dict[str, Any]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    wanted, answer = folder / "wanted.txt", folder / "answer.json"
    wanted.write_text("".join(f"{revisions}\t{path}\n" for revisions, path in files))
    answer.unlink(missing_ok=True)
    office = subprocess.Popen(
        [
            soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"--accept=socket,host=127.0.0.1,port={port};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        subprocess.run([SYSTEM_PYTHON, SCRIPT, str(port), wanted, answer], check=True, timeout=300)
        office.wait(30)
    finally:
        office.kill()
    answers: dict[str, Any] = json.loads(answer.read_text())
    return answers
