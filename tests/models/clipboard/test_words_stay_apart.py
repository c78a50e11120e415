"""What is pasted never makes one word of two, and a blank line parts paragraphs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.draft import Kind
from models.editing.pasted.pasting import insert_paragraphs
from tests.models.editing.tiny_drafts import lines, selected, told, working

_HTML, _PLAIN = "text/html", "text/plain"


def _pasted(before: str, kind: str, copied: str, *, caret: bool = True) -> list[str]:
    made, selection = working(before)
    fragment = from_clipboard({kind: copied.encode()})
    insert_paragraphs(made, selection, fragment.paragraphs, fragment.footnotes, apart=fragment.apart)
    after = told(made, selected(made) if caret else None)
    made.undo()
    assert made.draft() == made.base
    return after


@pytest.mark.parametrize(
    ("before", "kind", "copied", "after"),
    [
        # A line: its letters as they are, with the space or the end that was copied with them.
        ("O ab|cd.", _PLAIN, "xy", "O abxy|cd."),
        ("O act| now.", _PLAIN, " soon", "O act soon| now."),
        ("O act| now.", _PLAIN, "soon ", "O act soon| now."),
        ("O act |now.", _PLAIN, " soon ", "O act soon |now."),
        ("O act |now.", _PLAIN, "soon\n", "O act soon |now."),
        ("O act |now.", _PLAIN, "soon\r\n", "O act soon |now."),
        ("O act|.", _PLAIN, "soon\n", "O act soon|."),
        ("O (|act).", _PLAIN, "soon\n", "O (soon |act)."),
        ("O act|^1 now.", _PLAIN, "soon\n", "O act soon|^1 now."),
        ("O |", _PLAIN, "soon\n", "O soon|"),
        ("O act| now.", _HTML, "<span>ing</span>", "O acting| now."),
        ("O act| now.", _HTML, "<span> soon</span>", "O act soon| now."),
        ("O act| now.", _HTML, "<p> soon</p>", "O act soon| now."),
        ("O act |now.", _HTML, "<p>soon</p>", "O act soon |now."),
        # Paragraphs: what stands before the first and behind the last are words of their own.
        ("O act| now.", _PLAIN, " soon;\n\nRequests all", "O act soon;\nO Requests all| now."),
        ("O act |now.", _PLAIN, "We agree.\n\nThey agree.\n", "O act We agree.\nO They agree. |now."),
        ("O act|", _HTML, "<p>We agree.</p><p>They agree.</p>", "O act We agree.\nO They agree.|"),
        ("O act|", _PLAIN, "1. Decides a;\n\n2. Decides b.", "O act\nO Decides a;\nO Decides b.|"),
    ],
)  # fmt: skip
def test_words_beside_what_is_pasted_stay_words(before: str, kind: str, copied: str, after: str) -> None:
    assert _pasted(before, kind, copied) == lines(after)


_WORDS = st.lists(st.sampled_from(["We agree", "soon", "to act", "Fiji"]), min_size=1, max_size=3)


@given(_WORDS, st.sampled_from(["\n", "\n\n", "\r\n\r\n"]), st.sampled_from([" ", "\n", " \n"]), st.integers(0, 7))
def test_no_word_of_two(pasted: list[str], between: str, edge: str, place: int) -> None:
    text = "act now"
    before = f"O {text[:place]}|{text[place:]}".replace(" |", "~|")
    found = " ".join(line.split(" ", 1)[1] for line in _pasted(before, _PLAIN, edge + between.join(pasted) + edge))
    there = [text[:place], *pasted, text[place:]]
    assert re.sub(r"[~|]", " ", found).split() == " ".join(there).split()


@pytest.mark.parametrize(
    ("before", "copied", "after"),
    [
        ("O act |", "one line\nbroken here\n\nsecond", "O act one line broken here\nO second|"),
        ("O a:\n1 |", "to go;\n\nto meet;\n\nto act.", "O a:\n1 to go;\n1 to meet;\n1 to act.|"),
        ("O a:\n1 b:\n2 x |", "to go;\n\nto meet", "O a:\n1 b:\n2 x to go;\n2 to meet|"),
        ("P noting |", "this,\n\nmindful of that,", "P noting this,\nP mindful of that,|"),
        ("T |", "to go\n\nto meet", "T to go\nT to meet|"),
        ("O act |x", "to go\n\nto meet\n\nto stay", "O act to go\nO to meet\nO to stay |x"),
        # Lines as wide as a column, over the end of a page.
        ("T |", f"{'words ' * 12}\n{'words ' * 12}\n\nthat go on", f"T {'words ' * 24}that go on|"),
        ("T |", "words of a page\fthat go on", "T words of a page that go on|"),
    ],
)
def test_a_blank_line_parts_paragraphs(before: str, copied: str, after: str) -> None:
    assert _pasted(before, _PLAIN, copied) == lines(after)


def test_a_paragraph_with_structure_among_them_says_what_the_others_are() -> None:
    made, selection = working("O a;|")
    other, _ = working("O b;\nT c\nT d")
    insert_paragraphs(made, selection, other.draft().paragraphs, (), apart=True)
    assert [entry.paragraph.kind for entry in made.entries] == [Kind.OPERATIVE, Kind.OPERATIVE, Kind.TEXT, Kind.TEXT]


@pytest.mark.parametrize(
    ("before", "copied", "after"),
    [
        ("O a;\nO |", "Notes x, and\n\nthe y", "O a;\nO _Notes_ x, and\nT the y|"),
        ("O a;\nO |", "Décide x, et\n", "O a;\nO _Décide_ x, et|"),
        # Where a list goes on behind it, the word is that of the list.
        ("O a:\n1 |", "(a) x, and\n(b) y.", "O a:\n1 x; and\n1 y.|"),
        ("P a,\nP |\nP b.", "Noting x, and\n", "P a,\nP _Noting_ x, and|\nP b."),
        # So does a list of which the rest is still to come, if it has no other and the text goes on.
        ("O a:\n1 |\nO b.", "(a) x; and\n", "O a:\n1 x; and|\nO b."),
        ("O a:\n1 z;\n1 |\nO b.", "(b) x; or\n", "O a:\n1 z;\n1 x; or|\nO b."),
        ("O a:\n1 x; and|\nO b.", "(b) y;\n", "O a:\n1 x; and\n1 y;|\nO b."),
        ("O décide de\u00a0:\n1 |\nO b.", "a) x\u00a0; et\n", "O décide de\u00a0:\n1{a)} x\u00a0; et|\nO b."),
        ("O a:\n1 z; and\n1 |\nO b.", "(b) x; and\n", "O a:\n1 z; and\n1 x;|\nO b."),
        ("O a:\n1 z;\n1 |\n1 c;\n1 d.", "(b) x; and\n", "O a:\n1 z;\n1 x;|\n1 c;\n1 d."),
        ("O a:\n1 z;\n1 |\n1 c.", "(b) x; and\n", "O a:\n1 z;\n1 x; and|\n1 c."),
        ("O a:\n1 |", "(a) x; and\n", "O a:\n1 x.|"),
        # A preamble, or the operative part, ends there.
        ("P a,\nP |\nO b.", "Noting x; and\n", "P a,\nP _Noting_ x,|\nO b."),
        ("O z;\nO |\nA Annex\nT x", "1. Decides x; and\n", "O z;\nO _Decides_ x.|\nA Annex\nT x"),
    ],
)  # fmt: skip
def test_a_sentence_that_was_cut_behind_its_and_keeps_it(before: str, copied: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    paste(made, selection, from_clipboard({_PLAIN: copied.encode()}))
    assert told(made, selected(made)) == lines(after)
