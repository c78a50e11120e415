"""Times Word files: read, written clean, and compared from the command line, beside docxodus where it is installed.

Seconds of the processor, the least of several runs; of a whole process those of the clock, since a long file is worked
on by two cores, and beside them its own and the system's for it. Its modules are compiled before, as those of an
installed program are. The texts are those of the bench of the comparison: a resolution repeated with near-duplicates
and edits (tests/generated.py).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.draft import Draft
from models.files.read import read_file
from models.word.clean import write_clean
from tests.bench import rivals
from tests.generated import NORMAL, case

ROOT = Path(__file__).resolve().parents[2]
SEED = 7_000
LONG = 10_000
READ, WRITTEN = 0.6, 1.0
"""Seconds at most for a text of LONG paragraphs."""
COMPARED = {40: 0.35, 400: 0.6, LONG: 4.0}
"""Seconds at most, by the clock, of the whole process `adref compare a.docx b.docx -o r.docx`, by paragraphs."""
BESIDE = (40, 400)
"""Paragraphs of the texts that docxodus compares too."""


@dataclass(frozen=True)
class Spent:
    """Seconds of a process: of the processor, and by the clock."""

    processor: float
    clock: float


def least(work: Callable[[], object], times: int) -> float:
    """Seconds of the processor, the least of several runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def process(arguments: list[str], compiled: Path) -> Spent:
    """One run of `adref` in a process of its own; `compiled` is where its modules are kept."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = str(compiled)
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "app.main", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, check=False)
    clock, after = time.perf_counter() - start, os.times()
    if done.returncode > 1:
        raise SystemExit("adref compare gave up; see what it said")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(spent or clock, clock)  # Windows tells nothing of processes that have ended


def show(name: str, seconds: float, most: float | None = None, beside: str = "") -> None:
    """One figure beside what it should be."""
    judged = "" if most is None else f"<= {most:g} s  {'reached' if seconds <= most else 'NOT REACHED'}"
    print(f"  {name:58} {seconds:8.3f} s   {judged}{beside}", flush=True)


def fresh(draft: Draft) -> Draft:
    """The same draft, nothing of it worked out yet."""
    return Draft(tuple(map(replace, draft.paragraphs)), draft.footnotes)


def reading_and_writing(folder: Path) -> None:
    """A long text read, and written clean."""
    made, file = case(LONG, NORMAL, SEED), folder / "long.docx"
    file.write_bytes(write_clean(made.old))
    show(f"reading a Word file of {LONG:,} paragraphs", least(lambda: read_file(file), 3), READ)
    show(f"writing it clean, {LONG:,} paragraphs", least(lambda: write_clean(fresh(made.old)), 2), WRITTEN)


def comparing(folder: Path, size: int, times: int) -> None:
    """The whole process, from two Word files to the redline; the rival's time from the same two texts."""
    made = case(size, NORMAL, SEED)
    old, new, out = (folder / f"{name}-{size}.docx" for name in ("old", "new", "redline"))
    old.write_bytes(write_clean(made.old))
    new.write_bytes(write_clean(made.new))
    arguments = ["compare", str(old), str(new), "-o", str(out)]
    runs = [process(arguments, folder / "compiled") for _ in range(times)]
    spent, clock = min(run.processor for run in runs), min(run.clock for run in runs)
    show(f"adref compare -o, {size:,} paragraphs, cold", clock, COMPARED[size], f"; {spent:.3f} s of the processors")
    if size in BESIDE:
        with tempfile.TemporaryDirectory() as place:
            rival = rivals.docxodus(made.old, made.new, Path(place), 60)
        told = rivals.lacking("docxodus") or "took longer than 60 s"
        told = told if rival is None else f"{rival.seconds:.2f} s by the clock"
        ratio = "" if rival is None else f", {rival.seconds / clock:.1f} times ours"
        print(f"       docxodus: {told}{ratio}", flush=True)


def main() -> None:
    """Prints one line a measurement."""
    print("Word files, seconds of the processor; of whole processes, by the clock")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reading_and_writing(folder)
        process(["--help"], folder / "compiled")
        for size, times in ((40, 5), (400, 3), (LONG, 3)):
            comparing(folder, size, times)


if __name__ == "__main__":
    main()
