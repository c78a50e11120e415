"""Killed while writing: all that is older than a second comes back, and what comes back is a state there was.

`python -m tests.models.dossier.test_killed_writing 200` kills as often as it is told and prints what it saw.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from models.dossier import Dossier, examine
from models.editing.working import WorkingText
from tests.models.dossier.random_writing import base, print_of

ROOT = Path(__file__).resolve().parents[3]


def kill_once(path: Path, seed: int, after: float) -> tuple[float, int]:
    """How many seconds of writing were lost, and how many states there were."""
    command = [sys.executable, "-m", "tests.models.dossier.writer_to_kill", str(path), str(seed)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    killed = time.time()
    process.kill()
    lines = [first, *(line for line in process.stdout.readlines() if line.endswith("\n"))]
    process.stdout.close()
    process.wait()
    assert first, "it did not begin"
    states = [(float(at), state) for _, at, state in (line.split() for line in lines)]
    with Dossier.open(path) as dossier:
        (row,) = dossier.working_texts()
        assert not row.held
        recovered = dossier.recover(row.id)
    told = print_of(*recovered.state, recovered.selection)
    same = [number for number, (_, state) in enumerate(states) if state == told]
    assert same, "what came back was never written"
    WorkingText(recovered.base, state=recovered.state).draft()
    lost = [at for at, _ in states[same[-1] + 1 :]]
    return (killed - lost[0] if lost else 0.0), len(states)


def kills(path: Path, times: int, seed: int) -> list[tuple[float, int]]:
    """Kills one writer after the other; each goes on where the one before was killed."""
    with Dossier.create(path) as dossier:
        dossier.keep(base(30), label="base")
    chance = random.Random(seed)
    seen = [kill_once(path, seed + kill, chance.uniform(0.3, 2.0)) for kill in range(times)]
    assert examine(path) == ()
    return seen


def test_ten_kills(tmp_path: Path) -> None:
    seen = kills(tmp_path / "a.adref", 10, 5)
    assert max(lost for lost, _ in seen) <= 1.0
    assert sum(states for _, states in seen) > 100


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        lost = kills(Path(folder) / "a.adref", int(sys.argv[1]), int(time.time()))
    behind = sorted(seconds for seconds, _ in lost)
    print(
        f"{len(lost)} kills, {sum(states for _, states in lost)} states: all sound; seconds lost: "
        f"median {behind[len(behind) // 2]:.2f}, most {behind[-1]:.2f}; more than one second: "
        f"{sum(seconds > 1 for seconds in behind)}"
    )
