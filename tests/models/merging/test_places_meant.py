"""References and "Ibid." in a merged text: they mean what they meant on the side that wrote them, and it is told."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run, canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve

MEET = "Decides to meet in Geneva in the spring;"
ACT = "Calls upon all Member States to act without delay;"
REPORT = "Requests the Secretary-General to report on the matter at its next session;"
HOST = "Welcomes the generous offer of the host country;"
FUND = "Invites donors to pay into the trust fund for small islands;"
REFER = "Urges Member States to carry out paragraph {} above;"
ORDINAL = "Urges Member States to carry out the {} operative paragraph;"


def text(*operative: str) -> Draft:
    return draft(*(f"{number}. {one}" for number, one in enumerate(operative, 1)))


def preamble(*texts: str, say: str) -> Draft:
    made = tuple(Paragraph(Kind.PREAMBULAR, (Run(one),)) for one in texts)
    return Draft((*made, *text(f"Acts on the {say} preambular paragraph;").paragraphs))


FOLLOWING = [
    (
        "both put a paragraph before it and write the same figure",
        text(MEET, REFER.format(1), REPORT),
        text(HOST, MEET, REFER.format(2), REPORT),
        text(FUND, MEET, REFER.format(2), REPORT),
        (3, REFER.format(3)),
    ),
    (
        "a new reference of one side, a new paragraph of the other",
        text(MEET, ACT, REPORT),
        text(HOST, MEET, ACT, REPORT),
        text(MEET, "Calls upon all Member States to act without delay, as set out in paragraph 1 above;", REPORT),
        (2, "Calls upon all Member States to act without delay, as set out in paragraph 2 above;"),
    ),
    (
        "a new paragraph that refers, a paragraph moved by the other",
        text(MEET, ACT, REPORT, FUND),
        text(MEET, ACT, REPORT, FUND, REFER.format(2)),
        text(ACT, REPORT, FUND, MEET),
        (4, REFER.format(1)),
    ),
    (
        "a new paragraph that refers to what the other moved behind it",
        text(MEET, ACT, REPORT),
        text(MEET, ACT, "Requests the Secretary-General to report on the matter of paragraph 1 above;"),
        text(ACT, REPORT, MEET),
        (1, "Requests the Secretary-General to report on the matter of paragraph 3 below;"),
    ),
    (
        "one of several",
        text(MEET, ACT, REPORT, "Recalls paragraphs 1 and 3 above;"),
        text(HOST, MEET, ACT, REPORT, "Recalls paragraphs 2 and 4 above;"),
        text(MEET, ACT, FUND, REPORT, "Recalls paragraphs 1 and 4 above;"),
        (5, "Recalls paragraphs 2 and 5 above;"),
    ),
    (
        "each renumbers it by what it put in",
        text(MEET, ACT, REPORT, REFER.format(1)),
        text(HOST, MEET, ACT, REPORT, REFER.format(2)),
        text(FUND, "Notes the growing number of storms;", MEET, ACT, REPORT, REFER.format(3)),
        (6, REFER.format(4)),
    ),
    (
        "written with an ordinal, each renumbers it by what it put in",
        text(MEET, ACT, REPORT, ORDINAL.format("first")),
        text(HOST, MEET, ACT, REPORT, ORDINAL.format("second")),
        text(FUND, "Notes the growing number of storms;", MEET, ACT, REPORT, ORDINAL.format("third")),
        (6, ORDINAL.format("fourth")),
    ),
    (
        "an ordinal of the preamble, a paragraph of each side before it",
        preamble("Recalling its charter,", "Noting the report,", say="second"),
        preamble("Aware of storms,", "Recalling its charter,", "Noting the report,", say="third"),
        preamble("Recalling its charter,", "Alarmed by droughts,", "Noting the report,", say="third"),
        (4, "Acts on the fourth preambular paragraph;"),
    ),
    (
        "one moves what it means",
        text(MEET, ACT, REPORT, HOST, FUND, REFER.format(1)),
        text("Notes the growing number of storms;", MEET, ACT, REPORT, HOST, FUND, REFER.format(2)),
        text(ACT, REPORT, MEET, HOST, FUND, REFER.format(3)),
        (6, REFER.format(4)),
    ),
    (
        "one divides what both mean",
        text(
            f"{MEET[:-1]}, and to discuss there the state of the seas and of the rivers;",
            ACT,
            REPORT,
            FUND,
            REFER.format(1),
        ),
        text(
            HOST,
            MEET,
            "Decides to discuss there the state of the seas and of the rivers;",
            ACT,
            REPORT,
            FUND,
            REFER.format(3),
        ),
        text(
            "Notes the growing number of storms;",
            "Aware of the high waves;",
            f"{MEET[:-1]}, and to discuss there the state of the seas and of the rivers;",
            ACT,
            REPORT,
            FUND,
            REFER.format(3),
        ),
        (8, REFER.format(5)),
    ),
    (
        "ranges and lists as they are written in the room",
        text(MEET, ACT, REPORT),
        text(MEET, ACT, REPORT, "Notes that OP1-3, OP1 to OP2, OP1, 2 and 3 and OPs 1, 2 & 3 hold;"),
        text(HOST, MEET, ACT, REPORT),
        (4, "Notes that OP2-4, OP2 to OP3, OP2, 3 and 4 and OPs 2, 3 & 4 hold;"),
    ),
    (
        "a range whose ends stand apart and in another order is a list",
        text(MEET, ACT, REPORT, FUND),
        text(MEET, ACT, REPORT, FUND, "Notes that OP2-3 hold, and OP1;"),
        text(REPORT, MEET, ACT, FUND),
        (4, "Notes that OP1 and 3 hold, and OP2;"),
    ),
]


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "expected"), FOLLOWING, ids=[row[0] for row in FOLLOWING])
def test_references_follow(what: str, base: Draft, ours: Draft, theirs: Draft, expected: tuple[int, str]) -> None:
    found, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    at, words = expected
    assert not found.conflicts
    assert found.draft.paragraphs[at].text == words
    assert found.told == turned.told
    assert any("look at the order" not in one for one in found.told)
    assert "".join(one.text for one in found.stretches(at)) == words
    assert canonical(found.draft) == canonical(turned.draft)


def test_a_figure_that_means_two_paragraphs_is_asked_and_leads_where_its_side_meant() -> None:
    rest = (ACT, REPORT, FUND)
    found = merge(
        text(MEET, *rest, REFER.format(1)),
        text(HOST, MEET, *rest, REFER.format(3)),
        text("Notes the growing number of storms;", "Aware of the high waves;", MEET, *rest, REFER.format(5)),
    )
    (asked,) = found.conflicts
    assert (asked.base, asked.ours, asked.theirs) == ("1", "3", "5")
    for way, figure in (("ours", 5), ("theirs", 6), ("base", 4)):
        answered = resolve(found, asked, way)
        assert answered.draft.paragraphs[7].text == REFER.format(figure)
        assert answered.draft.paragraphs[3].text == MEET
        assert any(f"says paragraph {figure}" in one for one in answered.told)


def test_what_one_side_deleted_and_the_other_newly_refers_to_is_asked() -> None:
    base, ours, theirs = text(MEET, ACT, REPORT), text(MEET, ACT, REPORT, REFER.format(2)), text(MEET, REPORT)
    for found, way in ((merge(base, ours, theirs), "theirs"), (merge(base, theirs, ours), "ours")):
        (conflict,) = found.conflicts
        assert (conflict.kind, conflict.base, conflict.deleted_by) == ("deleted", ACT, way)
        assert not found.told
        answered = resolve(found, conflict, way)
        assert answered.told == (f"OP3 says […] where it refers to paragraph 2, which is gone: “{ACT[:35]}…”.",)
        assert answered.draft.paragraphs[2].text == REFER.format("[…]")
        assert not resolve(found, conflict, "ours" if way == "theirs" else "theirs").told


def test_what_one_side_deleted_and_the_other_set_the_figure_of_is_asked() -> None:
    base, theirs = text(MEET, ACT, REFER.format(2)), text(MEET, REFER.format(2))
    ours = text(HOST, MEET, ACT, REFER.format(3))
    for found, way in ((merge(base, ours, theirs), "theirs"), (merge(base, theirs, ours), "ours")):
        (conflict,) = found.conflicts
        assert (conflict.kind, conflict.base, conflict.deleted_by) == ("deleted", ACT, way)
        answered = resolve(found, conflict, way)
        assert answered.draft.paragraphs[2].text == REFER.format("[…]")
        assert ACT[:30] in answered.told[0]


def test_what_one_side_wrote_alone_stays_even_where_it_leads_astray() -> None:
    base = text(MEET, REFER.format(1), REPORT)
    ours = text(HOST, MEET, REFER.format(1), REPORT)
    assert canonical(merge(base, ours, base).draft) == canonical(ours)
    assert not merge(base, ours, base).told


def test_figures_that_both_left_behind_mean_what_they_meant_in_the_base() -> None:
    found = merge(
        text(MEET, ACT, REPORT, REFER.format(2), FUND),
        text("Aware of the high waves;", MEET, ACT, REPORT, REFER.format(2), FUND),
        text("Notes the growing number of storms;", HOST, MEET, ACT, REPORT, REFER.format(2), FUND),
    )
    assert [one.text for one in found.draft.paragraphs[4:7]] == [ACT, REPORT, REFER.format(5)]
    assert sum("look at the order" not in one for one in found.told) == 1


def test_one_new_reference_of_both_that_means_two_paragraphs_is_asked() -> None:
    found = merge(
        text(MEET, ACT, REPORT, FUND),
        text(HOST, MEET, ACT, REPORT, REFER.format(2), FUND),
        text(MEET, ACT, REPORT, REFER.format(2), FUND),
    )
    (asked,) = found.conflicts
    assert (asked.kind, asked.choices) == ("reference", ("ours", "theirs"))
    assert asked.ours.startswith("paragraph 2, meaning “" + MEET[:20])
    assert asked.theirs.startswith("paragraph 2, meaning “" + ACT[:20])
    assert f"[ours: {asked.ours} | theirs: {asked.theirs}] paragraph 2" in found.draft.paragraphs[4].text
    assert found.rows[asked.row or 0].conflicts == (asked.key,)
    ours, theirs = resolve(found, asked, "ours"), resolve(found, asked, "theirs")
    assert ours.draft.paragraphs[4].text == REFER.format(2)
    assert theirs.draft.paragraphs[4].text == REFER.format(3)
    assert not ours.open
    assert not theirs.open


def test_a_paragraph_that_is_meant_is_called_by_its_words_while_it_is_asked_about_itself() -> None:
    found = merge(
        text(MEET, ACT, REPORT, FUND),
        text(HOST, MEET.replace("Decides", "Agrees"), ACT, REPORT, REFER.format(2), FUND),
        text(MEET.replace("Decides", "Resolves"), ACT, REPORT, REFER.format(2), FUND),
    )
    (asked,) = [one for one in found.conflicts if one.kind == "reference"]
    assert asked.ours == f"paragraph 2, meaning “{MEET}”"


CITING = "Recalling its resolution[^1] on storms,"
SECOND = "Noting the report of the panel[^2] with appreciation,"
THIRD = "Aware of the findings of the bureau[^3] on dust,"


def test_ibid_is_written_in_full_where_another_note_comes_before_it() -> None:
    base = draft(
        f"PP {CITING}", f"PP {SECOND.replace('[^2]', '')}", f"PP {THIRD.replace('[^3]', '')}", notes={1: "A/80/1."}
    )
    ours = draft(f"PP {CITING}", f"PP {SECOND.replace('[^2]', '')}", f"PP {THIRD.replace('3', '2')}",
                 notes={1: "A/80/1.", 2: "Ibid., annex II."})  # fmt: skip
    theirs = draft(
        f"PP {CITING}", f"PP {SECOND}", f"PP {THIRD.replace('[^3]', '')}", notes={1: "A/80/1.", 2: "A/79/9."}
    )
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert not found.conflicts
        assert [note.text for note in found.draft.footnotes] == ["A/80/1.", "A/79/9.", "A/80/1, annex II."]
        assert found.told == (
            "Footnote 3 says “A/80/1, annex II.”, not “Ibid., annex II.”: another note stands before it.",
        )


def test_ibid_that_followed_no_note_and_does_now_is_told() -> None:
    found = merge(
        draft("PP Recalling the storms at sea,", "PP Noting the panel on dust,"),
        draft("PP Recalling the storms at sea,", "PP Noting the panel[^1] on dust,", notes={1: "Ibid."}),
        draft("PP Recalling the storms[^1] at sea,", "PP Noting the panel on dust,", notes={1: "A/80/1."}),
    )
    assert found.told == ("Footnote 2 says “Ibid.”, which named no source before; now it follows another.",)


def test_ibid_of_both_sides_after_different_notes_is_no_one_note() -> None:
    base = draft("PP Recalling its resolution on storms,", "PP Noting the report of the panel,")
    found = merge(
        base,
        draft("PP Recalling its resolution[^1] on storms,[^2]", "PP Noting the report of the panel,",
              notes={1: "A/80/1.", 2: "Ibid."}),
        draft("PP Recalling its resolution on storms,", "PP Noting[^1] the report of the panel,[^2]",
              notes={1: "A/79/9.", 2: "Ibid."}),
    )  # fmt: skip
    assert [note.text for note in found.draft.footnotes] == ["A/80/1.", "Ibid.", "A/79/9.", "Ibid."]


def test_ibid_that_means_another_source_on_each_side_is_asked() -> None:
    def made(first: str, *sources: str) -> Draft:
        notes = dict(enumerate((*sources, "Ibid., annex II, paragraph 7."), 1))
        return draft(first, f"PP Noting the work of the panel on dust[^{len(notes)}] in the region,", notes=notes)

    found = merge(
        made("PP Recalling the old storms[^1] at sea and on land,", "A/80/1."),
        made("PP Recalling the old storms[^1] at sea[^2] and on land,", "A/80/1.", "Official Records, No. 5."),
        made("PP Recalling the old storms[^1] at sea and on land[^2],", "A/80/1.", "See https://un.org."),
    )
    (conflict,) = found.conflicts
    assert conflict.kind == "footnote"
    assert (conflict.base, conflict.ours) == (
        "A/80/1, annex II, paragraph 7.",
        "Official Records, No. 5, annex II, paragraph 7.",
    )
    assert found.draft.footnotes[-1].text == f"[ours: {conflict.ours} | theirs: {conflict.theirs}]"
    assert resolve(found, conflict, "base").draft.footnotes[-1].text == conflict.base


def test_a_source_changed_behind_an_ibid_that_the_other_side_wrote_in_full_is_asked() -> None:
    def text(*sources: str) -> Draft:
        lines = [f"PP Recalling the report[^{number}] on {number} storms," for number in (1, 2)]
        return draft(*lines, notes=dict(enumerate(sources, 1)))

    base, full = text("A/80/1.", "Ibid., annex."), text("A/80/1.", "A/80/1, annex.")
    other = text("A/80/3.", "Ibid., annex.")
    for found in (merge(base, full, other), merge(base, other, full)):
        (conflict,) = found.conflicts
        assert (conflict.kind, conflict.base) == ("footnote", "A/80/1, annex.")
        assert {conflict.ours, conflict.theirs} == {"A/80/1, annex.", "A/80/3, annex."}
        for way in ("ours", "theirs", "base"):
            notes = [note.text for note in resolve(found, conflict, way).draft.footnotes]
            assert notes == ["A/80/3.", getattr(conflict, way)]
    assert not merge(base, full, text("A/80/1.", "Ibid., annex.")).conflicts
    assert not merge(base, text("A/80/1.", "A/79/9."), base).conflicts
    both = merge(base, text("A/80/1.", "Ibid., annex II."), other)
    assert not both.conflicts
    assert [note.text for note in both.draft.footnotes] == ["A/80/3.", "Ibid., annex II."]


def test_of_a_reference_by_which_each_side_meant_another_paragraph_that_is_gone_nothing_is_asked() -> None:
    base = text(MEET, ACT, HOST, FUND, REFER.format(2), REPORT)
    ours, theirs = (text(MEET, one, FUND, REFER.format(2), REPORT) for one in (HOST, ACT))
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.draft.paragraphs[2].text == REFER.format("[…]")
        assert found.told == (
            "OP3 says […] where it refers to paragraph 2, which is gone: “Calls upon all Member States to act…”.",
        )


def test_a_list_of_figures_that_both_set_alike_and_each_meant_otherwise_is_asked() -> None:
    said = "Urges Member States to carry out paragraphs {} and {} above;"
    base = text(MEET, ACT, HOST, FUND, said.format(3, 4))
    one = text(MEET, ACT, HOST, FUND, said.format(1, 2))
    two = text("Takes note of the report on storms;", MEET, ACT, HOST, FUND, said.format(1, 2))
    for found, ways in ((merge(base, one, two), ("ours", "theirs")), (merge(base, two, one), ("theirs", "ours"))):
        assert [asked.kind for asked in found.conflicts] == ["reference", "reference"]
        for way, figures in zip(ways, ((2, 3), (1, 2)), strict=True):
            made = found
            for asked in found.conflicts:
                made = resolve(made, asked, way)
            assert made.draft.paragraphs[5].text == said.format(*figures)
            assert not any("in part" in told for told in made.told)
        mixed = found
        for asked, way in zip(found.conflicts, ("ours", "theirs"), strict=True):
            mixed = resolve(mixed, asked, way)
        assert any("in part as one side meant it" in told for told in mixed.told)
