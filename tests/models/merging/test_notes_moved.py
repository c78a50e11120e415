"""A footnote that one side moved is asked about at both ends, and an answer gives the note that it shows."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.merging import merge
from tests.models.comparison.small_drafts import draft as small_draft
from tests.models.merging.settling import settled

LINES = {
    "recalling": "Recalling the declaration* adopted by the conference on water in the desert,",
    "noting": "Noting the report of the Council* on the work of the Fund in that year,",
    "welcoming": "Welcoming the offer* of the Government of Iceland to host a meeting on ice,",
}
DECLARED, COUNCIL, OTHER = "A/CONF.216/5, annex.", "A/80/347.", "E/2025/9."

LISTED = (
    "Urges Member States to adopt national action plans[^1] to combat {}sand and dust storms by 2027;",
    "Requests the Secretary-General to report to the Assembly at its eighty-first session;",
    "Decides to convene a conference in Geneva in 2028;",
    "Calls upon donors to provide predictable and adequate financing;",
    "Encourages all regional commissions to share what they know;",
)


def draft(**cited: str) -> Draft:
    """Three paragraphs, each with the note named or none; one that is not named at all is left out."""
    runs, notes = [], list[Footnote]()
    for name, line in LINES.items():
        if name in cited:
            before, _, after = line.partition("*")
            if cited[name]:
                notes.append(Footnote(len(notes) + 1, str(len(notes) + 1), (Run(cited[name]),)))
            mark = [Run(footnote=len(notes))] if cited[name] else []
            runs.append((Run(before), *mark, Run(after)) if mark else (Run(before + after),))
    return Draft(tuple(Paragraph(Kind.PREAMBULAR, one) for one in runs), tuple(notes))


def cited(one: Draft) -> list[tuple[str, list[str]]]:
    """How each paragraph begins, and what its notes say."""
    return [(p.text.split()[0], [one.note[note].text for note in p.footnotes]) for p in one.paragraphs]


BASE = draft(recalling=DECLARED, noting=COUNCIL, welcoming="")
MOVED = draft(recalling="", noting=COUNCIL, welcoming=DECLARED)
ROWS = [
    ("deletes it", draft(recalling="", noting=COUNCIL, welcoming=""), None),
    ("puts another where it went", draft(recalling=DECLARED, noting=COUNCIL, welcoming=OTHER), BASE),
    ("deletes where it stood", draft(noting=COUNCIL, welcoming=""), BASE),
    ("deletes where it went", draft(recalling=DECLARED, noting=COUNCIL), BASE),
    ("edits it", draft(recalling="A/CONF.216/5, annex II.", noting=COUNCIL, welcoming=""), BASE),
    ("puts another where it stood", draft(recalling=OTHER, noting=COUNCIL, welcoming=""), BASE),
]


@pytest.mark.parametrize(("theirs", "base"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_no_answer_loses_a_note_or_cites_it_twice(theirs: Draft, base: Draft | None) -> None:
    for found, way, other in (
        (merge(BASE, MOVED, theirs), "ours", "theirs"),
        (merge(BASE, theirs, MOVED), "theirs", "ours"),
    ):
        assert len(found.conflicts) == 1
        assert cited(settled(found, way).draft) == cited(MOVED)
        assert cited(settled(found, other).draft) == cited(theirs)
        if base is not None:
            assert cited(settled(found, "base").draft) == cited(base)


def test_two_notes_that_changed_places_are_one_question() -> None:
    base = draft(recalling=DECLARED, noting=COUNCIL, welcoming=OTHER)
    ours = draft(recalling=OTHER, noting=COUNCIL, welcoming=DECLARED)
    theirs = draft(recalling=DECLARED, noting=COUNCIL, welcoming="")
    (asked,) = merge(base, ours, theirs).conflicts
    assert asked.kind == "clause"
    for way, side in (("ours", ours), ("theirs", theirs), ("base", base)):
        assert cited(settled(merge(base, ours, theirs), way).draft) == cited(side)


def test_a_note_that_nobody_else_touched_is_moved_unasked() -> None:
    theirs = draft(recalling=DECLARED, noting="A/80/347, annex.", welcoming="")
    for found in (merge(BASE, MOVED, theirs), merge(BASE, theirs, MOVED)):
        assert not found.conflicts
        assert cited(found.draft) == cited(draft(recalling="", noting="A/80/347, annex.", welcoming=DECLARED))


def test_a_source_cited_first_in_another_paragraph_now_ties_nothing() -> None:
    new = Paragraph(Kind.PREAMBULAR, (Run("Stressing the need to keep wells open to all", footnote=None), Run(",")))
    base = draft(recalling=DECLARED, noting=COUNCIL, welcoming="")
    cites = Paragraph(
        Kind.PREAMBULAR, (Run("Guided by what was said at the summit of lakes"), Run(footnote=2), Run(","))
    )
    noted = draft(noting=COUNCIL, welcoming="")
    ours = Draft((*noted.paragraphs, cites), (*noted.footnotes, Footnote(2, "2", (Run(DECLARED),))))
    theirs = Draft(
        (Paragraph(Kind.PREAMBULAR, (Run("Recalling the old declaration"), *base.paragraphs[0].runs[1:])),
         *base.paragraphs[1:], new), base.footnotes,
    )  # fmt: skip
    assert [one.kind for one in merge(base, ours, theirs).conflicts] == ["deleted"]


DATED = "Recalling the declaration of 6 December 2024 adopted by the conference on water in the desert,"
STOOD, WENT, ELSEWHERE = "declaration", "conference", "on water"


def at(words: str, note: str = DECLARED, other: str = "") -> Draft:
    """Two paragraphs, the first with a note after some words, the second with it after others; "": without one."""
    lines, notes, paragraphs = (DATED, LINES["welcoming"].replace("*", "")), list[Footnote](), list[Paragraph]()
    for text, after in zip(lines, (words, other), strict=True):
        before, found, rest = text.partition(after) if after else (text, "", "")
        if found:
            notes.append(Footnote(len(notes) + 1, str(len(notes) + 1), (Run(note),)))
        mark = (Run(before + found), Run(footnote=len(notes)), Run(rest)) if found else (Run(text),)
        paragraphs.append(Paragraph(Kind.PREAMBULAR, mark))
    return Draft(tuple(paragraphs), tuple(notes))


TO_TWO_PLACES = [
    ("of another paragraph", at(STOOD), at("", other="offer"), at("", other="Iceland")),
    ("of its own", at(STOOD), at(WENT), at(ELSEWHERE)),
    ("of its own, edited by one", at(STOOD), at(WENT), at(ELSEWHERE, "A/CONF.216/5, annex II.")),
    ("one in a date", at(STOOD), at("6 December"), at(ELSEWHERE)),
    ("out of a date", at("6 December"), at(WENT), at(ELSEWHERE)),
]


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [row[1:] for row in TO_TWO_PLACES],
    ids=[row[0] for row in TO_TWO_PLACES],
)
def test_a_note_that_both_moved_to_two_places_of_one_paragraph_is_one_question(
    base: Draft, ours: Draft, theirs: Draft
) -> None:
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert [asked.kind for asked in found.conflicts] == ["clause"]
        assert marked(settled(found, "ours").draft) == marked(one)
        assert marked(settled(found, "theirs").draft) == marked(two)


def test_a_note_moved_into_a_date_that_the_other_deleted_is_asked() -> None:
    base, ours, theirs = at("", other="offer"), at("6 December"), at("")
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert len(found.conflicts) == 1
        assert marked(settled(found, "ours").draft) == marked(one)
        assert marked(settled(found, "theirs").draft) == marked(two)


def marked(one: Draft) -> list[str]:
    """The paragraphs with what their notes say where these stand."""
    return [
        "".join(f"[{one.note[run.footnote].text}]" if run.footnote is not None else run.text for run in p.runs)
        for p in one.paragraphs
    ]


def test_a_note_that_one_side_reworded_stays_so_wherever_its_paragraph_is_answered_to_stand() -> None:
    def text(*order: int, note: str, more: str = "") -> Draft:
        lines = [f"{at}. {LISTED[one].format(more)}" for at, one in enumerate(order, 1)]
        return small_draft(*lines, notes={1: note})

    base = text(0, 1, 2, 3, 4, note="A/80/1.")
    one = text(1, 2, 0, 3, 4, note="A/80/1.", more="severe ")
    two = text(1, 2, 3, 4, 0, note="A/80/1, annex.", more="severe ")
    for found in (merge(base, one, two), merge(base, two, one)):
        assert [asked.kind for asked in found.conflicts] == ["moved"]
        for way in ("ours", "theirs", "base"):
            assert [note.text for note in settled(found, way).draft.footnotes] == ["A/80/1, annex."]
