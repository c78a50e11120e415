"""The ten chains with a facilitator's text as dossiers: each text on the one before, kept with what it holds."""

from __future__ import annotations

import csv
from itertools import combinations, groupby, pairwise
from pathlib import Path

import pytest

from models.comparison.columns import in_columns
from models.dossier import Dossier, examine
from models.dossier.importing import import_into
from models.dossier.line import called, line
from models.draft import Kind, labels

TABLE = Path(__file__).parents[1] / "reading" / "chain_counts.tsv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
CHAINS = {chain: list(rows) for chain, rows in groupby(ROWS, key=lambda row: row["chain"])}
KINDS = {"preambular": Kind.PREAMBULAR, "operative": Kind.OPERATIVE, "subparagraphs": Kind.SUBPARAGRAPH}


def members(shared: Path) -> dict[str, list[str]]:
    """The symbols of every chain with a facilitator's text, in order, as the list of chains has them."""
    lines = (shared / "corpus/chains.tsv").read_text(encoding="utf-8").splitlines()
    return {
        row["chain"]: [member.split("=")[0] for member in row["members in order"].split(" ; ")]
        for row in csv.DictReader(lines, delimiter="\t")
        if "=facilitator" in row["members in order"]
    }


def test_all_ten_chains_are_tried(shared: Path) -> None:
    assert {chain: [row["symbol"] for row in rows] for chain, rows in CHAINS.items()} == members(shared)
    assert (len(CHAINS), len(ROWS)) == (10, 46)


@pytest.mark.parametrize("chain", CHAINS)
def test_a_chain_is_kept(chain: str, shared: Path, tmp_path: Path) -> None:
    rows, path = CHAINS[chain], tmp_path / f"{chain}.adref"
    files = [shared / "corpus/resolutions" / f"{row['symbol'].replace('/', '_')}.txt" for row in rows]
    import_into(path, files)
    with Dossier.open(path, read_only=True) as dossier:
        nodes = dossier.nodes()
        assert [node.symbol for node in nodes] == [row["symbol"] for row in rows]
        assert [node.parents for node in nodes] == [(), *((node.id,) for node in nodes[:-1])]
        for node, row, file in zip(nodes, rows, files, strict=True):
            draft = dossier.draft(node.id)
            kinds = [paragraph.kind for paragraph in draft.paragraphs]
            found = {name: kinds.count(kind) for name, kind in KINDS.items()} | {"footnotes": len(draft.footnotes)}
            assert found == {name: int(row[name]) for name in found}
            assert node.paragraphs == len(draft.paragraphs)
            assert dossier.original(node.id, "text") == file.read_bytes()
            for parent in node.parents:
                changes = dossier.compared(parent, node.id).changes
                pairs = {(i, j) for change in changes for i in change.old for j in change.new}
                assert pairs == {edge.ends for edge in dossier.edges(parent, node.id)} != set()
    assert examine(path) == ()


def test_what_a_year_left_out_is_known_when_it_comes_back(shared: Path, tmp_path: Path) -> None:
    """At its place the year between has a paragraph of the same working group, which the comparison takes for it."""
    path = tmp_path / "a.adref"
    names = ("A_RES_78_102", "A_RES_79_116", "A_C.6_80_L.23", "A_RES_80_160")
    import_into(path, [shared / "corpus/resolutions" / f"{name}.txt" for name in names])
    with Dossier.open(path, read_only=True) as dossier:
        first, between, third, _ = dossier.nodes()
        at = called(dossier.draft(third.id), "PP23", "")
        found = line(dossier, third.id, at)
        assert [(one.label, one.kind) for one in found.versions] == [
            ("PP22", "first"), ("PP23", "returned"), ("PP23", "same"),
        ]  # fmt: skip
        assert found.absent == (between,)
        assert line(dossier, first.id, found.versions[0].position).versions == found.versions
        steps = [dossier.compared(old.id, new.id) for old, new in pairwise(dossier.nodes())]
        row = next(one for one in in_columns(steps).rows if at in one.cells[2].positions)
        assert [len(cell.positions) for cell in row.cells] == [1, 0, 1, 1]


def test_two_drafts_of_a_chain_are_compared_as_lineage_has_it(shared: Path, tmp_path: Path) -> None:
    """A year took most of the first text out; what the next put in only shares names with it."""
    path = tmp_path / "a.adref"
    names = ("A_RES_78_272", "A_RES_79_271", "A_80_L.13", "A_RES_80_107")
    import_into(path, [shared / "corpus/resolutions" / f"{name}.txt" for name in names])
    with Dossier.open(path, read_only=True) as dossier:
        nodes = dossier.nodes()
        for old, new in combinations(nodes, 2):
            changes = dossier.compared(old.id, new.id).changes
            for at, name in enumerate(labels(dossier.draft(new.id))):
                if name is not None:
                    stood = {one.position for one in line(dossier, new.id, at).versions if one.node.id == old.id}
                    assert stood == {i for change in changes if at in change.new for i in change.old}, name
