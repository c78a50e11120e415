"""The canonical form: there and back, one text for one content."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import (
    Draft,
    Footnote,
    Kind,
    Paragraph,
    Run,
    brackets,
    canonical,
    computed_numbers,
    content_hash,
    labels,
    node_id,
    tidy_runs,
)
from models.draft.canonical import draft_from

WORDS = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=12)
RUNS = st.lists(
    st.one_of(
        st.builds(Run, WORDS, st.booleans(), st.booleans(), st.booleans()),
        st.builds(lambda note: Run(footnote=note), st.integers(1, 4)),
    ),
    max_size=4,
).map(tidy_runs)
NUMBERS = st.one_of(
    st.none(),
    st.sampled_from(["1", "2", "7", "3 bis", "(a)", "(b)", "(i)", "a.", "II", "C", "•", "x", "", "1 alt", "(i) ter"]),
)
PARAGRAPHS = st.builds(
    Paragraph,
    kind=st.sampled_from(Kind),
    runs=RUNS,
    level=st.integers(0, 5),
    number=NUMBERS,
    set_label=st.one_of(st.none(), st.sampled_from(["PP5 bis", "OP3 alt", ""])),
    cell=st.one_of(st.none(), st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))),
)
NOTES = st.lists(
    st.builds(
        Footnote,
        st.integers(1, 9),
        st.sampled_from(["1", "2", "*"]),
        RUNS.map(lambda runs: tuple(run for run in runs if run.footnote is None)).map(tidy_runs),
    ),
    max_size=3,
    unique_by=lambda note: note.id,
).map(tuple)
DRAFTS = st.builds(Draft, st.lists(PARAGRAPHS, max_size=8).map(tuple), NOTES)


def read_back(text: str) -> Draft:
    value = json.loads(text)
    return draft_from(value["paragraphs"], value["footnotes"])


@settings(max_examples=60, deadline=None)
@given(DRAFTS)
def test_there_and_back(draft: Draft) -> None:
    text = canonical(draft)
    assert read_back(text) == draft
    assert canonical(read_back(text)) == text


@settings(max_examples=60, deadline=None)
@given(DRAFTS)
def test_numbers_labels_and_brackets_never_fail(draft: Draft) -> None:
    assert len(labels(draft)) == len(computed_numbers(draft)) == len(draft.paragraphs)
    found = brackets(draft)
    assert all(bracket.start or bracket.end for bracket in found)


@given(DRAFTS)
def test_numbers_written_as_computed_are_left_out(draft: Draft) -> None:
    from dataclasses import replace

    bare = Draft(tuple(replace(paragraph, number=None) for paragraph in draft.paragraphs))
    numbered = Draft(
        tuple(replace(p, number=number) for p, number in zip(bare.paragraphs, computed_numbers(bare), strict=True))
    )
    assert all("number" not in value for value in json.loads(canonical(numbered))["paragraphs"])
    assert read_back(canonical(numbered)) == numbered


def test_the_form() -> None:
    draft = Draft(
        (
            Paragraph(Kind.ENACTING, (Run("The General "), Run("Assembly,"))),
            Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(""), Run(" it;"), Run(footnote=1)), number="1"),
            Paragraph(Kind.OPERATIVE, (Run("Ends."),), number="3"),
        ),
        (Footnote(1, "1", (Run("A/58/98."),)),),
    )
    assert canonical(draft) == (
        '{"footnotes":[{"id":1,"mark":"1","runs":[{"text":"A/58/98."}]}],"form":"adref-1","paragraphs":['
        '{"kind":"enacting","level":0,"runs":[{"text":"The General Assembly,"}]},'
        '{"kind":"operative","level":0,"runs":[{"italic":true,"text":"Decides"},{"text":" it;"},{"footnote":1}]},'
        '{"kind":"operative","level":0,"number":"3","runs":[{"text":"Ends."}]}]}'
    )


def test_text_is_kept_as_read() -> None:
    one = Draft((Paragraph(Kind.TEXT, (Run("café"),)),))
    other = Draft((Paragraph(Kind.TEXT, (Run("cafe\u0301"),)),))
    assert content_hash(one) != content_hash(other)


def test_ids_cover_content_and_parents_in_any_order() -> None:
    ids = {node_id("c", []), node_id("d", []), node_id("c", ["a"]), node_id("c", ["b"]), node_id("c", ["a", "b"])}
    assert len(ids) == 5
    assert node_id("c", ["a"]) == node_id("c", ("a",))
    assert node_id("c", ["b", "a"]) == node_id("c", ["a", "b"])
