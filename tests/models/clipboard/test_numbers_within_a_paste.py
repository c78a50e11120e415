"""What is pasted with its numbers: bis goes with the number it stands behind, and references within it follow."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.draft import Draft, Kind
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at

_THREE = "1. Decides a;\n2. Urges b;\n3. Ends all.\n"


@pytest.mark.parametrize(
    ("there", "pasted", "labels", "last"),
    [
        ("", "OP2. Urges a\n\nOP2 bis. Requests b\n\nOP3. Ends all.", ["OP1", "OP1 bis", "OP2"], "Ends all."),
        ("", "OP2. Urges a\n\nOP2 bis. Requests b\n\nOP3. Ends all as in paragraph 2 above and OP2 bis.",
         ["OP1", "OP1 bis", "OP2"], "Ends all as in paragraph 1 above and OP1 bis."),
        ("", "5. Urges a;\n5 bis. Asks;\n(a) one;\n(a) bis. two;\n6. Decides, as in paragraph 1 above",
         ["OP1", "OP1 bis", "OP1 bis (a)", "OP1 bis (a) bis", "OP2"], "Decides, as in paragraph 1 above."),
        ("", "PP3. Recalling a\nPP3 bis. Noting b\nPP4. Aware of c\n\n7. Decides a\n7 bis. Urges y as in PP3 bis",
         ["PP1", "PP1 bis", "PP2", "OP1", "OP1 bis"], "Urges y as in PP1 bis."),
        (_THREE, "OP2. Urges a\n\nOP2 bis. Requests b\n\nOP2 ter. Requests c as in OP2 and OP1",
         ["OP1", "OP2", "OP3", "OP4", "OP4 bis", "OP4 ter"], "Requests c as in OP4 and OP1."),
        (_THREE, "OP2. Urges a\n\nOP3. Requests c as in OP2",
         ["OP1", "OP2", "OP3", "OP4", "OP5"], "Requests c as in OP4."),
        (_THREE, "Urges a\nRequests c as in OP1 and OP2", ["OP1", "OP2", "OP3", "OP4", "OP5"],
         "Requests c as in OP1 and OP2."),
        (_THREE, "3 bis. Requests c", ["OP1", "OP2", "OP3", "OP3 bis"], "Requests c."),
    ],
)  # fmt: skip
def test_numbers_within_a_paste(there: str, pasted: str, labels: list[str], last: str) -> None:
    working = WorkingText(Draft(()))
    working.punctuates = working.follows_references = True
    if there:
        paste(working, Selection.at(0, 0), from_clipboard({"text/plain": there.encode()}))
    end = max(0, len(working.entries) - 1)
    here = Selection.at(end, working.entries[end].length if there else 0)
    paste(working, here, from_clipboard({"text/plain": pasted.encode()}))
    assert [working.label(at) for at in range(len(working.entries))] == labels
    assert working.entries[-1].text == last
    assert not any("does not stand" in told for told in to_look_at(working).values())
    working.undo()
    assert len(working.entries) == (3 if there else 0)


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("2. Decides a;\n2 bis. Requests action;\n3. Calls for action as in paragraph 2 bis",
         "here 2 bis is 4 bis; OP5 still says paragraph 2 bis; if that is of this text, what it meant is OP4 bis now"),
        ("2. Decides a;\n2 bis. Requests b;\n2 ter. Urges c as in OP2 bis",
         "here 2 bis is 4 bis, 2 ter is 4 ter; 1 reference follows: OP4 ter"),
        ("2. Decides;\n2 bis. Asks;\n2 ter. Asks;\n2 quater. Asks;\n2 quinquies. Asks",
         "here 2 bis is 4 bis, 2 ter is 4 ter, 2 quater is 4 quater and 1 more with their numbers"),
        ("4. Decides a;\n4 bis. Requests b", ""),
        ("2. Decides a;\n3. Requests b", ""),
    ],
)  # fmt: skip
def test_a_bis_that_has_another_number_here_is_told(pasted: str, told: str) -> None:
    working = WorkingText(Draft(()))
    working.punctuates = working.follows_references = True
    paste(working, Selection.at(0, 0), from_clipboard({"text/plain": _THREE.encode()}))
    end = len(working.entries) - 1
    paste(working, Selection.at(end, working.entries[end].length), from_clipboard({"text/plain": pasted.encode()}))
    last = working.undo_list.last
    assert last is not None
    assert last.told == told


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("OP1 first text here\nOP2 next text here\nOP3 more text here\n",
         [("1", "first text here"), ("2", "next text here"), ("3", "more text here")]),
        ("OP4: new text here;\nOP5: other text here;\nOP6: more text here.",
         [("4", "new text here;"), ("5", "other text here;"), ("6", "more text here.")]),
        ("二、本决议生效；\n三、决定开会。\n", [("二", "本决议生效；"), ("三", "决定开会。")]),
        ("٢-تطلب إلى الجميع؛\n٣-تقرر أن تجتمع.\n", [("٢", "تطلب إلى الجميع؛"), ("٣", "تقرر أن تجتمع.")]),
        ("OP1 Requests all to go\nOP2 next text here\n", [("1", "Requests all to go"), ("2", "next text here")]),
        ("PP1 more of it here\nPP2 more of it there\nPP3 more of all things\n",
         [(None, "more of it here"), (None, "more of it there"), (None, "more of all things")]),
        # So are two of which one is plainly a paragraph, in lines as long as those of a column.
        ("OP4: New paragraph on financing for development and its follow-up;\n"
         "OP5: other delegations may wish to comment on that;",
         [("4", "New paragraph on financing for development and its follow-up;"),
          ("5", "other delegations may wish to comment on that;")]),
        ("- OP1: Requests x;\n- OP2: Urges all;", [("1", "Requests x;"), ("2", "Urges all;")]),
        ("ОП1 просит всех;\nОП2 мы примем это;", [("1", "просит всех;"), ("2", "мы примем это;")]),
        ("[OP1: Requests x;]\n[OP2: new text here;]", [("1", "[Requests x;]"), ("2", "[new text here;]")]),
        # So are two that bind somebody, and no text.
        ("OP1 All States should act\nOP2 The Fund should report",
         [("1", "All States should act"), ("2", "The Fund should report")]),
        ("Op. 4bis Les États devraient agir\nOp. 5 Le Conseil doit se réunir",
         [("4 bis", "Les États devraient agir"), ("5", "Le Conseil doit se réunir")]),
        ("OP1 Los Estados deben actuar\nOP2 El Consejo debería reunirse",
         [("1", "Los Estados deben actuar"), ("2", "El Consejo debería reunirse")]),
        ("ОП1 Все государства должны действовать\nОП2 Следует провести совещание",
         [("1", "Все государства должны действовать"), ("2", "Следует провести совещание")]),
        ("OP1 各国应采取行动\nOP2 秘书长应报告", [("1", "各国应采取行动"), ("2", "秘书长应报告")]),
        ("OP1 ينبغي لجميع الدول أن تعمل\nOP2 يجب على المجلس أن يجتمع",
         [("1", "ينبغي لجميع الدول أن تعمل"), ("2", "يجب على المجلس أن يجتمع")]),
        # What tells of paragraphs keeps what names them.
        *((text, [(None, line) for line in text.splitlines()]) for text in (
            "OP1 was agreed by all\nOP2 was deleted by Fiji\nOP3 is still to come",
            "OP1 agreed\nOP2 no comments\nOP3 to be deleted",
            "OP1 Fiji asks for time\nOP2 Kenya supports Fiji",
            "OP1 Fiji asks for time\nOP3 Kenya supports Fiji\nOP5 Peru supports Kenya",
            "OP4 and OP5 above were good\nOP5 and OP6 above\nOP6 or some other",
            "OP1 Fiji asks for time\nOP2 Kenya would prefer the old text\nOP3 Brazil could support it",
            "OP1: Fiji asks for time.\nOP2: The EU would prefer the old text.\nOP3: Brazil supports it.",
            "OP1 The last sentence should be deleted\nOP2 This paragraph must be moved up",
            "OP1 La référence devrait rester\nOP2 Le mot doit être supprimé",
            "OP1 Текст следует сократить\nOP2 Следует исключить слова",
            "OP1 应删除这一段的内容\nOP2 应保留原来的案文",
            "OP1 ينبغي حذف الفقرة كلها\nOP2 يجب أن تحذف هذه الجملة",
            "OP4: fine with us all;\nOP5: needs more time;",
        )),
    ],
)  # fmt: skip
def test_labels_and_figures_that_count_on_line_by_line_are_numbers(
    text: str, read: list[tuple[str | None, str]]
) -> None:
    for form, sent in (("text/plain", text), ("text/html", "<br>".join(text.split("\n")))):
        fragment = from_clipboard({form: sent.encode()})
        lines = [(one.number, line) for one in fragment.paragraphs for line in one.text.split("\n")]
        assert lines == read
        kinds = {one.kind for one in fragment.paragraphs if one.number is not None}
        assert kinds <= {Kind.OPERATIVE}


def test_a_label_in_a_list_of_a_page_numbers_what_opens_behind_it_and_else_stays() -> None:
    page = "<ul><li>OP1: Requests x;</li><li>OP2: delete</li></ul>"
    read = from_clipboard({"text/html": page.encode()}).paragraphs
    assert [(one.kind, one.number, one.text) for one in read] == [
        (Kind.OPERATIVE, "1", "Requests x;"),
        (Kind.SUBPARAGRAPH, "•", "OP2: delete"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "OP4: Takes note of a report, and of all that is set out in OP3; and in\nOP5: it goes on here;",
        "OP4: Takes note of the report of the Council, and of what is said in OP3, OP4 and\nOP5 of the text before us;",
        "OP4: Takes note of the report of the Council, and of all that it says of it;\nOP5 was not agreed by anybody.",
    ],
)
def test_a_label_within_a_paragraph_parts_it_not(text: str) -> None:
    assert [one.number for one in from_clipboard({"text/plain": text.encode()}).paragraphs] == ["4"]


_ARABIC = "الجمعية العامة،|1 - تقرر ما يلي:|(أ) الاجتماع:|’1‘ الآن؛|’2‘ غدا؛|(ب) العمل؛|2 - تطلب إلى الأمين العام."


@pytest.mark.parametrize("before", ["", "\t", "    "])
@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_the_second_level_of_an_arabic_list_is_one_however_far_in_it_stands(parted: str, before: str) -> None:
    lines = [before + line for line in _ARABIC.split("|")]
    fragment = from_clipboard({"text/plain": parted.join(lines).encode()})
    assert [(one.number, one.level) for one in fragment.paragraphs[1:]] == [
        *(("1", 0), ("(أ)", 1), ("’1‘", 2), ("’2‘", 2), ("(ب)", 1), ("2", 0)),
    ]
    assert all(one.kind is not Kind.TEXT for one in fragment.paragraphs)
