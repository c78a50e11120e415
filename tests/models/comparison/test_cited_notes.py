"""Notes in the weight of a paragraph: by the source they cite, and the words they stand at."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.comparison.references.sources import resolved
from tests.models.comparison.small_drafts import A, B, by_old, draft, only


def test_notes_are_compared_by_what_they_say() -> None:
    text = "1. Notes the report[^1] and the annex[^2];"
    other = "1. Notes the report[^4] and the annex[^5];"
    same = only(text, other, ({1: "A/58/1.", 2: "Ibid."}, {4: "A/58/1.", 5: "Ibid."}))
    assert (same.kind, same.weight, same.reasons) == ("unchanged", "housekeeping", ("note number",))
    changed = only(text, text, ({1: "A/58/1.", 2: "Ibid."}, {1: "A/58/2.", 2: "Ibid."}))
    assert (changed.kind, changed.weight, changed.reasons) == ("unchanged", "substance", ("notes",))
    gone = only(text, "1. Notes the report[^1] and the annex;", ({1: "A", 2: "B"}, {1: "A"}))
    assert (gone.kind, gone.weight, gone.reasons) == ("unchanged", "substance", ("notes",))


IBID = "1. Notes the report[^1] of the Board;", "2. Welcomes the annex[^2] to it;"
TREATY = "United Nations, Treaty Series, vol. 1771, No. 30822."


@pytest.mark.parametrize(
    ("old", "new", "weight", "reasons"),
    [
        (("Resolution 70/1.", "Ibid."), ("Resolution 70/1.", "Ibid."), None, ()),
        # The words are the same, the document is another.
        (("Resolution 70/1.", "Ibid."), ("Resolution 71/1.", "Ibid."), "substance", ("notes",)),
        ((TREATY, "Ibid., vol. 1522, No. 26369."), (TREATY.replace("30822", "30619"), "Ibid., vol. 1522, No. 26369."),
         None, ()),
        ((TREATY, "Ibid., vol. 1522, No. 26369."), ("A/58/1.", "Ibid., vol. 1522, No. 26369."),
         "substance", ("notes",)),
        # The document is the same, said in full or not.
        (("Resolution 70/1.", "Ibid."), ("A/58/1.", "Resolution 70/1."), "housekeeping", ("ibid",)),
        (("Resolution 69/283, annex I.", "Ibid., annex II."), ("A/58/1.", "Resolution 69/283, annex II."),
         "housekeeping", ("ibid",)),
        (("See resolution 70/1.", "Ibid."), ("A/58/1.", "resolution 70/1."), "housekeeping", ("ibid",)),
        (("Resolution 69/283, annex I.", "Ibid., annex II."), ("A/58/1.", "Resolution 69/283, annex I."),
         "substance", ("notes",)),
        (("See A/80/214.", "Ibid., para. 5."), ("See A/80/214.", "See A/80/214, para. 5."), "housekeeping", ("ibid",)),
        (("See A/80/214.", "See ibid."), ("See A/80/214.", "See A/80/214."), "housekeeping", ("ibid",)),
        (("A/80/214.", "Ibid., para. 5."), ("A/80/214.", "See A/80/214, para. 5."), "substance", ("notes",)),
        (("See A/80/214.", "Cf. ibid."), ("See A/80/214.", "See ibid."), "substance", ("notes",)),
        (("A/58/1", "Ibid., para. 5."), ("A/58/1", "Ibid., para. 6."), "substance", ("notes",)),
        (("A/58/1", "Vol. 3 – “Rivers”."), ("A/58/1", "Vol. 3 - \"Rivers\"."), "housekeeping", ("typography",)),
        (("A/58/1", "Ibid., para. 5."), ("A/58/1", "ibid. para. 5."), "housekeeping", ("ibid",)),
        (("A/58/1", "Food and water."), ("A/58/1", "Food\u200band water."), "substance", ("notes",)),
        (("A/58/1", "https://un.org/ga."), ("A/58/1", "https://un.org/\u200bga."), "housekeeping", ("typography",)),
        (("A/58/1", "Vol. 3 – “Rivers”."), ("A/58/1", "Vol. 3 -- “Rivers”."), "housekeeping", ("typography",)),
        (("A/58/1", "See un.org/water–plan."), ("A/58/1", "See un.org/water--plan."), "substance", ("notes",)),
        (("A/58/1", "Vol. 3 –5."), ("A/58/1", "Vol. 3 --5."), "substance", ("notes",)),
        (("A/58/1", "Vol. 3 – 4."), ("A/58/1", "Vol. 3 – 5."), "substance", ("notes",)),
        (("A/58/1", "Vol. 3, No. 4."), ("A/58/1", "Vol. 3, No. 4"), "housekeeping", ("end",)),
        (("A/58/1", "Vol. 3, No. 4."), ("A/58/1", "Vol. 3, No. 4;"), "substance", ("notes",)),
        (("A/58/1", "Ibid."), ("A/58/1.", "Ibid."), None, ()),
        (("A/58/1。", "同上。"), ("A/58/1。", "A/58/1。"), "housekeeping", ("ibid",)),
        (("A/58/1。", "同上，第5段。"), ("A/58/1。", "A/58/1，第5段。"), "housekeeping", ("ibid",)),
        (("() انظر A/58/1", "() المرجع نفسه"), ("() انظر A/58/1", "() انظر A/58/1"), "housekeeping", ("ibid",)),
    ],
)  # fmt: skip
def test_ibid_means_the_note_before(
    old: tuple[str, str], new: tuple[str, str], weight: str | None, reasons: tuple[str, ...]
) -> None:
    one, two = (draft(*IBID, notes=dict(enumerate(notes, 1))) for notes in (old, new))
    assert by_old(compare(one, two), 1) == (weight, reasons)


@pytest.mark.parametrize(
    "note",
    [
        "Ibid.", "Ibid, para 5", "ibid., p. 3.", "Ibidem.", "Ibíd.", "Ib\u0069\u0301d., párr. 5.",
        "Id.", "Id., para. 4.",
        "Idem.", "Loc. cit.", "See ibid.", "See also ibid., para. 4.", "Cf. ibid.", "Voir ibid.", "Voir aussi ibid.",
        "Ver ibid., párr. 5.", "Véase también ibíd.", "Ibid., para. 5; and A/79/1.", "A/79/1; see also ibid.",
        "A/79/1; id., para. 2.", "(Ibid.)", "Same document, para. 5.", "Там же, пункт 5.", "См. там же.",
        "Тот же документ.", "同上，第5段。", "见同上。", "同前。", "المرجع نفسه، الفقرة 5.", "المرجع السابق.",
        "انظر المرجع نفسه.",
    ],
)  # fmt: skip
def test_whatever_leans_on_the_note_before_means_another_source_with_it(note: str) -> None:
    for before, same in (("A/80/214.", True), ("A/80/215.", False)):
        one, two = (draft(*IBID, notes={1: first, 2: note}) for first in ("A/80/214.", before))
        assert by_old(compare(one, two), 1) == ((None, ()) if same else ("substance", ("notes",)))


@pytest.mark.parametrize(
    "note", ["Project ID. 5.", "A/80/3, idiom 4.", "Resolution 70/1.", "见A/80/1。", "См. A/80/1."]
)
def test_other_notes_stand_alone(note: str) -> None:
    one, two = (draft(*IBID, notes={1: first, 2: note}) for first in ("A/80/214.", "A/80/215."))
    assert by_old(compare(one, two), 1) == (None, ())


@pytest.mark.parametrize(
    ("before", "note", "cited"),
    [
        ("A/80/17, chap. IX.", "Ibid., chaps. X–XIV.", "A/80/17, chaps. X–XIV."),
        ("A/80/17, sect. D.4.", "Ibid., chap. XVI.", "A/80/17, chap. XVI."),
        ("A/80/17, paras. 24–76.", "Ibid., annex I.", "A/80/17, annex I."),
        ("A/80/17, chap. VII.", "Ibid., annex IV.", "A/80/17, annex IV."),
        ("A/C.4/79/SR.3, paras. 8–13.", "Ibid., para. 11.", "A/C.4/79/SR.3, para. 11."),
        ("A/80/17, chap. IX, sect. B.", "Ibid., p. 12.", "A/80/17, p. 12."),
        ("A/80/17, p. 12.", "Ibid., sect. B.", "A/80/17, sect. B."),
        # What is deeper stands in what was cited.
        ("A/80/17, chap. IX.", "Ibid., sect. B.", "A/80/17, chap. IX, sect. B."),
        ("A/80/17, annex II.", "Ibid., para. 5.", "A/80/17, annex II, para. 5."),
        ("A/80/17, part two, chap. I.", "Ibid., p. 3.", "A/80/17, part two, p. 3."),
        ("Sales No. E.96.IV.13, chap. I, resolution 1, annex I.", "Ibid., annex II.",
         "Sales No. E.96.IV.13, chap. I, resolution 1, annex II."),
        # What nobody knows for a place is added to.
        ("A/80/17, chap. IX.", "Ibid., recommendation 5.", "A/80/17, chap. IX, recommendation 5."),
        ("A/80/17, chap. IX.", "Ibid.", "A/80/17, chap. IX."),
        ("A/80/17, гл. IX.", "Там же, приложение I.", "A/80/17, приложение I."),
        ("A/80/17，第三章，第5段。", "同上，第四章。", "A/80/17，第四章。"),
        ("A/80/17。", "同上，第四章。", "A/80/17，第四章。"),
        ("A/80/17。", "见同上。", "见A/80/17。"),
        ("A/80/17.", "المرجع نفسه؛ وانظر A/79/1.", "A/80/17؛ وانظر A/79/1."),
        # The brackets round its own number that an Arabic note has are not said twice; its commas stay Arabic.
        ("()\tانظر A/80/17، الفقرة 8.", "()\tالمرجع نفسه، الفقرة 17.", "() A/80/17، الفقرة 17."),
        ("انظر أيضاً A/80/17.", "المرجع نفسه.", "A/80/17."),
        ("()\tA/80/17.", "()\tالمرجع نفسه.", "() A/80/17."),
        ("A/80/17.", "المرجع نفسه، الفقرة 17.", "A/80/17، الفقرة 17."),
    ],
)  # fmt: skip
def test_a_place_named_behind_ibid_stands_instead_of_the_one_before(before: str, note: str, cited: str) -> None:
    assert resolved(note, before) == cited


def test_a_note_that_came_in_between_makes_another_source_of_ibid() -> None:
    old = draft("1. Notes A/58/1[^1] of the Board;", f"2. {B}[^2];", notes={1: "A/58/1.", 2: "Ibid."})
    new = draft("1. Notes A/58/1[^1] of the Board[^2];", f"2. {B}[^3];", notes={1: "A/58/1.", 2: "A/58/2.", 3: "Ibid."})
    assert by_old(compare(old, new), 1) == ("substance", ("notes",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. Notes the report[^1] and the annex;", "1. Notes the report and the annex[^1]."),
        ("1. Notes the report[^1] and the annex;", "1. Notes  the report and[^1] the annex;"),
        ("1. *Notes* the report[^1] and the annex;", "1. Notes the report and the annex[^1];"),
    ],
)
def test_a_note_at_other_words_is_substance_beside_housekeeping(old: str, new: str) -> None:
    change = only(old, new, ({1: "A/58/1."}, {1: "A/58/1."}))
    assert (change.weight, change.reasons[0]) == ("substance", "notes")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. Notes the report[^1], and more;", "1. Notes the report,[^1] and more;"),
        ("1. *Notes*[^1] the report, and more;", "1. *Notes*[^1] the report*,* and more;"),
    ],
    ids=["a note mark", "italics"],
)
def test_a_mark_before_or_after_punctuation_and_the_looks_of_that_are_told_and_no_substance(old: str, new: str) -> None:
    note = {1: "A/58/1."}
    change = only(old, new, (note, note))
    assert (change.weight, change.reasons) == ("housekeeping", ("punctuation",))


def test_a_paragraph_that_holds_only_a_note_is_no_spacing() -> None:
    comparison = compare(draft(f"1. {A};"), draft(f"1. {A};", "[^1]", notes={1: "A/58/1."}))
    assert [change.weight for change in comparison.changes] == [None, "substance"]


@pytest.mark.parametrize(
    ("old", "new", "notes", "told"),
    [
        # What the paragraph cites first gave way to another document; its second went to another paragraph.
        ("1. Notes the report[^1] of the Board on the Agenda[^2];",
         ("PP Recalling the Agenda,[^1]", "1. Notes the report[^2] of the Board on the Agenda;"),
         {1: "Resolution 69/313, annex.", 2: "A/80/387."}, {("reworded", (1,), (2,)), ("unchanged", (2,), (1,))}),
        # It stands before what stayed, not behind it: another note.
        ("1. Notes the report[^2] of the Board[^1];", ("1. Notes the report[^1] of the Board[^2];",),
         {1: "A/80/387.", 2: "Resolution 69/313, annex."}, {("deleted", (1,), ()), ("inserted", (), (1,)),
                                                           ("unchanged", (2,), (2,))}),
    ],
)  # fmt: skip
def test_a_note_that_is_left_in_its_paragraph_is_worded_anew(
    old: str, new: tuple[str, ...], notes: dict[int, str], told: set[object]
) -> None:
    before = draft(A, old, B, notes={1: "A/79/285.", 2: "Resolution 69/313, annex."})
    changes = compare(before, draft(A, *new, B, notes=notes)).footnotes
    assert {(note.kind, note.old, note.new) for note in changes} == told
