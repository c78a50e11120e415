"""A paragraph that is left gets the mark it lacks, and is finished then: left once more, it stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.end_marks import SIGNS
from models.editing.acts.moving import move
from models.editing.edit import Selection
from models.editing.marks import leaving
from models.editing.marks.language_marks import ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH
from models.editing.marks.text_end import end_text
from models.editing.structure import insert_text
from models.editing.working import WorkingText

_WORDS = {
    "en": ("The General Assembly,", "Decides to meet in May", "the report of the Secretary-General"),
    "fr": ("L’Assemblée générale,", "Décide de se réunir en mai", "le rapport du Secrétaire général"),
    "es": ("La Asamblea General,", "Decide reunirse en mayo", "el informe del Secretario General"),
    "ru": ("Генеральная Ассамблея,", "постановляет собраться в мае", "доклад Генерального секретаря"),
    "ar": ("إن الجمعية العامة،", "تقرر أن تجتمع في أيار", "تقرير الأمين العام"),
    "zh": ("大会，", "决定于五月举行会议", "秘书长的报告"),
}
_O, _P, _S = Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH
_FRAMES: tuple[tuple[tuple[Kind, int], ...], ...] = (
    ((_O, 0),),
    ((_O, 0), (_O, 0)),
    ((_P, 0), (_O, 0)),
    ((_O, 0), (_S, 1), (_S, 1), (_O, 0)),
    ((_O, 0), (_S, 1), (_S, 1), (_S, 1)),
    ((_O, 0), (_S, 1), (_S, 2), (_S, 2), (_S, 1)),
    ((_P, 0), (_P, 0), (Kind.ANNEX, 0), (_O, 0)),
)
_SIGNS = (" ", "  ", "\u00a0", "x", "p.m.", "etc.", "…", "—", "(", ")", "[", "]", "“", "”", *SIGNS)


def _tails(language: str) -> st.SearchStrategy[str]:
    """What is typed at an end, with every "and" of the language."""
    marks = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "ar": ARABIC, "zh": CHINESE}[language]
    words = [f" {word}" for word in marks.joins]
    return st.lists(st.sampled_from(_SIGNS) | st.sampled_from(words), max_size=5).map("".join)


def _text(language: str, frame: tuple[tuple[Kind, int], ...], marks: str) -> WorkingText:
    organ, first, second = _WORDS[language]
    lines = [Paragraph(Kind.ENACTING, (Run(organ),))]
    for at, (kind, level) in enumerate(frame):
        words = f"{first}, {second}{marks[at % len(marks)]}" if marks else f"{first}, {second}"
        lines.append(Paragraph(kind, (Run(words),), level))
    working = WorkingText(Draft(tuple(lines)))
    working.punctuates = True
    return working


def _finish(working: WorkingText, at: int) -> list[str]:
    here = Selection.at(at, working.entries[at].length)
    leaving.leave(working, at, here)
    end_text(working, here)
    return [entry.text for entry in working.entries]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(_WORDS)), st.sampled_from(_FRAMES), st.sampled_from(("", ";", ";.", ",;")), st.data())
def test_what_is_finished_stays_as_it_is(
    language: str, frame: tuple[tuple[Kind, int], ...], marks: str, data: st.DataObject
) -> None:
    working = _text(language, frame, marks)
    at = data.draw(st.integers(1, len(frame)))
    end = working.entries[at]
    place = data.draw(st.sampled_from((end.length, end.end.start)))
    insert_text(working, Selection.at(at, place), f" x{data.draw(_tails(language))}")
    once = _finish(working, at)
    assert _finish(working, at) == once


@pytest.mark.parametrize(
    ("typed", "finished"),
    [
        (" and", "Decides to go and."),
        (" and ", "Decides to go and."),
        (" or", "Decides to go or."),
        ("; and and", "Decides to go; and and."),
        (", and", "Decides to go, and"),  # the sentence goes on
    ],
)
def test_the_last_word_of_a_text_stays_its_last_word(typed: str, finished: str) -> None:
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to go"),)),)))
    working.punctuates = True
    insert_text(working, Selection.at(0, working.entries[0].length), typed)
    assert _finish(working, 0) == [finished]
    assert _finish(working, 0) == [finished]


_EN, _FR, _ES = "Requests the report of the {}", "Prie les États de la région de {}", "Pide a los Estados que {}"


def _mixed(*lines: tuple[int, str]) -> WorkingText:
    """Operative paragraphs (level 0) and items, each in the language of its words."""
    made = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))]
    made += [Paragraph(_S if level else _O, (Run(words),), level) for level, words in lines]
    return WorkingText(Draft(tuple(made)))


@pytest.mark.parametrize(
    ("lines", "at", "moved"),
    [
        (
            ((0, f"{_EN};"), (0, f"{_FR}\u00a0;"), (0, f"{_FR}.")), 2,
            (f"{_EN};", f"{_FR}\u00a0;", f"{_FR}."),
        ),
        (
            ((0, f"{_FR}\u00a0;"), (0, f"{_EN};"), (0, f"{_FR}.")), 2,
            (f"{_FR}\u00a0;", f"{_FR}\u00a0;", f"{_EN}."),
        ),
        (
            ((0, f"{_EN}:"), (1, f"{_FR}\u00a0;"), (1, f"{_EN}; and"), (1, f"{_ES}.")), 2,
            (f"{_EN}:", f"{_EN};", f"{_FR}\u00a0; et", f"{_ES}."),
        ),
        (
            ((0, f"{_EN}:"), (1, f"{_FR}\u00a0;"), (1, f"{_EN}; or"), (1, f"{_ES}.")), 3,
            (f"{_EN}:", f"{_FR}\u00a0;", f"{_ES}; o", f"{_EN}."),
        ),
    ],
)  # fmt: skip
def test_each_paragraph_ends_as_its_own_language_does(
    lines: tuple[tuple[int, str], ...], at: int, moved: tuple[str, ...]
) -> None:
    working = _mixed(*lines)
    before = [entry.text for entry in working.entries]
    move(working, Selection.at(at), 1)
    assert tuple(entry.text for entry in working.entries[1:]) == moved
    move(working, Selection.at(at + 1), -1)
    assert [entry.text for entry in working.entries] == before


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_what_is_moved_and_moved_back_ends_as_it_did_in_whatever_languages(data: st.DataObject) -> None:
    languages = {_EN: ENGLISH, _FR: FRENCH, _ES: SPANISH}
    frame = data.draw(st.sampled_from(((0, 0, 0), (0, 0, 0, 0), (0, 1, 1, 1), (0, 1, 1, 1, 1, 0))))
    lines = []
    for at, level in enumerate(frame):
        words, after = data.draw(st.sampled_from(sorted(languages))), (*frame[at + 1 :], -1, -1)[:2]
        marks = languages[words]
        joins = f" {marks.joins[0]}" if level and after[0] == 1 and after[1] != 1 else ""
        lines.append((level, words + marks.written(":" if after[0] > level else ";" if after[0] >= 0 else ".") + joins))
    working = _mixed(*lines)
    before = [entry.text for entry in working.entries]
    at = data.draw(st.integers(1, len(frame) - 1))
    key = working.entries[at].key
    move(working, Selection.at(at), 1)
    there = next(place for place, entry in enumerate(working.entries) if entry.key == key)
    if there != at:
        move(working, Selection.at(there), -1)
    assert [entry.text for entry in working.entries] == before
