"""The ten chains with a facilitator's text as dossiers: each text on the one before, kept with what it holds."""

from __future__ import annotations

import csv
from itertools import combinations, groupby, pairwise
from pathlib import Path

import pytest

from models.comparison.columns import in_columns
from models.dossier import Dossier, examine
from models.dossier.histories.line import Steps, called, line
from models.dossier.incoming.importing import import_into
from models.draft import Kind
from models.reading.text import read_text

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
            figured = [note for note in draft.footnotes if note.mark != "*"]  # the others are the sponsors'
            found = {name: kinds.count(kind) for name, kind in KINDS.items()} | {"footnotes": len(figured)}
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


@pytest.mark.parametrize(
    "names",
    [
        # A year took most of the first text out; what the next put in only shares names with it.
        ("A_RES_78_272", "A_RES_79_271", "A_80_L.13", "A_RES_80_107"),
        # A meeting that was asked for is gone when a clause recalls it, which then becomes a paragraph of its own.
        ("A_RES_78_158", "A_RES_79_212", "A_C.2_80_L.39", "A_C.2_80_L.50", "A_RES_80_143"),
        # A paragraph was divided, and its parts were written anew.
        ("A_RES_78_233", "A_RES_79_218", "A_C.2_80_L.5", "A_C.2_80_L.48", "A_RES_80_150"),
    ],
)
def test_two_drafts_of_a_chain_are_compared_as_lineage_has_it(
    names: tuple[str, ...], shared: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.adref"
    import_into(path, [shared / "corpus/resolutions" / f"{name}.txt" for name in names])
    with Dossier.open(path, read_only=True) as dossier:
        nodes = dossier.nodes()
        drafts = {node.id: dossier.draft(node.id) for node in nodes}
        steps = Steps(dossier)
        lines = {
            (node.id, at): {(one.node.id, one.position) for one in line(dossier, node.id, at, steps).versions}
            for node in nodes
            for at, one in enumerate(drafts[node.id].paragraphs)
            if one.kind is not Kind.MASTHEAD
        }
        for old, new in combinations(nodes, 2):
            changes = dossier.compared(old.id, new.id).changes
            for one, other, side in ((old, new, "new"), (new, old, "old")):
                for at, paragraph in enumerate(drafts[other.id].paragraphs):
                    if paragraph.kind is not Kind.MASTHEAD:
                        (change,) = (change for change in changes if at in getattr(change, side))
                        paired = change.old if side == "new" else change.new
                        stood = {place for node, place in lines[other.id, at] if node == one.id}
                        assert stood == {*paired}, paragraph.text
        columns = in_columns(
            [dossier.compared(old.id, new.id) for old, new in pairwise(nodes)],
            lives=lambda old, new: dossier.lineage(nodes[old].id, nodes[new].id),
        )
        for row in columns.rows:
            places = {(nodes[number].id, at) for number, cell in enumerate(row.cells) for at in cell.positions}
            assert {there for place in places for there in lines.get(place, ())} <= places


MEETING = "the meeting on storms of sand, with the coalition, in the hall of the Assembly in New York in July 2025"


def test_a_part_of_what_was_divided_is_no_paragraph_that_was_gone(tmp_path: Path) -> None:
    """Once a clause stands alone it says most of what another paragraph said that a draft between has no more."""
    asks = f"2. Requests the President to convene {MEETING}, to be paid for by gifts;"
    recalls = "1. Recalls its resolution on storms and the report of the Secretary-General on how they can be met"
    texts = [
        f"{recalls};\n\n{asks}\n",
        f"{recalls};\n",
        f"{recalls}, and the convening by the President of {MEETING};\n",
    ]
    texts.append(f"{recalls};\n\n2. Also recalls the convening by the President of {MEETING};\n")
    with Dossier.create(tmp_path / "a.adref") as dossier:
        nodes: list[str] = []
        for number, text in enumerate(texts):
            nodes.append(dossier.keep(read_text(text), label=str(number), parents=nodes[-1:]).id)
        stood = {one.node.label: one.position for one in line(dossier, nodes[3], 1).versions}
        assert stood == {"0": 0, "1": 0, "2": 0, "3": 1}
        changes = dossier.compared(nodes[0], nodes[3]).changes
        assert {(one.kind, one.old, one.new) for one in changes} == {("split", (0,), (0, 1)), ("deleted", (1,), ())}
