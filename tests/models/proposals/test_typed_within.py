"""Words typed without tracking among those that others put in tracked amend these, and stand where they were typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.proposals.typed_within import with_typed_within
from models.word.read import read_word
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

BASE = ("Decides to meet in May in Geneva;", "Urges all States to act at once;", "Remains seized of the matter.")
BY = 'w:id="1" w:author="Fiji" w:date="2025-11-17T10:00:00Z"'
OTHER = 'w:id="2" w:author="Peru" w:date="2025-11-17T11:00:00Z"'
COMES = f"<w:ins {BY}/>"
FIRST, SECOND, LAST = map(p, BASE)


def new(*content: str) -> str:
    return p(*content, mark=COMES)


def come(text: str, by: str = BY) -> str:
    return ins(t(text), by)


def put_in(one: Proposal) -> str:
    return "".join(edit.come_text for edit in one.edits)


CASES = [
    ("in a phrase", FIRST + p("Urges all ", come("willing "), "very ", come("and able "), "States to act at once;")
     + LAST, ["very "]),
    ("between two who put in", FIRST + p("Urges all ", come("willing "), "and ", come("able ", OTHER),
                                         "States to act at once;") + LAST, ["and "]),
    ("in a new paragraph", FIRST + new(come("Thanks the "), "kind ", come("host;")) + SECOND + LAST, ["kind "]),
    ("at its beginning and its end", FIRST + new("Also ", come("thanks the host"), " warmly") + SECOND + LAST,
     ["Also  warmly"]),
    ("in one begun at the end of another", p(BASE[0], mark=COMES) + p(come("Thanks the "), "kind ", come("host;"))
     + SECOND + LAST, ["kind "]),
    ("as a paragraph between two", FIRST + new(come("Thanks the host;")) + p("Welcomes it;")
     + new(come("Invites the Bank;")) + SECOND + LAST, ["Welcomes it;\u2029"]),
    ("in a cell", FIRST + SECOND + LAST + table(row(cell(p("Item ", come("one "), "more ", come("thing"))))),
     ["more "]),
    ("in Arabic", FIRST + new(come("يشكر البلد "), "الصديق ", come("المضيف؛")) + SECOND + LAST, ["الصديق "]),
    ("in Chinese", FIRST + new(come("感谢"), "友好", come("东道国；")) + SECOND + LAST, ["友好"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "typed"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_typed_among_what_others_put_in_stands_there(body: str, typed: list[str]) -> None:
    data = docx(body)
    kept = read_word(docx(FIRST + SECOND + LAST + (table(row(cell(p("Item ")))) if "<w:tbl>" in body else ""))).draft
    whole = read_returned(data)
    found = with_typed_within(whole, whole.compared_to(kept))
    assert found is not None
    assert [one.text for one in found.base.draft.paragraphs] == [one.text for one in kept.paragraphs]
    assert [put_in(one) for one in found.typed] == typed
    assert {one.author for one in found.proposals} <= {"Fiji", "Peru"}
    assert [author.name for author in found.authors] == [author.name for author in whole.authors]
    assert {n for one in found.proposals for n in one.revisions} == {*range(len(whole.sent.revisions))}
    placed = found.on(kept, "draft").placed
    assert [one.text for one in applied(kept, placed).paragraphs] == [one.text for one in whole.sent.draft.paragraphs]
    without = [one for one in placed if one.tracked]
    assert not any(word in applied(kept, without).paragraphs[1].text for word in ("very", "kind", "Also", "友好"))


@pytest.mark.parametrize(
    "body",
    [
        # Words of the draft stand plain among what somebody puts in, too.
        FIRST + p("Urges all ", come("willing "), "States", come(" and peoples"), " to act at once;") + LAST,
        p("Decides", mark=COMES)
        + p(come("strongly"), " to meet in ", come("early "), "May in Geneva;")
        + SECOND
        + LAST,
        new(BASE[0], come(" And thanks the host;")) + SECOND + LAST,
        FIRST + p(come("Thanks the host;")) + SECOND + LAST,
        # What is typed beside it stands beside words of the draft.
        FIRST + p("Urges all ", come("willing "), "and able States to act at once;") + LAST,
        FIRST + new(come("Thanks the host;")) + p("Welcomes it;") + SECOND + LAST,
        FIRST + SECOND + LAST,
    ],
)
def test_words_of_the_draft_and_such_as_stand_beside_them_nobody_typed_there(body: str) -> None:
    kept = read_word(docx(FIRST + SECOND + LAST)).draft
    whole = read_returned(docx(body))
    assert with_typed_within(whole, whole.compared_to(kept)) is None


def test_of_words_that_stand_so_those_of_the_draft_are_left_where_they_are() -> None:
    kept = read_word(docx(FIRST + SECOND + LAST)).draft
    body = p("Urges all ", come("willing "), "and ", come("able "), "States", come(" and peoples"), " to act at once;")
    whole = read_returned(docx(FIRST + body + LAST))
    found = with_typed_within(whole, whole.compared_to(kept))
    assert found is not None
    assert found.base.draft.paragraphs == kept.paragraphs
    assert [put_in(one) for one in found.typed] == ["and "]


def test_so_it_is_told_and_asked_for_in_the_name_of_the_file(tmp_path: Path) -> None:
    body = FIRST + new(come("Thanks the "), "kind ", come("host;")) + SECOND + LAST
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx(FIRST + SECOND + LAST)), "L.1.docx")])
        plan = planned(dossier, read_returned(docx(body)), "Kenya.docx", base=node.id)
        assert plan.not_placed == ()
        assert [one.sentence for one in plan.untracked] == [
            "One word in a new paragraph before OP2 was changed without tracking."
        ]
        plan, also = plan.with_unasked()
        keep_returned(dossier, plan, also=also)
        fiji, kenya = (one.proposal for one in dossier.proposals())
        assert (fiji.author, kenya.author, kenya.against) == ("Fiji", "Kenya", fiji.key)
        assert put_in(kenya) == "kind "
