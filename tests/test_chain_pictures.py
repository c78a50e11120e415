"""The pictures of redlines beside the issued documents are made of one chain, by the script that makes those of all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_each_page_of_a_chain_has_its_picture(shared: Path, soffice: str, tmp_path: Path) -> None:
    script = ROOT / "packaging" / "chain_pictures.py"
    command = [sys.executable, str(script), str(shared / "corpus"), str(tmp_path), "--chain", "EN127"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = [line for line in done.stdout.splitlines() if line.startswith("EN127-")]
    assert [line.partition(": ")[0] for line in told] == ["EN127-tabled", "EN127-facilitator"]
    for line in told:
        name, pages = line.partition(": ")[0], int(line.split(", ")[1].split()[0])
        assert pages > 0
        assert len([*tmp_path.glob(f"{name}-[0-9]*.png")]) == pages
        assert (tmp_path / f"{name}-sheet.png").stat().st_size > 0
