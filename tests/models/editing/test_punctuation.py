"""End punctuation by structure: what each act does to the paragraphs around it, and to no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing import structure as acts
from models.editing.acts.moving import move
from models.editing.edit import Caret, Selection
from models.editing.marks.leaving import give_owed, leave
from models.editing.marks.paragraph_end import end_of
from models.editing.marks.punctuation import follow
from models.editing.working import WorkingText

KINDS = {"E": (Kind.ENACTING, 0), "P": (Kind.PREAMBULAR, 0), "O": (Kind.OPERATIVE, 0), "a": (Kind.SUBPARAGRAPH, 1),
         "i": (Kind.SUBPARAGRAPH, 2), "S": (Kind.SECTION, 0), "H": (Kind.HEADING, 0), "X": (Kind.ANNEX, 0),
         "Q": (Kind.QUOTE, 0), "T": (Kind.TEXT, 0)}  # fmt: skip


def paragraph(line: str) -> Paragraph:
    """A paragraph of "O Decides;": its kind's letter, then its words; "^" is a mark of note 1."""
    kind, level = KINDS[line[0]]
    parts = line[2:].split("^")
    runs = [Run(parts[0])]
    for part in parts[1:]:
        runs += [Run(footnote=1), Run(part)]
    return Paragraph(kind, tuple(run for run in runs if run.text or run.footnote), level)


def text(*lines: str) -> WorkingText:
    return WorkingText(Draft(tuple(paragraph(line) for line in lines), (Footnote(1, "1", (Run("Note"),)),)))


def lines(working: WorkingText) -> list[str]:
    letters = {kind: letter for letter, kind in KINDS.items()}
    return [
        letters[entry.paragraph.kind, entry.paragraph.level]
        + " "
        + "".join("^" if run.footnote else run.text for run in entry.paragraph.runs)
        for entry in working.entries
    ]


def insert(working: WorkingText, at: int, *new: str, but: int | None = None) -> None:
    with working.step("Insert", Selection.at(at)) as step:
        step.replace(at, at, [step.new(paragraph(line)) for line in new])
        follow(step, range(at, at + len(new)), but)


def delete(working: WorkingText, first: int, count: int = 1) -> None:
    with working.step("Delete", Selection.at(first)) as step:
        step.replace(first, first + count, [])
        follow(step, [])


@pytest.mark.parametrize(
    ("before", "heading", "after"),
    [
        (["O One.", "S Part", "O Two."], 1, ["O One;", "O Two."]),
        (["O One;", "O Two.", "H Part", "O Three;", "O Four."], 2, ["O One;", "O Two;", "O Three;", "O Four."]),
        (["O One:", "a So;", "a Thus.", "S Part", "O Two."], 3, ["O One:", "a So;", "a Thus;", "O Two."]),
        # A full stop that no heading stood behind is somebody's own, and what is no full stop is no end of a part.
        (["O One.", "O Two;", "S Part", "O Three."], 2, ["O One.", "O Two;", "O Three."]),
        (["O One!", "S Part", "O Two."], 1, ["O One!", "O Two."]),
        (["O One.", "S Part", "S Other", "O Two."], 1, ["O One.", "S Other", "O Two."]),
        # Where all end with a full stop, they go on to.
        (["O One.", "O Two.", "O Three.", "S Part", "O Four.", "O Five."], 3,
         ["O One.", "O Two.", "O Three.", "O Four.", "O Five."]),
    ],
)  # fmt: skip
def test_the_full_stop_of_a_section_goes_with_the_heading_of_the_next(
    before: list[str], heading: int, after: list[str]
) -> None:
    working = text(*before)
    acts.delete(working, Selection(Caret(heading, 0), Caret(heading + 1, 0)))
    assert lines(working) == after
    working.undo()
    assert lines(working) == before


PARTS = ["O One;", "O Two.", "H Part", "O Three;", "O Four."]


@pytest.mark.parametrize(
    ("before", "at", "by", "after"),
    [
        (PARTS, 2, 1, ["O One;", "O Two;", "O Three.", "H Part", "O Four."]),
        (PARTS, 2, -1, ["O One.", "H Part", "O Two;", "O Three;", "O Four."]),
        # Whether the heading goes past a paragraph or the paragraph past it.
        (PARTS, 3, -1, ["O One;", "O Two;", "O Three.", "H Part", "O Four."]),
        (PARTS, 1, 1, ["O One.", "H Part", "O Two;", "O Three;", "O Four."]),
        (PARTS, 0, 1, ["O Two;", "O One.", "H Part", "O Three;", "O Four."]),
        (
            ["O One.", "S Part", "O Two:", "a x;", "a y;", "O Three."], 1, 1,
            ["O One;", "O Two:", "a x;", "a y.", "S Part", "O Three."],
        ),
        # A part that ended as all its paragraphs do goes on to.
        (["O One;", "O Two;", "S Part", "O Three."], 2, -1, ["O One;", "S Part", "O Two;", "O Three."]),
        (["O One.", "O Two.", "S Part", "O Three.", "O Four."], 2, 1,
         ["O One.", "O Two.", "O Three.", "S Part", "O Four."]),
        (["P One,", "P Two,", "H Part", "O Three;", "O Four."], 2, 1,
         ["P One,", "P Two,", "O Three;", "H Part", "O Four."]),
    ],
)  # fmt: skip
def test_the_full_stop_before_a_heading_stays_before_it(before: list[str], at: int, by: int, after: list[str]) -> None:
    working = text(*before)
    key = working.entries[at].key
    acts.move(working, Selection.at(at), by)
    assert lines(working) == after
    acts.move(working, Selection.at([entry.key for entry in working.entries].index(key)), -by)
    assert lines(working) == before
    while working.undo():
        pass
    assert lines(working) == before


def test_the_full_stop_before_a_heading_stays_where_the_paragraph_that_had_it_goes() -> None:
    working = text(*PARTS)
    acts.delete(working, Selection(Caret(1, 0), Caret(2, 0)))
    assert lines(working) == ["O One.", *PARTS[2:]]


INSERTED = [
    (["O One;", "O Two."], 2, ["O Three"], ["O One;", "O Two;", "O Three."]),
    (["O One;", "O Two."], 0, ["O New"], ["O New;", "O One;", "O Two."]),
    (["O One;", "O Two."], 1, ["O New."], ["O One;", "O New;", "O Two."]),
    (["P One,", "O Two."], 0, ["P New;"], ["P New,", "P One,", "O Two."]),
    (["O One;", "O Two."], 1, ["a item"], ["O One:", "a item;", "O Two."]),
    (["O One;", "O Two."], 2, ["a x", "a y"], ["O One;", "O Two:", "a x;", "a y."]),
    (["P One,", "O Two."], 1, ["a x", "i y", "i z"], ["P One:", "a x:", "i y;", "i z,", "O Two."]),
    (["O One:", "a x; and", "a y;", "O Two."], 3, ["a z"], ["O One:", "a x;", "a y; and", "a z;", "O Two."]),
    (["O One:", "a x;", "a y;", "O Two."], 3, ["a z"], ["O One:", "a x;", "a y;", "a z;", "O Two."]),
    (["O One:", "a x; and", "a y."], 3, ["O Two"], ["O One:", "a x; and", "a y;", "O Two."]),
    (["O One:", "a x; and", "a y;", "O Two."], 1, ["a w"], ["O One:", "a w;", "a x; and", "a y;", "O Two."]),
    # A list of commas stays one, also where what was its last item has the mark of the end.
    (
        ["O One:", "a x,", "a y, and", "a z;", "O Two."],
        4,
        ["a w"],
        ["O One:", "a x,", "a y,", "a z, and", "a w;", "O Two."],
    ),
    (["O One:", "a x, and", "a y;", "O Two."], 3, ["a w"], ["O One:", "a x,", "a y, and", "a w;", "O Two."]),
    (["O One:", "a x,", "a y,", "a z.", "O Two."], 2, ["a w"], ["O One:", "a x,", "a w,", "a y,", "a z.", "O Two."]),
    (["P One:", "a x,", "a y,", "P Two,"], 3, ["a w"], ["P One:", "a x,", "a y,", "a w,", "P Two,"]),
    (["O One.^"], 1, ["O Two^"], ["O One;^", "O Two.^"]),
    (["O [One.]"], 1, ["O [Two]"], ["O [One;]", "O [Two.]"]),
    (["O One [two]."], 1, ["O Three [four]"], ["O One [two];", "O Three [four]."]),
    (["O One [two^]."], 1, ["O Three [four^]"], ["O One [two^];", "O Three [four^]."]),
    (["O One;"], 1, ["O [Three^]"], ["O One;", "O [Three.^]"]),
    (["O One “two”."], 1, ["O “Three”"], ["O One “two”;", "O “Three”"]),
    (["O One!"], 1, ["O Two?"], ["O One!", "O Two?"]),
    (["O One;", "O Two..."], 2, ["O Three"], ["O One;", "O Two...", "O Three."]),
    # The last of a section ends as any other: the resolution goes on, with a preamble of the section or without.
    (["O One;", "S Section", "O Two."], 1, ["O New"], ["O One;", "O New;", "S Section", "O Two."]),
    (
        ["S A", "P One,", "O Two;", "S B", "P Three,", "O Four."],
        3,
        ["O New"],
        ["S A", "P One,", "O Two;", "O New;", "S B", "P Three,", "O Four."],
    ),
    (
        ["S A", "O Two;", "S B", "P Three,", "O Four."],
        5,
        ["O New"],
        ["S A", "O Two;", "S B", "P Three,", "O Four;", "O New."],
    ),
    # So does one that stands before a PP: OPs follow.
    (["P One,", "P Two,", "O Three."], 1, ["O New"], ["P One,", "O New;", "P Two,", "O Three."]),
    (["O One;", "H Heading", "O Two."], 3, ["O New"], ["O One;", "H Heading", "O Two;", "O New."]),
    (["O One.", "X Annex", "T Text"], 1, ["O New"], ["O One;", "O New.", "X Annex", "T Text"]),
    (["O One;", "O Two."], 2, ["Q quoted"], ["O One;", "O Two.", "Q quoted"]),
    (["O One.", "O Two.", "O Three.", "O Four."], 1, ["O New"], ["O One.", "O New.", "O Two.", "O Three.", "O Four."]),
    (["O One;", "O Two."], 2, ["O "], ["O One;", "O Two;", "O "]),
    (["O One;", "O Two."], 1, ["O N:", "a x; and", "a y."], ["O One;", "O N:", "a x; and", "a y;", "O Two."]),
    (["O One:", "a x;", "a y."], 1, ["a v; and", "a w."], ["O One:", "a v;", "a w;", "a x;", "a y."]),
    # The "and" of PPs and OPs is as that of a list; elsewhere it stays where somebody typed it.
    (["O One; and", "O Two."], 2, ["O Three"], ["O One;", "O Two; and", "O Three."]),
    (["O One; and", "O Two."], 2, ["O Three", "O Four"], ["O One;", "O Two;", "O Three; and", "O Four."]),
    (["O One; and", "O Two."], 0, ["O N"], ["O N;", "O One; and", "O Two."]),
    (["O One; and", "O Two;", "O Three."], 3, ["O N"], ["O One; and", "O Two;", "O Three;", "O N."]),
    (
        ["O One;", "O Two; and", "O Three:", "a x;", "a y."],
        5,
        ["O N"],
        ["O One;", "O Two;", "O Three:", "a x;", "a y; and", "O N."],
    ),
    (["O One:", "a x;", "a y; and", "O Two."], 4, ["O N"], ["O One:", "a x;", "a y;", "O Two; and", "O N."]),
    (["P One, and", "P Two,", "O Three."], 2, ["P N"], ["P One,", "P Two, and", "P N,", "O Three."]),
    (
        ["P One, and", "P Two,", "O Three; and", "O Four."],
        1,
        ["P N"],
        ["P One,", "P N, and", "P Two,", "O Three; and", "O Four."],
    ),
    (
        ["O One; and", "O Two.", "E The Council,", "O A;", "O B."],
        5,
        ["O N"],
        ["O One; and", "O Two.", "E The Council,", "O A;", "O B;", "O N."],
    ),
    (["O One;", "O Two."], 1, ["O N; and"], ["O One;", "O N; and", "O Two."]),
    (["O One;", "O Two."], 2, ["O Three; and"], ["O One;", "O Two;", "O Three."]),
]


@pytest.mark.parametrize(("before", "at", "new", "after"), INSERTED)
def test_what_comes_sets_its_own_mark_and_its_neighbours(
    before: list[str], at: int, new: list[str], after: list[str]
) -> None:
    working = text(*before)
    insert(working, at, *new)
    assert lines(working) == after
    working.undo()
    assert lines(working) == before
    working.redo()
    assert lines(working) == after


WIDE = str.maketrans("[]", "［］")


@pytest.mark.parametrize(
    "words",
    [
        "[One.]",
        "One [two].",
        "One [two]",
        "[One] [two;]",
        "One [and]",
        "One [;] [.]",
        "[One “two”]",
        "One [p.m.]",
        "[]",
    ],
)
def test_brackets_of_full_width_are_brackets_at_the_end_too(words: str) -> None:
    assert end_of((Run(words.translate(WIDE)),)) == end_of((Run(words),))


DELETED = [
    (["O One;", "O Two;", "O Three."], 2, 1, ["O One;", "O Two."]),
    (["O One;", "O Two;", "O Three."], 0, 1, ["O Two;", "O Three."]),
    (["O One:", "a x; and", "a y."], 2, 1, ["O One:", "a x."]),
    (["O One:", "a w;", "a x; and", "a y."], 3, 1, ["O One:", "a w; and", "a x."]),
    (["O One:", "a w;", "a x; and", "a y."], 2, 1, ["O One:", "a w; and", "a y."]),
    (["O One:", "a x.", "O "], 1, 1, ["O One;", "O "]),
    (["P One:", "a x;", "a y,", "P Two,"], 1, 2, ["P One,", "P Two,"]),
]


@pytest.mark.parametrize(("before", "first", "count", "after"), DELETED)
def test_what_goes_leaves_its_neighbours_right(before: list[str], first: int, count: int, after: list[str]) -> None:
    working = text(*before)
    delete(working, first, count)
    assert lines(working) == after
    working.undo()
    assert lines(working) == before


def test_a_moved_paragraph_changes_marks_with_the_last() -> None:
    working = text("O One;", "O Two;", "O Three.", "P far;")
    with working.step("Move", Selection.at(2)) as step:
        moved = working.entries[2]
        step.replace(0, 3, [moved, *working.entries[:2]])
        follow(step, [0])
    assert lines(working) == ["O Three;", "O One;", "O Two.", "P far;"]


def test_an_item_that_comes_from_a_list_with_and_brings_none() -> None:
    working = text("O One:", "a x; and", "a y;", "O Two:", "a p;", "a q.")
    with working.step("Move", Selection.at(1)) as step:
        moved = working.entries[1]
        step.replace(1, 2, [])
        step.replace(3, 3, [moved])
        follow(step, [3])
    assert lines(working) == ["O One:", "a y;", "O Two:", "a x;", "a p;", "a q."]


def test_a_wrong_mark_far_from_the_act_stays() -> None:
    working = text("O One,", "O Two.", "O Three;", "O Four;", "O Five;", "O Six.")
    insert(working, 6, "O Seven")
    assert lines(working)[:5] == ["O One,", "O Two.", "O Three;", "O Four;", "O Five;"]


def test_switched_off_it_does_nothing() -> None:
    working = text("O One;", "O Two.")
    working.punctuates = False
    insert(working, 2, "O Three")
    assert lines(working) == ["O One;", "O Two.", "O Three"]
    leave(working, 2, Selection.at(0))
    assert lines(working)[2] == "O Three"


LANGUAGES = [
    (
        "O Décide de rester saisie de la question dans le cadre de ses travaux.",
        "O Prie le Secrétaire^",
        "\u00a0;",
        "^.",
    ),
    ("O Decide seguir ocupándose de la cuestión en el marco de los trabajos.", "O Pide al Secretario^", ";", "^."),
    ("O تقرر أن تبقي المسألة قيد نظرها.", "O تطلب إلى الأمين العام", "؛", "."),
    ("O 决定继续处理此案。", "O 请秘书长", "；", "。"),
    ("O Постановляет продолжать заниматься этим вопросом.", "O Просит Генерального секретаря", ";", "."),
]


@pytest.mark.parametrize(("last", "new", "middle_end", "last_end"), LANGUAGES)
def test_each_language_has_its_marks(last: str, new: str, middle_end: str, last_end: str) -> None:
    working = text(last)
    insert(working, 1, new)
    assert lines(working) == [last[:-1] + middle_end, new.rstrip("^") + last_end]


def write(working: WorkingText, position: int, words: str) -> None:
    with working.step("Typing", Selection.at(position), joins="typing") as step:
        step.put(position, working.entries[position].with_runs((Run(words),)))


def test_leaving_gives_the_mark_in_the_same_step() -> None:
    working = text("O One;", "O Two.")
    write(working, 0, "One and a half")
    leave(working, 0, Selection.at(1))
    leave(working, 0, Selection.at(1))
    assert lines(working) == ["O One and a half;", "O Two."]
    assert working.undo_list.steps == 1
    working.undo()
    assert lines(working) == ["O One;", "O Two."]
    working.redo()
    assert lines(working) == ["O One and a half;", "O Two."]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("One,", "One;"), ("One:", "One:"), ("One?", "One?"), ("One (2000)", "One (2000);"), ("", ""),
        ("One “two”", "One “two”;"), ("“One.”", "“One.”"), ("One.", "One;"), ("One, and", "One; and"),
            ("One and", "One; and"),
        ("One ", "One;"), ("[One]  ", "[One;]"), ("One [two] ", "One [two];"),
        ("重申《世界人权宣言》", "重申《世界人权宣言》；"), ("请秘书长（见附件）", "请秘书长（见附件）；"),
        ("回顾「宪章」", "回顾「宪章」；"), ("回顾『宪章』", "回顾『宪章』；"), ("他说：「好。", "他说：「好。"),
        ("تحث على ”نعم“", "تحث على ”نعم“؛"), ("تحث على ”نعم“.", "تحث على ”نعم“؛"), ("One “", "One “"),
        # A mark within the quotation ends the paragraph too; a comma does in no OP, nor does that of a short word.
        ("One “two;”", "One “two;”"), ("One “two,”", "One “two,”;"), ("One “two.” ", "One “two.” "),
        ("One “‘two.’”", "One “‘two.’”"), ("One « two ; »", "One « two ; »"), ("One «two.»", "One «two.»"),
        ('One "two;"', 'One "two;"'), ("他说：「好。」", "他说：「好。」"), ("تحث على ”نعم؛“", "تحث على ”نعم؛“"),
        ("One “2 p.m.”", "One “2 p.m.”;"), ("One “two?”", "One “two?”;"), ("One “two;”.", "One “two;”;"),
        ("[One “two;”]", "[One “two;”]"),
        ("One;¹", "One;¹"), ("One.²", "One;²"), ("One.¹,²", "One;¹,²"), ("One;*", "One;*"), ("One,[1]", "One;[1]"),
        ("One; [1]", "One; [1]"), ("One, and²", "One, and²;"), ("One m²", "One m²;"), ("One²", "One²;"),
        ("One;" + "¹," * 60 + "two", "One;" + "¹," * 60 + "two;"), ("请秘书长。²", "请秘书长；²"),
    ],
)  # fmt: skip
def test_leaving_corrects_only_a_missing_or_wrong_mark(words: str, left: str) -> None:
    working = text("O Old;", "O Two.")
    write(working, 0, words)
    leave(working, 0, Selection.at(1))
    assert working.entries[0].text == left


@pytest.mark.parametrize("words", ["One “two,”", "One «two,»", "One “‘two,’”"])
def test_a_comma_that_is_quoted_ends_what_a_comma_ends(words: str) -> None:
    for kind, left in (("P", words), ("O", f"{words};")):
        working = text(f"{kind} Old;", f"{kind} Two;")
        write(working, 0, words)
        leave(working, 0, Selection.at(1))
        assert working.entries[0].text == left


def test_a_mark_that_is_owed_when_the_text_goes_out_leaves_what_was_undone() -> None:
    working = text("O One;", "O Two;", "O Three.")
    write(working, 0, "One more")
    for at, words in ((1, "Two more;"), (0, "One more and more")):
        working.undo_list.close()
        write(working, at, words)
    move(working, Selection.at(0), 1)
    done = lines(working)
    for _ in range(3):
        working.undo()
    leave(working, 0, Selection.at(1))
    assert lines(working) == ["O One more", "O Two;", "O Three."]
    give_owed(working, Selection.at(1))
    assert lines(working) == ["O One more;", "O Two;", "O Three."]
    for _ in range(3):
        working.redo()
    assert lines(working) == done
    assert working.undo_list.last_undone is None
    for _ in range(3):
        working.undo()
    assert lines(working) == ["O One more;", "O Two;", "O Three."]
    working.undo()
    assert lines(working) == ["O One;", "O Two;", "O Three."]


def test_who_undoes_the_mark_is_not_fought() -> None:
    working = text("O One;", "O Two.")
    write(working, 0, "One more")
    leave(working, 0, Selection.at(1))
    working.undo()
    leave(working, 0, Selection.at(1))
    assert working.undo_list.last_undone is not None
    write(working, 0, "One other")
    leave(working, 0, Selection.at(1))
    assert lines(working)[0] == "O One other"
    insert(working, 2, "O Three")
    write(working, 0, "One again")
    leave(working, 0, Selection.at(1))
    assert lines(working)[0] == "O One again;"


def test_a_paragraph_the_last_step_did_not_touch_is_left_alone() -> None:
    working = text("O One,", "O Two.")
    write(working, 1, "Two more.")
    leave(working, 0, Selection.at(1))
    assert lines(working)[0] == "O One,"


LIST = ("O One:", "a x;", "a y; and", "a z;", "O Two.")


def after_enter(working: WorkingText) -> None:
    acts.new_paragraph(working, Selection.at(2, 6))


def written_after_enter(working: WorkingText) -> None:
    after_enter(working)
    write(working, 3, "new")
    leave(working, 3, Selection.at(4))


def twice_after_enter(working: WorkingText) -> None:
    after_enter(working)
    write(working, 3, "new")
    acts.new_paragraph(working, Selection.at(3, 3))


def given_up_after_enter(working: WorkingText) -> None:
    after_enter(working)
    acts.delete_back(working, Selection.at(3))


def emptied_and_taken_out(working: WorkingText) -> None:
    acts.delete(working, Selection(Caret(2, 0), Caret(2, 6)))
    acts.delete_back(working, Selection.at(2))


def written_over(working: WorkingText) -> None:
    write(working, 2, "new")
    leave(working, 2, Selection.at(3))


def cut_short(working: WorkingText) -> None:
    write(working, 2, "y")
    leave(working, 2, Selection.at(3))


def pasted_behind_the_last(working: WorkingText) -> None:
    taken = working.entries[2].paragraph
    acts.delete(working, Selection(Caret(2, 0), Caret(3, 0)))
    acts.insert_paragraphs(working, Selection.at(3), [taken])


@pytest.mark.parametrize("word", ["and", "or"])
@pytest.mark.parametrize(
    ("act", "after"),
    [
        (after_enter, ["a x;", "a y; and", "a ", "a z;"]),
        (written_after_enter, ["a x;", "a y;", "a new; and", "a z;"]),
        (twice_after_enter, ["a x;", "a y;", "a new; and", "a ", "a z;"]),
        (given_up_after_enter, ["a x;", "a y; and", "a z;"]),
        (emptied_and_taken_out, ["a x; and", "a z;"]),
        (written_over, ["a x;", "a new; and", "a z;"]),
        (cut_short, ["a x;", "a y;", "a z;"]),
        (pasted_behind_the_last, ["a x;", "a z; and", "a y;"]),
    ],
)
def test_the_and_of_a_list_stands_once_before_its_last_item(
    act: Callable[[WorkingText], None], after: list[str], word: str
) -> None:
    before = [line.replace(" and", f" {word}") for line in LIST]
    working = text(*before)
    act(working)
    assert lines(working)[1:-1] == [line.replace(" and", f" {word}") for line in after]
    while working.undo():
        pass
    assert lines(working) == before


def test_the_and_of_a_chinese_list_stands_right_behind_its_mark() -> None:
    made = text("O 请各国：", "a 书写；以及", "a 阅读；", "O 吁请各国。")
    acts.move(made, Selection.at(1), 1)
    assert lines(made)[1:3] == ["a 阅读；以及", "a 书写；"]
    acts.move(made, Selection.at(1), 1)
    assert lines(made)[1:3] == ["a 书写；以及", "a 阅读；"]
