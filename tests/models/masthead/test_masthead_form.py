"""The masthead as fields: reading changes nothing, writing reads back, one step of undo."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.masthead import masthead
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.masthead.checks import checks
from models.masthead.form import draft_with, fields_of, set_fields
from models.masthead.parts import NAMES, MastheadFields
from models.masthead.words import session_line
from tests.real_files import real_draft, real_files


def draft_of(*lines: str, note: str = "") -> Draft:
    heads = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines]
    body = [
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution 70/195,"))),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet.")), number=None),
    ]
    notes = [Paragraph(Kind.SPONSOR_NOTE, (Run(note),), number="*")] if note else []
    return Draft((*heads, *body, *notes))


VICE_CHAIRMAN = draft_of(
    "General Assembly",
    "Distr.: Limited",
    "11 December 2003",
    "Original: English",
    "Fifty-eighth session Second Committee",
    "Agenda item 93 (c)",
    "Sustainable development: migration",
    "Draft resolution submitted by the Vice-Chairman of the Committee, A. Name (State), on the basis of informal"
    " consultations held on draft resolution A/C.2/58/L.37",
    "International migration and development",
)
ISSUED = draft_of(
    "United Nations A/C.2/80/L.39",
    "General Assembly Distr.: Limited",
    "21 October 2025",
    "Original: English",
    "Eightieth session",
    "Second Committee",
    "Agenda item 18 (i)",
    "Sustainable development: combating sand and dust storms",
    "Iraq:* draft resolution",
    "Combating sand and dust storms",
    note="On behalf of the States that are members of the Group.",
)


def texts(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs if one.kind in (Kind.MASTHEAD, Kind.SPONSOR_NOTE)]


@pytest.mark.parametrize(
    ("draft", "change", "was", "becomes"),
    [
        (VICE_CHAIRMAN, {"committee": "Third Committee"}, 4, "Fifty-eighth session Third Committee"),
        (VICE_CHAIRMAN, {"session": "Fifty-ninth session"}, 4, "Fifty-ninth session Second Committee"),
        (VICE_CHAIRMAN, {"committee": ""}, 4, "Fifty-eighth session"),
        (VICE_CHAIRMAN, {"session": ""}, 4, "Second Committee"),
        (ISSUED, {"symbol": "A/C.2/80/L.__"}, 0, "United Nations A/C.2/80/L.__"),
        (ISSUED, {"symbol": "A/__/L.__"}, 0, "United Nations A/__/L.__"),
        (ISSUED, {"symbol": ""}, 0, "United Nations"),
        (ISSUED, {"distribution": "General"}, 1, "General Assembly Distr.: General"),
        (ISSUED, {"distribution": ""}, 1, "General Assembly"),
        (ISSUED, {"organ": "Security Council"}, 1, "Security Council Distr.: Limited"),
        (ISSUED, {"date": "22 October 2025"}, 2, "22 October 2025"),
        (ISSUED, {"original": "French"}, 3, "Original: French"),
        (ISSUED, {"agenda_item": "19"}, 6, "Agenda item 19"),
        (ISSUED, {"agenda_title": "Sustainable development"}, 7, "Sustainable development"),
        (ISSUED, {"title": "Dust"}, 9, "Dust"),
        (ISSUED, {"sponsor_note": "On behalf of others."}, 10, "On behalf of others."),
    ],
)
def test_one_field_changes_one_line(draft: Draft, change: dict[str, str], was: int, becomes: str) -> None:
    working = WorkingText(draft)
    keys = [entry.key for entry in working.entries]
    assert set_fields(working, Selection(), replace(fields_of(working), **change)) == ()
    expected = texts(draft)
    expected[was] = becomes
    assert texts(working.draft()) == expected
    assert [entry.key for entry in working.entries] == keys
    assert [entry.came_from for entry in working.entries] == [(key,) for key in keys]
    assert working.undo_list.steps == 1
    working.undo()
    assert working.draft() == draft


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"date": ""}, [0, 1, 3, 4, 5, 6, 7, 8, 9, 10]),
        ({"title": ""}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 10]),
        ({"committee": "", "session": ""}, [0, 1, 2, 3, 6, 7, 8, 9, 10]),
        ({"sponsor_note": ""}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_an_emptied_line_goes(change: dict[str, str], expected: list[int]) -> None:
    working = WorkingText(ISSUED)
    assert set_fields(working, Selection(), replace(fields_of(working), **change)) == ()
    assert texts(working.draft()) == [texts(ISSUED)[at] for at in expected]
    set_fields(working, Selection(), fields_of(ISSUED))
    assert fields_of(working) == fields_of(ISSUED)


def test_the_note_that_an_asterisk_of_the_masthead_calls_is_a_footnote_and_a_field() -> None:
    body = draft_of("Agenda item 18", "Dust", "Draft resolution").paragraphs
    cites = replace(body[3], runs=(*body[3].runs[:1], Run(" it,"), Run(footnote=7)))
    draft = Draft((*body[:3], cites, *body[4:]), (Footnote(7, "1", (Run("Resolution 70/1."),)),))
    working = WorkingText(draft)
    states = [working.draft()]
    said = fields_of(working)
    for change in (
        {"sponsor_line": "Iraq:* draft resolution", "sponsor_note": "On behalf of a group."},
        {"sponsor_note": "On behalf of the Group."},
        {"sponsor_line": "Fiji:* draft resolution"},
        {"agenda_item": "19"},
        {"sponsor_note": ""},
        {"sponsor_note": "On behalf of others.", "sponsor_line": ""},
        {"sponsor_line": "Chad and Fiji:* draft decision"},
    ):
        said = replace(said, **change)
        assert set_fields(working, Selection(), said) == ()
        assert fields_of(working) == said == fields_of(working.draft())
        called = "*" in said.sponsor_line and bool(said.sponsor_note)
        assert [(note.mark, note.text) for note in working.draft().footnotes] == [
            *([("*", said.sponsor_note)] if called else []), ("1", "Resolution 70/1."),
        ]  # fmt: skip
        assert (Kind.SPONSOR_NOTE in [one.kind for one in working.draft().paragraphs]) == (
            not called and bool(said.sponsor_note)
        )
        shown, _ = draft_with(states[0], said)
        assert sorted(note.mark for note in shown.footnotes) == sorted(note.mark for note in working.draft().footnotes)
        states.append(working.draft())
    for state in reversed(states[:-1]):
        working.undo()
        assert working.draft() == state


@pytest.mark.parametrize("mark", ["", "*", "**"])
def test_a_new_note_is_called_by_the_sponsor_line_and_not_by_the_symbol_of_a_text_issued_again(mark: str) -> None:
    rest = draft_of("Agenda item 18", "Dust").paragraphs
    lines = ("A/C.2/80/L.39*", f"Iraq:{mark} draft resolution")
    working = WorkingText(Draft((*(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines), *rest)))
    assert set_fields(working, Selection(), replace(fields_of(working), sponsor_note="On behalf of a group.")) == ()
    assert working.draft().paragraphs[0].text == lines[0]
    assert [note.mark for note in working.draft().footnotes] == [mark] * bool(mark)
    assert fields_of(working).sponsor_note == "On behalf of a group."


@pytest.mark.parametrize(
    "says",
    [
        "Reissued for technical reasons on 5 November 2025.",
        "Nouveau tirage pour raisons techniques (5 novembre 2025).",
        "Publicado nuevamente por razones técnicas el 5 de noviembre de 2025.",
        "Переиздано по техническим причинам 5 ноября 2025 года.",
        "أُعيد إصدارها لأسباب فنية في 5 تشرين الثاني/نوفمبر 2025.",
        "由于技术原因于2025年11月5日重新印发。",
    ],
)
def test_a_note_of_a_reissue_is_the_symbols_in_every_language(says: str) -> None:
    note = Paragraph(Kind.SPONSOR_NOTE, (Run(says),), number="*")
    lines = (Paragraph(Kind.MASTHEAD, (Run(line),)) for line in ("A/C.2/80/L.39", "Iraq:* draft resolution"))
    working = WorkingText(Draft((*lines, *draft_of().paragraphs, note)))
    assert fields_of(working).sponsor_note == ""


def test_missing_lines_come_in_the_order_of_the_page() -> None:
    working = WorkingText(draft_of())
    assert set_fields(working, Selection(), fields_of(ISSUED)) == ()
    assert texts(working.draft()) == [
        "United Nations",
        "A/C.2/80/L.39",
        "General Assembly",
        "Distr.: Limited",
        *texts(ISSUED)[2:8],
        "Iraq: draft resolution",
        "Combating sand and dust storms",
    ]
    (note,) = working.draft().footnotes
    assert (note.mark, note.text) == ("*", fields_of(ISSUED).sponsor_note)
    assert working.undo_list.steps == 1
    working.undo()
    assert working.draft() == draft_of()


@pytest.mark.parametrize(
    ("change", "place"),
    [({"date": "3 November 2025"}, 3), ({"original": "French"}, 4), ({"session": "Eightieth session"}, 4)],
)
def test_the_language_stands_above_that_of_the_original(change: dict[str, str], place: int) -> None:
    draft = draft_of("A/80/L.1", "General Assembly", "Distr.: Limited", "English only")
    working = WorkingText(draft)
    assert set_fields(working, Selection(), replace(fields_of(working), **change)) == ()
    lines = texts(working.draft())
    assert [*lines[:place], *lines[place + 1 :]] == texts(draft)


def test_lines_nobody_knows_stay() -> None:
    draft = draft_of("Advance unedited version", "General Assembly", "25-18661 (E)", "Eightieth session", "The title")
    working = WorkingText(draft)
    assert set_fields(working, Selection(), replace(fields_of(working), committee="Second Committee")) == ()
    kept = [line for line in texts(working.draft()) if line != "Second Committee"]
    assert kept == texts(draft)


def test_words_keep_the_looks_of_those_they_replace() -> None:
    head = Paragraph(Kind.MASTHEAD, (Run("Combating dust", bold=True),))
    working = WorkingText(Draft((head, *draft_of().paragraphs)))
    set_fields(working, Selection(), MastheadFields(title="Combating sand"))
    assert working.entries[0].paragraph.runs == (Run("Combating sand", bold=True),)


@pytest.mark.parametrize(
    ("change", "left"),
    [({"date": "17 Novem"}, "date"), ({"session": "Eigh"}, "session"), ({"symbol": "L thirty"}, "symbol")],
)
def test_what_would_be_read_as_something_else_is_not_written(change: dict[str, str], left: str) -> None:
    working = WorkingText(ISSUED)
    assert set_fields(working, Selection(), replace(fields_of(working), **change)) == (left,)
    assert working.draft() == ISSUED
    assert working.undo_list.steps == 0
    assert set_fields(working, Selection(), replace(fields_of(working), **change, title="Dust")) == (left,)
    assert fields_of(working) == replace(fields_of(ISSUED), title="Dust")


def test_the_caret_stays_in_its_paragraph() -> None:
    working = WorkingText(draft_of("General Assembly", "The title"))
    set_fields(working, Selection.at(3, 5), replace(fields_of(working), session="Eightieth session"))
    working.undo()
    edit = working.redo()
    assert edit is not None
    assert edit.after == Selection.at(4, 5)


@pytest.mark.parametrize("begun", [(), (Paragraph(Kind.MASTHEAD),)])
def test_below_the_masthead_of_an_empty_text_stands_the_paragraph_to_write_in(begun: tuple[Paragraph, ...]) -> None:
    working = WorkingText(Draft(begun))
    set_fields(working, Selection(), MastheadFields(symbol="A/C.2/80/L.__", agenda_item="18 (i)"))
    edit = working.undo_list.last
    assert edit is not None
    set_fields(working, edit.after, replace(fields_of(working), title="Dust"))
    assert [entry.text for entry in working.entries] == [
        "United Nations",
        "A/C.2/80/L.__",
        "Agenda item 18 (i)",
        "Dust",
        "",
    ]
    assert working.undo_list.last is not None
    assert working.undo_list.last.after == Selection.at(4)
    working.undo()
    working.undo()
    assert working.draft() == Draft(begun)


@pytest.mark.parametrize(("below", "line"), [("title", "Storms"), ("sponsor_line", "Iraq: draft resolution")])
def test_the_title_of_an_item_goes_to_its_own_line_once_one_below_tells_it(below: str, line: str) -> None:
    working = WorkingText(draft_of())
    fields = MastheadFields(agenda_item="18", agenda_title="Dust")
    told = replace(fields, **{below: line})
    for then in (fields, told, fields, told):
        assert set_fields(working, Selection(), then) == ()
    assert texts(working.draft()) == ["Agenda item 18", "Dust", line]
    set_fields(working, Selection(), fields)
    assert texts(working.draft()) == ["Agenda item 18: Dust"]


def test_an_item_that_was_printed_with_its_title_stays_so() -> None:
    printed = draft_of("Agenda item 18. Dust", "Combating dust")
    changed, _ = draft_with(printed, replace(fields_of(printed), title="Storms"))
    assert texts(changed) == ["Agenda item 18. Dust", "Storms"]
    emptied, _ = draft_with(printed, replace(fields_of(printed), title=""))
    again, _ = draft_with(emptied, fields_of(printed))
    assert texts(again) == texts(printed)


def test_a_french_masthead_gets_french_lines() -> None:
    draft = Draft(
        (
            Paragraph(Kind.MASTHEAD, (Run("Assemblée générale"),)),
            Paragraph(Kind.ENACTING, (Run("L’Assemblée générale,"),)),
        )
    )
    after, left = draft_with(
        draft,
        MastheadFields(organ="Assemblée générale", symbol="A/80/L.__", distribution="limitée", agenda_item="18"),
    )
    assert left == ()
    assert texts(after)[-2:] == ["Distr. limitée", "Point 18 de l’ordre du jour"]
    assert masthead(after).agenda_item == "18"


def test_the_title_goes_though_another_field_cannot_and_the_title_of_the_item_stays_one() -> None:
    working = WorkingText(VICE_CHAIRMAN)
    wanted = MastheadFields(language="Français", agenda_item="18", agenda_title="Title a")
    assert set_fields(working, Selection(), wanted) == ("original",)
    assert fields_of(working) == replace(wanted, original="English")


_TITLE = st.text("abcdefg ", min_size=1, max_size=40).map(lambda text: " ".join(f"Title {text}".split()))
_VALUES: dict[str, st.SearchStrategy[str]] = {
    "symbol": st.sampled_from(
        ["A/C.2/80/L.__", "A/80/L.4/Rev.1", "A/RES/58/208", "S/2024/400", "E/2003/L.__", "A/__/L.__"]
    ),
    "organ": st.sampled_from(["General Assembly", "Security Council", "Human Rights Council"]),
    "distribution": st.sampled_from(["Limited", "General"]),
    "date": st.dates().filter(lambda day: day.year > 1945).map(lambda day: f"{day.day} {day:%B} {day.year}"),
    "language": st.sampled_from(["Français", "Español", "Chinese"]),
    "original": st.sampled_from(["English", "French", "Arabic"]),
    "session": st.integers(1, 120).map(lambda number: session_line(str(number)))
    | st.just("Tenth emergency special session"),
    "committee": st.sampled_from(
        ["Second Committee", "Special Political and Decolonization Committee (Fourth Committee)"]
    ),
    "agenda_item": st.sampled_from(["18", "18 (i)", "93 (c)", "71 (b) and (c)"]),
    "agenda_title": _TITLE,
    "sponsor_line": st.sampled_from(
        [
            "A, B and C:* draft resolution",
            "Draft resolution",
            "Draft decision submitted by the President of the General Assembly",
            "A: amendment to draft resolution A/80/L.30",
            "Draft resolution submitted by the Rapporteur of the Committee, N. Name (Iran (Islamic Republic of)), on"
            " the basis of informal consultations on draft resolution A/C.2/80/L.39",
        ]
    ),
    "title": _TITLE,
    "sponsor_note": _TITLE.map(lambda text: f"On behalf of {text}."),
}
ABOUT_DISTRIBUTION = {"distribution", "date", "language", "original"}
ABOUT_THE_ITEM = {"agenda_item", "agenda_title", "sponsor_line", "title"}
FIELDS = st.builds(MastheadFields, **{name: st.just("") | value for name, value in _VALUES.items()})


@settings(deadline=None, max_examples=30)
@given(FIELDS, FIELDS, st.sampled_from([VICE_CHAIRMAN, ISSUED, draft_of()]))
def test_whatever_the_fields_say_reads_back(first: MastheadFields, then: MastheadFields, draft: Draft) -> None:
    working = WorkingText(draft)
    states = [working.draft()]
    for wanted in (first, then, fields_of(draft)):
        before = fields_of(working)
        left = set_fields(working, Selection(), wanted)
        # The title of an agenda item is known by the item above it; it cannot stand without one.
        unwritable = bool(wanted.agenda_title) and not wanted.agenda_item
        for name in NAMES:
            if name not in left:
                assert getattr(fields_of(working), name) == getattr(wanted, name)
            else:
                assert getattr(fields_of(working), name) == getattr(before, name)
        # The language of the text is known by the lines about its distribution around it.
        alone = bool(wanted.language or before.language) and not (wanted.original and before.original)
        assert set(left) <= (ABOUT_THE_ITEM if unwritable else set()) | (ABOUT_DISTRIBUTION if alone else set())
        assert [one.kind for one in working.draft().paragraphs].count(Kind.OPERATIVE) == 1
        if working.draft() != states[-1]:
            states.append(working.draft())
    for state in reversed(states[:-1]):
        working.undo()
        assert working.draft() == state
    for state in states[1:]:
        working.redo()
        assert working.draft() == state


_CALLING = ("symbol", "sponsor_line")
"""The fields whose asterisk calls a note."""


def test_reading_real_mastheads_and_writing_them_changes_nothing(shared: Path) -> None:
    corpus = shared / "corpus"
    for path in [*real_files(corpus, "resolutions/*.txt"), *real_files(corpus, "vice_chairman/*.txt")]:
        draft = real_draft(path)
        working = WorkingText(draft)
        found = fields_of(working)
        assert set_fields(working, Selection(), found) == (), path.name
        assert not working.changed, path.name
        assert draft_with(draft, found) == (draft, ()), path.name
        told = masthead(draft)
        for name in ("symbol", "title", "agenda_item", "agenda_title", "sponsor_line"):
            theirs = getattr(told, name)
            ours = getattr(found, name).replace("*", "") if name in _CALLING else getattr(found, name)
            assert theirs is None or ours == " ".join(theirs.split()), (path.name, name)


@pytest.mark.parametrize(
    "symbol",
    [
        "A/C.2/80/L.17", "A/C.2/80/L.17/Rev.1", "A/C.2/80/L.17/Add.1", "A/C.2/80/L.17/Corr.1",
        "A/C.2/80/L.17/Rev.1/Add.1", "A/C.2/80/L.__", "A/80/L.6", "A/RES/58/208",
        "A/RES/57/270 B", "A/RES/217 A (III)", "A/RES/2106(XX)", "A/RES/2417 (XXIII) B",
        "A/RES/S-21/2", "A/ES-10/L.23", "A/C.2/58/SR.37", "A/58/PV.78", "A/58/483/Add.3", "S/2024/400",
        "S/RES/1325 (2000)", "E/2003/L.3", "E/RES/2003/7", "E/CN.4/2003/L.1", "A/HRC/55/L.1/Rev.1",
        "A/HRC/RES/S-36/1", "UNEP/EA.6/Res.7", "FCCC/CP/2015/10/Add.1", "A/CONF.230/2024/L.1",
        "A/79/L.2 (Part I)", "A/71/40 (Vol. I)", "A/79/48(SUPP)", "A/57/7 (PART II)", "A/CONF.151/26 (Vol. I)/Corr.1",
        "A/79/6 (Sect. 29A)/Corr.1", "A/79/6 (Introduction)", "A/78/5 (Volume I)", "A/73/12 (Parts I and II)",
        "A/73/12 (Part A)", "A/71/40 (Vol. II, Part One)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("again", ["", "*", "**"])
def test_a_symbol_is_written_as_it_is_printed_with_the_asterisk_of_what_is_issued_again(
    symbol: str, again: str
) -> None:
    for draft in (ISSUED, draft_of()):
        written, left = draft_with(draft, replace(fields_of(draft), symbol=symbol + again))
        assert left == ()
        assert fields_of(written).symbol == symbol + again
        # What is issued again is the same document: it is known by its symbol alone.
        assert masthead(written).symbol == symbol
        told = [one.words for one in checks(fields_of(written)) if one.fields == ("symbol",)]
        assert told == [one for one in told if one.startswith("No number yet")]


def test_every_field_has_a_strategy() -> None:
    assert set(_VALUES) == {one.name for one in fields(MastheadFields)}


def test_a_line_that_comes_among_the_cells_of_a_table_stands_in_one() -> None:
    head = Paragraph(Kind.MASTHEAD, (Run("General Assembly"),), cell=(0, 0, 0))
    body = Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), cell=(0, 0, 1))
    draft = Draft((head, body, Paragraph(Kind.OPERATIVE, (Run("Requests a report."),))))
    working = WorkingText(draft)
    wanted = replace(fields_of(draft.paragraphs), title="Trade and development")
    assert set_fields(working, Selection(), wanted) == ()
    for paragraphs in (working.draft().paragraphs, draft_with(draft, wanted)[0].paragraphs):
        assert [one.cell for one in paragraphs] == [(0, 0, 0), (0, 0, 0), (0, 0, 1), None]
        assert fields_of(paragraphs).title == "Trade and development"
