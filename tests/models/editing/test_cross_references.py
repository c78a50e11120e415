"""References to paragraphs are told from those to other documents, and follow the paragraphs they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Kind, Paragraph, Run
from models.draft.mentions import mentions_in
from models.editing import structure as acts
from models.editing.acts.put_back import put_back, put_back_gone
from models.editing.acts.restoring import entries_from, restore
from models.editing.acts.set_numbers import renumber, set_number, set_suffix
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import set_note_text
from models.editing.references.targets import Targets
from models.editing.working import WorkingText
from tests.models.editing.random_acts import check, there_and_back
from tests.models.editing.tiny_drafts import last_told, lines, selected, told, working
from tests.real_files import real_draft

Act = Callable[[WorkingText, Selection], object]

# What is a reference


def _read(text: str) -> list[str]:
    """References as "OP 3, 5", "item (b)", ranges as "3-5"."""
    found = []
    for mention in mentions_in(text):
        words = ""
        for item in mention.items:
            link = "-" if item.ranges else ", " if words else ""
            letters = "".join(f"({letter.text})" for letter in item.letters)
            words += link + (item.number.text if item.number else "") + letters
        found.append(f"{mention.part} {words}")
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as set out in paragraph 4 above;", ["OP 4"]),
        ("mentioned in paragraphs 3 and 5 below;", ["OP 3, 5"]),
        ("pursuant to paragraphs 3 to 5 of the present resolution,", ["OP 3-5"]),
        ("pursuant to paragraphs 3–5 above,", ["OP 3-5"]),
        ("paragraphs 10, 12, 13, 15, 18, 20 and 30 above, as well", ["OP 10, 12, 13, 15, 18, 20, 30"]),
        ("referred to in paragraph 10 (a) above", ["OP 10(a)"]),
        ("paragraph 4 (a) (i) and (c) above", ["OP 4(a)(i), (c)"]),
        (
            "mentioned in subparagraph (b) and subparagraph (d) (ii), (iv) and (v) above",
            ["item (b)", "item (d)(ii), (iv), (v)"],
        ),
        ("subparagraph (b) of paragraph 4 above", ["OP 4(b)"]),
        ("paragraph 4 bis above", ["OP 4 bis"]),
        ("[OP4 and PP3 to be merged]", ["OP 4", "PP 3"]),
        ("see OPs 4 and 5", ["OP 4, 5"]),
        ("in accordance with paragraph 4;", ["OP 4"]),
        ("paragraph 3 and 20 States", ["OP 3"]),
        ("au paragraphe 4 ci-dessus", ["OP 4"]),
        ("au paragraphe 4 ci-après", ["OP 4"]),
        ("au paragraphe 4 ci-après dénommé", []),
        ("aux paragraphes 3 et 5 de la présente résolution", ["OP 3, 5"]),
        ("l’alinéa a) du paragraphe 4 ci-dessus", ["OP 4(a)"]),
        ("en el párrafo 4 de la presente resolución", ["OP 4"]),
        ("en los párrafos 3 y 5 supra", ["OP 3, 5"]),
        ("en el párrafo 4 a) supra", ["OP 4(a)"]),
        ("paragraph 8 of resolution 961 (1994)", []),
        ("paragraph 54 of its resolution", []),
        ("paragraph 4 of the annex", []),
        ("paragraph 4 of the report", []),
        ("Article 4", []),
        ("pursuant to its article 68, paragraph 1, following", []),
        ("article 19, paragraph 1 above", []),
        ("particularly paragraph 47 thereof, are reviewed", []),
        ("its resolution 60/1, in particular paragraph 4;", []),
        ("(A/78/432, para. 8)", []),
        ("in its paragraph 4 above", []),
        ("paragraph 4.1 above", []),
        ("paragraph 1 of resolution 60/1 and paragraph 4 above", ["OP 4"]),
        ("replace “paragraph 4 above” with “paragraph 5 above”", []),
        ("In operative paragraph 21, delete “of considering”", []),
        ("OP4 alt. Requests", []),
        ("Calls for urgent action in accordance with paragraph 4;", ["OP 4"]),
        ("Takes action under the Istanbul Programme of Action and paragraph 4;", []),
        ("Notes Action 12 of the Pact in line with paragraph 4;", []),
        ("du paragraphe 4 de la résolution 60/1", []),
        ("el párrafo 4 de su resolución", []),
        ("paragraph 65 (b) of the Sevilla Commitment", []),
        ("Decides to act as in paragraph 3 (b) and paragraph 1 above;", ["OP 3(b)", "OP 1"]),
        ("Takes note of paragraph 3, of paragraph 2 and of paragraph 1 above;", ["OP 3", "OP 2", "OP 1"]),
        ("Takes note of paragraph 3 and subparagraph (a) of paragraph 1 below;", ["OP 3", "OP 1(a)"]),
        ("Notes paragraph 3, as well as paragraph 1 of the present resolution;", ["OP 3", "OP 1"]),
        ("Notes paragraph 3 of the report and paragraph 1 above;", ["OP 1"]),
        ("Notes resolution 60/1, in particular paragraph 3 and paragraph 1 above;", ["OP 1"]),
        ("Notes what the Committee did in paragraph 3 and paragraph 1 above;", ["OP 1"]),
        ("Notes its paragraph 3 and paragraph 1 above;", ["OP 1"]),
        ("Notes paragraph 3 and, what is more, paragraph 1 above;", ["OP 1"]),
        ("Notes paragraph 3 and paragraph 1;", []),
        ("Notes [all of] paragraph 3 and paragraph 1 above;", ["OP 3", "OP 1"]),
        ("Notes paragraph 3 [and paragraph 1 above];", ["OP 1"]),
        ("تطلب تقريرا عن الفقرة 1 أعلاه", ["OP 1"]),
        ("وفقا للفقرة 3 أدناه والفقرة 4 من هذا القرار", ["OP 3", "OP 4"]),
        ("المشار إليه في الفقرتين 1 و 2 أعلاه", ["OP 1, 2"]),
        ("المشار إليه في الفقرات 1 و3 إلى 5 أدناه", ["OP 1, 3-5"]),
        ("عملا بالفقرة 4 من القرار 60/1", []),
        ("تقرير الفقرة 4", []),
        ("تقرير الفقرة 3 والفقرة 4 أعلاه", ["OP 3", "OP 4"]),
    ],
)  # fmt: skip
def test_references_are_told_from_those_to_other_documents(text: str, found: list[str]) -> None:
    assert _read(text) == found


# They follow


def _check(before: str, act: Act, after: str, said: str = "") -> WorkingText:
    made, selection = working(before)
    made.follows_references = True
    act(made, selection)
    assert told(made) == lines(after)
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == said
    check(made)
    there_and_back(made)
    return made


def test_an_inserted_paragraph_lets_references_follow_in_the_same_step() -> None:
    made = _check(
        "E Organ,\nO One;|\nO Two;\nO As in paragraph 2 above and paragraphs 1 and 2 above;\nO See OP3.",
        acts.new_paragraph,
        "E Organ,\nO One;\nO\nO Two;\nO As in paragraph 3 above and paragraphs 1 and 3 above;\nO See OP4.",
        "3 references follow: OP4, OP5",
    )
    assert made.undo_list.steps == 1
    assert made.undo_list.done[-1].words == "New paragraph"


@pytest.mark.parametrize(
    ("before", "act", "after", "said"),
    [
        (
            "O One;\nO |Two;\nO Three, paragraphs 1 to 3 above.",
            lambda m, s: acts.move(m, s, -1),
            "O |Two;\nO One;\nO Three, paragraphs 2 to 3 above.",
            "1 reference follows: OP3",
        ),
        (
            "O One:\n1 a;\n1 |b.\nO Three, (see OP1b) and OP1a.",
            lambda m, s: acts.move(m, s, -1),
            "O One:\n1 |b.\n1 a;\nO Three, (see OP1a) and OP1b.",
            "2 references follow: OP2",
        ),
        (
            "O |One;|\nO Two;\nO As in paragraph 2 above.",
            lambda m, s: acts.move_to(m, 0, 0, 3),
            "O Two;\nO As in paragraph 1 above.\nO One;",
            "1 reference follows: OP2",
        ),
        (
            "O One;|\nO As in paragraph 3 (b) and paragraph 1 above;\nO Requests:\n1 a;\n1 b.",
            lambda m, s: acts.move(m, s, 1),
            "O As in paragraph 3 (b) and paragraph 2 below;\nO One;|\nO Requests:\n1 a;\n1 b.",
            "1 reference follows: OP1; OP1 says “below” now",
        ),
        (
            "O One:\n1 a;\n1 |b;\n1 c;\nO As in paragraph 1 (b) above.\nA Annex\nO Two:\n1 d.",
            lambda m, s: acts.move_to(m, 2, 2, 8),
            "O One:\n1 a;\n1 c;\nO As in paragraph 1 (b) above.\nA Annex\nO Two:\n1 d.\n1 b;",
            "OP2 still says paragraph 1 (b), which is Annex.1 (b) now; "
            "OP2 says “above” of Annex.1 (b), which does not stand there now",
        ),
        (
            "O One;\nO Two |now;\nO As |in paragraph 2 above.",
            acts.delete,
            "O One;\nO Two |in paragraph 2 above.",
            "OP2 still says paragraph 2, which is itself now",
        ),
        (
            "O One;|\nO Two;\nO تطلب تقريرا عن الفقرة 2 أعلاه.",
            acts.new_paragraph,
            "O One;\nO\nO Two;\nO تطلب تقريرا عن الفقرة 3 أعلاه.",
            "1 reference follows: OP4",
        ),
        (
            "O One:\n1 a;\n1 |b;\nO As in paragraph 1 (b) above.",
            lambda m, s: acts.move(m, s, -1),
            "O One:\n1 b;\n1 a;\nO As in paragraph 1 (a) above.",
            "1 reference follows: OP2",
        ),
        (
            "O One:\n1 |a;\n1 b;\n1 as in subparagraph (b) above.",
            lambda m, s: acts.new_paragraph(m, s),
            "O One:\n1\n1 a;\n1 b;\n1 as in subparagraph (c) above.",
            "1 reference follows: OP1 (d)",
        ),
        (
            "O |One;\nO Two:\n1 a;\n1 b;\nO As in subparagraph (b) of paragraph 2 above.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1 a;\n1 b;\nO As in subparagraph (b) of paragraph 3 above.",
            "1 reference follows: OP4",
        ),
        (
            "O One;\nO Two:\n1 a;\n1 |b;\nO As in paragraph 2, item (b), above.",
            lambda m, s: acts.move(m, s, -1),
            "O One;\nO Two:\n1 b;\n1 a;\nO As in paragraph 2, item (a), above.",
            "1 reference follows: OP3",
        ),
        (
            "O One;\nO Two:\n1 |a;\n1 b;\nO As in subparagraph (b) above.",
            lambda m, s: acts.new_paragraph(m, s),
            "O One;\nO Two:\n1\n1 a;\n1 b;\nO As in subparagraph (c) above.",
            "1 reference follows: OP3",
        ),
        (
            "O |One;\nO Two:\n1 a;\n1 b;\nO Как указано в подпункте (b) пункта 2 выше.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1 a;\n1 b;\nO Как указано в подпункте (b) пункта 3 выше.",
            "1 reference follows: OP4",
        ),
        (
            "O |One;\nO Two:\n1 a;\n1 b;\nO 请秘书处提交上文第二段(b)所述报告。",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1 a;\n1 b;\nO 请秘书处提交上文第三段(b)所述报告。",
            "1 reference follows: OP4",
        ),
        (
            "O |One;\nO Two:\n1 a;\n1 b;\nO Visé à l’alinéa b) du paragraphe 2 ci-dessus.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1 a;\n1 b;\nO Visé à l’alinéa b) du paragraphe 3 ci-dessus.",
            "1 reference follows: OP4",
        ),
        (
            "O |Visé au paragraphe 3 ci-après ;\nO Two;\nO Three.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO Visé au paragraphe 4 ci-après ;\nO Two;\nO Three.",
            "1 reference follows: OP2",
        ),
        (
            "O |Visé au paragraphe 2 ci-après ;\nO Two;\nO Three.",
            lambda m, s: acts.move(m, s, 1),
            "O Two;\nO Visé au paragraphe 1 ci-dessus ;\nO Three.",
            "1 reference follows: OP2; OP2 says “ci-dessus” now",
        ),
        (
            "O |One;\nO Two:\n1 a;\n1 b;\nO En el apartado b) del párrafo 2 supra.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1 a;\n1 b;\nO En el apartado b) del párrafo 3 supra.",
            "1 reference follows: OP4",
        ),
        (
            "O |One;\nO As in paragraph 1 (option 1) above and point 1 above.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO As in paragraph 2 (option 1) above and point 1 above.",
            "1 reference follows: OP3; OP3 still says point 1; what that meant is OP2 now",
        ),
        (
            "O One:\n1 a:\n2{㈠} |b;\n2{㈡} c;\nO 请执行上文第1段(a)㈠和㈡。",
            lambda m, s: acts.move(m, s, 1),
            "O One:\n1 a:\n2{㈠} c;\n2{㈡} b;\nO 请执行上文第1段(a)㈠和㈡。",
            "",
        ),
        (
            "O One:\n1 a:\n2{㈠} |b;\n2{㈡} c;\nO 请执行上文第1(a)㈠段。",
            lambda m, s: acts.move(m, s, 1),
            "O One:\n1 a:\n2{㈠} c;\n2{㈡} b;\nO 请执行上文第1(a)㈡段。",
            "1 reference follows: OP2",
        ),
        (
            "O One:\n1{（一）} |b;\n1{（二）} c;\nO 请执行上文第1段（一）项。",
            lambda m, s: acts.move(m, s, 1),
            "O One:\n1{（一）} c;\n1{（二）} b;\nO 请执行上文第1段（二）项。",
            "1 reference follows: OP2",
        ),
        (
            "O One:\n1 a:\n2{㈠} b;\n2{㈡} |c;\nO 请执行上文第1段(a)㈡。",
            lambda m, s: acts.shallower(m, s),
            "O One:\n1 a:\n2{㈠} b;\n1 c;\nO 请执行上文第1段(a)㈡。",
            "OP2 still says paragraph 1 (a) ㈡, which is OP1 (b) now",
        ),
        (
            "O One:\n1{(أ)} a:\n2{’1‘} |b;\n2{’2‘} c;\nO المشار إليه في الفقرة 1 (أ) ’1‘ أعلاه.",
            lambda m, s: acts.move(m, s, 1),
            "O One:\n1{(أ)} a:\n2{’1‘} c;\n2{’2‘} b;\nO المشار إليه في الفقرة 1 (أ) ’2‘ أعلاه.",
            "1 reference follows: OP2",
        ),
        (
            "O |One;\nO Two;\nO{2 бис} Three;\nO См. пункт 2 бис выше.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two;\nO{2 бис} Three;\nO См. пункт 2 бис выше.",
            "",
        ),
        (
            "O One;\nO{1 бис} |Two;\nO Three;\nO См. пункты 1 бис и 2 выше.",
            lambda m, s: renumber(m, s, suffixes=True),
            "O One;\nO Two;\nO Three;\nO См. пункты 2 и 3 выше.",
            "1 number counts again; 1 reference follows: OP4",
        ),
        (
            "O |Zero;\nO One;\nO{2-бис} Two;\nO{3 ter} Three;\nO См. пункты 2-бис и 3ter и пункт 2\u2011бис выше.",
            lambda m, s: set_number(m, Selection.at(2), "7 бис"),
            "O Zero;\nO One;\nO{7 бис} Two;\nO{3 ter} Three;\nO См. пункты 7-бис и 3ter и пункт 7\u2011бис выше.",
            "2 references follow: OP3",
        ),
        (
            "O One;\nO{1 مكررا} |Two;\nO Three;\nO الفقرة 1 مكرراً أعلاه.",
            lambda m, s: set_number(m, s, "3 مكررا"),
            "O One;\nO{3 مكررا} Two;\nO Three;\nO الفقرة 3 مكرراً أعلاه.",
            "1 reference follows: OP3",
        ),
        (
            "O |Zero;\nO{1-бис} One;\nO Two;\nO См. пункт 1-бис выше.",
            lambda m, s: acts.delete(m, Selection(Caret(1, 0), Caret(2, 0))),
            "O Zero;\nO Two;\nO См. пункт 1-бис выше.",
            "OP3 refers to paragraph 1 бис, which is gone",
        ),
        (
            "O |One;\nO Two:\n1{(أ)} a;\n1{(ب)} b;\nO وفقا للفقرة الفرعية (ب) من الفقرة 2 أعلاه.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1{(أ)} a;\n1{(ب)} b;\nO وفقا للفقرة الفرعية (ب) من الفقرة 3 أعلاه.",
            "1 reference follows: OP4",
        ),
        (
            "O |One;\nO Two;\nO As in paragraph 2 above.",
            lambda m, s: acts.set_kind(m, s, Kind.PREAMBULAR),
            "P |One;\nO Two;\nO As in paragraph 1 above.",
            "1 reference follows: OP2",
        ),
        (
            "O One;\nO |Two;\nO Three;\nO As in paragraph 3 above.",
            lambda m, s: acts.deeper(m, s),
            "O One;\n1 Two;\nO Three;\nO As in paragraph 2 above.",
            "1 reference follows: OP3",
        ),
        (
            "O One;\nO |Two;\nO Three;\nO As in paragraphs 2 and 3 above.",
            lambda m, s: set_suffix(m, s, "bis"),
            "O One;\nO{1 bis} Two;\nO Three;\nO As in paragraphs 1 bis and 2 above.",
            "1 reference follows: OP3",
        ),
        (
            "O One:\n1 a;\n1 |b;\n1 c;\n"
            "O As in paragraph 1 (_b_) above, item (b) of OP1 and paragraphs 1 (b) and (c) above.",
            lambda m, s: set_suffix(m, s, "bis"),
            "O One:\n1 a;\n1{(a) bis} b;\n1 c;\n"
            "O As in paragraph 1 (_a_) bis above, item (a) bis of OP1 and paragraphs 1 (a) bis and (b) above.",
            "3 references follow: OP2",
        ),
        (
            "O One:\n1 a;\n1{(a) bis} |b;\n1 c;\n"
            "O As in paragraph 1 (_a_) bis above and au paragraphe 1 a) bis ci-dessus.",
            lambda m, s: renumber(m, s, suffixes=True),
            "O One:\n1 a;\n1 b;\n1 c;\nO As in paragraph 1 (_b_) above and au paragraphe 1 b) ci-dessus.",
            "1 number counts again; 2 references follow: OP2",
        ),
        (
            "O |One;\nO Two:\n1 a;\n1{a.bis} b;\nO As in paragraphs 2 (a) bis and 2 (a) above.",
            lambda m, s: acts.new_paragraph(m, s),
            "O\nO One;\nO Two:\n1 a;\n1{a.bis} b;\nO As in paragraphs 3 (a) bis and 3 (a) above.",
            "1 reference follows: OP4",
        ),
        (
            "O One;\nO{5} Two;\nO |As in paragraph 5 above.",
            renumber,
            "O One;\nO Two;\nO As in paragraph 2 above.",
            "1 number counts again; 1 reference follows: OP3",
        ),
        (
            "P One,\nP |Two,\nO As in PP2 and OP1.",
            lambda m, s: acts.move(m, s, -1),
            "P Two,\nP One,\nO As in PP1 and OP1.",
            "1 reference follows: OP1",
        ),
        (
            "O One;\nO _Two_;|\nO _As in paragraph_ 2 above^1 and paragraph 9 above.",
            lambda m, s: acts.move(m, s, -1),
            "O _Two_;\nO One;\nO _As in paragraph_ 1 above^1 and paragraph 9 above.",
            "1 reference follows: OP3",
        ),
    ],
)
def test_references_follow(before: str, act: Act, after: str, said: str) -> None:
    _check(before, act, after.replace("|", ""), said)


@pytest.mark.parametrize(
    ("reference", "then", "word"),
    [
        ("请秘书处提交上文第1段所述报告", "请秘书处提交下文第2段所述报告", "下文"),
        ("上述第一段和下文第9段", "下述第二段和下文第9段", "下述"),
        ("上文第1段（见上文第9段）", "下文第2段（见上文第9段）", "下文"),
        ("в пункте 1 (выше)", "в пункте 2 (ниже)", "ниже"),
        ("en el párrafo 1 anterior", "en el párrafo 2 siguiente", "siguiente"),
        ("en el párrafo 1 precedente", "en el párrafo 2 siguiente", "siguiente"),
        ("paragraph 1 Above", "paragraph 2 Below", "Below"),
        ("الفقرة 1 أعلاه", "الفقرة 2 أدناه", "أدناه"),
        ("الفقرة 1 الواردة أعلاه", "الفقرة 2 الواردة أدناه", "أدناه"),
    ],
)
def test_the_word_that_says_on_which_side_turns_wherever_it_stands(reference: str, then: str, word: str) -> None:
    _check(
        f"O One;\nO {reference};\nO Three.",
        lambda m, _: acts.move(m, Selection.at(0), 1),
        f"O {then};\nO One;\nO Three.",
        f"1 reference follows: OP1; OP1 says “{word}” now",
    )


def test_the_word_in_front_turns_back() -> None:
    _check(
        "O One;\nO |见下文的第3段(a);\nO Three.",
        lambda m, s: acts.move(m, s, 1),
        "O One;\nO Three.\nO 见上文的第2段(a);",
        "1 reference follows: OP3; OP3 says “上文” now",
    )


def test_a_reference_to_a_deleted_paragraph_stays_and_is_told_and_never_follows_another() -> None:
    made, _ = working("O One;\nO Two;\nO Three;\nO As in paragraph 2 above.")
    acts.delete(made, Selection(Caret(1, 0), Caret(2, 0)))
    assert told(made) == lines("O One;\nO Three;\nO As in paragraph 2 above.")
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == "OP3 refers to paragraph 2, which is gone"
    acts.new_paragraph(made, Selection.at(0, 0))
    assert told(made)[-1] == "O As in paragraph 2 above."
    assert made.undo_list.last.told == ""
    made.undo()
    made.undo()
    acts.new_paragraph(made, Selection.at(0, 0))
    assert told(made)[-1] == "O As in paragraph 3 above."


def test_a_reference_to_an_item_bis_that_is_gone_is_told_by_its_name() -> None:
    made, _ = working("O One:\n1 a;\n1{(a) bis} b;\n1 c;\nO As in paragraph 1 (a) bis above.")
    acts.delete(made, Selection(Caret(2, 0), Caret(3, 0)))
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == "OP2 refers to paragraph 1 (a) bis, which is gone"


def test_a_reference_that_cannot_be_said_in_its_form_stays_and_is_told() -> None:
    made, _ = working("P Nought,\nO One;\nO Two;\nO As in paragraph 1 above.")
    acts.set_kind(made, Selection.at(1), Kind.PREAMBULAR)
    assert told(made)[-1] == "O As in paragraph 1 above."
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == "OP2 still says paragraph 1, which is PP2 now"


@pytest.mark.parametrize(
    ("annex", "at", "then"),
    [
        ("T As in paragraph 3 above.", 1, "T As in paragraph 4 above."),
        ("O First;\nO As in paragraphs 1 and 3 above.", 1, "O As in paragraphs 2 and 4 above."),
        ("O First;\nA Annex II\nT As in paragraph 3 above.", 1, "T As in paragraph 4 above."),
        ("O First;\nO B;\nO C;\nO As in paragraph 3 above.", 1, "O As in paragraph 3 above."),
        ("O First;\nO B;\nO C;\nO As in paragraph 3 above.", 5, "O As in paragraph 4 above."),
        ("T As in paragraph 3 of the report.", 1, "T As in paragraph 3 of the report."),
    ],
)
def test_from_an_annex_what_is_above_may_be_in_the_resolution(annex: str, at: int, then: str) -> None:
    made, _ = working(f"E The Assembly,\nO One;\nO Two;\nO Three.\nA Annex\n{annex}")
    acts.insert_paragraphs(made, Selection.at(at, 0), [Paragraph(Kind.OPERATIVE, (Run("New;"),))])
    assert told(made)[-1] == then
    if then != lines(annex)[-1]:
        change = next(one for one in compare(made.base, made.draft()).changes if one.new == (len(made.entries) - 1,))
        assert change.weight == "housekeeping"


def test_paragraphs_of_its_own_that_an_annex_gets_are_not_what_was_meant() -> None:
    made, _ = working("E The Assembly,\nO One;\nA Annex\nT As in paragraph 1 above.")
    acts.insert_paragraphs(made, Selection.at(3, 0), [Paragraph(Kind.OPERATIVE, (Run("New."),))])
    assert made.undo_list.last is not None
    assert "still says paragraph 1, which is OP1 now" in made.undo_list.last.told


def test_a_number_that_stands_twice_afterwards_is_not_written() -> None:
    made, _ = working("O One;\nO Two;\nO Three;\nO As in paragraph 2 above.")
    with made.step("Number", Selection()) as step:
        two = made.entries[1]
        step.put(1, replace(two, paragraph=replace(two.paragraph, number="1"), printed=True))
    assert told(made)[-1] == "O As in paragraph 2 above."


def test_references_typed_are_followed_from_then_on() -> None:
    made, _ = working("O One;\nO Two;\nO As")
    made.follows_references = True
    acts.insert_text(made, Selection.at(2, 2), " in paragraph 2 above.")
    acts.new_paragraph(made, Selection.at(0, 0))
    assert told(made)[-1] == "O As in paragraph 3 above."


def test_divided_and_joined_paragraphs_take_their_references_along() -> None:
    made, at = working("O One;\nO Two, paragraph 1 above, |and paragraph 1 above;\nO Last, OP2.")
    acts.new_paragraph(made, at)
    assert told(made)[1:] == lines("O Two, paragraph 1 above,\nO and paragraph 1 above;\nO Last, OP2.")
    acts.move(made, Selection.at(0), 1)
    assert told(made) == lines("O Two, paragraph 2 below,\nO One;\nO and paragraph 2 above;\nO Last, OP1.")
    acts.delete_back(made, Selection.at(3, 0))
    acts.move(made, Selection.at(1), -1)
    assert told(made) == lines("O One;\nO Two, paragraph 1 above,\nO and paragraph 1 above; Last, OP2.")
    there_and_back(made)


def test_sections_and_annexes_have_numbers_of_their_own() -> None:
    made, _ = working(
        "E Organ,\nS A\nO One;\nO See paragraph 1 above;\nS B\nO Eins;\nO Siehe paragraph 1 above;\n"
        "A Annex\nO Un.\nO Paragraph 1 above.\nO OP2 above; paragraph 1 of the present resolution."
    )
    acts.new_paragraph(made, Selection.at(5, 0))
    assert told(made) == lines(
        "E Organ,\nS A\nO One;\nO See paragraph 1 above;\nS B\nO\nO Eins;\nO Siehe paragraph 2 above;\n"
        "A Annex\nO Un.\nO Paragraph 1 above.\nO OP2 above; paragraph 1 of the present resolution."
    )
    acts.new_paragraph(made, Selection.at(9, 0))
    assert told(made)[-2:] == lines("O Paragraph 2 above.\nO OP3 above; paragraph 1 of the present resolution.")


def test_items_of_a_paragraph_about_another_document_are_left_alone() -> None:
    text = "O One;\nO _Recalls_ its resolution 60/1, namely:\n1 paragraph 1;\n1 paragraph 1 above."
    made, _ = working(text)
    acts.new_paragraph(made, Selection.at(0, 0))
    assert told(made)[-2:] == lines("1 paragraph 1;\n1 paragraph 2 above.")


def test_it_can_be_switched_off() -> None:
    made, _ = working("O One;\nO As in paragraph 1 above.")
    made.follows_references = False
    acts.new_paragraph(made, Selection.at(0, 0))
    assert told(made)[-1] == "O As in paragraph 1 above."


def test_what_is_put_back_or_restored_reads_exactly_as_it_was() -> None:
    made, _ = working("O One;\nO As in paragraph 1 above;\nO As in paragraph 1 above.")
    acts.new_paragraph(made, Selection.at(0, 0))
    assert told(made)[-1] == "O As in paragraph 2 above."
    put_back(made, Selection.at(2))
    assert told(made)[2:] == lines("O As in paragraph 1 above;\nO As in paragraph 2 above.")
    restore(made, made.base, entries_from(made.base, []), Selection())
    assert made.draft() == made.base


def test_the_caret_stays_where_it_is_in_the_words() -> None:
    text = "\n".join([*(f"O Number {number};" for number in range(9)), "O As in paragraph 9 above|."])
    made, at = working(text)
    acts.move_to(made, 8, 8, 10)
    made.undo()
    acts.insert_paragraphs(made, Selection.at(0, 0), [Paragraph(Kind.OPERATIVE, (Run("New;"),))])
    assert told(made)[-1] == "O As in paragraph 10 above."
    made.undo()
    set_number(made, Selection.at(8), "100")
    assert told(made)[-1] == "O As in paragraph 100 above."
    made.undo()
    acts.move(made, at, -1)
    assert told(made, selected(made))[-2] == "O As in paragraph 10 below|."


def test_figures_that_followed_are_housekeeping_in_the_comparison() -> None:
    made, _ = working("E Organ,\nO _Urges_ one;\nO _Calls upon_ two;\nO _Requests_ a report as in paragraph 2 above.")
    acts.insert_paragraphs(
        made, Selection.at(1, 0), [Paragraph(Kind.OPERATIVE, (Run("Notes", italic=True), Run(" news;")))]
    )
    assert told(made)[-1] == "O _Requests_ a report as in paragraph 3 above."
    change = next(change for change in compare(made.base, made.draft()).changes if change.old == (3,))
    assert (change.kind, change.weight) == ("reworded", "housekeeping")
    assert ("delete", "2") in change.words
    assert ("insert", "3") in change.words


def test_references_follow_in_a_text_that_is_taken_up_again() -> None:
    begun, _ = working(
        "O _Decides_ a;\nO _Urges_ paragraph 1 above;\nA Annex\nT Of paragraph 2 of the present resolution."
        "\nT Of operative paragraph 2 of the resolution."
    )
    made = WorkingText(begun.base, state=(begun.entries, begun.base.footnotes))
    acts.new_paragraph(made, Selection.at(0, 0))
    assert [made.entries[at].text for at in (2, 4, 5)] == [
        "Urges paragraph 2 above;",
        "Of paragraph 3 of the present resolution.",
        "Of operative paragraph 3 of the resolution.",
    ]


def test_real_texts_refer_to_paragraphs_that_are_there_and_stay_as_they_are(shared: Path) -> None:
    expected = {
        "resolutions/A_80_L.17.txt": {"OP235": ("OP234",), "OP246": ("OP245",)},
        "resolutions/A_RES_78_309.txt": {
            "OP9": ("OP8",),
            "OP11": ("OP10",),
            "OP12": ("OP8", "OP10"),
            "OP13": ("OP12",),
            "OP14": ("OP12", "OP13"),
        },
        "resolutions/A_80_L.4.txt": {},
    }
    for name, wanted in expected.items():
        if not (shared / "corpus" / name).exists():
            continue
        made = WorkingText(real_draft(shared / "corpus" / name))
        targets = Targets(made.entries, made.stretches)
        found = {
            made.label(at): tuple(
                made.label(position)
                for mention in entry.mentions
                for position in targets.resolve(at, mention)
                if position is not None
            )
            for at, entry in enumerate(made.entries)
            if entry.mentions
        }
        assert found == wanted
        acts.new_paragraph(made, Selection.at(0, 0))
        assert [entry.text for entry in made.entries[1:]] == [entry.text for entry in made.original]
        there_and_back(made)


FOLLOWS = "1 reference follows: "
LONGER = "E Organ,\nO a;\nO b;\nO c;\nO d;\nO e;\nO See paragraphs 1 to 3 above."
RANGE = "E Organ,\nO a;\nO b;\nO c;\nO See paragraphs 1 to 3 above;\nO e."


@pytest.mark.parametrize(
    ("before", "act", "range_", "said"),
    [
        (RANGE, lambda w, _: acts.move(w, Selection.at(2), -1), "1 to 3", ""),
        (RANGE, lambda w, _: acts.move(w, Selection.at(3), -1), "1 to 3", ""),
        (RANGE, lambda w, _: acts.move(w, Selection.at(1), 2), "1 to 3", ""),
        (RANGE, lambda w, _: acts.move(w, Selection.at(2), 2), "1, 2 and 4", FOLLOWS + "OP3; OP3 says “above” of OP4, "
         "which does not stand there now"),
        (RANGE, lambda w, _: acts.move(w, Selection.at(5), -3), "1, 3 and 4", FOLLOWS + "OP5"),
        (LONGER, lambda w, _: acts.move(w, Selection.at(2), 3), "1, 2 and 5", FOLLOWS + "OP6"),
        (LONGER, lambda w, _: acts.move(w, Selection.at(1), 2), "1 to 3", ""),
        (LONGER.replace("1 to 3", "1 [to] 3"), lambda w, _: acts.move(w, Selection.at(2), 3), "1 [to] 3",
         "OP6 still says paragraph 3, which is OP2 now"),
        (LONGER.replace("1 to 3", "1 [to] 3"), lambda w, _: acts.move(w, Selection.at(5), -2), "1 [to] 3",
         "OP6 still says paragraph 3, which is OP4 now"),
        (RANGE, lambda w, _: acts.delete(w, Selection(Caret(1, 0), Caret(2, 0))), "1 to 2", FOLLOWS + "OP3"),
        (RANGE, lambda w, _: acts.delete(w, Selection(Caret(2, 0), Caret(3, 0))), "1 to 2", FOLLOWS + "OP3"),
        (RANGE, lambda w, _: acts.new_paragraph(w, Selection.at(1, 2)), "1 to 4", FOLLOWS + "OP5"),
        (
            "E Organ,\nO a:\n1 b;\n1 c;\n1 d;\nO See paragraphs 1 (a) to (c) above.",
            lambda w, _: acts.move(w, Selection.at(2), 1),
            "1 (a) to (c)",
            "",
        ),
    ],
)  # fmt: skip
def test_a_range_takes_in_the_same_paragraphs(before: str, act: Act, range_: str, said: str) -> None:
    made, selection = working(before)
    act(made, selection)
    refers = next(entry for entry in made.entries if "See" in entry.text)
    assert f"paragraphs {range_} above" in refers.text
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == said
    there_and_back(made)


@pytest.mark.parametrize(
    ("before", "moved", "words", "said"),
    [
        (
            "E Organ,\nS I\nO a;\nO b;\nO See paragraphs 1 and 2 above.",
            3,
            "paragraphs 1 and 2",
            "I.OP2 still says paragraph 2, which is OP1 now",
        ),
        (
            "E Organ,\nS I\nO a;\nO b;\nO c;\nO See paragraphs 1 to 3 above.",
            4,
            "paragraphs 1 to 3",
            "I.OP3 still says paragraph 3, which is OP1 now",
        ),
    ],
)
def test_what_cannot_be_said_in_order_is_told_of_those_that_were_named(
    before: str, moved: int, words: str, said: str
) -> None:
    made, _ = working(before)
    acts.move_to(made, moved, moved, 1)
    assert words in next(entry for entry in made.entries if "See" in entry.text).text
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == said
    there_and_back(made)


@pytest.mark.parametrize(
    ("before", "gone", "said"),
    [
        ("O a;\nO b;\nO See paragraphs 1 and 2 above.", 0, "paragraphs 1 and 2 above"),
        ("O a;\nO b;\nO See paragraphs 1 to 2 above.", 0, "paragraphs 1 to 2 above"),
        ("O a;\nO b;\nO c;\nO See paragraphs 1, 2 and 3 above.", 1, "paragraphs 1, 2 and 3 above"),
        ("O a:\n1 b;\n1 c;\nO See paragraph 1 (a) and (b) above.", 1, "paragraph 1 (a) and (b) above"),
        (
            "O a;\nO b:\n1 c;\n1 d;\nO See paragraphs 1 (a), 2 and 2 (b) above.",
            2,
            "paragraphs 1 (a), 2 and 2 (a) above",
        ),
    ],
)
def test_no_paragraph_is_named_by_the_figure_of_one_that_is_gone(before: str, gone: int, said: str) -> None:
    made, _ = working(before)
    acts.delete(made, Selection(Caret(gone, 0), Caret(gone + 1, 0)))
    assert said in made.entries[-1].text
    if said in before:
        assert made.undo_list.last is not None
        assert "which is gone" in made.undo_list.last.told
        assert "still says" in made.undo_list.last.told
    there_and_back(made)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("1 to meet;\n1 to eat;", "OP2 still says paragraph 1 (a), which is OP1 now"),
        ("1 to meet;", "OP2 still says paragraph 1 (a), which is OP1 now"),  # its words are there, but no item is
    ],
)
def test_an_item_that_was_joined_to_its_paragraph_is_told(items: str, said: str) -> None:
    made, _ = working(f"E The General Assembly,\nO Decides:\n{items}\nO Urges all, paragraph 1 (a) above.")
    acts.delete_on(made, Selection.at(1, made.entries[1].length))
    assert made.entries[1].text == "Decides: to meet;"
    last = made.undo_list.last
    assert last is not None
    assert last.told == said
    acts.insert_text(made, Selection.at(1, 0), "x")
    assert made.undo_list.last is not None
    assert not made.undo_list.last.told, "it is told once"
    assert len(made.remembered.lost) == 1
    while made.undo():
        pass
    there_and_back(made)


def test_enter_over_paragraphs_into_a_word_leaves_its_end_what_it_was() -> None:
    text = "O Decides so;\nO Invites all;\nO Calls upon all, paragraph 2 below;\nO Urges, paragraph 3 above."
    made, _ = working(text)
    acts.new_paragraph(made, Selection(Caret(1, 3), Caret(2, made.entries[2].text.index("low;"))))
    assert [(entry.text, entry.came_from) for entry in made.entries[1:3]] == [("Inv", (1,)), ("low;", (2,))]
    assert made.entries[3].text == "Urges, paragraph 3 above."


@pytest.mark.parametrize(
    "text",
    [
        "O App|roves the plan;\nO Requests the Secretary-General| to submit a report;",
        "O A|pproves the plan;\nO Decides to remain se|ized of the matter;",
        "O Approves| the plan;\nO Re|quests the Secretary-General to submit a report;",
        "O Decides to remain seized of the mat|ter;\nO App|roves the plan;",
        "O A|dopts the general plan;\nO Invites the General A|ssembly to plan all;",
        "O Adopts t|he general plan;\nO Invites t|he General Assembly to plan all;",
        "O Adopts the ge|neral plan;\nO Invites the Ge|neral Assembly to plan all;",
        "O Adopts the general pla|n;\nO Invites the Genera|l Assembly to plan all;",
        "O Adopts the general pla|n.\nO Invites the Genera|l Assembly to plan all.",
    ],
)
def test_enter_after_a_deletion_over_two_paragraphs_leaves_each_what_it_was(text: str) -> None:
    made, selection = working(f"{text}\nO As in paragraph 1 above and paragraph 2 above.", punctuates=True)
    acts.delete(made, selection)
    acts.new_paragraph(made, Selection.at(0, selection.start.place))
    assert [(entry.key, entry.came_from) for entry in made.entries][::2] == [(0, (0,)), (2, (2,))]
    assert made.entries[1].came_from == (1,)
    assert made.entries[2].text == "As in paragraph 1 above and paragraph 2 above."
    there_and_back(made)


def test_enter_over_paragraphs_that_leaves_an_end_mark_alone_leaves_nothing_of_the_other() -> None:
    made, _ = working("O Decides so:\n1 to meet;\n1 to eat;\nO Urges, paragraph 1 (b) above.")
    acts.new_paragraph(made, Selection(Caret(0, made.entries[0].length - 1), Caret(2, made.entries[2].length - 1)))
    assert made.entries[0].came_from == (0, 2)
    last = made.undo_list.last
    assert last is not None
    assert last.told == "OP3 still says paragraph 1 (b), which is OP1 now"


@pytest.mark.parametrize("apart", ["Enter", "put back"])
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("O One;\nO Two;\nO Three;\nO As in paragraphs 2 and 3 above;^1\nO As in paragraphs 1 to 3 above.", 0),
        ("O One;\nO Two;\nO Three;\nO As in paragraphs 2 and 3 above;\nO As in paragraphs 2 to 3 above.", 1),
        ("O One:\n1 aa;\n1 bb;\n1 cc;\nO As in paragraph 1 (b) above;\nO As in paragraphs 1 (a) and (c) above.", 1),
    ],
)
def test_references_to_paragraphs_that_were_joined_and_come_apart_mean_each_what_they_meant(
    text: str, first: int, apart: str
) -> None:
    made, _ = working(text, punctuates=True)
    base, count = made.draft(), len(made.entries)
    place = len(made.entries[first].text.rstrip(";"))
    while len(made.entries) == count:
        acts.delete_back(made, Selection.at(first + 1, 0))
    assert made.draft() != base
    if apart == "Enter":
        acts.new_paragraph(made, Selection.at(first, place))
    else:
        put_back(made, Selection.at(first))
    assert made.draft() == base
    there_and_back(made)


def test_a_note_that_means_a_paragraph_which_was_joined_and_came_apart_means_it_again() -> None:
    made, _ = working("O One;\nO Two;^1\nO Three.")
    note = replace(made.base.footnotes[0], runs=(Run("See paragraph 2 above."),))
    made = WorkingText(replace(made.base, footnotes=(note,)))
    acts.delete_back(made, Selection.at(1, 0))
    assert made.notes[1].text == "See paragraph 1 above."
    put_back(made, Selection.at(0))
    assert made.draft() == made.base
    made = WorkingText(replace(made.base, footnotes=(replace(note, runs=(Run("See paragraph 3 below."),)),)))
    acts.delete_back(made, Selection.at(2, 0))
    acts.new_paragraph(made, Selection.at(1, 5))
    assert made.notes[1].text == "See paragraph 3 below."


@pytest.mark.parametrize(
    "words",
    ["See paragraph 3 below.", "Voir le paragraphe 3 ci-dessous.", "Véase el párrafo 3 infra.", "См. пункт 3 ниже.",
     "انظر الفقرة 3 أدناه.", "见下文第3段。"],
)  # fmt: skip
@pytest.mark.parametrize("end", [Caret(2, 0), Caret(1, 11)])
def test_a_note_that_another_resolution_cites_first_now_is_told_of(words: str, end: Caret) -> None:
    made, _ = working(
        "E One,\nP Recalling,^1\nO Two;\nO Three;\nO Four.\nE Other,\nP Noting,^1\nO Five;\nO Six;\nO Seven."
    )
    made.follows_references = True
    set_note_text(made, 1, (Run(words),))
    acts.delete(made, Selection(Caret(1, 0), end))
    assert last_told(made) == "footnote 1 still says paragraph 3, which is OP3 now"
    made.undo()
    acts.delete(made, Selection(Caret(6, 0), Caret(7, 0)))
    assert last_told(made) == ""
    there_and_back(made)


def test_a_reference_written_since_means_the_first_of_what_comes_apart() -> None:
    made, _ = working("O One;\nO Two;\nO Three.")
    acts.delete_back(made, Selection.at(1, 0))
    acts.insert_text(made, Selection.at(1, 0), "As in paragraph 1 above, ")
    acts.new_paragraph(made, Selection.at(0, 4))
    assert "paragraph 1 above" in made.entries[2].text


def test_a_reference_whose_paragraph_went_is_not_taken_for_one_to_words_of_another() -> None:
    made, _ = working(
        "P Noting x,\nP Noting y,\nO One;\nO Two:\n1 aa;\n1 bb;\nO Three;\nO Four;\nO As in paragraph 2 (b) above.",
        punctuates=True,
    )
    acts.delete(made, Selection(Caret(2, 0), Caret(4, 3)))
    put_back(made, Selection.at(1))  # bb is an item of PP2 meanwhile, and OP2 has none
    for old in (4, 3, 2):
        put_back_gone(made, old)
    assert made.draft() == made.base


def test_a_list_of_references_set_in_another_order_means_again_what_came_apart() -> None:
    made, _ = working("O One;\nO Two;\nO Three;\nO Four;\nO As in paragraphs 1, 2 and 4 above.")
    acts.delete_back(made, Selection.at(3, 0))
    acts.move_to(made, 0, 0, 3)
    assert made.entries[-1].text == "As in paragraphs 1, 2 and 3 above."
    put_back(made, Selection.at(1))
    assert made.entries[-1].text == "As in paragraphs 1, 3 and 4 above."
    put_back(made, Selection.at(3))
    assert [entry.text for entry in made.entries] == [one.text for one in made.base.paragraphs]


def test_paragraphs_without_a_base_that_were_joined_last_and_are_divided_again_are_meant_as_before() -> None:
    made, _ = working("O One.", punctuates=True)
    for words in ("Two there", "Three", "As in paragraphs 2 and 3 above", "See paragraph 1 above, with paragraph 3"):
        acts.new_paragraph(made, Selection.at(len(made.entries) - 1, made.entries[-1].length))
        acts.insert_text(made, Selection.at(len(made.entries) - 1, 0), words)
    before = told(made)
    acts.delete_back(made, Selection.at(2, 0))
    joined = told(made)
    assert joined[1] == "O Two there Three;"
    acts.new_paragraph(made, Selection.at(1, len("Two there")))
    assert told(made) == before
    acts.delete_back(made, Selection.at(2, 0))
    acts.new_paragraph(made, Selection.at(1, 3))
    assert told(made)[1:4] == ["O Two;", "O there Three;", "O As in paragraphs 2 and 3 above;"]
    check(made)
    there_and_back(made)


@pytest.mark.parametrize(
    ("at", "reference", "after"),
    [
        (1, "II.OP2", "II.OP2"),
        (4, "II.OP2", "II.OP3"),
        (4, "II. OP2", "II. OP3"),
        (4, "Section II, OP2", "Section II, OP3"),
        (4, "World War II. OP1", "World War II. OP1"),
        (4, "section II, OP2", "section II, OP3"),
        (4, "II.OP1 and II.OP2", "II.OP2 and II.OP3"),
        (4, "II.OP1 and OP2", "II.OP2 and OP3"),
        (1, "I.OP1", "I.OP2"),
        (1, "resolution 79/1, II.OP2", "resolution 79/1, II.OP2"),
        (4, "[79/1, II.OP2]", "[79/1, II.OP2]"),
        (4, "[79/1, II.OP1 and II.OP2]", "[79/1, II.OP1 and II.OP2]"),
        (4, "II.OP1, II.OP2 and I.OP1", "II.OP2, II.OP3 and I.OP1"),
        (4, "[EU, II.OP1 and II.OP2]", "[EU, II.OP1 and II.OP2]"),
    ],
)
def test_a_label_with_its_section_follows_the_paragraph_of_that_section(at: int, reference: str, after: str) -> None:
    made, _ = working(f"S I. First\nO Rivers;\nO Asks as in {reference};\nS II. Second\nO Lakes;\nO Forests.")
    acts.new_paragraph(made, Selection.at(at, 0))
    assert next(entry.text for entry in made.entries if entry.text.startswith("Asks")) == f"Asks as in {after};"
    there_and_back(made)


@pytest.mark.parametrize(
    ("reference", "after"),
    [
        ("paragraph 2 of the present resolution, OP2", "paragraph 3 of the present resolution, OP3"),
        ("paragraph 2 of the present resolution, PP1 and OP2", "paragraph 3 of the present resolution, PP1 and OP3"),
        ("paragraph 2 of resolution 79/1, OP2", "paragraph 2 of resolution 79/1, OP2"),
    ],
)
def test_a_label_behind_the_name_of_this_text_follows(reference: str, after: str) -> None:
    made, _ = working(f"E The Council,\nP Recalling a,\nO Decides b;\nO Requests c;\nO Invites all ({reference}).")
    acts.new_paragraph(made, Selection.at(2, 0))
    assert made.entries[-1].text == f"Invites all ({after})."
    there_and_back(made)
