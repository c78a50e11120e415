"""An initial that Word sets as a paragraph of its own is read with the words it begins, and goes with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Run
from models.proposals.returned import read_returned
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import BY, cell, d, dele, docx, ins, p, row, t, table

FRAME = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
BEFORE, AFTER = "The General Assembly,", "Decides to meet."
WORDS = "This text begins with a letter of its own."


def file(*initial: str, words: str = "") -> bytes:
    body = p(BEFORE) + p(*(initial or ("T",)), properties=FRAME) + p(words or t(WORDS[1:])) + p(AFTER)
    return docx(body)


def texts(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs]


def test_an_initial_is_of_the_words_behind_it() -> None:
    read = read_word(file()).draft
    assert texts(read) == [BEFORE, "", WORDS, AFTER]
    assert Kind.SECTION not in {one.kind for one in read.paragraphs}


@pytest.mark.parametrize("body", [p("T", properties=FRAME), p("T", properties=FRAME) * 2 + p("his")])
def test_an_initial_without_words_behind_it_stays_where_it_is(body: str) -> None:
    one = read_word(docx(p(BEFORE) + body)).draft.paragraphs[1]
    assert (one.number, one.text) == ("T", "")  # a letter alone is that of a section


@pytest.mark.parametrize(
    ("between", "choice"),
    [
        ('<w:bookmarkEnd w:id="5"/>', "accept"),
        (table(row(cell(p(ins(t("new")), mark=f"<w:ins {BY}/>")), properties=f"<w:ins {BY}/>")), "reject"),
    ],
)
def test_what_shows_nothing_does_not_part_an_initial_from_its_words(
    between: str, choice: Literal["accept", "reject"]
) -> None:
    data = docx(p(BEFORE) + p("T", properties=FRAME) + between + p(WORDS[1:]) + p(AFTER))
    read = read_word(data, choice)
    assert texts(read.draft) == [BEFORE, "", WORDS, AFTER]
    reworded = replace(read.draft.paragraphs[2], runs=(Run("A" + WORDS[4:]),))
    new = replace(read.draft, paragraphs=(*read.draft.paragraphs[:2], reworded, *read.draft.paragraphs[3:]))
    made = write_redline(compare(read.draft, new), base=data, origins=read.origins, base_changes=choice)
    assert texts(read_word(made).draft) == texts(new)
    assert texts(read_word(made, "reject").draft) == texts(read.draft)


@pytest.mark.parametrize("change", ["nothing", "words", "initial", "gone", "gone with its line", "moved"])
def test_a_redline_is_exact_both_ways(change: str) -> None:
    data = file()
    read = read_word(data)
    first, line, words, last = read.draft.paragraphs
    reworded = replace(words, runs=(Run(WORDS.replace("begins", "opens")),))
    again = replace(words, runs=(Run("A" + WORDS[4:]),))
    new = {
        "nothing": (first, line, words, last),
        "words": (first, line, reworded, last),
        "initial": (first, line, again, last),
        "gone": (first, line, last),
        "gone with its line": (first, last),
        "moved": (first, last, line, words),
    }[change]
    made = write_redline(compare(read.draft, Draft(new)), base=data, origins=read.origins, author="Fiji")
    assert texts(read_word(made).draft) == [one.text for one in new]
    assert texts(read_word(made, "reject").draft) == texts(read.draft)
    assert lint(made) == ()
    assert bool(read_word(made).revisions) == (change != "nothing")
    if change == "nothing":
        parts = [etree.tostring(Package(one).root("word/document.xml"), method="c14n") for one in (made, data)]
        assert parts[0] == parts[1]


@pytest.mark.parametrize(
    ("words", "initial"),
    [
        (WORDS.replace("begins", "opens"), "T"),
        ("That" + WORDS[4:] + " Also here.", "T"),
        ("What" + WORDS[4:], "W"),
        ("[" + WORDS.replace(" a ", "] a "), "[T"),
    ],
)
def test_an_initial_stays_or_another_stands_in_its_place(words: str, initial: str) -> None:
    data = file('<w:r><w:rPr><w:sz w:val="96"/></w:rPr><w:t>T</w:t></w:r>')
    read = read_word(data)
    first, line, said, last = read.draft.paragraphs
    new = Draft((first, line, replace(said, runs=(Run(words),)), last))
    made = write_redline(compare(read.draft, new), base=data, origins=read.origins)
    assert texts(read_word(made).draft) == texts(new)
    assert texts(read_word(made, "reject").draft) == texts(read.draft)
    accepted = Package(made)
    resolve(accepted, "accept")
    _, frame, rest, _ = accepted.root("word/document.xml").iter(w("p"))
    assert "".join(frame.itertext()) == initial
    assert all(run.find(f"{w('rPr')}/{w('sz')}") is not None for run in frame.iter(w("r")))
    assert next(rest.iter(w("sz")), None) is None


def test_changes_of_an_initial_are_told_with_the_words() -> None:
    returned = read_returned(file(dele(d("T"), BY), ins(t("Th"), BY), words=t(WORDS[2:]) + ins(t(" So be it."), BY)))
    assert returned.exact
    assert texts(returned.sent.draft)[2] == f"{WORDS} So be it."
    (one,) = returned.proposals
    assert one.kind == "reword"
