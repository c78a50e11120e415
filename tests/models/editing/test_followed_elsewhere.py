"""References in footnotes, in words and to swapped items follow as figures in the text do."""

from __future__ import annotations

import pytest

from models.draft import Run
from models.draft.number_words import CARDINALS, as_written, in_figures
from models.editing import structure as acts
from models.editing.acts.set_numbers import set_suffix
from models.editing.edit import Selection
from models.editing.notes.footnotes import add_note, set_note_text
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.rehearsal import Rehearsal
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import Act, gone_at, last_told, lines, moved, new_at, told, working


def _in_note(text: str, words: str) -> tuple[WorkingText, int]:
    made, _ = working(text)
    note = add_note(made, Selection.at(2, 5), (Run("See ", italic=True), Run(words)))
    return made, note


@pytest.mark.parametrize(
    ("words", "act", "after", "said"),
    [
        ("paragraph 2 above.", new_at(0), "paragraph 3 above.", "1 reference follows: footnote 1"),
        ("OP2 and OP1.", new_at(0), "OP3 and OP2.", "1 reference follows: footnote 1"),
        ("paragraph 1 of the present resolution.", new_at(0), "paragraph 2 of the present resolution.",
         "1 reference follows: footnote 1"),
        ("A/RES/80/1, para. 2, and paragraph 2 above.", new_at(0), "A/RES/80/1, para. 2, and paragraph 3 above.",
         "1 reference follows: footnote 1"),
        ("paragraphs 1 and 2 above.", moved(0, 1), "paragraphs 1 and 2 above.", ""),
        ("paragraph 4 below.", moved(3, -2), "paragraph 2 above.",
         "1 reference follows: footnote 1; footnote 1 says “above” now"),
        ("paragraph 2 above.", gone_at(1), "paragraph 2 above.",
         "footnote 1 refers to paragraph 2, which is gone"),
        ("paragraph two above.", new_at(0), "paragraph three above.", "1 reference follows: footnote 1"),
        ("paragraph 9 above.", new_at(0), "paragraph 9 above.", ""),
        ("para. 2.", new_at(0), "para. 3.", "1 reference follows: footnote 1"),
        ("paragraph 2.", new_at(0), "paragraph 3.", "1 reference follows: footnote 1"),
        ("paragraphs 1 and 2.", new_at(1), "paragraphs 1 and 3.", "1 reference follows: footnote 1"),
        ("paragraph 2 and resolution 70/1.", new_at(0), "paragraph 2 and resolution 70/1.", ""),
        ("ibid., para. 2.", new_at(0), "ibid., para. 2.", ""),
        ("A/58/47, para. 2.", new_at(0), "A/58/47, para. 2.", ""),
        ("paragraph 2.", gone_at(1), "paragraph 2.", "footnote 1 refers to paragraph 2, which is gone"),
    ],
)  # fmt: skip
def test_a_note_follows_in_the_same_step(words: str, act: Act, after: str, said: str) -> None:
    made, note = _in_note("O One;\nO Two;\nO Three;\nO Four.", words)
    steps = made.undo_list.steps
    act(made)
    assert made.notes[note].text == f"See {after}"
    assert made.notes[note].runs[0].italic
    assert last_told(made) == said
    assert made.undo_list.steps == steps + 1
    assert len(to_look_at(made)) == ("gone" in said or "9" in words)  # no paragraph has that number
    made.undo()
    assert made.notes[note].text == f"See {words}"
    made.redo()
    there_and_back(made)


def test_what_is_to_be_looked_at_of_a_note_names_it() -> None:
    made, _ = _in_note("O One;\nO Two;\nO Three.", "paragraph 2 above.")
    gone_at(1)(made)
    assert to_look_at(made) == {1: "Footnote 1 refers to what was paragraph 2, which is gone."}


def test_a_note_that_is_cut_with_its_paragraph_and_put_in_again_means_what_it_did() -> None:
    made, note = _in_note("O One;\nO Two;\nO Three;\nO Four.", "paragraph 2 above.")
    draft = made.draft()
    gone_at(2)(made)
    new_at(0)(made)
    end = Selection.at(len(made.entries) - 1, made.entries[-1].length)
    insert_paragraphs(made, end, [draft.paragraphs[2]], draft.footnotes)
    assert made.cited() == (note,)
    assert made.notes[note].text == "See paragraph 3 above."
    new_at(1)(made)
    assert made.notes[note].text == "See paragraph 4 above."


def test_a_note_in_a_long_act_follows_too() -> None:
    made, note = _in_note("O One;\nO Two;\nO Three.", "paragraph 2 above.")
    rehearsal = Rehearsal(made)
    rehearsal.act(new_at(0))
    rehearsal.take()
    assert made.notes[note].text == "See paragraph 3 above."
    made.undo()
    assert made.notes[note].text == "See paragraph 2 above."


def test_a_note_that_is_written_anew_means_what_it_says_now() -> None:
    made, note = _in_note("O One;\nO Two;\nO Three.", "paragraph 2 above.")
    set_note_text(made, note, (Run("See paragraph 1 above."),))
    new_at(1)(made)
    assert made.notes[note].text == "See paragraph 1 above."
    new_at(0)(made)
    assert made.notes[note].text == "See paragraph 2 above."


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("the second operative paragraph", "the third operative paragraph"),
        ("the 2nd operative paragraph", "the 3rd operative paragraph"),
        ("the 2nd operative paragraph above", "the 3rd operative paragraph above"),
        ("the 10th operative paragraph", "the 11th operative paragraph"),
        ("the 20TH and 21ST operative paragraphs", "the 21ST and 22ND operative paragraphs"),
        ("the second operative paragraph of this resolution", "the third operative paragraph of this resolution"),
        ("le 2e paragraphe du dispositif", "le 3e paragraphe du dispositif"),
        ("OP 2", "OP 3"),
        ("OP two", "OP three"),
        ("OPs two to 4", "OPs three to 5"),
        ("op 2", "op 3"),
        ("PARAGRAPH 2 ABOVE", "PARAGRAPH 3 ABOVE"),
        ("operative paragraph two above", "operative paragraph three above"),
    ],
)
def test_the_same_words_follow_in_a_paragraph_and_in_a_note(words: str, after: str) -> None:
    ops = "".join(f"O Acts {number};\n" for number in range(24))
    made, _ = working(f"{ops}O Invites all as in {words};")
    note = add_note(made, Selection.at(23, 4), (Run(f"See {words}."),))
    new_at(0)(made)
    assert made.entries[-1].text == f"Invites all as in {after};"
    assert made.notes[note].text == f"See {after}."
    there_and_back(made)


@pytest.mark.parametrize(
    ("words", "act", "after"),
    [
        ("paragraph one above", new_at(0), "paragraph two above"),
        ("Paragraph One above", new_at(0), "Paragraph Two above"),
        ("paragraphs one and two above", new_at(1), "paragraphs one and three above"),
        ("paragraphs one to two above", new_at(1), "paragraphs one to three above"),
        ("OPs one and two", new_at(0), "OPs two and three"),
        ("the first operative paragraph", new_at(0), "the second operative paragraph"),
        ("the first and second operative paragraphs", moved(0, 1), "the first and second operative paragraphs"),
        ("the first and second operative paragraphs", new_at(1), "the first and third operative paragraphs"),
        ("le premier paragraphe du dispositif", new_at(0), "le deuxième paragraphe du dispositif"),
        ("la idea del segundo párrafo de la parte dispositiva", new_at(0),
         "la idea del tercer párrafo de la parte dispositiva"),
        ("each paragraph one idea", new_at(0), "each paragraph one idea"),
        ("paragraph one of resolution 60/1", new_at(0), "paragraph one of resolution 60/1"),
    ],
)  # fmt: skip
def test_a_number_in_words_follows_in_words(words: str, act: Act, after: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO Acts as in {words};\nO Four.")
    act(made)
    assert next(entry.text for entry in made.entries if "Acts" in entry.text) == f"Acts as in {after};"
    there_and_back(made)


def test_where_no_word_says_it_it_is_told() -> None:
    made, _ = working("O One;\nO Two;\nO As in the second operative paragraph;")
    acts.move(made, Selection.at(1), -1)
    assert made.entries[2].text == "As in the first operative paragraph;"
    made.undo()
    set_suffix(made, Selection.at(1), "bis")
    assert made.entries[2].text == "As in the second operative paragraph;"
    assert last_told(made) == "OP2 still says “the second operative paragraph”, which is OP1 bis now"


def test_words_and_figures_of_all_numbers() -> None:
    assert len(CARDINALS) == 99
    assert len(set(CARDINALS)) == 99
    for number, word in enumerate(CARDINALS, 1):
        assert in_figures(word) == str(number)
        assert as_written("one", str(number)) == word
    assert as_written("first", "42") == "forty-second"
    assert as_written("FIRST", "3") == "THIRD"
    assert as_written("ninety-nine", "100") == "100"
    assert as_written("first", "100") is None
    assert as_written("one bis", "3 ter") == "three ter"
    assert as_written("(a)", "b") == "b"


@pytest.mark.parametrize(
    ("words", "position", "after"),
    [
        ("paragraph 1 (a) and (b) above", 1, "paragraph 1 (a) and (b) above"),
        ("paragraph 1 (a) and (c) above", 1, "paragraph 1 (b) and (c) above"),
        ("paragraph 1 (b) and (c) above", 1, "paragraph 1 (a) and (c) above"),
        ("paragraph 1 (b) and (a) above", 1, "paragraph 1 (a) and (b) above"),
        ("paragraph 1 (a), (b) and (c) above", 2, "paragraph 1 (a), (b) and (c) above"),
        ("paragraphs 1 (a) and 2 above", 1, "paragraphs 1 (b) and 2 above"),
    ],
)
def test_items_written_in_ascending_order_stay_so(words: str, position: int, after: str) -> None:
    made, _ = working(f"O One:\n1 a;\n1 b;\n1 c;\nO Two;\nO As in {words}.")
    moved(position, 1)(made)
    assert told(made)[-1] == f"O As in {after}."
    there_and_back(made)


def test_items_of_paragraphs_that_change_places_stay_in_ascending_order() -> None:
    before = "O One:\n1 a;\nO Two:\n1 b;\n1 c;\nO As in paragraphs 1 (a) and 2 (b) above;\nO See OP1 and 2 (b)."
    made, _ = working(before)
    acts.move(made, Selection.at(0), 1)
    assert told(made)[-2:] == lines("O As in paragraphs 1 (b) and 2 (a) above;\nO See OP2 and 1 (b).")


# Numbers of annexes and sections

ANNEXED = "E Organ,\nO One;\nO Two;\nO Three, under {};\nA Annex\nO Un;\nO Deux;\nO Trois, under {}."


@pytest.mark.parametrize(
    "words",
    [
        "paragraph {} of the annex to the present resolution",
        "paragraph {} of the annex to this resolution",
        "paragraph {} of the Annex to the present draft resolution",
        "paragraph {} of the annex hereto",
        "paragraph {} in the annex to the present resolution",
        "paragraph {} of the annex below",
        "paragraph {} of this annex",
        "paragraph {} of the present annex",
    ],
)
def test_a_paragraph_of_the_annex_has_the_numbers_of_the_annex(words: str) -> None:
    made, _ = working(ANNEXED.format(words.format(2), words.format(1)))
    acts.new_paragraph(made, Selection.at(0, 0))
    assert _under(made) == [words.format(2), words.format(1)]
    made, _ = working(ANNEXED.format(words.format(2), words.format(1)))
    acts.new_paragraph(made, Selection.at(5, 0))
    assert _under(made) == [words.format(3), words.format(2)]


def test_of_two_annexes_the_one_that_is_named_is_meant() -> None:
    words = "paragraph {} of annex {} to the present resolution"
    text = "E Organ,\nO One, under {}, under {}.\nA Annex I\nO Un;\nO Deux.\nA Annex II\nO Eins;\nO Zwei, under {}."
    made, _ = working(text.format(words.format(2, "I"), words.format(2, "II"), "paragraph 1 of this annex"))
    acts.new_paragraph(made, Selection.at(6, 0))
    assert _under(made) == [words.format(2, "I"), words.format(3, "II"), "paragraph 2 of this annex"]


def test_a_paragraph_of_a_section_has_the_numbers_of_that_section() -> None:
    made, _ = working(
        "E Organ,\nS A\nO{1} One;\nO{2} Two, under paragraph 1 of section II below;\n"
        "S B\nO{1} Eins;\nO{2} Zwei, under paragraph 2 of section I above."
    )
    acts.new_paragraph(made, Selection.at(2, 0))
    assert _under(made) == ["paragraph 1 of section II below", "paragraph 3 of section I above"]
    acts.new_paragraph(made, Selection.at(6, 0))
    assert _under(made) == ["paragraph 2 of section II below", "paragraph 3 of section I above"]


def _under(made: WorkingText) -> list[str]:
    """What paragraphs say to act under."""
    found = [words for entry in made.entries for words in entry.text.split("under ")[1:]]
    return [words.rstrip(";., ") for words in found]


def test_numbers_of_four_figures_are_followed() -> None:
    text = "\n".join(
        [*(f"O Number {number};" for number in range(1_050)), "O Last, under paragraphs 998 to 1020 above."]
    )
    made, _ = working(text)
    acts.new_paragraph(made, Selection.at(0, 0))
    assert _under(made) == ["paragraphs 999 to 1021 above"]
    assert to_look_at(made) == {}
    there_and_back(made)


@pytest.mark.parametrize("citing", ["Recalls resolution 70/1", "Takes note of the report of the Panel", "Ibid"])
def test_a_note_that_says_no_more_than_a_paragraph_is_of_what_the_text_cites(citing: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO {citing};\nO Four.")
    words = "Ibid., paragraph 2." if citing == "Ibid" else "Paragraph 2."
    note = add_note(made, Selection.at(2, made.entries[2].length - 1), (Run(words),))
    new_at(0)(made)
    assert made.notes[note].text == words
    assert last_told(made) == ""


@pytest.mark.parametrize(
    ("words", "now", "side"),
    [
        ("(see above, paragraph 2)", "(see below, paragraph 4)", "below"),
        ("(voir ci-dessus, par. 2)", "(voir ci-dessous, par. 4)", "ci-dessous"),
        ("(véase supra, párr. 2)", "(véase infra, párr. 4)", "infra"),
        ("(см. выше, пункт 2)", "(см. ниже, пункт 4)", "ниже"),
        ("以上第2段", "以下第4段", "以下"),
        ("前述第2段", "下述第4段", "下述"),
    ],
)
def test_where_it_stands_may_be_said_before_a_reference(words: str, now: str, side: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO Acts {words};\nO Four.")
    moved(1, 2)(made)
    assert made.entries[1].text == f"Acts {now};"
    assert last_told(made) == f"1 reference follows: OP2; OP2 says “{side}” now"
    there_and_back(made)
