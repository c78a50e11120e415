"""A copy in which what changed since the base is marked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from models.clipboard.marked import marked_in
from models.clipboard.read import from_clipboard
from models.clipboard.write import to_clipboard
from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.directions import begins_right_to_left, way_of
from models.editing.acts.deleting import delete
from models.editing.acts.moving import move
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note
from models.editing.structure import insert_text, new_paragraph
from models.editing.working import WorkingText
from models.telling.numbers import HOLD_NOTHING

BASE = Draft(
    (
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet in 2005;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" a report.")), number="2"),
    )
)


def test_words_that_came_and_went_are_marked() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 19), Caret(0, 23)), "2006")
    whole = Selection(Caret(0, 0), Caret(1, working.entries[1].length))
    marked = marked_in(working, changes, whole)
    words = marked.words
    assert list(words) == [0]
    assert [(piece.op, piece.text) for piece in words[0] if piece.op != "equal"] == [
        ("delete", "2005"),
        ("insert", "2006"),
    ]
    assert words[0][0].marks == (True, False, False)
    html = to_clipboard(working, whole, marked=marked)["text/html"].decode()
    assert "line-through" in html
    assert html.index("2005") < html.index("2006")


def test_a_marked_copy_whose_page_alone_comes_back_is_the_text_as_it_reads_now() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 0), Caret(0, 7)), "Agrees")
    insert_text(working, Selection(Caret(0, 18), Caret(0, 22)), "2006")
    whole = Selection(Caret(0, 0), Caret(1, working.entries[1].length))
    page = to_clipboard(working, whole, marked=marked_in(working, changes, whole))["text/html"]
    assert page.count(b"line-through") == page.count(b'data-adref="delete"') == 2
    # LibreOffice does not close a `del` before the end of the page.
    assert b"<del" not in page
    assert b"<ins" not in page
    read = from_clipboard({"text/html": page})
    assert [(one.number, one.runs) for one in read.paragraphs] == [
        (working.number(at), entry.paragraph.runs) for at, entry in enumerate(working.entries)
    ]
    assert read.losses == (
        "Words marked as deleted were left out.",
        "Words marked as inserted were pasted as words.",
    )


def test_a_new_note_is_marked_and_one_that_stays_is_not() -> None:
    noted = replace(BASE.paragraphs[0], runs=(*BASE.paragraphs[0].runs, Run(footnote=1)))
    working = WorkingText(Draft((noted, BASE.paragraphs[1]), (Footnote(1, "1", (Run("Old."),)),)))
    changes = Changes(working)
    new = add_note(working, Selection.at(0, 7), [Run("New.")])
    marked = marked_in(working, changes, Selection(Caret(0, 0), Caret(1, 0)))
    words = marked.words
    assert [(piece.op, piece.note) for piece in words[0] if piece.note is not None] == [("insert", new), ("equal", 1)]
    page = to_clipboard(working, Selection(Caret(0, 0), Caret(1, 0)), marked=marked)["text/html"].decode()
    text, below = page.split("<hr>")
    assert text.count('data-adref="insert"') == 2, "the new mark, and the number of the one that follows"
    assert ('data-adref="insert"' in below, 'underline">New.' in below, "</a> Old." in below) == (True, True, True)
    assert page.index('data-adref="insert"') < page.index("_ftnref1")
    plain = to_clipboard(working, Selection(Caret(0, 0), Caret(1, 0)), marked=marked)["text/plain"].decode()
    assert "{+¹+}" in plain


def test_a_comma_parts_a_new_note_from_one_at_its_place() -> None:
    noted = replace(BASE.paragraphs[0], runs=(*BASE.paragraphs[0].runs, Run(footnote=1)))
    working = WorkingText(Draft((noted, BASE.paragraphs[1]), (Footnote(1, "1", (Run("Old."),)),)))
    changes = Changes(working)
    add_note(working, Selection.at(0, working.entries[0].length), [Run("New.")])
    assert plain_of(working, changes).startswith("1. Decides to meet in 2005;¹{+,²+}")


def test_a_new_paragraph_is_all_new() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    new_paragraph(working, Selection.at(1, working.entries[1].length))
    insert_text(working, Selection.at(2, 0), "Urges all to act.")
    words = marked_in(working, changes, Selection(Caret(2, 0), Caret(2, 17))).words
    assert {piece.op for piece in words[2]} == {"insert"}


@pytest.mark.parametrize(
    ("first", "last", "plain"),
    [
        (19, 24, "[-2005-]{+2006+} "),
        (8, 22, "to meet in [-2005-]{+200+}"),
        (20, 24, "{+006+} "),
        (8, 19, "to meet in "),
        (29, 36, "in New "),
    ],
)
def test_of_a_part_of_a_paragraph_its_changes_are_marked(first: int, last: int, plain: str) -> None:
    run = Run("Decides to meet in 2005 once in New York;")
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (run,), number="1"), BASE.paragraphs[1])))
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 19), Caret(0, 23)), "2006")
    part = Selection(Caret(0, first), Caret(0, last))
    marked = to_clipboard(working, part, marked=marked_in(working, changes, part))
    assert marked["text/plain"].decode() == plain
    assert marked["text/html"].count(b'data-adref="insert"') == plain.count("{+")
    assert marked["text/html"].count(b'data-adref="delete"') == plain.count("[-")


def copy_of(working: WorkingText, changes: Changes) -> dict[str, bytes]:
    last = len(working.entries) - 1
    whole = Selection(Caret(0, 0), Caret(last, working.entries[last].length))
    return to_clipboard(working, whole, marked=marked_in(working, changes, whole))


def plain_of(working: WorkingText, changes: Changes) -> str:
    return copy_of(working, changes)["text/plain"].decode()


def html_of(working: WorkingText, changes: Changes) -> str:
    return copy_of(working, changes)["text/html"].decode()


def test_where_letters_alone_are_taken_signs_say_what_came_and_went() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 19), Caret(0, 23)), "2006")
    new_paragraph(working, Selection.at(1, working.entries[1].length))
    insert_text(working, Selection.at(2, 0), "Urges all to act.")
    note = add_note(working, Selection.at(2, 5), [Run("A/80/1.")])
    assert plain_of(working, changes).split("\n\n") == [
        "1. Decides to meet in [-2005-]{+2006+};",
        "2. Requests a report[-.-]{+;+}",
        "3. {+Urges¹ all to act.+}",
        "{+¹ A/80/1.+}",
    ]
    assert working.mark(note) == "1"
    whole = Selection(Caret(0, 0), Caret(2, working.entries[2].length))
    assert "{+" not in to_clipboard(working, whole)["text/plain"].decode()


def test_the_mark_of_a_note_that_is_gone_is_struck_and_spaces_alone_have_no_signs() -> None:
    noted = replace(BASE.paragraphs[0], runs=(*BASE.paragraphs[0].runs, Run(footnote=1)))
    working = WorkingText(Draft((noted,), (Footnote(1, "1", (Run("Old."),)),)))
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 23), Caret(0, 25)), " ;")
    assert plain_of(working, changes).split("\n\n") == ["1. Decides to meet in 2005 ;[-¹-]", "[-¹ Old.-]"]
    working = of("Decides to meet¹;", "Requests a report.")
    changes = Changes(working)
    delete(working, Selection(Caret(0, 0), Caret(1, 0)))
    assert plain_of(working, changes).startswith("[-1. Decides to meet¹;-]")


NOTES = tuple(Footnote(number, str(number), (Run(f"A/80/{number}."),)) for number in (1, 2, 3))


def of(*paragraphs: str) -> WorkingText:
    """A text in which raised figures are notes."""
    return WorkingText(
        Draft(
            tuple(
                Paragraph(
                    Kind.OPERATIVE,
                    tidy_runs([Run(footnote="¹²³".index(one) + 1) if one in "¹²³" else Run(one) for one in text]),
                    number=str(at),
                )
                for at, text in enumerate(paragraphs, 1)
            ),
            NOTES,
        )
    )


@pytest.mark.parametrize(
    ("base", "first", "last", "typed", "plain"),
    [
        ("Prie de faire rapport¹.", 22, 23, " ;", "1. Prie de faire rapport¹[-.-]{+ ;+}"),
        ("Pide que informe¹.", 17, 18, ";", "1. Pide que informe¹[-.-]{+;+}"),
        ("Просит представить доклад¹.", 26, 27, ";", "1. Просит представить доклад¹[-.-]{+;+}"),
        ("请秘书长提出报告¹。", 9, 10, "；", "1. 请秘书长提出报告¹[-。-]{+；+}"),
        ("يطلب تقريرا¹.", 12, 13, "؛", "1 - يطلب تقريرا¹[-.-]{+؛+}"),
        ("Requests a report.¹", 17, 18, ";", "1. Requests a report[-.-]{+;+}¹"),
        ("Requests¹² a report", 8, 9, "", "1. Requests[-¹,²-]{+¹+} a report"),
        ("Requests¹² a report", 9, 10, "", "1. Requests¹[-,²-] a report"),
    ],
)
def test_each_side_of_a_marked_copy_has_the_marks_of_notes_at_their_place(
    base: str, first: int, last: int, typed: str, plain: str
) -> None:
    working = of(base)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, first), Caret(0, last)), typed)
    assert plain_of(working, changes).split("\n\n")[0] == plain


def test_the_parts_of_a_paragraph_that_was_split_have_their_marks() -> None:
    working = of("Requests a report¹ and decides² to meet.")
    changes = Changes(working)
    new_paragraph(working, Selection.at(0, 18))
    assert plain_of(working, changes).split("\n\n")[:2] == ["1. Requests a report{+;+}¹", "2. and decides² to meet."]


def ways_of(draft: Draft) -> list[bool]:
    """Which way a text and each of its paragraphs run."""
    around = begins_right_to_left(draft.paragraphs)
    return [around, *(way_of(paragraph.text, around) for paragraph in draft.paragraphs)]


SENTENCES = [
    *("Requests a report¹.", "Prie de faire¹ rapport² ;", "Pide que informe³.", "Просит представить доклад¹²;"),
    *("请秘书长提出报告¹。", "يطلب تقريرا² إلى الجمعية³؛", "[on Friday]¹", "Voir¹²³"),
]
edit = st.tuples(
    st.sampled_from(["type", "note", "split", "erase"]), st.integers(0, 99), st.integers(0, 99), st.integers(0, 12),
    st.sampled_from([" ;", ".", "déjà", "2026", "доклад", "报告", "؛", " and all of that "]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.lists(edit, max_size=6))
def test_of_a_marked_copy_what_is_not_new_is_the_base_and_what_is_not_gone_the_text(
    sentences: list[str], edits: list[tuple[str, int, int, int, str]]
) -> None:
    working = of(*sentences)
    changes = Changes(working)
    structure = False
    for act, at, place, length, words in edits:
        position = at % len(working.entries)
        end = working.entries[position].length
        first = place % (end + 1)
        here = Selection(Caret(position, first), Caret(position, min(end, first + length)))
        if act == "type":
            insert_text(working, here, words)
        elif act == "erase" and not here.empty:
            delete(working, here)
        elif act == "note":
            add_note(working, here.collapsed, [Run("A/81/1.")])
        elif act == "split":
            new_paragraph(working, here.collapsed)
            structure = True
    if not all(entry.text.strip() for entry in working.entries):
        return  # of a paragraph without words at the end of a selection nothing is copied
    if any(HOLD_NOTHING.match(entry.text) for entry in working.entries):
        return  # a number stands in brackets that hold nothing, and before those that hold what went
    marked, now = copy_of(working, changes), to_clipboard(working, whole_of(working))
    for kind, without in (("text/plain", without_signs), ("text/html", without_spans)):
        assert without(marked[kind].decode(), "delete") == without(now[kind].decode(), "delete")
        # A paragraph that may have turned has the number of its new direction, before struck words too.
        turned = ways_of(working.draft()) != ways_of(working.base)
        if not structure and not turned:
            assert without(marked[kind].decode(), "insert") == without(
                to_clipboard(of(*sentences), whole_of(of(*sentences)))[kind].decode(), "insert"
            )


def whole_of(working: WorkingText) -> Selection:
    last = len(working.entries) - 1
    return Selection(Caret(0, 0), Caret(last, working.entries[last].length))


def without_signs(plain: str, op: str) -> str:
    """Letters and marks of one side: but for the notes below, which note a mark is of, and spaces."""
    gone, stays = {"delete": (r"\[-.*?-\]", r"\{\+(.*?)\+\}"), "insert": (r"\{\+.*?\+\}", r"\[-(.*?)-\]")}[op]
    # A sign and its fellow go together: "[-[-]" is a bracket that is struck.
    plain = re.sub(stays, r"\1", re.sub(gone, "", plain, flags=re.DOTALL), flags=re.DOTALL)
    return _bare("".join(block for block in plain.split("\n\n") if not re.match("[¹²³⁴-⁹] ", block)))


def without_spans(page: str, op: str) -> str:
    """The same of a page."""
    tree = html.fromstring(page)
    for gone in tree.xpath(f"//span[@data-adref='{op}'] | //div[contains(@style, 'footnote-list')]"):
        gone.drop_tree()
    for mark in tree.xpath("//a"):
        comma = "," if "," in mark.text_content() else ""
        for inner in mark:
            mark.remove(inner)
        mark.text = f"{comma}#"
    return _bare(tree.text_content())


def _bare(text: str) -> str:
    return re.sub(r"\s", "", re.sub("[¹²³⁴-⁹]", "#", text))


def four() -> tuple[WorkingText, Changes]:
    words = ["Decides alpha;", "Urges delta;", "Requests a report."]
    acting = [Paragraph(Kind.OPERATIVE, (Run(text),), number=str(at)) for at, text in enumerate(words, 1)]
    working = WorkingText(Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling it,"),)), *acting)))
    return working, Changes(working)


@pytest.mark.parametrize(
    ("first", "last", "plain"),
    [
        (0, 0, ["[-Recalling it,-]", "1. Decides alpha;", "2. Urges delta;", "3. Requests a report."]),
        (1, 1, ["Recalling it,", "[-1. Decides alpha;-]", "1. Urges delta;", "2. Requests a report."]),
        (1, 2, ["Recalling it,", "[-1. Decides alpha;-]", "[-2. Urges delta;-]", "Requests a report."]),
        (2, 3, ["Recalling it,", "Decides alpha[-;-]{+.+}", "[-2. Urges delta;-]", "[-3. Requests a report.-]"]),
    ],
)
def test_what_is_gone_stands_struck_at_its_place(first: int, last: int, plain: list[str]) -> None:
    working, changes = four()
    if last < 3:
        delete(working, Selection(Caret(first, 0), Caret(last + 1, 0)))
    else:
        end = Caret(first - 1, working.entries[first - 1].length)
        delete(working, Selection(end, Caret(3, working.entries[3].length)))
    assert plain_of(working, changes).split("\n\n") == plain
    page = html_of(working, changes)
    assert page.count("line-through") >= last - first + 1
    read = from_clipboard({"text/html": page.encode()})
    assert [one.text for one in read.paragraphs] == [entry.text for entry in working.entries]


def test_of_a_part_of_a_text_what_is_gone_in_it_is_marked() -> None:
    working, changes = four()
    delete(working, Selection(Caret(2, 0), Caret(3, 0)))
    parts = {(0, 1): False, (1, 1): False, (1, 2): True, (2, 2): True}
    for (first, last), told in parts.items():
        part = Selection(Caret(first, 0), Caret(last, working.entries[last].length))
        plain = to_clipboard(working, part, marked=marked_in(working, changes, part))["text/plain"].decode()
        assert ("[-2. Urges delta;-]" in plain) == told


def test_what_moved_says_from_where() -> None:
    working, changes = four()
    move(working, Selection.at(3), -1)
    assert plain_of(working, changes).split("\n\n") == [
        "Recalling it,",
        "1. Decides alpha;",
        "2. Requests a report[-.-]{+;+} [moved from OP3]",
        "3. Urges delta[-;-]{+.+}",
    ]
    page = html_of(working, changes)
    assert "[moved from OP3]" in page
    read = from_clipboard({"text/html": page.encode()})
    assert [one.text for one in read.paragraphs] == [entry.text for entry in working.entries]


def test_a_row_of_a_table_that_is_gone_is_a_struck_row() -> None:
    cells = [
        Paragraph(Kind.TEXT, (Run(f"{row}{column}"),), cell=(0, row, column)) for row in range(3) for column in (0, 1)
    ]
    working = WorkingText(Draft(tuple(cells)))
    changes = Changes(working)
    with working.step("Take out", Selection.at(2)) as step:
        step.replace(2, 4, [])
        step.selection = Selection.at(2)
    assert plain_of(working, changes) == "00\t01\n[-10-]\t[-11-]\n20\t21"


def test_a_copy_says_of_each_paragraph_which_way_it_runs() -> None:
    words = "تقرر أن تجتمع في 2005؛", "In English.", "2005"
    draft = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words))
    page = to_clipboard(WorkingText(draft), Selection(Caret(0, 0), Caret(2, 4)))["text/html"].decode()
    said = [(one.get("dir"), "direction:rtl" in one.get("style", "")) for one in html.fromstring(page).iter("p")]
    assert said == [("rtl", True), ("ltr", False), ("rtl", True)]


def test_the_cells_of_a_copied_table_have_no_style_of_their_own_which_takes_their_lines_in_libreoffice() -> None:
    draft = Draft(tuple(Paragraph(Kind.TEXT, (Run("2026"),), cell=(0, 0, column)) for column in (0, 1)))
    page = to_clipboard(WorkingText(draft), Selection(Caret(0, 0), Caret(1, 4)))["text/html"].decode()
    (table,) = html.fromstring(page).iter("table")
    assert (table.get("border"), [cell.get("style") for cell in table.iter("td")]) == ("1", [None, None])
