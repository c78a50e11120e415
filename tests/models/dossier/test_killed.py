"""Killed in the middle of keeping: what was told to be kept is there, and nothing half."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from models.dossier import Dossier, examine

_KEEP = """
import sys
from pathlib import Path
from models.dossier import Dossier, Edge
from models.draft import Draft, Kind, Paragraph, Run
from models.reading.reading import Origin, Reading
with Dossier.open(Path(sys.argv[1])) as dossier:
    print("open", flush=True)
    for number in range(100_000):
        words = [f"Decides {sys.argv[2]} {number} {n // 2}" for n in range(400)]
        draft = Draft(tuple(Paragraph(Kind.TEXT, (Run(word),)) for word in words))
        nodes = dossier.nodes()
        parents = [nodes[-1].id] if nodes else []
        reading = Reading(
            draft,
            origins=tuple(Origin("word/document.xml", 2 * n) for n in range(400)),
            package=number.to_bytes(90_000, "big"),
        )
        edges = {parent: [Edge(n, n, "reworded", 0.5) for n in range(400)] for parent in parents}
        print(dossier.keep(reading, label=str(number), parents=parents, edges=edges).id, flush=True)
"""


def test_ten_kills(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    Dossier.create(path).close()
    chance, told = random.Random(3), 0
    root = Path(__file__).resolve().parents[3]
    for kill in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", _KEEP, str(path), str(kill)], cwd=root, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(chance.uniform(0.02, 0.25))
        process.kill()
        acknowledged = [line.strip() for line in process.stdout.readlines() if line.endswith("\n")]
        process.stdout.close()
        process.wait()
        assert examine(path) == ()
        with Dossier.open(path) as dossier:
            kept = {node.id: node for node in dossier.nodes()}
            assert set(acknowledged) <= set(kept)
            for node in kept.values():
                assert {fact.name for fact in dossier.history(node.id)} == {"label"}
                assert len(dossier.origins(node.id)) == node.paragraphs
                assert all(len(dossier.edges(parent, node.id)) == 400 for parent in node.parents)
        told += len(acknowledged)
    assert told > 0
