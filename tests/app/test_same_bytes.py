"""The same draft with the same options gives the same bytes: in another process, at another time, with another hash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands.running import run
from tests.app.test_commands_compare import NEW, OLD

NOTED = "The General Assembly,[^1]\n\n1. Decides to meet;[^2]\n\n[^1]: A/58/1, annex I.\n\n[^2]: A/58/1, annex II.\n"
TARGETS = {
    "tracked.docx": ("compare", "old.txt", "new.txt"),
    "marked.docx": ("compare", "old.txt", "new.txt", "--style", "marked", "--paper", "a4"),
    "columns.docx": ("compare", "old.txt", "new.txt", "--style", "columns"),
    "changes.html": ("compare", "old.txt", "new.txt"),
    "changes.md": ("compare", "old.txt", "new.txt"),
    "changes.json": ("compare", "old.txt", "new.txt"),
    "merged.docx": ("merge", "old.txt", "new.txt", "old.txt"),
    "clean.docx": ("export", "d.adref", "noted", "--line-numbers", "--numbers", "literal", "--ibid"),
    "clean.html": ("export", "d.adref", "noted"),
    "clean.md": ("export", "d.adref", "noted"),
    "clean.json": ("export", "d.adref", "noted"),
}
CHILD = """
import sys, time
ahead = float(sys.argv[1])
real, local = time.time, time.localtime
time.time = lambda: real() + ahead
time.localtime = lambda moment=None: local(time.time() if moment is None else moment)
from app.commands.running import run
for line in sys.stdin.read().splitlines():
    assert run(line.split("|")) in (0, 1), line
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("old", OLD), ("new", NEW), ("noted", NOTED)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["import", str(tmp_path / "d.adref"), str(tmp_path / "noted.txt")]) == 0
    return tmp_path


def test_the_same_bytes_for_every_form(folder: Path) -> None:
    made: list[dict[str, bytes]] = []
    for seed, zone, ahead in (("1", "UTC", 0), ("77", "Asia/Tokyo", 40_000_000)):
        out = folder / seed
        out.mkdir()
        lines = ["|".join([*words, "-o", str(out / name)]) for name, words in TARGETS.items()]
        subprocess.run(
            [sys.executable, "-c", CHILD, str(ahead)],
            input="\n".join(lines),
            text=True,
            check=True,
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
        )
        made.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert set(made[0]) == set(TARGETS)
    assert [name for name in TARGETS if made[0][name] != made[1][name]] == []
