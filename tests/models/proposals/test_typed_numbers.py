"""The number that one author types before another's new paragraph is that author's, and goes out as theirs."""

from __future__ import annotations

import pytest

from models.compiling.compilation import write_compilation
from models.proposals.laid.applying import applied
from models.proposals.laid.rendering import rendered
from models.proposals.proposal import Proposal, keyed
from models.proposals.returned import read_returned
from models.word.namespaces import w
from models.word.package import Package
from models.word.resolve import resolve
from tests.models.word.word_xml import d, dele, docx, ins, p, t

FRANCE = 'w:id="1" w:author="France"'
KENYA = 'w:id="2" w:author="Kenya"'
PERU = 'w:id="3" w:author="Peru"'


def new(*content: str, by: str = FRANCE) -> str:
    return p(*content, mark=f"<w:ins {by}/>")


OURS = ins(t("Invites all States;"), FRANCE)
CASES = [
    (new(ins(t("2 bis. "), KENYA) + OURS), ["2 bis"], [("Kenya", "2 bis")]),
    (new(ins(t("2"), KENYA) + ins(t(" bis. "), KENYA) + OURS), ["2 bis"], [("Kenya", "2 bis")]),
    (new(ins(t("2 bis. Gladly "), KENYA) + OURS), ["2 bis"], [("Kenya", "2 bis")]),
    (new(ins(t("2 bis. "), FRANCE) + OURS), ["2 bis"], []),
    (new(OURS) + new(ins(t("2 ter. "), KENYA) + ins(t("Urges them;"), FRANCE)), [None, "2 ter"], [("Kenya", "2 ter")]),
    (
        new(ins(t("2 bis. "), KENYA) + OURS) + new(ins(t("2 ter. "), PERU) + ins(t("Urges them;"), FRANCE)),
        ["2 bis", "2 ter"],
        [("Kenya", "2 bis"), ("Peru", "2 ter")],
    ),
    # Of a number that two typed together nobody is the author alone: it stays with the paragraph.
    (new(ins(t("2"), FRANCE) + ins(t(" bis. "), KENYA) + OURS), ["2 bis"], []),
]


@pytest.mark.parametrize(("body", "numbers", "typed"), CASES)
def test_a_number_is_of_who_typed_it(body: str, numbers: list[str | None], typed: list[tuple[str, str]]) -> None:
    returned = read_returned(docx(p("1. Decides to meet;") + p("2. Urges all;") + body + p("3. Requests a report.")))
    assert returned.exact
    base, proposals = returned.base.draft, returned.proposals
    assert [(one.author, edit.number) for one in proposals for edit in one.edits if edit.number] == typed
    assert all("Requests" not in one.place.words for one in proposals)
    all_taken = applied(base, proposals)
    assert [one.number for one in all_taken.paragraphs] == ["1", "2", *numbers, "3"]
    assert [one.number for one in all_taken.paragraphs] == [one.number for one in returned.sent.draft.paragraphs]
    rows = rendered(base, proposals)
    assert [row.paragraph.number for row in rows] == ["1", "2", *numbers, "3"]
    told = {one.author for row in rows for piece in (*row.pieces, row.end) for one in piece.by}
    assert told >= {author for author, _ in typed}
    alone = applied(base, [one for one in proposals if one.author == "France"])
    if typed:
        others = dict(typed).values()
        assert [one.number for one in alone.paragraphs[2:-1]] == [None if n in others else n for n in numbers]
    wishes: dict[str, list[Proposal]] = {}
    for one in keyed(proposals, "base"):
        wishes.setdefault(one.author, []).append(one)
    package = Package(returned.data)
    resolve(package, "reject")
    made = write_compilation(base, wishes, base=package.to_bytes(), origins=returned.base.origins)
    written = Package(made.data).root(Package(made.data).main)
    by: dict[str, str] = {}
    for change in written.iter(w("ins")):
        author = change.get(w("author")) or ""
        by[author] = by.get(author, "") + "".join(text.text or "" for text in change.iter(w("t")))
    for author, number in typed:
        assert number in by[author]
        assert number not in by["France"]


RETYPED = {
    "struck": (dele(d("3. "), FRANCE) + t("Requests all;"), (2,)),
    "its stop struck": (t("3") + dele(d("."), FRANCE) + t(" Requests all;"), (2,)),
    "typed otherwise": (dele(d("3"), FRANCE) + ins(t("7"), FRANCE) + t(". Requests all;"), (2,)),
    "what stood behind it is one now": (dele(d("3. Now "), FRANCE) + t("(a) to act;"), (2,)),
    "left": (t("3. Requests ") + ins(t("all;"), FRANCE), ()),
}


@pytest.mark.parametrize("case", RETYPED)
def test_a_number_that_no_proposal_holds_is_told(case: str) -> None:
    body, lost = RETYPED[case]
    returned = read_returned(docx(p("1. Decides to meet;") + p("2. Urges all;") + p(body)))
    assert returned.numbers_lost == lost
    assert any("Numbers typed" in notice for notice in returned.notices) == bool(lost)


def test_numbers_that_follow_from_new_paragraphs_are_not_lost() -> None:
    shifted = dele(d("2"), FRANCE) + ins(t("3"), FRANCE) + t(". Urges all;")
    for renumbered in (p(shifted), p("2. Urges all;")):
        new_one = new(ins(t("2. Invites;"), FRANCE))
        returned = read_returned(docx(p("The General Assembly,") + p("1. Decides to meet;") + new_one + renumbered))
        assert returned.numbers_lost == ()
        # Who typed it asks for nothing there: it is of the new paragraph.
        assert [one.kind for one in returned.proposals] == ["insert"]
        assert returned.proposals[0].revisions == tuple(range(len(returned.sent.revisions)))


@pytest.mark.parametrize(
    ("by", "typed", "kinds"),
    [
        (FRANCE, "3", [("France", "insert")]),
        (KENYA, "3", [("France", "insert")]),
        (KENYA, "9", [("France", "insert"), ("Kenya", "format")]),
    ],
    ids=["its own", "of others", "no number that follows"],
)
def test_a_number_that_only_follows_is_no_proposal(by: str, typed: str, kinds: list[tuple[str, str]]) -> None:
    shifted = p(dele(d("2"), by) + ins(t(typed), by) + t(". Urges all;"))
    body = p("The General Assembly,") + p("1. Decides to meet;") + new(ins(t("2. Invites;"), FRANCE)) + shifted
    returned = read_returned(docx(body))
    assert sorted((one.author, one.kind) for one in returned.proposals) == kinds
    assert bool(returned.numbers_lost) == (typed != "3")


def test_where_a_paragraph_goes_the_numbers_behind_it_follow() -> None:
    gone = p(dele(d("1. Decides to meet;"), FRANCE), mark=f"<w:del {FRANCE}/>")
    body = gone + p(dele(d("2."), FRANCE) + ins(t("1."), FRANCE) + t(" Urges all;"))
    returned = read_returned(docx(p("The General Assembly,") + body))
    assert [one.kind for one in returned.proposals] == ["delete"]
    assert returned.proposals[0].revisions == tuple(range(len(returned.sent.revisions)))


@pytest.mark.parametrize(
    ("changed", "text", "turned"),
    [
        (ins(t("[")) + t("2.") + ins(t("]")) + t(" Ends it."), "[] Ends it.", ()),
        (ins(t("[[")) + t("2.") + ins(t("]")) + t(" Ends it.") + ins(t("]")), "[[] Ends it.]", ()),
        (ins(t("[")) + t("2. Ends it.") + ins(t("]")), "[Ends it.]", (2,)),
        (dele(d("[")) + t("2.") + dele(d("]")) + t(" Ends it."), "Ends it.", ()),
        (t("[2.] Ends ") + ins(t("all of ")) + t("it."), "[] Ends all of it.", ()),
    ],
    ids=["its own", "in others", "around all", "taken off", "as it was"],
)
def test_brackets_at_a_typed_number_are_told_apart_as_tracked(changed: str, text: str, turned: tuple[int, ...]) -> None:
    returned = read_returned(docx(p("The General Assembly,") + p("1. Decides to act;") + p(changed)))
    assert returned.exact
    assert returned.brackets_turned == turned
    taken = applied(returned.base.draft, returned.proposals).paragraphs[-1]
    assert (taken.number, taken.text) == ("2", text)
    told = [f"Brackets typed before a number stand behind it in what is proposed: see OP{at}." for at in turned]
    assert list(returned.notices) == told


def typed_over(text: str, by: str = FRANCE, over: str = KENYA) -> str:
    """What one puts in and another strikes."""
    return f"<w:ins {by}>{dele(d(text), over)}</w:ins>"


NUMBERED = new(ins(t("2. Invites;"), FRANCE))
BEHIND = p(dele(d("2"), FRANCE) + typed_over("3") + ins(t("4"), KENYA) + t(". Urges all;"))
PUT_IN, TAKEN_OUT = ("France", "insert", "Invites;"), ("Kenya", "delete", "")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(
            NUMBERED + new(ins(t("3. Thanks;"), KENYA), by=KENYA) + BEHIND,
            [PUT_IN, ("Kenya", "insert", "Thanks;")],
            id="counted on",
        ),
        pytest.param(
            p(dele(d("1. Decides to meet;"), KENYA), mark=f"<w:del {KENYA}/>")
            + p(typed_over("2. ") + ins(t("1. "), KENYA) + ins(t("Invites;"), FRANCE), mark=f"<w:ins {FRANCE}/>")
            + p(dele(d("2"), FRANCE) + typed_over("3") + ins(t("2"), KENYA) + t(". Urges all;")),
            [TAKEN_OUT, ("Kenya", "reword", ""), PUT_IN],  # the number of what is new is of who typed it last
            id="counted back",
        ),
        pytest.param(
            NUMBERED
            + p(
                dele(d("2"), FRANCE) + typed_over("3") + dele(d(". Urges all;"), KENYA),
                mark=f"<w:del {KENYA}/>",
            ),
            [PUT_IN, TAKEN_OUT],
            id="taken out",
        ),
        pytest.param(
            new(ins(t("("), FRANCE) + typed_over("a") + ins(t("b"), KENYA) + ins(t(") Invites;"), FRANCE)),
            [PUT_IN],
            id="of what is new",
        ),
        pytest.param(
            p(typed_over("Now") + t("2. Urges all;")),
            [("France", "reword", "Now"), ("Kenya", "reword", "")],
            id="a word",
        ),
    ],
)
def test_a_number_that_another_types_over_is_no_word(body: str, told: list[tuple[str, str, str]]) -> None:
    first = "" if "Decides" in body else p("1. Decides to meet;")
    returned = read_returned(docx(p("The General Assembly,") + first + body + p("Ends it.")))
    assert returned.exact
    words = [
        (one.author, one.kind, "".join(edit.come_text.strip("\u2029") for edit in one.edits))
        for one in returned.proposals
    ]
    assert [one for one in words if one[1] != "format"] == told
