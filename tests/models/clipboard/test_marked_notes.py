"""Notes in a copy in which what changed since the base is marked: which came, which went, which stayed."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.clipboard.marked import marked_in
from models.clipboard.read import from_clipboard
from models.clipboard.write import to_clipboard
from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.editing.acts.deleting import delete
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note, cite_again, set_note_text
from models.editing.structure import insert_text, new_paragraph
from models.editing.working import WorkingText

FIGURES = "¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans(dict(zip(FIGURES, "123456789", strict=True)))


def base(*paragraphs: str, notes: tuple[str, ...] = ("A/80/1.", "A/80/2.", "A/80/3.")) -> Draft:
    """A draft in which raised figures are notes, numbered as they are cited."""
    cited = sorted({one for text in paragraphs for one in text if one in FIGURES})
    return Draft(
        tuple(
            Paragraph(
                Kind.OPERATIVE,
                tidy_runs([Run(footnote=FIGURES.index(one) + 1) if one in FIGURES else Run(one) for one in text]),
                number=str(at),
            )
            for at, text in enumerate(paragraphs, 1)
        ),
        tuple(Footnote(at + 1, str(at + 1), (Run(notes[at]),)) for at in map(FIGURES.index, cited)),
    )


def whole_of(working: WorkingText) -> Selection:
    last = len(working.entries) - 1
    return Selection(Caret(0, 0), Caret(last, working.entries[last].length))


def copy_of(working: WorkingText, changes: Changes, part: Selection | None = None) -> dict[str, bytes]:
    selection = part or whole_of(working)
    return to_clipboard(working, selection, marked=marked_in(working, changes, selection))


def blocks_of(working: WorkingText, changes: Changes, part: Selection | None = None) -> list[str]:
    return copy_of(working, changes, part)["text/plain"].decode().split("\n\n")


@pytest.mark.parametrize(
    ("acting", "requesting", "source", "new"),
    [
        ("Décide d’agir vite¹ ;", "Prie le Secrétaire général de faire rapport².", "Voir A/80/1.", "Nouvelle."),
        ("Decides to act fast;¹", "Requests the Secretary-General to report.²", "See A/80/1.", "A new one."),
        ("Decide actuar pronto¹;", "Pide al Secretario General que informe².", "Véase A/80/1.", "Otra."),
    ],
)
def test_a_note_that_went_is_struck_and_a_new_one_with_its_number_is_marked(
    acting: str, requesting: str, source: str, new: str
) -> None:
    draft = base(acting, requesting, notes=(source, "Resolution 70/1."))
    working = WorkingText(draft)
    changes = Changes(working)
    delete(working, Selection(Caret(0, 0), Caret(1, 0)))
    add_note(working, Selection.at(0, 4), [Run(new)])
    first = working.entries[0].text[:4]
    assert blocks_of(working, changes) == [
        f"[-1. {acting}-]",
        requesting.replace(first, f"{first}{{+¹+}}"),
        f"[-¹ {source}-]",
        f"{{+¹ {new}+}}",
        "² Resolution 70/1.",
    ]
    page = copy_of(working, changes)["text/html"].decode()
    assert pasted(page, "new") == text_of(working.draft())
    assert pasted(page, "old") == text_of(draft)


def test_a_note_that_is_numbered_anew_has_both_numbers_where_it_is_cited_and_below() -> None:
    draft = base("Decides to act¹;", "Requests a report² and more²;", "Urges all.", notes=("A/80/1.", "A/80/2."))
    working = WorkingText(draft)
    changes = Changes(working)
    delete(working, Selection(Caret(0, 0), Caret(1, 0)))
    assert blocks_of(working, changes) == [
        "[-1. Decides to act¹;-]",
        "1. Requests a report[-²-]{+¹+} and more[-²-]{+¹+};",
        "2. Urges all.",
        "[-¹ A/80/1.-]",
        "[-²-]{+¹+} A/80/2.",
    ]
    page = copy_of(working, changes)["text/html"].decode()
    assert page.count('name="_ftnref2"') == page.count("id=ftn2") == 1
    assert page.index('data-adref="insert"') < page.index('name="_ftnref2"'), "the note is where its number is"


def test_words_of_a_note_that_changed_are_marked_in_it() -> None:
    working = WorkingText(base("Decides to act¹."))
    changes = Changes(working)
    set_note_text(working, 1, [Run("A/80/", italic=True), Run("7.")])
    assert blocks_of(working, changes) == ["1. Decides to act¹.", "¹ [-A/80/1-]{+A/80/7+}."]
    page = copy_of(working, changes)["text/html"].decode()
    assert pasted(page, "new") == text_of(working.draft())
    mark = page[page.index("<a ") : page.index("</a>")]
    assert "text-decoration:none" in mark, "a link that is underlined looks new"
    assert "<sup>" in mark, "LibreOffice raises nothing by a style"


def test_of_a_part_of_a_text_the_notes_are_those_of_it() -> None:
    working = WorkingText(base("Decides to act¹.", "Requests a report²."))
    changes = Changes(working)
    delete(working, Selection(Caret(0, 14), Caret(0, 15)))
    assert blocks_of(working, changes)[-2:] == ["[-¹ A/80/1.-]", "[-²-]{+¹+} A/80/2."]
    last = Selection(Caret(1, 0), Caret(1, working.entries[1].length))
    assert blocks_of(working, changes, last) == ["2. Requests a report[-²-]{+¹+}.", "[-²-]{+¹+} A/80/2."]


SENTENCES = [
    *("Requests a report¹.", "Prie de faire¹ rapport² ;", "Pide que informe³.", "Просит представить доклад¹²;"),
    *("请秘书长提出报告¹。", "يطلب تقريرا² إلى الجمعية³؛", "Urges all to act,", "Voir¹²³"),
]
act = st.tuples(
    st.sampled_from(["type", "note", "again", "reword", "split", "erase", "go"]),
    st.integers(0, 99), st.integers(0, 99), st.integers(0, 12),
    st.sampled_from([" ;", ".", "déjà", "доклад", "报告", "؛", " and all of that "]),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.lists(act, max_size=7))
@example(["يطلب تقريرا² إلى الجمعية³؛"], [("split", 0, 20, 0, "")])
def test_accepted_a_marked_copy_is_the_text_with_its_notes_and_rejected_the_base_with_its(
    sentences: list[str], acts: list[tuple[str, int, int, int, str]]
) -> None:
    draft = base(*sentences)
    working = WorkingText(draft)
    changes = Changes(working)
    for one in acts:
        write(working, *one)
    if not all(entry.text.strip() for entry in working.entries):
        return  # of a paragraph without words at the end of a selection nothing is copied
    copy = copy_of(working, changes)
    page, plain = copy["text/html"].decode(), copy["text/plain"].decode()
    for side, text in (("new", working.draft()), ("old", draft)):
        if all(one.text.lstrip()[:1].islower() for one in text.paragraphs):
            continue  # before such words alone a number is read as one of them
        assert pasted(page, side) == text_of(text)
        if not any(run.footnote for one in text.paragraphs for run in one.runs[:1]):  # in letters alone it is a note
            assert in_letters(plain, side) == text_of(text)


def write(working: WorkingText, act: str, at: int, place: int, length: int, words: str) -> None:
    position = at % len(working.entries)
    end = working.entries[position].length
    first = place % (end + 1)
    here = Selection(Caret(position, first), Caret(position, min(end, first + length)))
    notes = [note for note in working.notes if working.mark(note) != "?"]
    if act == "type":
        insert_text(working, here, words)
    elif act == "erase" and not here.empty:
        delete(working, here)
    elif act == "go" and position + 1 < len(working.entries):
        delete(working, Selection(Caret(position, 0), Caret(position + 1, 0)))
    elif act == "note":
        add_note(working, here.collapsed, [Run("A/81/1.")])
    elif act == "again" and notes:
        cite_again(working, here.collapsed, notes[length % len(notes)])
    elif act == "reword" and notes:
        set_note_text(working, notes[length % len(notes)], [Run(f"A/80/1{length}.")])
    elif act == "split":
        new_paragraph(working, here.collapsed)


def text_of(draft: Draft) -> str:
    """The letters of a draft without spaces, with the mark and the words of each note where it is cited."""
    runs = (run for paragraph in draft.paragraphs for run in paragraph.runs)
    return bare("".join(run.text if run.footnote is None else said(draft.note[run.footnote]) for run in runs))


def said(note: Footnote) -> str:
    return f"<{note.mark}|{note.text}>"


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def pasted(page: str, side: str) -> str:
    """The same of what a page pastes as; for the old side what is new is taken for gone, and the other way round."""
    if side == "old":
        ops = {"insert": "delete", "delete": "insert"}
        page = re.sub(r'(?<=data-adref=")(insert|delete)', lambda found: ops[found[1]], page)
    read = from_clipboard({"text/html": page.encode()})
    # The number of an Arabic paragraph whose words are all gone stands alone, and reads as a text.
    written = tuple(one for one in read.paragraphs if not re.fullmatch(r"\d+ -", one.text.strip()))
    return text_of(Draft(written, read.footnotes))


def in_letters(plain: str, side: str) -> str:
    """The same of a plain copy."""
    gone, signs = {"new": (r"\[-.*?-\]", r"\{\+|\+\}"), "old": (r"\{\+.*?\+\}", r"\[-|-\]")}[side]
    blocks = re.sub(signs, "", re.sub(gone, "", plain, flags=re.DOTALL)).split("\n\n")
    notes = {found[1]: found[2] for block in blocks if (found := re.match(f"([{FIGURES}]+) (.*)", block))}
    words = " ".join(re.sub(r"^\d+(?:\.| -) ", "", block) for block in blocks if not re.match(f"[{FIGURES}]+ ", block))
    return bare(re.sub(f"(?:(?<=[{FIGURES}]),)?([{FIGURES}]+)", lambda found: said_of(found[1], notes), words))


def said_of(mark: str, notes: Mapping[str, str]) -> str:
    return f"<{mark.translate(RAISED)}|{notes[mark]}>"
