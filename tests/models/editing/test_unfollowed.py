"""References that no figure follows are told where they mean another paragraph; lists mean the same or are told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models.comparison.references.cited_ranges import taken_in
from models.draft import Run
from models.draft.mentions import unsure_in
from models.editing import structure as acts
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.references.targets import Targets
from models.editing.rehearsal import Rehearsal
from models.editing.working import WorkingText
from tests.models.draft.test_mentions import UNSURE, WHOLE
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import Act, gone_at, last_told, lines, moved, new_at, told, working

STAYS = "{} still says {}; what that meant is {}"
MAYBE = "{} still says {}; if that is of this text, what it meant is {}"


@pytest.mark.parametrize(
    ("words", "act", "said"),
    [
        ("the preceding paragraph", moved(1, 2), STAYS.format("OP2", "“the preceding paragraph”", "OP4 now")),
        ("the preceding paragraph", new_at(2), STAYS.format("OP4", "“the preceding paragraph”", "OP2 now")),
        ("the preceding paragraph", gone_at(1), STAYS.format("OP2", "“the preceding paragraph”", "gone")),
        ("the preceding paragraph", new_at(1), ""),
        ("the preceding paragraphs", moved(0, 3), STAYS.format("OP2", "“the preceding paragraphs”", "OP4 now")),
        ("the preceding paragraphs", moved(0, 1), ""),
        ("the two preceding paragraphs", moved(0, 1), ""),
        ("the following paragraph", moved(3, 1), STAYS.format("OP3", "“the following paragraph”", "OP5 now")),
        ("au paragraphe précédent", moved(1, 2), STAYS.format("OP2", "“au paragraphe précédent”", "OP4 now")),
        ("en el párrafo anterior", moved(1, 2), STAYS.format("OP2", "“el párrafo anterior”", "OP4 now")),
        ("operative paragraph 2", new_at(0), MAYBE.format("OP4", "operative paragraph 2", "OP3 now")),
        ("operative paragraphs 4 and 5", gone_at(0), MAYBE.format("OP2", "paragraph 4", "OP3 now")),
        ("paragraph 2", gone_at(1), MAYBE.format("OP2", "paragraph 2", "gone")),
        ("按照第2段行事", new_at(0), MAYBE.format("OP4", "第2段", "OP3 now")),
        ("决定第2段所述措施", new_at(0), MAYBE.format("OP4", "第2段", "OP3 now")),
        ("，第2段和第4段所述", gone_at(0), MAYBE.format("OP2", "paragraph 2", "OP1 now")),
        ("该公约，第2段所述", new_at(0), ""),
        ("第79/1号决议（见第2段）", new_at(0), ""),
        ("其第2段", new_at(0), ""),
        ("第5条第2段", new_at(0), ""),
        ("OP2 bis and ter", new_at(0), ""),
        ("OP2 and 4 States", new_at(0), STAYS.format("OP4", "paragraph 2", "OP3 now")),
    ],
)
def test_where_it_means_another_paragraph_it_is_told(words: str, act: Act, said: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO Acts as in {words};\nO Four;\nO Five.")
    act(made)
    assert f"as in {words}" in "\n".join(told(made))
    assert last_told(made) == said
    assert len(to_look_at(made)) == bool(said)
    there_and_back(made)


@pytest.mark.parametrize(
    ("words", "act", "said"),
    [
        ("annex I, paragraph 2", new_at(7), "what that meant is Annex I.3 now"),
        ("annex I, paragraph 2", moved(8, -1), "what that meant is Annex I.1 now"),
        ("annex I, paragraph 2", gone_at(8), "what that meant is gone"),
        ("annex I, paragraph 2", new_at(4), ""),
        ("annex I, paragraph 9", new_at(7), ""),
        ("Annex I, OP2", new_at(7), "what that meant is Annex I.3 now"),
        ("paragraph 2, annex I", new_at(7), "what that meant is Annex I.3 now"),
        ("OP2 of annex I", new_at(7), "what that meant is Annex I.3 now"),
        ("paragraph 2 of annex I", new_at(7), "what that meant is Annex I.3 now"),
        ("annex I to the present resolution, para. 2", new_at(7), "what that meant is Annex I.3 now"),
        ("Kenya’s annex I, paragraph 2", new_at(7), "if that is of this text, what it meant is Annex I.3 now"),
        ("resolution 70/1, annex I, paragraph 2", new_at(7), ""),
        ("annex I, paragraph 2, of the report", new_at(7), ""),
        ("section II, paragraph 2", new_at(4), "what that meant is II.OP3 now"),
        ("paragraph 2 of section II", new_at(4), "what that meant is II.OP3 now"),
    ],
)
def test_a_paragraph_of_an_annex_or_a_section_is_told(words: str, act: Act, said: str) -> None:
    made, _ = working(
        f"S Aims\nO Acts as in {words};\nO Two.\nS More\nO Three;\nO Four.\nA Annex I\nO Un;\nO Deux;\nO Trois."
    )
    act(made)
    assert f"as in {words}" in "\n".join(told(made))
    assert last_told(made) == (f"I.OP1 still says {words.removeprefix('Kenya’s ')}; {said}" if said else "")
    assert len(to_look_at(made)) == bool(said)
    there_and_back(made)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the two paragraphs above", "the two paragraphs above"),
        ("the above paragraph", "the above paragraph"),
        ("à l’alinéa qui précède", "l’alinéa qui précède"),
        ("les deux paragraphes ci-dessus", "les deux paragraphes ci-dessus"),
        ("en el párrafo que antecede", "el párrafo que antecede"),
        ("en los dos párrafos que anteceden", "los dos párrafos que anteceden"),
        ("в предшествующем пункте", "предшествующем пункте"),
        ("в двух предыдущих пунктах", "двух предыдущих пунктах"),
        ("в пункте выше", "пункте выше"),
        ("في الفقرة أعلاه", "الفقرة أعلاه"),
        ("في الفقرتين السابقتين", "الفقرتين السابقتين"),
        ("以上两段", "以上两段"),
    ],
)
def test_what_is_counted_from_here_is_told_in_each_language(words: str, said: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO Acts {words};\nO Four;\nO Five.")
    moved(1, 3)(made)
    assert last_told(made) == STAYS.format("OP2", f"“{said}”", "OP5 now")
    there_and_back(made)


@pytest.mark.parametrize(
    "words",
    [
        "the above paragraph 9",
        "the two paragraphs above all",
        "в пункте выше указанной резолюции",
        "au deuxième paragraphe ci-dessus",
        "во втором пункте резолюции 70/1",
        "en el párrafo segundo de su resolución 70/1",
        "في الفقرة الثانية من القرار 70/1",
        "前一段时间",
        "以前一段时期",
        "该决议前两段",
        "以上段落",
        "el párrafo que antecede de la resolución 70/1",
        "في الفقرة السابقة من القرار 70/1",
        "في الفقرة 9 أعلاه",
    ],
)
def test_what_counts_nothing_from_here_is_not_told(words: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO Acts {words};\nO Four;\nO Five.")
    moved(1, 3)(made)
    assert last_told(made) == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("au paragraphe deuxième ci-dessus", "paragraphe deuxième"),
        ("au deuxième paragraphe de la présente résolution", "deuxième paragraphe"),
        ("en el párrafo segundo supra", "párrafo segundo"),
        ("en el segundo párrafo de la presente resolución", "segundo párrafo"),
        ("в пункте втором выше", "пункте втором"),
        ("во втором пункте настоящей резолюции", "втором пункте"),
        ("في الفقرة الثانية أعلاه", "الفقرة الثانية"),
    ],
)
def test_a_paragraph_by_its_ordinal_is_told_in_each_language(words: str, said: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO Acts {words};\nO Four;\nO Five.")
    new_at(0)(made)
    assert last_told(made) == STAYS.format("OP4", f"“{said}”", "OP3 now")
    there_and_back(made)


def test_it_is_told_once_and_no_more_once_it_is_right_again() -> None:
    made, _ = working("O One;\nO Two;\nO As in the preceding paragraph;\nO Four.")
    moved(1, -1)(made)
    assert "the preceding paragraph" in last_told(made)
    new_at(3)(made)
    assert last_told(made) == ""
    assert list(to_look_at(made)) == [2]
    moved(0, 1)(made)
    assert last_told(made) == ""
    assert to_look_at(made) == {}


@pytest.mark.parametrize("words", ["the preceding paragraph", "paragraph 2"])
def test_what_is_undone_and_done_again_is_told_again(words: str) -> None:
    made, _ = working(f"O One;\nO Two;\nO As in {words};\nO Four.")
    for _time in range(2):
        moved(1, -1)(made)
        assert f"OP3 still says {words}" in last_told(made).replace("“", "").replace("”", "")
        made.undo()


def test_a_reference_to_what_is_gone_is_told_again_where_it_goes_again() -> None:
    made, _ = working("O One;\nO Two;\nO As in paragraph 2 above;\nO Four.")
    for _time in range(2):
        gone_at(1)(made)
        assert last_told(made) == "OP2 refers to paragraph 2, which is gone"
        made.undo()


def test_what_was_written_since_is_told_too() -> None:
    made, _ = working("O One;\nO Two;\nO As")
    acts.insert_text(made, Selection.at(2, 2), " in operative paragraph 2 and the preceding paragraph;")
    rehearsal = Rehearsal(made)
    rehearsal.act(new_at(0))
    rehearsal.take()
    assert last_told(made) == MAYBE.format("OP4", "operative paragraph 2", "OP3 now")
    new_at(3)(made)
    assert last_told(made) == STAYS.format("OP5", "“the preceding paragraph”", "OP3 now")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("See operative paragraph 2.", MAYBE.format("footnote 1", "operative paragraph 2", "OP3 now")),
        ("Operative paragraph two.", MAYBE.format("footnote 1", "“Operative paragraph two”", "OP3 now")),
        ("Ibid., operative paragraph 2.", ""),
        ("Operative paragraph 2 of resolution 70/1.", ""),
        ("Ibid., para. 2.", ""),
        ("See the preceding paragraph.", ""),
        ("See A/RES/80/1, para. 2.", ""),
        ("See paragraph 9 above.", ""),
    ],
)
def test_a_note_that_refers_to_a_paragraph_is_told(words: str, said: str) -> None:
    made, _ = working("O One;\nO Two;\nO Three.")
    add_note(made, Selection.at(2, 5), (Run(words),))
    new_at(0)(made)
    assert last_told(made) == said
    assert list(to_look_at(made)) == ([3] if said or "9" in words else [])  # no paragraph has that number
    there_and_back(made)


def test_a_note_of_a_paragraph_that_names_a_document_may_refer_to_that() -> None:
    for words in ("See the second operative paragraph.", "See operative paragraph 2."):
        made, _ = working("O One;\nO Two;\nO Recalls resolution 70/1.")
        note = add_note(made, Selection.at(2, made.entries[2].length), (Run(words),))
        new_at(0)(made)
        assert (made.notes[note].text, last_told(made)) == (words, "")


# Cut and put in again

CUT = "E Organ,\nO Decides A;\nO Requests B as in paragraph 4 below;\nO Urges C as in paragraph 2 above;\nO Invites D."


def _end(made: WorkingText) -> Selection:
    return Selection.at(len(made.entries) - 1, made.entries[-1].length)


def test_what_was_cut_and_is_put_in_elsewhere_is_meant_and_means_what_it_did() -> None:
    made, _ = working(CUT, punctuates=True)
    paragraph = made.draft().paragraphs[2]
    gone_at(2)(made)
    assert "OP2 refers to paragraph 2, which is gone" in last_told(made)
    acts.new_paragraph(made, _end(made))
    insert_paragraphs(made, _end(made), [paragraph], (), [(2,)])
    assert told(made)[2:] == lines(
        "O Urges C as in paragraph 4 below;\nO Invites D;\nO Requests B as in paragraph 3 above."
    )
    assert last_told(made) == "2 references follow: OP2, OP4; OP2 says “below” now; OP4 says “above” now"
    assert to_look_at(made) == {}
    there_and_back(made)


def test_what_was_cut_with_others_that_come_back_one_by_one() -> None:
    made, _ = working("O One;\nO Two, OP1;\nO Three, OP2;\nO Four, OP2 and OP1.")
    one, two = made.draft().paragraphs[:2]
    acts.delete(made, Selection(Caret(0, 0), Caret(2, 0)))
    for paragraph in (two, one):
        insert_paragraphs(made, Selection.at(len(made.entries) - 1, made.entries[-1].length), [paragraph])
    assert told(made) == lines("O Three, OP3;\nO Four, OP3 and OP4.\nO Two, OP4;\nO One;")


def test_a_copy_is_meant_by_nobody() -> None:
    made, _ = working("E Organ,\nO One;\nO Two;\nO As in paragraph 2 above.", punctuates=True)
    draft = made.draft()
    acts.new_paragraph(made, _end(made))
    insert_paragraphs(made, _end(made), draft.paragraphs, (), [(at,) for at in range(4)])
    assert last_told(made) == ""
    assert told(made) == 2 * told(working("E Organ,\nO One;\nO Two;\nO As in paragraph 2 above.")[0])


def test_what_came_back_is_there_and_a_copy_of_it_is_another() -> None:
    made, _ = working("E Organ,\nO One;\nO Two;\nO As in paragraph 2 above.")
    draft = made.draft()
    acts.delete(made, Selection(Caret(0, 0), Caret(3, made.entries[3].length)))
    for _time in range(2):
        insert_paragraphs(made, _end(made), draft.paragraphs)
        assert last_told(made) == ""
    new_at(1)(made)
    assert [line for line in told(made) if "As in" in line] == [
        "O As in paragraph 3 above.",
        "O As in paragraph 2 above.",
    ]


# Lists and ranges

_ITEMS = "O One:\n1 a;\n1 b;\n1 c;\nO Two:\n1 a;\n1 b;\n1 c;\nO Three;\nO Four;\nO Five;\nO Six;\nO Seven;"


def _refers(made: WorkingText) -> int:
    return next(at for at, entry in enumerate(made.entries) if "as in" in entry.text)


def _named(made: WorkingText) -> list[frozenset[int | None]]:
    """What each reference of the last OP means, with what lies in its ranges."""
    targets = Targets(made.entries, made.stretches)
    at = _refers(made)
    found = []
    for mention in made.entries[at].mentions:
        points = targets.resolve(at, mention)
        named: set[int | None] = set()
        for number, (item, point) in enumerate(zip(mention.items, points, strict=True)):
            first = points[number - 1] if item.ranges else None
            within = (
                taken_in(lambda at: made.entries[at].paragraph, first, point)
                if first is not None and point is not None
                else None
            )
            named |= {made.entries[one].key for one in within or () if within} | {
                None if point is None else made.entries[point].key
            }
        found.append(frozenset(named))
    return found


def _acts() -> Iterator[Act]:
    heads = (0, 4, 8, 9, 10)
    for at in heads:
        yield new_at(at)
        yield lambda made, at=at: acts.move(made, Selection.at(at), 1)  # type: ignore[misc]
        yield lambda made, at=at: acts.move(made, Selection.at(at), -1)  # type: ignore[misc]
    for at in (1, 2, 3, 5, 6, 7, *heads[2:]):
        yield gone_at(at)
    for at in (2, 3, 6, 7):
        yield moved(at, -1)


@pytest.mark.parametrize(("words", "first"), [(words, at % 2) for at, words in enumerate([*WHOLE, *UNSURE])])
def test_what_is_named_is_the_same_or_is_told(words: str, first: int) -> None:
    """After every second act: words of one kind stand beside one another, so that all acts are tried on each kind."""
    for number, act in [*enumerate(_acts())][first::2]:
        made, _ = working(f"{_ITEMS}\nO Acts as in {words}")
        before, keys = _named(made), {entry.key for entry in made.entries}
        text = made.entries[-1].text
        act(made)
        alive = {entry.key for entry in made.entries}
        said = last_told(made) if made.undo_list.last is not None else ""
        # Of a range one may go; what is new may be taken in.
        same = [named & alive for named in before] == [named & keys for named in _named(made)]
        lost = any(words in said for words in ("still says", "is gone"))
        assert same or lost, (number, made.entries[_refers(made)].text)
        if unsure_in(text):
            assert made.entries[_refers(made)].text == text


@pytest.mark.parametrize(
    "words",
    [
        "paragraphs 1 above and 3 below",
        "paragraph 1 above and 3 below",
        "paragraphs 1 and 3, below, and 1, above",
        "paragraphs 1 above to 3 above",
        "paragraph 1 (see also paragraph 3) above",
        "paragraph [1][3] above",
        "paragraph 1[ bis] above",
    ],
)
def test_a_list_of_which_each_says_where_it_is_stays_whole_and_is_told(words: str) -> None:
    made, _ = working(f"O One;\nO Two, {words};\nO Three.")
    new_at(0)(made)
    assert told(made)[2] == f"O Two, {words};"
    assert "still says paragraph 1; what that meant is OP2 now" in last_told(made)
    there_and_back(made)


@pytest.mark.parametrize("words", ["op{}", "op {}", "PARAGRAPH {} ABOVE"])
def test_a_reference_is_followed_in_whatever_letters(words: str) -> None:
    made, _ = working(f"O One;\nO Two, see {words.format(1)};\nO Three.")
    new_at(0)(made)
    assert told(made)[2] == f"O Two, see {words.format(2)};"


@pytest.mark.parametrize("words", ["operative paragraph 2", "the preceding paragraph", "paragraph 2(b)"])
def test_a_reference_that_is_right_again_in_a_text_that_was_kept_is_not_told(words: str) -> None:
    """What it meant is known of the kept text: that the figure names another paragraph there is no news."""
    made, _ = working(f"O Takes note;\nO Asks:\n1 to go;\n1 to meet;\nO Urges States to implement {words};\nO Decides.")
    place = 3 if "preceding" in words else 1
    acts.insert_text(made, Selection.at(place, 0), "x")
    made.undo()
    acts.new_paragraph(made, Selection.at(4 if "preceding" in words else 0, 0 if "preceding" in words else 11))
    new = 4 if "preceding" in words else 1
    acts.insert_text(made, Selection.at(new, 0), "Encourages States")
    assert len(to_look_at(made)) == 1
    kept = WorkingText(made.draft(), remembered=made.remembered.as_kept(entry.key for entry in made.entries))
    assert to_look_at(kept) == to_look_at(made)
    gone_at(new)(kept)
    assert to_look_at(kept) == {}
    kept.undo()
    assert to_look_at(kept) == to_look_at(made)
    kept.redo()
    assert to_look_at(kept) == {}
    # Once more, in the text that was kept without it.
    again = WorkingText(kept.draft(), remembered=kept.remembered.as_kept(entry.key for entry in kept.entries))
    assert to_look_at(again) == {}
    new_at(0)(again)
    acts.insert_text(again, Selection.at(0, 0), "Recalls")
    assert len(to_look_at(again)) == ("preceding" not in words)


def test_what_is_not_named_one_by_one_is_told_by_its_sort() -> None:
    urges = "\n".join(
        f"O {verb} them to implement operative paragraph 2;" for verb in ("Urges", "Asks", "Begs", "Begs")
    )
    made, _ = working(f"O Takes note;\nO Requests them;\n{urges}\nO Decides.")
    new_at(1)(made)
    assert last_told(made).endswith("; 2 more may no longer say what they meant")
    made, _ = working(f"O Takes note;\nO Requests them;\n{urges.replace('operative paragraph 2', 'OP2')}\nO Decides.")
    gone_at(1)(made)
    assert last_told(made).endswith("; 2 more references lead nowhere")
