"""Words replaced in all drafts of a dossier: kept anew where nothing stands on a draft, in one act or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.awaited import as_long_as
from models.dossier import Dossier, DossierReadOnly, Node, examine
from models.dossier.working.journal import Journal
from models.dossier.working.replacing_all import InAll, InDraft, KeptUponMeanwhile, keep_replaced, look_through
from models.draft import Draft, Footnote, Kind, Paragraph, Run, content_hash
from models.editing.edit import Caret, Selection
from models.editing.found.finding import Query, find, searched
from models.editing.found.patterns import UnusablePattern
from models.editing.found.replacing import NothingReplaced, replace_all
from models.editing.marks.text_end import as_it_ends
from models.editing.working import WorkingText
from models.lineage import Edge


def text(*paragraphs: str, note: str = "Report on trade.") -> Draft:
    """Operative paragraphs, the first of which cites a note."""
    first, *others = paragraphs
    return Draft(
        (
            Paragraph(Kind.OPERATIVE, (Run(first), Run(footnote=1), Run(";"))),
            *(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in others),
        ),
        (Footnote(1, "1", (Run(note),)),),
    )


OLD = text("Notes the trade talks", "Decides to meet on trade.")
LEFT = text("Notes the trade talks", "Decides to meet on trade and aid.")
RIGHT = text("Notes the Trade talks", "Decides to meet.", note="Report on aid.")


@pytest.fixture
def branched(dossier: Dossier) -> Dossier:
    """A draft on which two stand, and one beside them without the words."""
    old = dossier.keep(OLD, label="L.37")
    dossier.keep(LEFT, label="Rev.1", parents=[old.id])
    dossier.keep(RIGHT, label="Rev.2", parents=[old.id])
    dossier.keep(text("Nothing", note="None."), label="Apart")
    return dossier


def labels(nodes: Collection[Node]) -> list[str]:
    return [node.label for node in nodes]


def everything(found: InAll) -> list[tuple[InDraft, frozenset[int]]]:
    return [(one, frozenset()) for one in found.drafts]


def words(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs] + [
        "".join(run.text for run in note.runs) for note in draft.footnotes
    ]


FOUND = [
    (Query("trade", accents=True), [("Rev.2", 1), ("Rev.1", 3)], ["L.37"]),
    (Query("trade", case=True), [("Rev.1", 3)], ["L.37"]),
    (Query("Trade", case=True), [("Rev.2", 1)], []),
    (Query("aid", words=True), [("Rev.2", 1), ("Rev.1", 1)], []),
    (Query(r"on (\w+)", regex=True), [("Rev.2", 1), ("Rev.1", 2)], ["L.37"]),
    (Query("talks of"), [], []),
    (Query(""), [], []),
]


@pytest.mark.parametrize(("query", "drafts", "older"), FOUND)
def test_words_are_found_where_they_can_be_replaced(
    branched: Dossier, query: Query, drafts: list[tuple[str, int]], older: list[str]
) -> None:
    found = look_through(branched, query, "x")
    assert [(one.node.label, len(one.rows)) for one in found.drafts] == drafts
    assert labels(found.older) == older
    assert found.written == ()


def test_each_end_is_kept_anew_and_all_else_stays(branched: Dossier) -> None:
    before = {node.id: (node, branched.draft(node.id)) for node in branched.nodes()}
    found = look_through(branched, Query("trade", accents=True), "commerce")
    new, places = keep_replaced(branched, everything(found), "commerce", who="Ann", date="2026-11-24")
    assert (labels(new), places) == (["Rev.2, replaced", "Rev.1, replaced"], 4)
    assert words(branched.draft(new[1].id)) == [
        "Notes the commerce talks;", "Decides to meet on commerce and aid.", "Report on commerce."
    ]  # fmt: skip
    rev1 = next(node for node, _ in before.values() if node.label == "Rev.1")
    assert new[1].parents == (rev1.id,)
    said = new[1].date, new[1].author, new[1].note
    assert said == (
        "2026-11-24",
        "Ann",
        "“trade” replaced by “commerce”, 3 places",
    )
    assert {node.id: (node, branched.draft(node.id)) for node in branched.nodes()[: len(before)]} == before
    assert branched.edges(rev1.id, new[1].id) == tuple(Edge(at, at, "reworded", 1.0, "editor") for at in (0, 1))
    assert not examine(branched.path)


def test_places_and_drafts_are_left_out(branched: Dossier) -> None:
    found = look_through(branched, Query("trade"), "commerce")
    new, places = keep_replaced(branched, [(found.drafts[1], {0, 2})], "commerce")
    assert (labels(new), places) == (["Rev.1, replaced"], 1)
    assert words(branched.draft(new[0].id)) == [
        "Notes the trade talks;", "Decides to meet on commerce and aid.", "Report on trade."
    ]  # fmt: skip


def test_groups_of_an_expression_come_again_and_a_wrong_one_is_told(branched: Dossier) -> None:
    query = Query(r"meet on (\w+)", regex=True)
    with pytest.raises(UnusablePattern):
        look_through(branched, query, "$2")
    new, _ = keep_replaced(branched, everything(look_through(branched, query, "$1: meet")), "$1: meet")
    assert words(branched.draft(new[0].id))[1] == "Decides to trade: meet and aid."


def test_what_reads_so_already_is_kept_by_nobody(branched: Dossier) -> None:
    count = len(branched.nodes())
    found = look_through(branched, Query("trade"), "trade")
    new, places = keep_replaced(branched, everything(found), "trade")  # “Trade” of Rev.2 is another word
    assert (labels(new), places) == (["Rev.2, replaced"], 1)
    for skipped in (frozenset[int](), frozenset({0, 1, 2})):
        with pytest.raises(NothingReplaced):
            keep_replaced(branched, [(found.drafts[1], skipped)], "trade")
    assert len(branched.nodes()) == count + 1


def test_a_label_that_is_taken_gets_a_number(branched: Dossier) -> None:
    for expected in ("Rev.1, replaced", "Rev.1, replaced (2)", "Rev.1, replaced (3)"):
        found = look_through(branched, Query("and aid"), "and aid, and aid")
        new, _ = keep_replaced(branched, everything(found), "and aid, and aid")
        assert labels(new) == [expected]


def test_who_is_stopped_keeps_none(branched: Dossier) -> None:
    count, found = len(branched.nodes()), look_through(branched, Query("trade"), "commerce")

    def stopped(share: float) -> None:
        if share >= 0.75:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep_replaced(branched, everything(found), "commerce", progress=stopped)
    assert len(branched.nodes()) == count


def test_it_is_asked_at_each_place_whether_somebody_waits(branched: Dossier) -> None:
    asked, found = list[None](), look_through(branched, Query("trade"), "commerce")
    _, places = as_long_as(lambda: asked.append(None), lambda: keep_replaced(branched, everything(found), "commerce"))
    assert len(asked) >= places > 0


def test_nothing_is_replaced_where_a_draft_was_kept_on_one_meanwhile(branched: Dossier) -> None:
    found = look_through(branched, Query("trade"), "commerce")
    branched.keep(text("Another"), parents=[found.drafts[1].node.id])
    count = len(branched.nodes())
    with pytest.raises(KeptUponMeanwhile, match=r"“Rev\.1”"):
        keep_replaced(branched, everything(found), "commerce")
    assert len(branched.nodes()) == count


def test_texts_that_are_written_stay_and_the_open_one_is_the_end_of_its_branch(branched: Dossier) -> None:
    rev1 = branched.find("Rev.1")
    row = branched.begin_working(rev1.id, who="Ann")
    working = WorkingText(LEFT)
    journal = Journal(branched, row.id, working)
    working.listeners.append(journal.note)
    with working.step("Type", Selection(Caret(1, 0), Caret(1, 0))) as step:
        step.put(1, working.entries[1].with_runs((Run("Decides to meet on trade, twice."),)))
    journal.close()
    found = look_through(branched, Query("trade"), "commerce")
    assert labels([one.node for one in found.drafts]) == ["Rev.2", "Rev.1"]
    assert [one.who for one in found.written] == ["Ann"]
    found = look_through(branched, Query("twice"), "once")
    assert (found.drafts, found.older, [one.who for one in found.written]) == ((), (), ["Ann"])
    found = look_through(branched, Query("trade"), "commerce", open_text=(row.id, rev1.id))
    assert labels([one.node for one in found.drafts]) == ["Rev.2"]
    assert labels(found.older) == ["Rev.1", "L.37"]
    assert found.written == ()


def test_a_dossier_that_is_only_read_is_looked_through_and_not_written(branched: Dossier) -> None:
    with Dossier.open(branched.path, read_only=True) as only_read:
        found = look_through(only_read, Query("trade"), "commerce")
        with pytest.raises(DossierReadOnly):
            keep_replaced(only_read, everything(found), "commerce")


some_words = st.lists(st.sampled_from(["aid", "Aid", "aids", "trade", "[aid]", "été", "no"]), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@example(drafts=[([["aid"], ["aid"]], ["aid"], 0)], what="aid", to="", case=False, whole=False)  # its last line empties
@given(
    drafts=st.lists(st.tuples(st.lists(some_words, min_size=1, max_size=4), some_words, st.integers(0, 3)), max_size=4),
    what=st.sampled_from(["aid", "trade", "ete", "d"]),
    to=st.sampled_from(["", "aid", "help for all", "trade"]),
    case=st.booleans(),
    whole=st.booleans(),
)
def test_each_new_draft_is_what_replacing_in_the_one_before_gives(
    drafts: list[tuple[list[list[str]], list[str], int]], what: str, to: str, case: bool, whole: bool
) -> None:
    query = Query(what, case=case, words=whole, accents=True)
    with tempfile.TemporaryDirectory() as folder, Dossier.create(Path(folder) / "a.adref") as dossier:
        for paragraphs, note, upon in drafts:
            nodes = dossier.nodes()
            parents = [nodes[upon % len(nodes)].id] if nodes and upon else []
            dossier.keep(text(*map(" ".join, paragraphs), note=" ".join(note)), parents=parents)
        before = dossier.nodes()
        stood_on = {parent for node in before for parent in node.parents}
        found = look_through(dossier, query, to)
        assert all(one.node.id not in stood_on for one in found.drafts)
        try:
            new, _ = keep_replaced(dossier, everything(found), to)
        except NothingReplaced:
            new = ()
        assert dossier.nodes()[: len(before)] == before
        by_parent = {node.parents[0]: node for node in new}
        assert len(by_parent) == len(new)
        for node in before:
            working = WorkingText(dossier.draft(node.id))
            hits = find(searched(working), query)
            with suppress(NothingReplaced):
                replace_all(working, Selection(), hits, to)
            expected = as_it_ends(working)
            if node.id in stood_on or expected == dossier.draft(node.id):
                assert node.id not in by_parent
                continue
            child = by_parent[node.id]
            assert dossier.draft(child.id) == expected
            assert child.content == content_hash(expected)
            said = dossier.edges(node.id, child.id)
            olds = dossier.draft(node.id).paragraphs[: len(expected.paragraphs)]
            assert [edge.ends for edge in said] == [(at, at) for at in range(len(olds))]
            for edge, old, now in zip(said, olds, expected.paragraphs, strict=True):
                assert (edge.kind, edge.by) == ("same" if old.text == now.text else "reworded", "editor")
        assert not examine(dossier.path)
