"""Small drafts against each other: what a negotiator would say of them."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.change import Comparison, Pair
from models.comparison.compare import compare, known_of
from models.comparison.words.marked import side
from models.draft import Draft, Kind, Paragraph, Run
from models.telling.summary import summary
from tests.generated import NORMAL, case
from tests.models.comparison.small_drafts import draft, told

A = "Requests the Secretary-General to report to the General Assembly at its next session on the matter"
B = "Welcomes the progress made by Member States in carrying out the programme of work"
C = "Encourages all organizations to provide resources for regional cooperation and training"
D = "Decides to convene a conference in Geneva with the participation of civil society"
E = "Invites the regional commissions to share good practices and lessons drawn from experience"

# ruff: noqa: E501
CASES = [
    ("nothing", [f"1. {A};", f"2. {B}."], [f"1. {A};", f"2. {B}."], ["unchanged OP1 > OP1 None", "unchanged OP2 > OP2 None"]),
    (
        "a new paragraph renumbers the rest",
        [f"1. {A};", f"2. {B}."],
        [f"1. {A};", f"2. {C};", f"3. {B}."],
        ["unchanged OP1 > OP1 None", "inserted - > OP2 substance", "unchanged renumbered OP2 > OP3 housekeeping"],
    ),
    (
        "a paragraph is gone",
        [f"1. {A};", f"2. {B};", f"3. {C}."],
        [f"1. {A};", f"2. {C}."],
        ["unchanged OP1 > OP1 None", "deleted OP2 > - substance", "unchanged renumbered OP3 > OP2 housekeeping"],
    ),
    (
        "two paragraphs change places",
        [f"1. {A};", f"2. {B};", f"3. {C};", f"4. {D}."],
        [f"1. {A};", f"2. {C};", f"3. {B};", f"4. {D}."],
        ["unchanged OP1 > OP1 None", "unchanged moved renumbered OP3 > OP2 substance",
         "unchanged renumbered OP2 > OP3 housekeeping", "unchanged OP4 > OP4 None"],
    ),
    (
        "moved and edited",
        [f"1. {A};", f"2. {B};", f"3. {C};", f"4. {D}."],
        [f"1. {D} in 2006;", f"2. {A};", f"3. {B};", f"4. {C}."],
        ["reworded moved renumbered OP4 > OP1 substance", "unchanged renumbered OP1 > OP2 housekeeping",
         "unchanged renumbered OP2 > OP3 housekeeping", "reworded renumbered OP3 > OP4 housekeeping"],
    ),
    (
        "split in two",
        [f"1. {A}, and {B[0].lower() + B[1:]};", f"2. {C}."],
        [f"1. {A};", f"2. {B};", f"3. {C}."],
        ["split OP1 > OP1+OP2 substance", "unchanged renumbered OP2 > OP3 housekeeping"],
    ),
    (
        "merged into one",
        [f"1. {A};", f"2. {B};", f"3. {C}."],
        [f"1. {A}, and {B[0].lower() + B[1:]};", f"2. {C}."],
        ["merged OP1+OP2 > OP1 substance", "unchanged renumbered OP3 > OP2 housekeeping"],
    ),
    (
        "an operative paragraph becomes a chapeau",
        ["1. Requests the Secretary-General to convene a meeting of experts in Geneva, to invite all regional commissions, "
         "to prepare a background paper on migration, and to report to the General Assembly in good time;", f"2. {C}."],
        ["1. Requests the Secretary-General:", "(a) To convene a meeting of experts in Geneva;",
         "(b) To invite all regional commissions;", "(c) To prepare a background paper on migration;",
         "(d) To report to the General Assembly in good time;", f"2. {C}."],
        ["split OP1 > OP1+OP1 (a)+OP1 (b)+OP1 (c)+OP1 (d) substance", "unchanged OP2 > OP2 None"],
    ),
    (
        "from the operative part to the preamble",
        [f"PP {B.replace('Welcomes', 'Welcoming')},", f"1. {A};", "2. Recognizes that storms are an issue of concern to all;",
         f"3. {C}."],
        [f"PP {B.replace('Welcomes', 'Welcoming')},", "PP Recognizing that storms are an issue of concern to all,",
         f"1. {A};", f"2. {C}."],
        ["unchanged PP1 > PP1 None", "reworded moved OP2 > PP2 substance", "unchanged OP1 > OP1 None",
         "unchanged renumbered OP3 > OP2 housekeeping"],
    ),
    (
        "boilerplate does not pair paragraphs of another matter",
        ["1. Requests the Secretary-General to report on the situation of migrant women in the region;"],
        ["1. Requests the Secretary-General to publish maps about ocean currents before summer;"],
        ["deleted OP1 > - substance", "inserted - > OP1 substance"],
    ),
    (
        "subparagraphs move under another chapeau",
        ["1. Decides to establish:", f"(a) {A};", f"(b) {B};", "2. Invites the commissions of the region:", f"(a) {C}."],
        ["1. Decides to establish:", f"(a) {A};", "2. Invites the commissions of the region:", f"(a) {B};", f"(b) {C}."],
        ["unchanged OP1 > OP1 None", "unchanged OP1 (a) > OP1 (a) None", "unchanged OP2 > OP2 None",
         "unchanged moved renumbered OP1 (b) > OP2 (a) substance", "unchanged renumbered OP2 (a) > OP2 (b) housekeeping"],
    ),
    (
        "an item that became a paragraph left its list, however long it is",
        ["1. Decides that the board shall:", "(a) Review its work;", f"(b) {A};", "(c) Report to all;", f"2. {C}."],
        ["1. Decides that the board shall:", "(a) Review its work;", "(b) Report to all;", f"2. {A};", f"3. {C}."],
        ["unchanged OP1 > OP1 None", "unchanged OP1 (a) > OP1 (a) None",
         "unchanged renumbered OP1 (c) > OP1 (b) housekeeping",
         "unchanged moved renumbered OP1 (b) > OP2 substance", "unchanged renumbered OP2 > OP3 housekeeping"],
    ),
    (
        "a list that became paragraphs went nowhere: what stood before it did",
        ["1. Decides to meet;", "2. Decides as follows:", f"(a) {B};", f"(b) {C};", f"(c) {D};", f"3. {E}."],
        [f"1. {B};", f"2. {C};", f"3. {D};", "4. Decides to meet;", f"5. {E}."],
        ["deleted OP2 > - substance", "unchanged renumbered OP2 (a) > OP1 substance",
         "unchanged renumbered OP2 (b) > OP2 substance", "unchanged renumbered OP2 (c) > OP3 substance",
         "unchanged moved renumbered OP1 > OP4 substance", "unchanged renumbered OP3 > OP5 housekeeping"],
    ),
    (
        "two that became one stayed where another went past them",
        ["1. Welcomes the progress made;", "2. Requests the secretariat to prepare guidelines;",
         "3. Requests the secretariat to organize regional workshops;", "4. Requests the secretariat to publish a manual."],
        ["1. Welcomes the progress made;", "2. Requests the secretariat to publish a manual.",
         "3. Requests the secretariat to prepare guidelines and organize regional workshops;",
         "4. Requests the secretariat to translate the manual."],
        ["unchanged OP1 > OP1 None", "unchanged moved renumbered OP4 > OP2 substance",
         "merged renumbered OP2+OP3 > OP3 substance", "inserted - > OP4 substance"],
    ),
    (
        "one that became two stayed where another went past it",
        ["1. Requests the secretariat to publish a manual;",
         "2. Requests the secretariat to prepare guidelines and organize regional workshops;", "3. Decides to meet."],
        ["1. Requests the secretariat to prepare guidelines;", "2. Requests the secretariat to organize regional workshops;",
         "3. Requests the secretariat to publish a manual;", "4. Decides to meet."],
        ["split renumbered OP2 > OP1+OP2 substance", "unchanged moved renumbered OP1 > OP3 substance",
         "unchanged renumbered OP3 > OP4 housekeeping"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_small_drafts(old: list[str], new: list[str], expected: list[str]) -> None:
    assert told(compare(draft(*old), draft(*new))) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["1. Decides to meet soon;", "2. Requests more funds."], ["1. Requests more funds;", "2. Decides to meet soon."]),
        (["1. Decides to meet;", "2. Requests funds;", "3. Thanks all."], ["1. Thanks all;", "2. Decides to meet;", "3. Requests funds."]),
        ([f"1. {A};", f"2. {B};", "3. Decides to meet early;"], ["1. Decides to meet early in May;", f"2. {A};", f"3. {B};"]),
        (["(a) Health;", "(b) Water;", "(c) Energy."], ["(a) Energy;", "(b) Health;", "(c) Water."]),
        (["Health;", "Water;", "Energy."], ["Energy;", "Health;", "Water."]),
    ],
)  # fmt: skip
def test_short_operative_paragraphs_move(old: list[str], new: list[str]) -> None:
    comparison = compare(draft(*old), draft(*new))
    assert sum(change.moved for change in comparison.changes) == 1
    assert all(change.kind in ("unchanged", "reworded") for change in comparison.changes)


@pytest.mark.parametrize("word", ["17", "Idem"])
def test_a_word_that_stands_alone_in_several_places_or_a_figure_has_not_moved(word: str) -> None:
    old, new = [f"1. {A};", f"2. {B};", word, f"3. {C}."], [word, f"1. {A};", f"2. {B};", f"3. {C}."]
    if word == "Idem":
        old, new = [*old, word], [*new, word]
    assert not any(change.moved for change in compare(draft(*old), draft(*new)).changes)


def test_as_few_as_can_be_are_said_to_have_moved() -> None:
    old = draft(f"1. {A} and {B} and {C};", "2. Decides to meet in Geneva;", "3. Thanks the host for it.")
    new = draft("1. Decides to meet in Geneva;", "2. Thanks the host for it;", f"3. {A} and {B} and {C}.")
    assert [change.old_labels for change in compare(old, new).changes if change.moved] == [("OP1",)]


def test_thirty_equal_paragraphs_and_one_edited() -> None:
    same = [f"{number}. {A};" for number in range(1, 31)]
    edited = [*same[:14], f"15. {A} of women;", *same[15:]]
    comparison = compare(draft(*same), draft(*edited))
    assert [change.kind for change in comparison.changes].count("reworded") == 1
    assert all(change.old == change.new and not change.moved for change in comparison.changes)


@pytest.mark.parametrize(("old", "new"), [("Two", "Two1"), ("Nested.", "Nexted."), ("This is a test.", "This.")])
def test_short_paragraphs_are_paired_by_their_letters(old: str, new: str) -> None:
    same = ["The first line of some length.", "The last line of some length."]
    assert told(compare(draft(same[0], old, same[1]), draft(same[0], new, same[1])))[1] == "reworded #1 > #1 substance"


def test_headings_are_known_by_what_stands_under_them() -> None:
    old = draft("§ Article 2 bis (general)", f"1. {A}.", "§ Article 3 (mitigation)", f"1. {B}.", f"2. {C}.")
    new = draft("§ Article 3", f"1. {A}.", "§ Article 4", f"1. {B}.", f"2. {D}.")
    found = {(change.old, change.new) for change in compare(old, new).changes}
    assert {((0,), (0,)), ((2,), (2,))} <= found
    # Under these stands nothing that is the same.
    other = compare(old, draft("§ Purpose", f"1. {D}.", "§ Scope", f"1. {E}."))
    assert not any(change.old and change.new for change in other.changes)


@pytest.mark.parametrize(("one", "two"), [(0, 0), (0, 2), (2, 0), (2, 2)])
def test_headings_paired_by_hand_stay_so_whatever_stands_under_them(one: int, two: int) -> None:
    text = draft("§ Means of implementation", f"1. {A}.", "§ Follow-up and review", f"2. {B}.")
    found = compare(text, text, [Pair(one, two)]).changes
    assert any(one in change.old and two in change.new for change in found)


def test_a_split_is_found_whose_pieces_grew() -> None:
    old = draft(
        f"1. {B};",
        "2. Calls upon partners to support landlocked countries in harnessing the benefits of trade in services, to comply"
        " with sanitary measures and technical standards, and to accede to the World Trade Organization;",
    )
    new = draft(
        f"1. {B};",
        "2. Calls upon partners to support landlocked countries in harnessing the benefits of trade in services;",
        "3. Invites partners to help them, through training and at their request, comply with sanitary measures and"
        " technical standards, and accede in good time to the World Trade Organization;",
    )
    assert [(c.kind, c.old, c.new) for c in compare(old, new).changes if c.kind != "unchanged"] == [
        ("split", (1,), (1, 2))
    ]


def test_masthead_lines_are_paired_by_their_roles_alone() -> None:
    body = ("PP Recalling its resolution 78/322 of 13 August 2024,", f"1. {A}.")
    old = draft("M Resolution adopted by the General Assembly on 13 August 2024", f"1. {A}.")
    found = compare(old, draft("M Draft resolution submitted by the President of the General Assembly", *body))
    assert [(change.old, change.new) for change in found.changes if change.old and change.new] == [((1,), (2,))]


@pytest.mark.parametrize(
    ("first", "second", "weight", "told"),
    [
        ("M Distr.: Limited", "M 1 November 2025", "housekeeping", "the distribution differs only in place"),
        ("M A line of its own", "M Another line", "housekeeping", "other lines differ only in place"),
    ],
)
def test_masthead_lines_that_changed_places_moved(first: str, second: str, weight: str, told: str) -> None:
    head, tail = ("M A/C.2/80/L.1",), ("M Water for life", f"1. {A}.")
    found = compare(draft(*head, first, second, *tail), draft(*head, second, first, *tail))
    assert found.differs
    assert [change.weight for change in found.changes if change.moved] == [weight]
    assert told in summary(found)


def enacting(text: str) -> Paragraph:
    return Paragraph(Kind.ENACTING, (Run(text),))


def test_the_organ_that_a_text_has_now_is_in_the_place_of_the_one_it_had() -> None:
    (found,) = compare(
        Draft((enacting("The General Assembly,"),)), Draft((enacting("The Human Rights Council,"),))
    ).changes
    assert (found.kind, found.weight, found.words[1:3]) == (
        "reworded",
        "substance",
        (("delete", "General Assembly"), ("insert", "Human Rights Council")),
    )


def test_an_enacting_line_moved_and_edited_is_the_one_that_is_new() -> None:
    rest = draft(*(f"{n}. {text};" for n, text in enumerate((A, B, C, D, E), 1))).paragraphs
    found = compare(Draft((enacting("The General Assembly,"), *rest)), Draft((*rest, enacting("The Assembly,"))))
    assert [(change.old, change.new) for change in found.changes if change.moved] == [((0,), (5,))]


def test_empty_paragraphs_anchor_nothing() -> None:
    comparison = compare(draft(f"1. {A};", "", f"2. {B}."), draft("", f"1. {C};", "", "", f"2. {B}."))
    told_of = [c.kind for c in comparison.changes if "OP1" in (*c.new_labels, *c.old_labels)]
    assert told_of == ["deleted", "inserted"]


def test_a_binding_pair_is_obeyed() -> None:
    old, new = draft(f"1. {A};", f"2. {B}."), draft(f"1. {A};", f"2. {C}.")
    comparison = compare(old, new, [Pair(0, 1), Pair(1, 0)])
    assert {(c.old, c.new) for c in comparison.changes} == {((0,), (1,)), ((1,), (0,))}


def test_binding_pairs_make_splits_and_merges() -> None:
    old, new = draft(f"1. {A};", f"2. {B}."), draft(f"1. {C};", f"2. {D};", f"3. {B}.")
    split = compare(old, new, [Pair(0, 0), Pair(0, 1)]).changes[0]
    assert (split.kind, split.old, split.new) == ("split", (0,), (0, 1))
    merged = compare(new, old, [Pair(0, 0), Pair(1, 0)]).changes[0]
    assert (merged.kind, merged.old, merged.new) == ("merged", (0, 1), (0,))


@pytest.mark.parametrize(
    ("pairs", "held"),
    [
        ([(0, 0), (1, 0), (0, 1)], [((1,), (0,)), ((0,), (1,))]),
        ([(0, 0), (0, 1), (1, 0), (1, 1)], [((0,), (0,)), ((1,), (1,))]),
        ([(0, 0), (1, 1), (0, 1)], [((0,), (0,)), ((1,), (1,))]),
        ([(0, 0), (0, 1), (0, 2), (1, 2)], [((0,), (0, 1)), ((1,), (2,))]),
    ],
)
def test_binding_pairs_of_many_with_many_are_divided_and_all_keep_a_partner(
    pairs: list[tuple[int, int]], held: list[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    size = 1 + max(new for _, new in pairs)
    old, new = draft(*[f"1. {A};"] * 2), draft(*[f"1. {A};"] * size)
    for order in (pairs, pairs[::-1]):
        comparison = compare(old, new, [Pair(*pair) for pair in order])
        whole(comparison)
        assert [(change.old, change.new) for change in comparison.changes] == held


def test_of_binding_pairs_of_many_with_many_the_least_alike_go() -> None:
    old, new = draft(f"1. {A};", f"2. {B}."), draft(f"1. {B};", f"2. {A}.")
    comparison = compare(old, new, [Pair(i, j) for i in range(2) for j in range(2)])
    assert {(change.old, change.new) for change in comparison.changes} == {((0,), (1,)), ((1,), (0,))}


def test_a_suggestion_is_a_hint_only() -> None:
    old = draft(f"1. {A};", f"2. {B}.")
    assert told(compare(old, old, [Pair(0, 1, binding=False)])) == [
        "unchanged OP1 > OP1 None",
        "unchanged OP2 > OP2 None",
    ]
    new = draft("1. Requests the Secretary-General to publish maps of oceans on the matter;")
    alone = draft("1. Requests the Secretary-General to report to the migrants of the region on the matter;")
    hinted = compare(alone, new, [Pair(0, 0, binding=False)])
    assert hinted.changes[0].kind == "reworded"


def test_paragraphs_kept_apart_are_never_paired() -> None:
    old, new = draft(f"1. {A};", f"2. {B};", f"3. {C}."), draft(f"1. {A};", f"2. {B} soon;", f"3. {C}.")
    for apart in ((1, 1), (1, None), (None, 1)):
        kinds = [change.kind for change in compare(old, new, apart=[apart]).changes]
        assert sorted(kinds) == ["deleted", "inserted", "unchanged", "unchanged"]
    everything = compare(old, old, apart=[(0, None), (1, None), (2, None)])
    assert everything.summary.deleted == everything.summary.inserted == 3
    held = compare(old, old, [Pair(0, 0)], apart=[(0, None)])
    assert told(held)[0] == "unchanged OP1 > OP1 None"


def test_progress_rises_to_one_and_may_cancel() -> None:
    seen: list[float] = []
    old, new = draft(f"1. {A};", f"2. {B}."), draft(f"1. {C};", f"2. {B}.")
    compare(old, new, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1

    class Cancelled(Exception):
        pass

    def cancel(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        compare(old, new, progress=cancel)


def test_summary_counts() -> None:
    comparison = compare(
        draft(f"1. {A};", f"2. {B};", f"3. {C}."), draft(f"1. {A} soon;", f"2. {D};", f"3. {B};", f"4. {C}.")
    )
    summary = comparison.summary
    assert (summary.unchanged, summary.reworded, summary.inserted) == (0, 1, 1)
    assert (summary.renumbered, summary.housekeeping) == (2, 2)
    assert (summary.words_inserted, summary.words_deleted) == (1 + len(D.split()), 0)
    assert comparison.differs
    assert not compare(comparison.old, comparison.old).differs


def test_footnotes_are_compared_by_content() -> None:
    old = draft(
        "1. Notes the first report[^1] and the other one[^2].", notes={1: "A/58/98.", 2: "See the annex to A/57/2."}
    )
    new = draft(
        "1. Notes the first report[^2], a new one[^1] and the other one[^3].",
        notes={1: "E/CN.4/2003/1.", 2: "A/58/98.", 3: "See the annex to A/57/3."},
    )
    found = [(note.kind, note.old, note.new) for note in compare(old, new).footnotes]
    assert found == [("inserted", (), (1,)), ("unchanged", (1,), (2,)), ("reworded", (2,), (3,))]
    back = [(note.kind, note.old, note.new) for note in compare(new, old).footnotes]
    assert sorted(back) == sorted([("deleted", (1,), ()), ("unchanged", (2,), (1,)), ("reworded", (3,), (2,))])


def test_notes_of_one_wording_are_told_apart_by_their_place() -> None:
    old = draft(f"1. {A}[^1];", f"2. {B}[^2];", f"3. {C}[^3].", notes={1: "Ibid.", 2: "A/58/1.", 3: "Ibid."})
    new = draft(f"1. {B}[^1];", f"2. {C}[^2].", notes={1: "A/79/3.", 2: "Ibid."})
    found = [(note.kind, note.old, note.new) for note in compare(old, new).footnotes]
    assert found == [("deleted", (1,), ()), ("reworded", (2,), (1,)), ("unchanged", (3,), (2,))]


def test_a_note_that_moved_with_its_paragraph_is_the_same_whatever_it_leads_to() -> None:
    notes = {1: "A/80/301, annex I.", 2: "Ibid., chap. II.", 3: "Ibid., sect. C."}
    old = draft(f"PP {D}[^1],", f"1. {A}[^2];", f"2. {B};", f"3. {C}[^3].", notes=notes)
    new = draft(f"PP {D}[^1],", f"1. {C}[^2];", f"2. {A}[^3];", f"3. {B}.", notes={**notes, 2: notes[3], 3: notes[2]})
    found = [(note.kind, note.old, note.new) for note in compare(old, new).footnotes]
    assert found == [("unchanged", (1,), (1,)), ("unchanged", (3,), (2,)), ("unchanged", (2,), (3,))]


LINES = st.lists(
    st.builds(
        lambda sign, text, extra: f"{sign} {text}{extra}",
        st.sampled_from(["PP", "1.", "2.", "(a)", "(b)", "§", "M", "3 bis."]),
        st.sampled_from([A, B, C, D, E, f"{A} and {B}", "", "Annex", "[" + C + "]", "  spaced  out "]),
        st.sampled_from([";", ".", "", ",", " and more of it;", "[", " x\ny"]),
    ),
    max_size=9,
)
DRAFTS = LINES.map(lambda lines: draft(*lines))


def whole(comparison: Comparison) -> None:
    """Every paragraph stands in exactly one change, and the words give both texts exactly."""
    olds = sorted(at for change in comparison.changes for at in change.old)
    news = sorted(at for change in comparison.changes for at in change.new)
    assert olds == list(range(len(comparison.old.paragraphs)))
    assert news == list(range(len(comparison.new.paragraphs)))
    for change in comparison.changes:
        assert side(change.words, "delete") == "\n".join(comparison.old.paragraphs[at].text for at in change.old)
        assert side(change.words, "insert") == "\n".join(comparison.new.paragraphs[at].text for at in change.new)
        assert {
            "inserted": (0, 1), "deleted": (1, 0), "unchanged": (1, 1), "reworded": (1, 1),
            "split": (1, len(change.new)), "merged": (len(change.old), 1),
        }[change.kind] == (len(change.old), len(change.new))  # fmt: skip
        if change.weight is None:
            assert change.kind == "unchanged"
            assert not change.moved
            assert not change.renumbered
        if change.kind == "unchanged":
            assert change.similarity == 1


@settings(max_examples=150, deadline=None)
@given(DRAFTS, DRAFTS)
def test_a_comparison_is_whole(old: Draft, new: Draft) -> None:
    comparison = compare(old, new)
    whole(comparison)
    assert compare(old, new) == comparison


@settings(max_examples=100, deadline=None)
@given(DRAFTS)
def test_a_draft_does_not_differ_from_itself(one: Draft) -> None:
    comparison = compare(one, one)
    assert not comparison.differs
    assert all(change.old == change.new for change in comparison.changes)


@settings(max_examples=100, deadline=None)
@given(DRAFTS, DRAFTS)
def test_what_differs_one_way_differs_the_other(old: Draft, new: Draft) -> None:
    there, back = compare(old, new), compare(new, old)
    assert there.differs == back.differs


@settings(max_examples=100, deadline=None)
@given(
    DRAFTS,
    DRAFTS,
    st.lists(st.builds(Pair, st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=4),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4),
)
@example(draft("PP ", "PP "), draft("PP ", "PP "), [Pair(0, 0), Pair(1, 0), Pair(0, 1)], [])
@example(draft(f"1. {A};", f"1. {A};"), draft(f"1. {A};", f"1. {A};"), [Pair(0, 0), Pair(1, 0), Pair(0, 1)], [])
@example(draft(f"1. {A};", f"1. {A};"), draft(f"1. {A};", f"1. {A};"), [Pair(0, 0), Pair(0, 1), Pair(1, 0)], [])
def test_pairs_never_break_a_comparison(
    old: Draft, new: Draft, pairs: list[Pair], apart: list[tuple[int, int]]
) -> None:
    comparison = compare(old, new, pairs, apart=apart)
    whole(comparison)
    bound = {(pair.old, pair.new) for pair in pairs if pair.binding}
    found = {(i, j) for change in comparison.changes for i in change.old for j in change.new}
    assert not (found & set(apart)) - bound


def test_notes_of_other_paragraphs_that_name_another_document_are_no_pair() -> None:
    old = draft(f"1. {A}[^1];", f"2. {B}.", notes={1: "See resolution 55/2."})
    new = draft(f"1. {A};", f"2. {B}[^1].", notes={1: "Resolution S-25/2, annex."})
    found = [(note.kind, note.old, note.new) for note in compare(old, new).footnotes]
    assert found == [("inserted", (), (1,)), ("deleted", (1,), ())]


@pytest.mark.parametrize(("count", "edited", "gone"), [(30, 1, 0), (30, 3, 1), (300, 5, 5), (1000, 20, 0)])
def test_one_of_many_identical_paragraphs_edited_is_edited_in_its_place(count: int, edited: int, gone: int) -> None:
    chance = random.Random(count)
    old = ["1. Reaffirms its commitment to the present resolution;"] * count
    new = list(old)
    for at in chance.sample(range(gone, count), edited):
        new[at] = "1. Reaffirms its strong commitment to the present resolution;"
    summary = compare(draft(*old), draft(*new[gone:])).summary
    assert (summary.reworded, summary.deleted, summary.inserted, summary.moved) == (edited, gone, 0, 0)


def test_items_stay_where_only_their_chapeau_went_or_came() -> None:
    items = [f"(a) {A};", f"(b) {B};", f"(c) {C};"]
    under_two = draft(f"1. {D};", "2. Requests the Secretary-General:", *items, f"3. {E}.")
    under_one = draft(f"1. {D}:", *items, f"2. {E}.")
    for old, new, kind in ((under_two, under_one, "deleted"), (under_one, under_two, "inserted")):
        comparison = compare(old, new)
        one_sided = [change.kind for change in comparison.changes if not (change.old and change.new)]
        assert one_sided == [kind]
        assert not any(change.moved for change in comparison.changes)
        # What they say is asked of somebody else now.
        under = [change for change in comparison.changes if change.reasons[:1] == ("chapeau",)]
        assert [(change.kind, change.weight) for change in under] == [("unchanged", "substance")] * len(items)
    # An item that left the order, or went from one chapeau that stayed to another, moved.
    turned = compare(under_two, draft(f"1. {D}:", items[2], *items[:2], f"2. {E}."))
    assert [change.old for change in turned.changes if change.moved] == [(4,)]


def test_an_item_under_a_chapeau_put_in_above_it_is_substance_though_its_letter_stays() -> None:
    old = draft("1. Decides:", f"(a) {A}:", f"(i) {B};", "2. Requests:", f"(a) {C};", f"(b) {D};", f"3. {E}.")
    new = draft(
        "1. Decides:", f"(a) {A}:", f"(i) {B};", "2. Requests:", f"(a) {C};", "3. Invites:", f"(a) {D};", f"4. {E}."
    )
    under = [change.new for change in compare(old, new).changes if "chapeau" in change.reasons]
    assert under == [(6,)]
    # One that was worded anew in its place is told itself, and its items stand where they stood.
    anew = draft(
        "1. Decides:",
        f"(a) {A}:",
        f"(i) {B};",
        "2. Calls upon all banks and lenders:",
        f"(a) {C};",
        f"(b) {D};",
        f"3. {E}.",
    )
    assert not any("chapeau" in change.reasons for change in compare(old, anew).changes)


def test_a_stray_line_above_items_is_no_chapeau() -> None:
    items = [f"(a) {A};", f"(b) {B};", f"2. {C}."]
    old = draft("1. Requests the Secretary-General:", *items)
    new = draft("1. Requests the Secretary-General:", "25-12345 2/4", *items)
    assert [change.kind for change in compare(old, new).changes if change.weight] == ["inserted"]


def test_a_short_chapeau_is_known_by_the_items_under_it() -> None:
    items = [f"(a) {A};", f"(b) {B};"]
    [change] = [
        change
        for change in compare(draft("1. Decides:", *items), draft("1. Recommends:", *items)).changes
        if change.weight
    ]
    assert (change.kind, change.verb and change.verb.new) == ("reworded", "Recommends")


@pytest.mark.parametrize("emptied", ["[ ]", "[...]"])
def test_a_paragraph_in_brackets_that_was_emptied_is_the_same_one(emptied: str) -> None:
    lines = (f"1. {A};", "2. [Invites donors to give;]", f"3. {B};")
    comparison = compare(draft(*lines), draft(lines[0], f"2. {emptied}", f"3. {B} again;"))
    assert [(change.kind, change.old, change.new) for change in comparison.changes] == [
        ("unchanged", (0,), (0,)),
        ("reworded", (1,), (1,)),
        ("reworded", (2,), (2,)),
    ]


def test_an_item_stays_where_words_without_a_number_come_before_it() -> None:
    items = ["2. Requests the Secretary-General:", f"(a) {A};", f"(b) {B};", f"(c) {C};"]
    old = draft(f"1. {D};", *items)
    new = draft(f"1. {D};", *items[:2], "(b) ", f"{B};", items[3])
    for one, two in ((old, new), (new, old)):
        assert not any(change.moved for change in compare(one, two).changes)


def test_items_stay_where_a_table_comes_before_them() -> None:
    old = draft(f"1. {A}:", f"(a) {B};", f"(b) {C};")
    cells = [Paragraph(Kind.TEXT, (Run(words),), cell=(0, 0, at)) for at, words in enumerate(("One", "Two"))]
    for place in (1, 2):
        new = Draft((*old.paragraphs[:place], *cells, *old.paragraphs[place:]))
        for one, two in ((old, new), (new, old)):
            assert not any(change.moved for change in compare(one, two).changes)


LONG = (
    "Stressing that the situation of the small islands, including with respect to their fresh water and to the food of "
    "all who live there, is linked to the peace of the region"
)
MORE = (
    ", and that further storms, floods and droughts of the past decade, which struck harbours, schools, hospitals and "
    "fields alike and left many thousands without shelter, call for early warning, insurance against disasters, seeds "
    "that stand the salt, and the return of families who had to flee across borders in search of work and safety, while "
    "ferries, cables, clinics, ports and airstrips are rebuilt with stone and timber that no hurricane can carry off, and "
    "while reefs, mangroves, lagoons, terns and turtles recover under the guard of wardens whom each village chooses, "
    "pays, trains and equips with boats, radios, lamps, nets and maps drawn at home"
)


def test_a_paragraph_of_which_most_was_struck_is_the_same_wherever_it_stands() -> None:
    rest = [f"PP {A} of item {number}," for number in range(9)]
    old = draft(f"PP {LONG}{MORE},", *rest)
    comparison = compare(old, draft(*rest, f"PP {LONG},"))
    assert [(change.old, change.new) for change in comparison.changes if change.kind == "reworded"] == [((0,), (9,))]
    # Few words of it are no sign, nor are words in another order.
    short = compare(old, draft(*rest, "PP Stressing that the peace of the region is at stake,"))
    assert {change.kind for change in short.changes if change.weight} == {"deleted", "inserted"}


def test_a_heading_that_moved_alone_past_what_stands_under_it_is_the_same() -> None:
    old, new = draft("§ Plans", A, "§ Money", B, C), draft("§ Plans", A, B, "§ Money", C)
    for one, two in ((old, new), (new, old)):
        assert {change.kind for change in compare(one, two).changes} == {"unchanged"}


def test_what_is_known_of_one_draft_before_changes_nothing() -> None:
    made = case(60, NORMAL, 7_000)
    for side_known in (made.old, made.new):
        assert compare(made.old, made.new, known=known_of(side_known)) == compare(made.old, made.new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # "(b)" is no item of what is gone.
        (["1. {A}:", "(a) {X};", "2. {B};"], ["1. {A}:", "(a) {X};", "(b) {Y};"], ["new (b)", "gone 2"]),
        (
            ["1. {A}:", "(a) {X};", "2. {B}:", "(a) {C};", "3. {D};"],
            ["1. {A}:", "(a) {X};", "(b) {Y};", "(c) {Z};", "2. {D};"],
            ["new (b)", "new (c)", "gone 2", "gone (a)"],
        ),
        # What is gone of the list comes before what is new in it.
        (
            ["1. {A}:", "(a) {X};", "(b) {C};", "2. {B};"],
            ["1. {A}:", "(a) {X};", "(b) {Y};"],
            ["gone (b)", "new (b)", "gone 2"],
        ),
        (["1. {A};", "2. {B};"], ["1. {A};", "2. {D};"], ["gone 2", "new 2"]),
        (["1. {A};", "2. {B};"], ["1. {A};", "2. {D}:", "(a) {Y};"], ["gone 2", "new 2", "new (a)"]),
    ],
)
def test_new_items_stand_before_a_paragraph_that_is_gone_behind_their_list(
    old: list[str], new: list[str], expected: list[str]
) -> None:
    said = {
        "A": A, "B": B, "C": C, "X": "To report on lakes", "Y": "Training of young farmers in the hills",
        "Z": "Better roads to every village", "D": "Decides to remain seized of the whole matter",
    }  # fmt: skip
    one, two = (draft(*(line.format_map(said) for line in lines)) for lines in (old, new))
    found = [
        f"gone {one.paragraphs[change.old[0]].number}" if change.old else f"new {two.paragraphs[change.new[0]].number}"
        for change in compare(one, two).changes
        if not (change.old and change.new)
    ]
    assert found == expected
