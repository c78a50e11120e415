"""Quality and speed of the comparison beside others in the same run; only the ratios mean something elsewhere.

The baseline is difflib on paragraphs with rapidfuzz in the gaps; LibreOffice's own comparison is timed where it is
installed. `python tests/bench/bench_comparison.py [largest size]`; sizes 40, 400, 4,000, 10,000.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from rapidfuzz import fuzz

from models.comparison.compare import compare
from models.draft import Draft
from tests.generated import HARD, NORMAL, Case, case
from tests.scored import score, score_pairs

SIZES = (40, 400, 4_000, 10_000)


def baseline(old: Draft, new: Draft) -> set[tuple[int, int]]:
    """Pairs by difflib on whole paragraphs, and in each gap in order the next one that is at least half alike."""
    one, two = [p.text for p in old.paragraphs], [p.text for p in new.paragraphs]
    pairs: set[tuple[int, int]] = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= set(zip(range(i1, i2), range(j1, j2), strict=True))
        elif tag == "replace":
            start = j1
            for i in range(i1, i2):
                at = next((j for j in range(start, j2) if fuzz.ratio(one[i], two[j], score_cutoff=50)), None)
                if at is not None:
                    pairs.add((i, at))
                    start = at + 1
    return pairs


def seconds(work: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def libreoffice(made: Case, folder: Path) -> float | None:
    """Seconds LibreOffice takes to open one file against the other, or None where it is not installed."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return None
    for name, draft in (("old", made.old), ("new", made.new)):
        text = "\n".join(f"{p.number}. {p.text}" for p in draft.paragraphs)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [soffice, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "odt"]
    start = time.perf_counter()
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "new.txt")], check=False, capture_output=True, timeout=300
    )
    return time.perf_counter() - start


def quality() -> None:
    """Mean figures over seeds nothing was tuned on."""
    for name, rates in (("normal", NORMAL), ("hard", HARD)):
        scores, others = [], []
        for seed in range(900, 906):
            made = case(400, rates, seed)
            scores.append(score(made, compare(made.old, made.new)))
            others.append(score_pairs(made, baseline(made.old, made.new)).f1)
        kinds = {how: statistics.mean(s.recall.get(how, 1.0) for s in scores) for how in scores[0].recall}
        told = "  ".join(f"{how} {share:.3f}" for how, share in kinds.items())
        print(
            f"400 {name}: F1 {statistics.mean(s.f1 for s in scores):.4f}"
            f" (baseline {statistics.mean(others):.4f})  {told}"
        )
        print(
            f"            characters {statistics.mean(s.characters for s in scores):.3f}"
            f"  groups {statistics.mean(s.groups for s in scores):.3f} of the true edit"
        )


def speed(largest: int) -> None:
    """One line for each size."""
    for size in (size for size in SIZES if size <= largest):
        made = case(size, NORMAL, 900)
        times = max(1, min(9, 2_000 // size))
        ours = seconds(lambda: compare(made.old, made.new), times)  # noqa: B023
        theirs = seconds(lambda: baseline(made.old, made.new), times)  # noqa: B023
        print(
            f"{size:6} paragraphs: {ours:7.4f} s, baseline without word diffs {theirs:7.4f} s,"
            f" ratio {ours / theirs:.2f}"
        )
    with tempfile.TemporaryDirectory() as folder:
        office = libreoffice(case(min(400, largest), NORMAL, 900), Path(folder))
        print(
            "LibreOffice: not installed"
            if office is None
            else f"LibreOffice, loading and saving alone, 400: {office:.2f} s"
        )


if __name__ == "__main__":
    quality()
    speed(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1])
