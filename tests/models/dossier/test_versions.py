"""A dossier of every form there ever was opens, is brought up to date, and has its drafts.

To add the fixture of a new form: run this file as a script with the name of the file to make.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from models.dossier import Dossier, DossierNewer, Edge, examine
from models.dossier.form.schema import VERSION
from models.dossier.working.journal import Journal
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.agreed import agreed_words
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.proposals.proposal import Edit as ProposedEdit
from models.proposals.proposal import Place, Point, Proposal, State, keyed
from models.reading.reading import Origin, Reading

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("v*.adref"))

BASE = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the report,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet.")), number=None),
    ),
    (Footnote(1, "1", (Run("A/58/98."),)),),
)
AGREED = agreed_words(BASE.paragraphs[1])
LATER = Draft((*BASE.paragraphs[:2], Paragraph(Kind.OPERATIVE, (Run("Decides [to meet soon]."),))), BASE.footnotes)


def make(path: Path) -> None:
    """The dossier that every fixture holds."""
    at = "2026-11-24T00:00:00.000000+00:00"
    with Dossier.create(path, title="A dossier of an older form") as dossier:
        base = dossier.keep(
            Reading(BASE, origins=tuple(Origin("word/document.xml", n) for n in range(3)), package=b"PK original"),
            label="Zero draft", symbol="A/C.2/58/L.37", date="2003-11-07", file_name="l37.docx", at=at,
        )  # fmt: skip
        later = dossier.keep(
            LATER,
            label="Rev.1",
            parents=[base.id],
            edges={base.id: [Edge(0, 0, "same"), Edge(1, 1, "same"), Edge(2, 2, "reworded", 0.8)]},
            at=at,
        )
        dossier.set_fact(later.id, "label", "Rev.1 of 14 November", who="Chair", at="2026-11-24T00:00:01.000000+00:00")
        dossier.pair(base.id, later.id, [(2, 2)], who="Chair")
        write(dossier, later.id)
        propose(dossier, base.id, later.id)
        dossier.add_word("Zorblax", who="Chair")  # since form 4
        dossier.agree([AGREED], who="Chair")  # since form 8


def propose(dossier: Dossier, base: str, later: str) -> None:
    """A returned file with a proposal of an author who is a delegation, placed anew and accepted (since form 3)."""
    edit = ProposedEdit(Point(2, 11), Point(2, 15), "meet", (Paragraph(Kind.TEXT, (Run("part", italic=True),)),))
    wish = Proposal("reword", "M. Jones", Place("", 2, 3, 11, 15, "meet"), (edit,), ("2026-11-24T00:00:00Z",))
    (proposal,) = keyed([wish], base)
    dossier.keep_proposals([proposal], data=b"PK returned", file_name="a.docx", node=base, facts={"proposals": 1})
    dossier.place_proposals([replace(proposal, place=replace(proposal.place, draft=later))], by="engine")
    dossier.set_state(proposal.key, State.ACCEPTED, note="as amended", who="Chair")
    dossier.map_author("M. Jones", dossier.add_delegation("A", "Delegation A", who="Chair").key, who="Chair")


def write(dossier: Dossier, parent: str) -> None:
    """A working text with its caret in it (since form 2)."""
    working = WorkingText(LATER)
    journal = Journal(dossier, dossier.begin_working(parent, who="Chair").id, working)
    working.listeners.append(journal.note)
    with working.step("New", Selection()) as step:
        step.replace(2, 3, [step.new(Paragraph(Kind.OPERATIVE, (Run("Urges all;"),))), working.entries[2]])
        step.set_note(2, Footnote(2, "", (Run("Idem."),)))
        step.caret(2, 5)
    journal.close()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_it_is_sound_as_it_lies_there(fixture: Path) -> None:
    assert examine(fixture) == ()


def test_there_is_one_of_each_form() -> None:
    assert [path.name for path in FIXTURES] == [f"v{n}.adref" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
@pytest.mark.parametrize("read_only", [False, True])
def test_it_opens_and_has_its_drafts(fixture: Path, read_only: bool, tmp_path: Path) -> None:
    path = tmp_path / fixture.name
    shutil.copyfile(fixture, path)
    with Dossier.open(path, read_only=read_only) as dossier:
        base, later = dossier.nodes()
        assert dossier.title == "A dossier of an older form"
        assert (base.label, base.symbol, base.date) == ("Zero draft", "A/C.2/58/L.37", "2003-11-07")
        assert later.label == "Rev.1 of 14 November"
        assert [fact.value for fact in dossier.history(later.id, "label")] == ["Rev.1", "Rev.1 of 14 November"]
        assert dossier.draft(base.id) == BASE
        assert dossier.draft(later.id) == LATER
        assert dossier.original(base.id) == b"PK original"
        assert [edge.by for edge in dossier.edges(base.id, later.id)] == ["engine", "engine", "hand"]
        assert base.kept == later.kept == "2026-11-24T00:00:00.000000+00:00"
        assert [one.what for one in dossier.timeline()] == ["paired", "said", "kept", "kept"]
        assert [one.node for one in dossier.search("soon")] == [later.id]
        if fixture.stem == "v1":
            assert dossier.working_texts() == ()
        else:
            (row,) = dossier.working_texts()
            assert (row.parent, row.who, row.changed, row.held) == (later.id, "Chair", True, False)
            recovered = dossier.recover(row.id)
            working = WorkingText(recovered.base, state=recovered.state)
            assert [paragraph.number for paragraph in working.draft().paragraphs] == [None, None, "1", "2"]
            assert recovered.selection == Selection.at(2, 5)
            assert working.notes[2].text == "Idem."
        assert dossier.own_words() == (("Zorblax",) if fixture.stem not in ("v1", "v2", "v3") else ())
        agreed = {words: one.who for words, one in dossier.agreements().items()}
        assert agreed == ({AGREED: "Chair"} if fixture.stem >= "v8" else {})
        if fixture.stem in ("v1", "v2"):
            assert dossier.proposals() == dossier.delegations() == dossier.returned_files() == ()
            assert dossier.authors() == {}
        else:
            (kept,) = dossier.proposals()
            assert (kept.state, [one.state for one in kept.states]) == (State.ACCEPTED, ["open", "accepted"])
            assert [one.text for edit in kept.proposal.edits for one in edit.come] == ["part"]
            assert (kept.on(later.id) or kept.proposal).place.draft == later.id
            assert (kept.delegation, dossier.authors()) == ("a", {"M. Jones": "a"})
            assert [one.name for one in dossier.delegations()] == ["Delegation A"]
            (file,) = dossier.returned_files()
            assert (file.file_name, dossier.blob(file.blob)) == ("a.docx", b"PK returned")
    if not read_only:
        assert int.from_bytes(path.read_bytes()[60:64], "big") == VERSION
        assert examine(path) == ()


if __name__ == "__main__":
    make(Path(sys.argv[1]))


def _brought_up_to_date(path: Path, by: int) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA user_version = {VERSION + by}")


def test_where_a_newer_adref_wrote_it_meanwhile_nothing_is_written_in_the_old_form(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    acts: tuple[Callable[[Dossier], object], ...] = (
        lambda dossier: dossier.keep(LATER),
        lambda dossier: setattr(dossier, "title", "Another"),
        lambda dossier: dossier.add_word("Zorblax"),
        lambda dossier: dossier.begin_working(None),
    )
    with Dossier.create(path, title="Water") as dossier:
        parent = dossier.keep(BASE).id
        working = WorkingText(BASE)
        journal = Journal(dossier, dossier.begin_working(parent).id, working)
        working.listeners.append(journal.note)
        with working.step("New", Selection()) as step:
            step.replace(0, 0, [step.new(Paragraph(Kind.OPERATIVE, (Run("Urges all;"),)))])
        _brought_up_to_date(path, 1)
        for act in (*acts, lambda _dossier: journal.commit()):
            with pytest.raises(DossierNewer):
                act(dossier)
        assert (dossier.title, len(dossier.nodes()), dossier.own_words()) == ("Water", 1, ())
        assert journal.pending
        _brought_up_to_date(path, 0)
        assert journal.commit()
        acts[0](dossier)
        journal.close()
    with Dossier.open(path) as again:
        assert again.working_texts()[0].changed
