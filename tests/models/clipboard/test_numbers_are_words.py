"""What a pasted line begins with numbers a paragraph only where it begins one; elsewhere it is words, and stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from tests.models.editing.tiny_drafts import lines, selected, told, working

_REFERENCES = (
    "(a) and (b) above", "OP2 and OP3", "[OP2] and [OP3]", "2 bis above", "(i) of Article 2", "(a)", "(c)", "OP2",
    "3) and", "a) et b) ci-dessus", "a) de l’article 5", "a) y b) supra", "а) и б) выше", "（一）和（二）",
    "（一）项所述", "(أ) و(ب)", "OP2 was deleted at the request of Fiji", "PP3 to be moved", "OP2 Fiji asks for time",
    "OP2 被删除", "3 (a) and others", "OP3 (b) to the",
)  # fmt: skip
_NUMBERED = ("(a) Requests action", "3. Requests action", "OP2. Requests action", "— To act", "I. Newton")


def _formats(text: str, *, html: bool) -> dict[str, bytes]:
    plain = {"text/plain": text.encode()}
    return plain | {"text/html": f"<p>{text}</p>".encode()} if html else plain


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("text", [*_REFERENCES, *_NUMBERED])
def test_nothing_in_a_sentence_is_a_number(text: str, html: bool) -> None:
    for before in ("O Notes a;\nO Decides that |the States act.", "O Notes a;\nO Decides that |the States| act."):
        made, at = working(before, punctuates=True)
        paste(made, at, from_clipboard(_formats(text, html=html)))
        assert len(made.entries) == 2
        assert made.entries[1].text.startswith(f"Decides that {text}")
        made.undo()
        assert made.draft() == made.base


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("text", _REFERENCES)
def test_a_reference_is_words_where_a_paragraph_begins(text: str, html: bool) -> None:
    made, at = working("O Notes a;\nO |", punctuates=True)
    paste(made, at, from_clipboard(_formats(text, html=html)))
    assert [entry.text for entry in made.entries] == ["Notes a;", text]


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("O Notes a:\n1 |", "(a) the State of origin;", "O Notes a:\n1 the State of origin;|"),
        ("O Notes a:\n1 |", "(a) to report on it;", "O Notes a:\n1 to report on it;|"),
        ("O Notes a:\n1 |", "(a) in the event of fire;", "O Notes a:\n1 in the event of fire;|"),
        ("O Notes a;\nO |", "OP2 Requests action;", "O Notes a;\nO _Requests_ action;|"),
        ("O Notes a;\nO |", "OP2. Words of it", "O Notes a;\nO Words of it|"),
        ("O Notes a;\nO |", "New OP5: Urges all", "O Notes a;\nO (new) Urges all|"),
        ("O Notes a;\nO |", "新OP5：敦促各国", "O Notes a;\nO (新) 敦促各国|"),
        ("O Notes a;\nO |", "New OP5 (Fiji): Urges all", "O Notes a;\nO (new) (Fiji): Urges all|"),
        ("O Notes a;\nO |", "[New OP5: Urges all]", "O Notes a;\nO [(new) Urges all]|"),
        ("O Notes a;\nO |", "Новый ОП5 просит всех", "O Notes a;\nO (новый) просит всех|"),
        ("O Notes a;\nO |", "New OP5 requests too much", "O Notes a;\nO New OP5 requests too much|"),
        ("O Notes a;\nO |", "New OP5 (Fiji) is good", "O Notes a;\nO New OP5 (Fiji) is good|"),
        ("O Notes a;\nO |", "New OP5 was good", "O Notes a;\nO New OP5 was good|"),
        ("P Noting a,\nP |", "PP3 (Fiji): Noting all,", "P Noting a,\nP (Fiji): Noting all,|"),
        ("O Notes a;\nO |", "OP5 (new) Urges all", "O Notes a;\nO (new) Urges all|"),
        ("O Notes a;\nO |", "1. Above all", "O Notes a;\nO Above all|"),
        ("O Notes a;\nO |", "OP5 Fiji acts;\nOP6 All act.", "O Notes a;\nO Fiji acts;\nO All act.|"),
        ("O Notes a;\nO |", "OP5 Fiji acts;\nOP2 Fiji asks.", "O Notes a;\nO Fiji acts;\nT OP2 Fiji asks.|"),
        # Before the mark of a paragraph is its end; what is pasted there parts nothing.
        ("O Notes a|;\nO b.", "3. Requests x", "O Notes a;\nO _Requests_ x|\nO b."),
        ("O Notes a|;\nO b.", "and c\n3. Requests x", "O Notes a and c;\nO _Requests_ x|\nO b."),
        # The first of several may be copied from amid one; what its list goes on with says that it is not.
        ("O Notes a;\nO |", "(b) and others\nRequests x;", "O Notes a;\nO (b) and others\nO _Requests_ x;|"),
        ("O Notes a:\n1 |", "(a) is fair\n(b) is free", "O Notes a:\n1 is fair\n1 is free|"),
        # A list whose first item is in the words of a sentence goes on behind it.
        ("O Notes |that.", "(a) One;\n(b) Two;", "O Notes (a) One;\n1{(b)} Two;|\nO that."),
        # In a cell nothing is counted.
        ("C{0.0.0} a\nC{0.0.1} |", "(3) posts", "C{0.0.0} a\nC{0.0.1} (3) posts|"),
        ("C{0.0.0} a\nC{0.0.1} |", "3. Posts;\n4. Travel.", "C{0.0.0} a\nC{0.0.1} 3. Posts;\nC{0.0.1} 4. Travel.|"),
    ],
)  # fmt: skip
def test_what_begins_a_paragraph_is_its_number(before: str, text: str, after: str) -> None:
    made, at = working(before)
    paste(made, at, from_clipboard({"text/plain": text.encode()}))
    assert told(made, selected(made)) == lines(after)


_PIECES = (*_REFERENCES, *_NUMBERED, " ", ", ", "; ", ". ", " and ", " et ", "和", "the States", "II", "§ 3", "-", "5")


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join).filter(str.strip), st.booleans())
def test_all_letters_of_a_line_stand_in_the_sentence_it_is_pasted_into(text: str, html: bool) -> None:
    made, at = working("O Notes a;\nO Decides that |the States act.", punctuates=True)
    paste(made, at, from_clipboard(_formats(text, html=html)))
    assert "".join(text.split()) in "".join(made.entries[1].text.split())


@pytest.mark.parametrize(
    ("formats", "numbers"),
    [
        ({"text/html": b"<h2>1. Scope</h2><p>1. Requests x;</p>"}, ["1", "1", "2"]),
        ({"text/plain": b"2. Decides:\n12. Foo is bar.\n3. Ends."}, ["1", "2", "12", "3"]),
        ({"text/plain": b"* On behalf of the Group.\n\nRequests x;"}, ["1", "*", "2"]),
        ({"text/plain": b"See below*\n* to act\n* to go"}, [None, None, "(a)", "(b)"]),
        (
            {"text/plain": b"Fiji:* draft resolution\n\n* On behalf of all.\n\n* Reissued.\n\nRequests x;"},
            ["1", None, "*", "*", "2"],
        ),
    ],
)
def test_what_nothing_counts_keeps_its_number(formats: dict[str, bytes], numbers: list[str | None]) -> None:
    made, at = working("O Notes a;\nO |")
    paste(made, at, from_clipboard(formats))
    assert [made.number(position) for position in range(len(made.entries))] == numbers


def test_what_is_called_new_in_a_cell_stays_as_it_is() -> None:
    made, at = working("O Notes a;\nO |")
    table = b"<table><tr><td>New OP5: Urges all</td><td>Fiji</td></tr></table>"
    paste(made, at, from_clipboard({"text/html": table}))
    assert "New OP5: Urges all" in [entry.text for entry in made.entries]
