"""What the palette finds for what people type when they mean a paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.shell.actions import BY_NAME, plain_words
from app.window.found_acts import action_entries, found_by, help_entries
from app.window.jumping import draft_entries, heading_entries, note_entries, paragraph_entries
from app.window.words_ready import WordsReady
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.help_pages import help_pages
from widgets.dossier.drafts import DraftRow
from widgets.text.shown import ShownDraft

DRAFT = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling resolution 21 of 2006,"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides"), Run(footnote=0), Run(" to meet"), Run(footnote=1)), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests the following:"),), number="2"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("A report;"),), 1, number="(a)"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("A summary, see paragraph 7."),), 1, number="(b)"),
    ),
    (Footnote(0, "1", (Run("First source."),)), Footnote(1, "2", (Run("Second source."),))),
)
PAGES = help_pages({name: (plain_words(act), act.keys) for name, act in BY_NAME.items()})


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("op2", "OP2"),
        ("OP 2", "OP2"),
        ("2", "OP2"),
        ("OP2 (b)", "OP2 (b)"),
        ("OP2(b)", "OP2 (b)"),
        ("op2b", "OP2 (b)"),
        ("2 (b)", "OP2 (b)"),
        ("2(b)", "OP2 (b)"),
        ("2b", "OP2 (b)"),
        ("2 b", "OP2 (b)"),
        ("pp1", "PP1"),
        ("21", "PP1"),
        ("2006", "PP1"),
        ("21 of", "PP1"),
        ("summary", "OP2 (b)"),
        ("para 2", "OP2"),
        ("Paragraph 2 (b)", "OP2 (b)"),
        ("subparagraph 2(b)", "OP2 (b)"),
        ("§2", "OP2"),
        ("preambular paragraph 1", "PP1"),
        ("operative 1", "OP1"),
        ("paragraph 7", "OP2 (b)"),
        ("par. 2 du dispositif", "OP2"),
        ("Paragraphe 2 b)", "OP2 (b)"),
        ("al. 1", "PP1"),
        ("alinéa 1 du préambule", "PP1"),
        ("párr. 2", "OP2"),
        ("párrafo 2 b) de la parte dispositiva", "OP2 (b)"),
        ("párrafo 1 del preámbulo", "PP1"),
        ("п. 2 постановляющей части", "OP2"),
        ("пункт 2", "OP2"),
        ("пункт 1 преамбулы", "PP1"),
        ("第2段", "OP2"),
        ("第二段", "OP2"),
        ("执行部分第2(b)段", "OP2 (b)"),
        ("序言部分第1段", "PP1"),
        ("الفقرة 2", "OP2"),
        ("الفقرة ٢ من المنطوق", "OP2"),
        ("الفقرة 1 من الديباجة", "PP1"),
    ],
)
def test_a_paragraph_is_found_by_its_label_however_typed_and_by_its_words(typed: str, first: str) -> None:
    gone: list[Selection] = []
    shown = ShownDraft(DRAFT)
    entries = paragraph_entries(typed, shown, gone.append)
    entries[0].act()
    assert [shown.label(at.head.position) for at in gone] == [first]


@pytest.mark.parametrize("typed", ["op1", "article"])
def test_of_paragraphs_that_are_called_alike_each_is_gone_to(typed: str) -> None:
    lines = [Paragraph(Kind.OPERATIVE, (Run(f"This is article {name}."),), number="1") for name in "ab"]
    gone: list[Selection] = []
    for entry in paragraph_entries(typed, ShownDraft(Draft(tuple(lines))), gone.append):
        assert entry.label == "OP1"
        entry.act()
    assert [at.head.position for at in gone] == [0, 1]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("op1", ["I.OP1", "II.OP1", "I.OP1 (a)"]),
        ("1", ["I.OP1", "II.OP1", "I.OP1 (a)"]),
        ("1a", ["I.OP1 (a)"]),
        ("pp1", ["I.PP1"]),
        ("II.OP1", ["II.OP1"]),
        ("op3", []),
    ],
)
def test_a_paragraph_of_a_section_is_found_as_it_is_called_there(typed: str, labels: list[str]) -> None:
    lines = (
        Paragraph(Kind.SECTION, (Run("Water"),), number="I"),
        Paragraph(Kind.PREAMBULAR, (Run("Noting rain,"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides:"),), number="1"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("to dig;"),), 1, number="(a)"),
        Paragraph(Kind.SECTION, (Run("Land"),), number="II"),
        Paragraph(Kind.OPERATIVE, (Run("Urges all."),), number="1"),
    )
    assert [one.label for one in paragraph_entries(typed, ShownDraft(Draft(lines)), lambda _at: None)] == labels


@pytest.mark.parametrize("typed", ["11", "paragraph 11", "١١"])
def test_a_paragraph_of_a_report_is_found_by_its_number(typed: str) -> None:
    lines = [
        Paragraph(Kind.TEXT, (Run(f"This is line {at}."),), number=number) for at, number in enumerate(("1", "١١"))
    ]
    gone: list[Selection] = []
    for entry in paragraph_entries(typed, ShownDraft(Draft(tuple(lines))), gone.append):
        assert entry.label == "١١"
        entry.act()
    assert [at.head.position for at in gone] == [1]


@pytest.mark.parametrize("typed", ["11 (a)", "11(a)", "paragraph 11 (a)"])
def test_an_item_of_a_report_is_found_below_its_paragraph(typed: str) -> None:
    numbers = ("10", "(a)", "11", None, "(a)", "(b)", "12", "(a)")
    lines = [Paragraph(Kind.TEXT, (Run(f"This is line {at}."),), number=number) for at, number in enumerate(numbers)]
    gone: list[Selection] = []
    for entry in paragraph_entries(typed, ShownDraft(Draft(tuple(lines))), gone.append):
        assert entry.label == "11 (a)"
        entry.act()
    assert [at.head.position for at in gone] == [4]


def test_words_are_found_where_a_paragraph_has_no_label() -> None:
    draft = Draft(
        (
            Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
            Paragraph(Kind.TEXT, (Run("In the general view of all, peace is a duty."),)),
            Paragraph(Kind.TEXT, (Run("General budget"),), cell=(0, 2, 1)),
            Paragraph(Kind.TEXT, (Run("This is generally so."),), number="11"),
            Paragraph(Kind.HEADING, (Run("General rules"),)),
        )
    )
    gone: list[Selection] = []
    entries = paragraph_entries("general", ShownDraft(draft), gone.append)
    assert [entry.label for entry in entries] == ["Organ's line", "Text", "Row 3, column 2", "11"]
    for entry in entries:
        entry.act()
    assert [(at.start.position, at.start.place, at.end.place) for at in gone] == [
        (0, 4, 11),
        (1, 7, 14),
        (2, 0, 7),
        (3, 8, 15),
    ]


@pytest.mark.parametrize(
    ("typed", "place"),
    [("women's", (8, 15)), ("25 september", (26, 38)), ("l'état", (45, 51)), ("2015 [", (39, 45)),
     ("L'ETAT", (45, 51)), ("etat]", (47, 52))],
)  # fmt: skip
def test_words_are_found_as_they_are_typed_on_any_keyboard(typed: str, place: tuple[int, int]) -> None:
    text = "Decides women’s rights of 25\u00a0September 2015 [l’État]."
    gone: list[Selection] = []
    shown = ShownDraft(Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),)))
    for entry in paragraph_entries(typed, shown, gone.append):
        assert text[place[0] : place[1]] == entry.found
        entry.act()
    assert [(at.start.place, at.end.place) for at in gone] == [place]


def test_words_with_the_accents_they_were_typed_with_come_first_and_behind_them_those_with_others() -> None:
    texts = ("Présente les faits.", "Œuvre près de là.", "Rien.", "Des données pressantes.")
    shown = ShownDraft(Draft((*(Paragraph(Kind.TEXT, (Run(one),)) for one in texts), DRAFT.paragraphs[1])))
    for typed, found in (("pres", ["pres", "Prés", "près"]), ("prés", ["Prés", "près", "pres"]), ("oeuv", ["Œuv"])):
        assert [one.found for one in paragraph_entries(typed, shown, print)] == found
    lines = (Paragraph(Kind.HEADING, (Run("Généralités"),)), Paragraph(Kind.HEADING, (Run("General"),)))
    assert [one.found for one in heading_entries("generali", ShownDraft(Draft(lines)), print)] == ["Générali"]
    rows = [DraftRow("a", "Révision", ""), DraftRow("b", "Text", "")]
    assert [one.label for one in draft_entries("revis", rows, print)] == ["Révision"]


@pytest.mark.qt_log_ignore("does not support")
def test_a_long_text_is_made_ready_in_pieces_and_enter_waits_for_its_words(qtbot: QtBot) -> None:
    told: list[bool] = []
    field = QLineEdit()
    qtbot.addWidget(field)
    ready = WordsReady(field, lambda: told.append(True))
    text = ShownDraft(Draft(tuple(Paragraph(Kind.TEXT, (Run(f"{at} État" * 60),)) for at in range(400))))
    ready.go_through([text])
    assert (told, ready.under_way) == ([True], False)  # nobody looks for words in a field that is not shown
    field.show()
    ready.go_through([text])
    assert (told, ready.under_way) == ([True], True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (told, ready.under_way) == ([True, True], False)


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.TEXT])
def test_a_heading_without_a_label_is_found_by_its_words(kind: Kind) -> None:
    lines = ("Article 10", "States shall act under Article 1.", "Article 1 bis", "Article 1", "Scope of Article 1")
    shown = ShownDraft(Draft(tuple(Paragraph(kind, (Run(line),)) for line in lines)))
    gone: list[int] = []
    for entry in heading_entries("article 1", shown, lambda at: gone.append(at.head.position)):
        entry.act()
    sentence = [1] if kind is Kind.HEADING else []
    assert gone == [3, 2, 0, *sentence, 4][:4]
    assert heading_entries("a", shown, lambda _at: None) == heading_entries("annex", shown, lambda _at: None) == []
    assert heading_entries("summary", ShownDraft(DRAFT), lambda _at: None) == []


def test_nothing_is_found_where_nothing_is_called_so() -> None:
    assert paragraph_entries("op9", ShownDraft(DRAFT), lambda _at: None) == []
    assert paragraph_entries("9", ShownDraft(DRAFT), lambda _at: None) == []


def test_a_note_is_found_by_its_mark() -> None:
    gone: list[Selection] = []
    shown = ShownDraft(DRAFT)
    for words in ("footnote 2", "note 2", "fn 2", "nota al pie 2", "сноска 2", "脚注2", "Footnote 9", "2"):
        for entry in note_entries(words, shown, gone.append):
            assert (entry.label, entry.text) == ("note 2", "Second source.")
            entry.act()
    assert gone == [Selection.at(1, len("Decides  to meet") + 1)] * 6


@pytest.mark.parametrize(
    ("typed", "first", "when"),
    [
        ("save", "Keep this draft…", ""),
        ("restore", "Restore this draft’s text", "while a text is written, on a draft read or chosen"),
        ("print", "Print", "on the Compare page; Export makes a PDF of a text"),
        ("timeline", "Go to dossier", ""),
        ("zoom", "Larger letters", ""),
        ("journal", "Undo", ""),
        ("delete", "Cut", ""),
        ("remove brackets", "Take the brackets away", ""),
    ],
)
def test_an_act_is_found_by_other_words_and_told_of_where_it_cannot_be_done(typed: str, first: str, when: str) -> None:
    done: list[str] = []
    told: list[str] = []
    possible = [name for name in BY_NAME if name not in ("restore_draft", "print")]
    entry = action_entries(typed, possible, done.append, told.append, found_by(PAGES))[0]
    assert (entry.label, entry.hint) == (first, when)
    entry.act()
    assert told == ([f"“{first}” can be done {when}."] if when else [])
    assert bool(done) != bool(told)


def test_what_can_be_done_comes_first_and_every_act_says_when() -> None:
    assert action_entries("", ["undo"], print, print, {})[0].label == "Undo"
    found = action_entries("draft", ["keep_draft"], print, print, {})
    assert [entry.faint for entry in found] == [False] + [True] * 5
    for act in BY_NAME.values():
        (entry,) = action_entries(plain_words(act), [], print, print, {})[:1] if act.name != "jump" else [found[1]]
        assert entry.hint


def test_a_page_of_the_help_is_found_by_its_words() -> None:
    shown: list[str] = []
    for entry in help_entries("power lost", PAGES, shown.append):
        entry.act()
    assert shown == ["undo"]
    assert help_entries("migration flows", PAGES, shown.append) == []
