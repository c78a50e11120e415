"""The ten chains with a facilitator's text: what a reader counts in each of the 46 texts is what is read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from models.draft import Kind, labels
from models.draft.masthead import masthead
from tests.real_files import real_draft

TABLE = Path(__file__).with_name("chain_counts.tsv")
COUNTS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
KINDS = {
    "preambular": Kind.PREAMBULAR,
    "operative": Kind.OPERATIVE,
    "subparagraphs": Kind.SUBPARAGRAPH,
    "headings": Kind.HEADING,
    "closing": Kind.CLOSING,
}


def test_the_table_holds_every_text_of_the_ten_chains(shared: Path) -> None:
    chains = csv.DictReader((shared / "corpus/chains.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
    members = [
        (row["chain"], *member.split("="))
        for row in chains
        if "=facilitator" in row["members in order"]
        for member in row["members in order"].split(" ; ")
    ]
    assert [(row["chain"], row["symbol"], row["role"]) for row in COUNTS] == members
    assert len(COUNTS) == 46


@pytest.mark.parametrize("row", COUNTS, ids=lambda row: row["symbol"])
def test_counts(shared: Path, row: dict[str, str]) -> None:
    draft = real_draft(shared / "corpus/resolutions" / f"{row['symbol'].replace('/', '_')}.txt")
    kinds = [paragraph.kind for paragraph in draft.paragraphs]
    marks = [note.mark for note in draft.footnotes]
    found = {name: kinds.count(kind) for name, kind in KINDS.items()} | {"sponsor_notes": marks.count("*")}
    found["footnotes"] = len(marks) - found["sponsor_notes"]
    assert found == {name: int(row[name]) for name in found}
    assert kinds.count(Kind.ENACTING) == 1
    assert Kind.TEXT not in kinds


@pytest.mark.parametrize("row", COUNTS, ids=lambda row: row["symbol"])
def test_labels_run_through_and_the_masthead_names_the_text(shared: Path, row: dict[str, str]) -> None:
    draft = real_draft(shared / "corpus/resolutions" / f"{row['symbol'].replace('/', '_')}.txt")
    names = [
        name
        for name, paragraph in zip(labels(draft), draft.paragraphs, strict=True)
        if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
    ]
    expected = [f"PP{number}" for number in range(1, int(row["preambular"]) + 1)]
    assert names == expected + [f"OP{number}" for number in range(1, int(row["operative"]) + 1)]
    found = masthead(draft)
    assert found.symbol == row["symbol"]
    assert found.session == int(row["symbol"].split("/")[2])
    assert found.organ == "General Assembly"
    assert found.committee == (None if "/78/322" in row["symbol"] else "Second Committee")
    assert (found.adopted is not None) == ("/RES/" in row["symbol"])
    assert (found.base_symbol is not None) == (row["role"] == "facilitator" or "/78/322" in row["symbol"])
    assert (found.on_behalf is not None) == (row["sponsor_notes"] == "1")
    assert (found.sponsors != ()) == (row["role"] == "tabled")
    assert found.title
    assert found.agenda_title
