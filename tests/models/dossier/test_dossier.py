"""Keeping drafts and finding them again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.dossier import Dossier, DraftNotFound, Edge, examine
from models.draft import Draft, Footnote, Kind, Paragraph, Run, content_hash, node_id
from models.files.read import read_bytes
from models.reading.reading import Origin, Reading
from tests.models.comparison.small_drafts import numbered as text

FULL = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("A/C.2/58/L.37"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the report,"), Run(footnote=4))),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet:")), number="1"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("In May;", bold=True),), level=1, number="(a)"),
        Paragraph(
            Kind.OPERATIVE, (Run("Requests", underline=True), Run(" a report.")), number="7", set_label="OP7 bis"
        ),
        Paragraph(Kind.TEXT, (Run("cell"),), cell=(0, 1, 2)),
    ),
    (Footnote(4, "*", (Run("A/58/98", italic=True),)),),
)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "migration.adref") as dossier:
        yield dossier


def test_a_kept_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "migration.adref"
    with Dossier.create(path) as dossier:
        node = dossier.keep(FULL, label="Zero draft", date="2003-11-07", author="Chair", note="n", file_name="l37.docx")
    with Dossier.open(path) as dossier:
        assert dossier.draft(node.id) == FULL
        assert dossier.nodes() == (node,)
        assert (node.label, node.date, node.author, node.note, node.file_name) == (
            "Zero draft", "2003-11-07", "Chair", "n", "l37.docx",
        )  # fmt: skip
        assert node.paragraphs == 6


def test_the_id_is_of_text_and_parents(dossier: Dossier) -> None:
    first = dossier.keep(text("Decides to meet."), label="one")
    second = dossier.keep(text("Decides to meet soon."), label="two", parents=[first.id], edges={first.id: ()})
    assert first.content == content_hash(text("Decides to meet."))
    assert first.id == node_id(first.content, [])
    assert second.id == node_id(second.content, [first.id])
    assert second.parents == (first.id,)


def test_the_same_text_on_the_same_parents_is_the_same_draft(dossier: Dossier) -> None:
    first = dossier.keep(FULL, label="one")
    again = dossier.keep(FULL, label="other", author="Chair")
    assert again.id == first.id
    assert len(dossier.nodes()) == 1
    assert (again.label, again.author) == ("one", "Chair")


def test_parents_named_in_another_order_or_twice_are_the_same_parents(dossier: Dossier) -> None:
    left, right = (dossier.keep(text(word), label=word).id for word in "ab")
    both = dossier.keep(text("c"), label="c", parents=[right, left], edges={right: (), left: ()})
    again = dossier.keep(text("c"), label="d", parents=[left, right, left], edges={right: (), left: ()})
    assert again == both
    assert (both.parents, both.label) == ((right, left), "c")
    assert examine(dossier.path) == ()


def test_the_same_text_later_is_another_draft_and_stored_once(dossier: Dossier) -> None:
    first = dossier.keep(FULL, label="one")
    later = dossier.keep(FULL, label="two", parents=[first.id], edges={first.id: ()})
    assert later.id != first.id
    assert later.content == first.content
    assert dossier.draft(later.id) == FULL


def test_two_dossiers_agree_on_ids_whatever_the_order(tmp_path: Path) -> None:
    def fill(name: str, order: str) -> dict[str, tuple[str, ...]]:
        with Dossier.create(tmp_path / name) as dossier:
            base = dossier.keep(text("a"), label=name)
            for word in order:
                dossier.keep(text(word), label=name + word, parents=[base.id], edges={base.id: ()})
            both = [node_id(content_hash(text(word)), [base.id]) for word in "bc"]
            dossier.keep(text("d"), label="joined", parents=both, edges=dict.fromkeys(both, ()))
            return {node.id: node.parents for node in dossier.nodes()}

    assert fill("ours.adref", "bc") == fill("theirs.adref", "cb")


def test_nodes_come_parents_first(dossier: Dossier) -> None:
    base = dossier.keep(text("a"), label="a")
    left = dossier.keep(text("b"), label="b", parents=[base.id], edges={base.id: ()})
    right = dossier.keep(text("c"), label="c", parents=[base.id], edges={base.id: ()})
    both = dossier.keep(text("d"), label="d", parents=[right.id, left.id], edges={right.id: (), left.id: ()})
    assert [node.label for node in dossier.nodes()] == ["a", "b", "c", "d"]
    assert both.parents == (right.id, left.id)


def test_an_unknown_parent_is_refused_and_nothing_is_kept(dossier: Dossier) -> None:
    with pytest.raises(DraftNotFound):
        dossier.keep(text("a"), label="a", parents=["0" * 64])
    assert dossier.nodes() == ()


def test_an_empty_draft_can_be_kept(dossier: Dossier) -> None:
    node = dossier.keep(Draft(), label="nothing")
    assert dossier.draft(node.id) == Draft()


def test_facts_have_a_history(dossier: Dossier) -> None:
    node = dossier.keep(text("a"), label="Rev.1", who="Chair", at="2003-11-07T10:00:00.000000+00:00")
    dossier.set_fact(node.id, "label", "Rev.1 of 7 November", who="secretariat")
    dossier.set_fact(node.id, "events", [{"what": "tabled", "date": "2003-11-07"}])
    assert {fact.name: fact.value for fact in dossier.history(node.id)} == {
        "label": "Rev.1 of 7 November",
        "events": [{"what": "tabled", "date": "2003-11-07"}],
    }
    assert [(fact.value, fact.who) for fact in dossier.history(node.id, "label")] == [
        ("Rev.1", "Chair"),
        ("Rev.1 of 7 November", "secretariat"),
    ]


def test_a_later_word_wins_even_on_a_slow_clock(dossier: Dossier) -> None:
    node = dossier.keep(text("a"), label="first", at="2999-01-01T00:00:00.000000+00:00")
    dossier.set_fact(node.id, "label", "second")
    dossier.set_fact(node.id, "label", "first")
    assert [fact.value for fact in dossier.history(node.id, "label")] == ["first", "second", "first"]
    assert dossier.node(node.id).label == "first"


def test_saying_the_same_again_adds_nothing(dossier: Dossier) -> None:
    node = dossier.keep(text("a"), label="first")
    dossier.set_fact(node.id, "label", "first")
    assert len(dossier.history(node.id)) == 1


def test_the_original_is_kept_with_where_each_paragraph_stood(dossier: Dossier) -> None:
    draft = text("a", "b", "c")
    origins = (Origin("word/document.xml", 3), Origin("word/document.xml", 4), Origin("word/document.xml", 9))
    package = b"PK\x03\x04 a Word file"
    node = dossier.keep(Reading(draft, origins=origins, package=package), label="from Word")
    child = dossier.keep(text("a", "b"), label="typed", parents=[node.id], edges={node.id: ()})
    assert dossier.original(node.id) == package
    assert dossier.origins(node.id) == origins
    assert dossier.original(child.id) is None
    assert dossier.origins(child.id) == ()
    assert dossier.nearest_original(child.id) == node.id


def test_one_file_of_two_drafts_is_stored_once(dossier: Dossier, tmp_path: Path) -> None:
    package = b"PK" + bytes(500_000)
    first = dossier.keep(Reading(text("a"), package=package), label="accepted")
    second = dossier.keep(Reading(text("b"), package=package, revisions_taken="reject"), label="rejected")
    assert dossier.original(first.id) == dossier.original(second.id) == package
    assert hashlib.sha256(dossier.original(first.id) or b"").hexdigest() == hashlib.sha256(package).hexdigest()
    assert dossier.path.stat().st_size < 2 * len(package)


def test_the_title_is_the_files_stem_until_said(tmp_path: Path) -> None:
    path = tmp_path / "migration.adref"
    with Dossier.create(path) as dossier:
        assert dossier.title == "migration"
        dossier.title = "International migration and development"
    with Dossier.open(path) as dossier:
        assert dossier.title == "International migration and development"


def test_lines_are_remembered_until_a_hand_changes_a_pair(dossier: Dossier) -> None:
    first = dossier.keep(text("a"), label="a")
    second = dossier.keep(text("b"), label="b", parents=[first.id], edges={first.id: (Edge(0, 0, "reworded", 0.1),)})
    dossier.remember_line(first.id, second.id, "1", "1 reworded")
    assert dossier.remembered_line(first.id, second.id, "1") == "1 reworded"
    assert dossier.remembered_line(first.id, second.id, "2") is None
    dossier.unpair(first.id, second.id, [(0, 0)])
    assert dossier.remembered_line(first.id, second.id, "1") is None


def test_the_original_of_a_text_is_kept_and_is_no_word_file(dossier: Dossier) -> None:
    data = "The General Assembly,\r\n\r\n1. Decides to meet.\r\n".encode("utf-16")
    node = dossier.keep(read_bytes(data), label="Zero draft")
    assert dossier.original(node.id, "text") == data
    assert dossier.original(node.id) is None
    assert dossier.nearest_original(node.id) is None
