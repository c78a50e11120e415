"""Keeping and opening stay quick; the limits are several times what is measured on two slow cores."""

from __future__ import annotations

import time
from pathlib import Path

from models.dossier import Dossier, Edge
from models.draft import Draft, Kind, Paragraph, Run


def long(paragraphs: int, word: str = "") -> Draft:
    def words(n: int) -> tuple[Run, ...]:
        rest = f" the Secretary-General to report on matter {n} {word * (n % 7 == 0)} to it at its sixtieth session;"
        return (Run("Requests", italic=True), Run(rest))

    return Draft(tuple(Paragraph(Kind.OPERATIVE, words(n), number=str(n + 1)) for n in range(paragraphs)))


def best(times: int, act: object) -> float:
    """The shortest of several runs, in seconds."""
    assert callable(act)
    took = []
    for _ in range(times):
        start = time.process_time()
        act()
        took.append(time.process_time() - start)
    return min(took)


def test_ten_thousand_paragraphs_are_kept_in_a_second(tmp_path: Path) -> None:
    draft = long(10_000)
    start = time.process_time()
    with Dossier.create(tmp_path / "a.adref") as dossier:
        made = time.process_time()
        dossier.keep(draft, label="long")
        kept = time.process_time()
    print(f"create {made - start:.3f} s, keep {kept - made:.3f} s")
    assert kept - made < 2  # 0.3 s where nothing else runs


def test_twenty_drafts_open_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        parents: list[str] = []
        for number in range(20):
            same = [Edge(n, n, "same") for n in range(100)]
            node = dossier.keep(
                long(100, f"as amended {number} times"), label=f"Rev.{number}", parents=parents,
                edges=dict.fromkeys(parents, same),
            )  # fmt: skip
            parents = [node.id]
        draft_time = best(5, lambda: dossier.draft(node.id))

    def listed() -> None:
        with Dossier.open(path) as dossier:
            assert len(dossier.nodes()) == 20

    open_time = best(5, listed)
    print(f"open and list {open_time * 1000:.1f} ms, draft {draft_time * 1000:.2f} ms, {path.stat().st_size} bytes")
    assert open_time < 0.1
    assert draft_time < 0.02  # 2 ms where nothing else runs
