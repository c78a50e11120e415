""" "Ibid." as it is printed where the note before names the same source, and never where it would mean another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.circulation.ibid import with_ibid
from models.comparison.references.sources import shape, sources
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from tests.real_files import real_draft


def noted(*texts: str) -> Draft:
    places = tuple(Run(footnote=at) for at in range(1, len(texts) + 1))
    notes = tuple(Footnote(at, str(at), (Run(text),)) for at, text in enumerate(texts, 1))
    return Draft((Paragraph(Kind.TEXT, (Run("Text"), *places)),), notes)


def printed(draft: Draft) -> list[str]:
    return [note.text for note in with_ibid(draft).footnotes]


TREATIES = "United Nations, Treaty Series, vol. 1771, No. 30822."


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ((TREATIES, TREATIES), (TREATIES, "Ibid.")),
        ((TREATIES, TREATIES.replace("1771", "2303")), (TREATIES, "Ibid., vol. 2303, No. 30822.")),
        (("A/58/1, para. 5.", "A/58/1, para. 9."), ("A/58/1, para. 5.", "Ibid., para. 9.")),
        (("A/58/1.", "A/58/1.", "A/58/1."), ("A/58/1.", "Ibid.", "Ibid.")),
        (("A/58/1.", "Ibid.", "A/58/1."), ("A/58/1.", "Ibid.", "Ibid.")),
        (("A/58/1.", "A/58/2.", "A/58/1."), ("A/58/1.", "A/58/2.", "A/58/1.")),
        (("Resolution 70/1.", "Resolution 70/2."), ("Resolution 70/1.", "Resolution 70/2.")),
        (("A/58/1, annex.", "A/58/1."), ("A/58/1, annex.", "A/58/1.")),
        (("Резолюция 70/1.", "Резолюция 70/1."), ("Резолюция 70/1.", "Там же.")),
        (("القرار 70/1.", "القرار 70/1."), ("القرار 70/1.", "المرجع نفسه.")),
        (("A/80/1.", "A/80/1, п. 5."), ("A/80/1.", "Там же, п. 5.")),
        (("A/80/1.", "A/80/1، الفقرة 5."), ("A/80/1.", "المرجع نفسه، الفقرة 5.")),
        (("A/80/1。", "A/80/1，第5段。"), ("A/80/1。", "同上，第5段。")),
    ],
)
def test_what_is_printed(notes: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert printed(noted(*notes)) == list(expected)


@pytest.mark.parametrize(
    ("text", "said"),
    [("Постановляет созвать заседание;", "Там же."), ("大会决定召开高级别会议；", "同上."), ("Décide de", "Ibid.")],
)
def test_a_note_of_no_words_speaks_as_its_text(text: str, said: str) -> None:
    draft = noted("A/58/1.", "A/58/1.")
    (one,) = draft.paragraphs
    assert printed(replace(draft, paragraphs=(replace(one, runs=(Run(text), *one.runs[1:])),)))[1] == said


def test_notes_follow_one_another_as_they_are_cited() -> None:
    one, two, three = (Footnote(at, str(at), (Run(text),)) for at, text in ((1, "A/1."), (2, "A/2."), (3, "A/1.")))
    text = Paragraph(Kind.TEXT, (Run("x"), Run(footnote=1), Run(footnote=3), Run(footnote=2), Run(footnote=3)))
    assert printed(Draft((text,), (one, two, three))) == ["A/1.", "A/2.", "Ibid."]


def test_titles_keep_their_italics() -> None:
    runs = (Run("See "), Run("Treaty Series", italic=True), Run(", vol. 1, No. 2."))
    other = (*runs[:2], Run(", vol. 3, "), Run("No. 2", italic=True), Run("."))
    draft = Draft(noted("a", "b").paragraphs, (Footnote(1, "1", runs[1:]), Footnote(2, "2", other[1:])))
    assert with_ibid(draft).footnotes[1].runs == (Run("Ibid., vol. 3, "), Run("No. 2", italic=True), Run("."))


def same_sources(draft: Draft) -> bool:
    one, two = (
        {note: shape(text.rstrip(" .。")) for note, text in sources(each).items()} for each in (draft, with_ibid(draft))
    )
    return one == two


parts = st.sampled_from(
    ["A/58/1", "See A/58/1", "para. 5", "para. 6", "annex", "annex II", "vol. 3", "Ibid.", "idem", ""]
)


@given(st.lists(st.lists(parts, min_size=1, max_size=4).map(", ".join).map(lambda text: text + "."), max_size=6))
def test_each_note_still_means_its_source(notes: list[str]) -> None:
    assert same_sources(noted(*notes))


def test_notes_of_real_texts_still_mean_their_sources(shared: Path) -> None:
    shortened = 0
    for path in sorted((shared / "corpus" / "resolutions").glob("*.txt"))[::3]:
        draft = real_draft(path)
        assert same_sources(draft), path.name
        shortened += with_ibid(draft) != draft
    assert shortened
