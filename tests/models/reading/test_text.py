"""Text and Markdown: paragraphs, notes, page breaks, italics, links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Kind, Run, brackets, labels
from models.draft.masthead import masthead
from models.files.read import read_bytes, read_text
from models.reading.inline import emphasis, without_marks
from models.reading.reading import CannotRead
from models.reading.text import read_text as read_plain
from tests.models.reading.words_of import words_of_draft, words_of_source
from tests.timed import soon

HEAD = "The General Assembly,\n\n"


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in read_text(source).draft.paragraphs]


def codes(source: str) -> list[str]:
    return [warning.code for warning in read_text(source).warnings]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*Recalling* it", [Run("Recalling", italic=True), Run(" it")]),
        ("**Option 1:** text", [Run("Option 1:", bold=True), Run(" text")]),
        ("***Both***", [Run("Both", italic=True, bold=True)]),
        ("[*Taking* it]", [Run("["), Run("Taking", italic=True), Run(" it]")]),
        ("r*eaffirming* it", [Run("r"), Run("eaffirming", italic=True), Run(" it")]),
        ("*In [furtherance][pursuit]* of", [Run("In [furtherance][pursuit]", italic=True), Run(" of")]),
        ("*Ibid.*, annex", [Run("Ibid.", italic=True), Run(", annex")]),
        ("this*,* and", [Run("this"), Run(",", italic=True), Run(" and")]),
        ("*Option:*text", [Run("Option:", italic=True), Run("text")]),
        ("**bold *both* bold**", [Run("bold ", bold=True), Run("both", True, True), Run(" bold", bold=True)]),
        ("_Recalling_ a_b_c", [Run("Recalling", italic=True), Run(" a_b_c")]),
        ("Iraq:* draft resolution", [Run("Iraq:* draft resolution")]),
        ("[NDMC*][INDC] and *so*", [Run("[NDMC*][INDC] and "), Run("so", italic=True)]),
        ("2 * 3 * 4", [Run("2 * 3 * 4")]),
        (r"\*not\*", [Run("*not*")]),
        ("________", [Run("________")]),
        ("*open", [Run("*open")]),
        ("", []),
    ],
)
def test_emphasis(source: str, expected: list[Run]) -> None:
    assert list(emphasis(source)) == expected


def test_a_list_in_one_block_is_several_paragraphs() -> None:
    draft = read_text(HEAD + "1. *Decides* to meet;\n2. *Requests* a report:\n(a) On this;\n(b) On that.").draft
    assert [name for name in labels(draft) if name] == ["OP1", "OP2", "OP2 (a)", "OP2 (b)"]


def test_paragraphs_on_single_lines() -> None:
    source = (
        "The General Assembly,\nRecalling its resolution,\nAware of it,\n1. Decides to meet;\n2. Requests a report."
    )
    assert texts(source) == [
        "The General Assembly,",
        "Recalling its resolution,",
        "Aware of it,",
        "Decides to meet;",
        "Requests a report.",
    ]


WRAPPED = """\
                         The General Assembly,

      Recalling its resolution 70/195 of 22 December 2015 on combating sand and dust
storms, and its resolution 71/219 of 21 December 2016, and reaffirming paragraph
2. of the annex to the latter,
      Aware of the need for co-
operation in this field and of the long-
term effects of sand and dust storms on people, animals and plants everywhere,

      1. Decides to continue the consideration of the question at its next session, under
the item entitled "Sustainable development";
      2. Requests the Secretary-General to report to it.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    found = texts(WRAPPED)
    assert len(found) == 5
    assert found[1].endswith("and reaffirming paragraph 2. of the annex to the latter,")
    assert found[2].startswith("Aware of the need for co-operation in this field and of the long-term effects")
    assert found[3].endswith('under the item entitled "Sustainable development";')


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("78/118. Safety and security of humanitarian personnel and of the premises of the", "United Nations"),
        ("78/45. Implementation of the Convention on the Prohibition of the Use, Production", "of Mines"),
        ("[on the report of the Special Political and Decolonization Committee of a session", "(A/78/431, para. 3)]"),
    ],
)
def test_a_wrapped_line_of_a_masthead_is_one(above: str, below: str) -> None:
    draft = read_text(f"A/RES/78/118\n\nAgenda item 18\n\n{above}\n{below}\n\n{WRAPPED.lstrip()}").draft
    assert [p.text for p in draft.paragraphs if p.kind is Kind.MASTHEAD][2:] == [f"{above} {below}"]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling its resolution 80/1 of 5 December 2025\nNoting with concern the report\nDecides to meet",
        "The General Assembly,\n\nPP1. Recalling its resolution 80/1 of 5 December 2025\nPP2. Reports\nOP1. Decides x",
        "Recalling its resolution 80/1 of 5 December 2025\n1. Decides to meet in 2026\n2. Urges all States to act",
    ],
)
def test_a_line_that_opens_as_a_paragraph_does_not_go_on_with_the_one_before(text: str) -> None:
    lines = [line for line in text.split("\n") if line]
    paragraphs = read_text(text).draft.paragraphs
    assert [one.text for one in paragraphs] == [re.sub(r"^(?:PP|OP)?\d\. ", "", line) for line in lines]
    assert all(one.kind in (Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE) for one in paragraphs)


def test_an_arabic_preambular_paragraph_begins_below_a_full_line_that_ends_with_a_comma() -> None:
    lines = (
        "إن الجمعية العامة،",
        "إذ تشير إلى قرارها 80/1 المؤرخ 5 كانون الأول/ديسمبر 2025 وإلى جميع",
        "القرارات اللاحقة التي اتخذتها هيئاتها الفرعية في هذا الشأن كله،",
        "وإذ تلاحظ التقرير مع بالغ التقدير لما ورد فيه من استنتاجات عديدة",
        "وإذ ترد في مرفقه،",
    )
    _, *paragraphs = texts("\n".join(lines))
    assert paragraphs == [f"{lines[1]} {lines[2]}", f"{lines[3]} {lines[4]}"]


@pytest.mark.parametrize(
    "closing",
    [
        "54th plenary meeting\n19 December 2024",
        "54e séance plénière\n19 décembre 2024",
        "54ª sesión plenaria\n19 de diciembre de 2024",
        "54-е пленарное заседание,\n19 декабря 2024 года",
        "2024年12月19日\n第54次全体会议",
        "الجلسة العامة 54\n19 كانون الأول/ديسمبر 2024",
    ],
)
def test_the_meeting_and_its_date_stand_below_a_full_line_that_ends_the_last_paragraph(closing: str) -> None:
    last = "1. Decides to include in the agenda of its eighty-first session the item entitled “Oceans”."
    paragraphs = read_text(f"The General Assembly,\nRecalling its resolution 70/1,\n{last}\n{closing}").draft.paragraphs
    assert [one.text for one in paragraphs if one.kind is Kind.CLOSING] == closing.split("\n")
    goes_on = last.replace("the item entitled “Oceans”.", "what was said at its")
    paragraphs = read_text(
        f"The General Assembly,\nRecalling its resolution 70/1,\n{goes_on}\n{closing}"
    ).draft.paragraphs
    assert closing.split("\n")[0] in paragraphs[2].text


def test_notes_between_pages_are_taken_out_and_the_paragraph_joined() -> None:
    source = (
        HEAD
        + "*Aware* of the report¹ on many countries and the\n\n¹ *Ibid.*, annex II.\n\n"
        + "marginalization of some,²\n\n² A/58/98."
    )
    reading = read_text(source)
    paragraph = reading.draft.paragraphs[1]
    assert paragraph.text == "Aware of the report on many countries and the marginalization of some,"
    assert paragraph.footnotes == (1, 2)
    assert [(note.mark, note.text) for note in reading.draft.footnotes] == [
        ("1", "Ibid., annex II."),
        ("2", "A/58/98."),
    ]
    assert [(warning.code, warning.paragraph) for warning in reading.warnings] == [("joined-at-page-break", 1)]


def test_marks_at_one_place_and_a_source_cited_again() -> None:
    source = HEAD + "Noting this,[^1],[^2] and that,[^1]\n\n1. Ends.\n\n[^1]: A/1.\n\n[^2]: A/2.\n"
    paragraph = read_text(source).draft.paragraphs[1]
    assert paragraph.text == "Noting this, and that,"
    assert paragraph.footnotes == (1, 2, 1)


def test_raised_marks_at_one_place_stand_apart_and_a_square_metre_is_none() -> None:
    draft = read_text(HEAD + "Noting it,¹,² and 5 km² of land,³\n\n¹ A/1.\n² A/2.\n³ A/3.").draft
    assert draft.paragraphs[1].text == "Noting it, and 5 km² of land,"
    assert [run.footnote for run in draft.paragraphs[1].runs if run.footnote] == [1, 2, 3]


@pytest.mark.parametrize(
    "formula",
    [
        "E = mc²",
        "5 км²",
        "9.8 m/s²",
        "9,8 м/с²",
        "c² = b²",
        "80 kg/m³",
        "2π²",
        "8 in²",
        "CO²",
        "an R²",
        "m⁻²",
        "2 × 10²",
    ],
)
def test_a_power_cites_no_note(formula: str) -> None:
    draft = read_text(HEAD + f"Noting it,² and {formula} of that,³\n\n¹ A/1.\n² A/2.\n³ A/3.").draft
    assert draft.paragraphs[1].text == f"Noting it, and {formula} of that,"
    assert [run.footnote for run in draft.paragraphs[1].runs if run.footnote] == [2, 3]


@pytest.mark.parametrize(
    "words",
    [
        "on the Sea²", "of 12 b²", "of the SDG²", "the 4th²", "annex A²", "of 2030²", "they live in²", "the State’s²",
        "the women's²", "η οδηγία²", "и с²", "Group E²", "Annex R²", "paragraph b²", "subparagraph m²",
        "grupo R²", "alinéa b²", "подпункте м²",
    ],
)  # fmt: skip
def test_a_mark_behind_words_cites_its_note(words: str) -> None:
    draft = read_text(HEAD + f"Noting it {words} in it,\n\n¹ A/1.\n² A/2.").draft
    assert [run.footnote for run in draft.paragraphs[1].runs if run.footnote] == [2]


def test_a_bullet_before_a_number_is_the_sign_of_a_list() -> None:
    draft = read_text(HEAD + "1. Requests a report:\n\n- (a) On this;\n- (b) On that.").draft
    assert [paragraph.number for paragraph in draft.paragraphs[2:]] == ["(a)", "(b)"]


def test_notes_at_the_end_without_raised_marks() -> None:
    source = HEAD + "Noting this,¹ and that,²\n\n1. Decides it;\n\n2. Ends.\n\n1 Resolution 70/1.\n\n2 Ibid., annex."
    draft = read_text(source).draft
    assert [note.text for note in draft.footnotes] == ["Resolution 70/1.", "Ibid., annex."]
    assert [paragraph.number for paragraph in draft.paragraphs] == [None, None, "1", "2"]
    only_operative = read_text(HEAD + "Noting this,¹ and that,²\n\n1. Decides it;\n\n2. Requests it.").draft
    assert only_operative.footnotes == ()
    assert [paragraph.number for paragraph in only_operative.paragraphs] == [None, None, "1", "2"]


_RUSSIAN = (
    "ссылаясь на свою резолюцию 77/176 от 14 декабря 2022 года{}",
    "вновь подтверждая Всеобщую декларацию прав человека{}",
    "сознавая важность международной миграции для устойчивого развития{}",
    "с удовлетворением отмечая проведение Форума{}",
)


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
@pytest.mark.parametrize("end", [",", " [США: исключить]", " (ЕС)", ""])
def test_russian_paragraphs_begin_in_small_letters_whatever_ends_the_one_above(end: str, parted: str) -> None:
    paragraphs = [one.format(end) for one in _RUSSIAN]
    source = parted.join(["Генеральная Ассамблея,", *paragraphs, "1. просит всех."])
    assert texts(source) == ["Генеральная Ассамблея,", *paragraphs, "просит всех."]


def test_russian_lines_that_are_wrapped_end_where_no_word_has_room() -> None:
    wrapped = (
        "Генеральная Ассамблея,\nпринимая к сведению доклад Генерального секретаря,\n"
        "с удовлетворением отмечая проведение Форума,\n"
        "вновь подтверждая Всеобщую декларацию прав человека и свои\nпрежние резолюции,\n1. просит всех."
    )
    assert [text.split()[0] for text in texts(wrapped)] == ["Генеральная", "принимая", "с", "вновь", "просит"]


@pytest.mark.parametrize(
    "lines",
    [
        "Генеральная Ассамблея,|Преамбула|сознавая важность миграции,|с удовлетворением отмечая проведение Форума,"
        "|1. просит Генерального секретаря представить ей доклад|2. призывает государства принять меры",
        "تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها الثانية والثمانين؛"
        "|تعرب عن بالغ القلق إزاء أعمال العنف ضد المهاجرين؛",
        "请秘书长向大会第八十二届会议提交报告，并就此加以审议；|促请所有利益攸关方协助执行本决议，并开展合作；",
    ],
)
def test_each_line_is_a_paragraph_in_letters_without_capitals(lines: str) -> None:
    assert len(texts(lines.replace("|", "\n"))) == len(lines.split("|"))


@pytest.mark.parametrize("before", ["", "\t", "    ", "        "])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("The General Assembly,|Recalling it,|1. Decides:|\t1) in May;|\t2) in June;|2. We act.", "PP1|OP1|1)|2)|OP2"),
        ("Die Versammlung|The General Assembly,|1. We commit:|\t(a) now;|\t(b) then;|2. We act.", "OP1|(a)|(b)|OP2"),
        ("大会，|回顾其决议，|1. 我们承诺：|\t(a) 开会；|\t(b) 行动；|2. 我们行动。", "PP1|OP1|(a)|(b)|OP2"),
        ("الجمعية العامة،|1 - نلتزم بما يلي:|\t(أ) الاجتماع؛|\t(ب) العمل؛|2 - نعمل معا.", "OP1|(أ)|(ب)|OP2"),
    ],
)
def test_numbers_that_are_all_set_in_are_those_of_paragraphs(lines: str, expected: str, before: str) -> None:
    source = "\n\n".join(before + line for line in lines.split("|"))
    names = [name.split(" ")[-1] for name in labels(read_text(source).draft) if name]
    assert names == expected.split("|")


def test_behind_and_a_russian_paragraph_goes_on() -> None:
    source = "Генеральная Ассамблея,\n\nссылаясь на резолюцию 1, признавая ее и\n\nвновь подтверждая ее,\n\n1. просит."
    assert texts(source)[1] == "ссылаясь на резолюцию 1, признавая ее и вновь подтверждая ее,"


@pytest.mark.parametrize(
    ("body", "notes", "text"),
    [
        ("Noting this, 1/ and that, 2/", "1/ S/24476, annex. 2/ S/24704.", "Noting this, and that,"),
        ("Noting this,[1] and that,[2]", "[1] S/24476, annex.\n\n[2] S/24704.", "Noting this, and that,"),
    ],
)
def test_older_marks(body: str, notes: str, text: str) -> None:
    draft = read_text(f"{HEAD}{body}\n\n1. Ends.\n\n{notes}").draft
    assert (draft.paragraphs[1].text, draft.paragraphs[1].footnotes) == (text, (1, 2))
    assert [(note.mark, note.text) for note in draft.footnotes] == [("1", "S/24476, annex."), ("2", "S/24704.")]


def test_bracketed_numbers_are_no_marks() -> None:
    draft = read_text(f"{HEAD}Noting this,\n\n1. Decides to meet within [30] days or [20][40] days, in 1991/92.").draft
    assert draft.footnotes == ()
    assert len(brackets(draft)) == 3


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "^1^", "¹", "[^1]"])
def test_ways_to_write_a_mark(mark: str) -> None:
    draft = read_text(f"{HEAD}Noting this,{mark}\n\n1. Ends.\n\n{mark.replace(']', ']:')} A/58/98.").draft
    assert [(paragraph.text, paragraph.footnotes) for paragraph in draft.paragraphs[1:2]] == [("Noting this,", (1,))]
    assert [note.text for note in draft.footnotes] == ["A/58/98."]


def test_each_page_counts_its_notes_anew() -> None:
    source = HEAD + "Noting this,¹\n\n¹ A/1.\n\nNoting that,¹\n\n¹ A/2.\n\n1. Ends."
    draft = read_text(source).draft
    assert [draft.note[p.footnotes[0]].text for p in draft.paragraphs[1:3]] == ["A/1.", "A/2."]
    assert [note.mark for note in draft.footnotes] == ["1", "1"]


def test_notes_and_marks_that_do_not_meet() -> None:
    source = HEAD + "Noting this[^3] over 5 km² of land,⁷\n\n1. Ends.\n\n[^1]: A/1.\n"
    reading = read_text(source)
    assert reading.draft.paragraphs[1].text == "Noting this over 5 km² of land,⁷"
    assert [(note.mark, note.text) for note in reading.draft.footnotes] == [("1", "A/1."), ("3", "")]
    assert sorted(warning.code for warning in reading.warnings) == [
        "mark-without-note",
        "mark-without-note",
        "note-without-mark",
    ]


@pytest.mark.parametrize(
    ("head", "rest", "joined"),
    [
        ("1. Notes the role of the Food and", "agriculture agencies in the field;", True),
        ("1. Notes the persistent role of the Food and Agriculture", "Organization of the United Nations;", True),
        ("1. Notes the suffering of many people,", "including forced labour of the young;", True),
        ("1. Notes the risk of conflict;", "and to consider how to act;", False),
        ("1. Notes the risk of conflict.", "Other matters", False),
        ("1. Decides to act and", "2. Requests a report.", False),
        ("1. Decides to act and", "Requests a report.", False),
        ("Other matters", "1. Decides to act.", False),
        ("1. Decides to", "(a) Act.", False),
        ("*сознавая*, что это так,", "*с признательностью принимая к сведению* доклад,", False),
        ("сознавая, что это так,", "с признательностью принимая к сведению доклад,", False),
        ("*сознавая*, что это так,", "*имея в виду намерение* всех,", False),
        ("*сознавая*, что это так,", "а также на свою резолюцию,", True),
    ],
)
def test_joining(head: str, rest: str, joined: bool) -> None:
    source = f"{HEAD}Recalling it,\n\n{head}\n\n{rest}"
    assert (len(texts(source)) == 3) is joined
    assert ("joined-at-page-break" in codes(source)) is joined


def test_glued_to_the_line_of_the_organ() -> None:
    source = "The Security Council, Reaffirming its resolution,\n\n1. Decides to meet."
    assert texts(source)[:2] == ["The Security Council,", "Reaffirming its resolution,"]
    assert codes(source) == ["split-opening"]


_ISSUED = "Iraq:* draft resolution\n\nStorms\n\n" + HEAD
_NOTE = "* On behalf of the Group of 77 and China."


@pytest.mark.parametrize(
    "source",
    [
        _ISSUED + f"*Recalling* it,\n\n{_NOTE}\n\n*Noting* that,\n\n1. Ends.",
        _ISSUED + f"*Recalling* it,\n\n1. Ends.\n\n{_NOTE}",
        _ISSUED + f"*Recalling* it,\n\n{_NOTE}\n\n1. *Adopts* it.\n\nAnnex\n\nWords of the annex.",
        _ISSUED + f"1. *Adopts* it.\n\nAnnex\n\nWords of\n\n{_NOTE}\n\nthe annex.",
        f"Iraq:* draft resolution\n\n{_NOTE}\n\nStorms\n\n{HEAD}*Recalling* it,\n\n1. Ends.",
    ],
    ids=["amid the preamble", "last", "before an annex", "amid an annex", "in the masthead"],
)
def test_a_sponsors_note_is_the_footnote_of_its_asterisk(source: str) -> None:
    draft = read_text(source).draft
    (note,) = draft.footnotes
    assert (note.mark, note.text) == ("*", "On behalf of the Group of 77 and China.")
    assert draft.paragraphs[0].runs == (Run("Iraq:"), Run(footnote=note.id), Run(" draft resolution"))
    assert masthead(draft).on_behalf == "Group of 77 and China"
    assert masthead(draft).sponsors == ("Iraq",)


def test_a_note_whose_asterisk_a_paragraph_of_the_text_has_stays_a_paragraph() -> None:
    draft = read_text(_ISSUED + f"*Recalling* what is to be revised,*\n\n{_NOTE}\n\n1. Ends.").draft
    note = draft.paragraphs[4]
    assert (note.kind, note.number, note.text) == (Kind.SPONSOR_NOTE, "*", "On behalf of the Group of 77 and China.")
    assert not draft.footnotes
    assert masthead(draft).on_behalf == "Group of 77 and China"


@pytest.mark.parametrize(
    "source",
    [
        "1. *Decides* to:\n\n* meet in June;\n\n* report in July.",
        "1. *Decides* to meet.\n\n| Year | Sum |\n|---|---|\n| * 2026 | 5 |",
    ],
    ids=["items of a list", "a cell"],
)
def test_what_has_an_asterisk_before_it_and_is_no_note_stays_where_it_stands(source: str) -> None:
    draft = read_text(_ISSUED + source).draft
    assert not draft.footnotes
    assert draft.paragraphs[0].text == "Iraq:* draft resolution"
    words = " ".join(one.text for one in draft.paragraphs)
    assert re.search(r"to: meet in June; report in July\.|Year Sum 2026 5", words)


def test_what_is_told_of_paragraphs_behind_a_sponsors_note_is_told_of_them() -> None:
    source = _ISSUED + f"*Recalling* it,\n\n{_NOTE}\n\nStrange words that begin,\n\n1. Ends."
    reading = read_text(source)
    assert [reading.draft.paragraphs[one.paragraph or 0].text for one in reading.warnings] == [
        "Strange words that begin,"
    ]
    assert [one.code for one in reading.warnings] == ["kind-guessed"]


def test_markdown_signs_are_no_words() -> None:
    source = (
        "# Draft agreement\n{:.no_toc}\n\n* TOC\n{:toc}\n\n<!-- hidden -->\n\nSee the [text][12dec] and "
        "[this](http://example.org/a) of [one][two].\n\n[12dec]: http://example.org/b\n\n---\n\n## Article 1\n"
    )
    reading = read_text(source)
    assert [p.text for p in reading.draft.paragraphs] == [
        "Draft agreement",
        "See the text and this of [one][two].",
        "Article 1",
    ]
    assert [warning.code for warning in reading.warnings] == ["link-left-out", "link-left-out"]
    assert len(brackets(reading.draft)) == 2


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\u2028"])
def test_ends_of_lines(ends: str) -> None:
    source = "The General Assembly,\n\nRecalling it,\n\n1. Ends.\n".replace("\n", ends)
    assert texts(source) == ["The General Assembly,", "Recalling it,", "Ends."]


@pytest.mark.parametrize("source", ["", "\n\n", "   \t", "\ufeff", "<!-- -->", "----"])
def test_no_words_cannot_be_read(source: str) -> None:
    with pytest.raises(CannotRead, match="holds no words"):
        read_text(source)


LINES = st.one_of(
    st.sampled_from(
        [
            "The General Assembly,",
            "*Recalling* its resolution,[^1]",
            "1. *Decides* to meet;",
            "(a) To act;",
            "(i) Soon;",
            "¹ A/58/98.",
            "[^1]: Resolution 70/1.",
            "* On behalf of the Group of 77 and China.",
            "II Other matters",
            "Annex I",
            "PP1 bis [Noting it,]",
            "OP3. Requests",
            "“Rule 1.",
            "54th plenary meeting",
            "19 December 2024",
            "A/C.2/80/L.1",
            "Agenda item 18 (i)",
            "Iraq:* draft resolution",
            "and the",
            "大会，",
            "إذ تشير إلى قرارها،",
            "26 *Condemns* it;",
            "|",
        ]
    ),
    st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30),
)
PLAIN = st.lists(st.text("abcdefgHIJK,;. ", min_size=1, max_size=30), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_any_text_is_read(lines: list[str], between: str) -> None:
    reading = read_plain(between.join(lines))
    assert len(labels(reading.draft)) == len(reading.draft.paragraphs)
    masthead(reading.draft)
    assert all(0 <= (warning.paragraph or 0) < max(1, len(reading.draft.paragraphs)) for warning in reading.warnings)


@settings(max_examples=150, deadline=None)
@given(PLAIN, st.sampled_from(["\n", "\n\n"]), st.booleans())
def test_no_word_of_any_plain_text_is_lost(lines: list[str], between: str, organ: bool) -> None:
    source = ("The General Assembly,\n\n" if organ else "") + between.join(lines)
    assert words_of_draft(read_plain(source).draft) == words_of_source(source)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="*_\\ ab[].,^1", max_size=40))
def test_emphasis_takes_nothing_but_signs(source: str) -> None:
    kept = "".join(run.text for run in emphasis(source))
    assert [c for c in kept if c not in "*_\\"] == [c for c in source if c not in "*_\\"]


TABLES = [
    ("| State | Signed |\n|---|---|\n| Chad | no |", [("State", 0, 0), ("Signed", 0, 1), ("Chad", 1, 0), ("no", 1, 1)]),
    ("State | Signed\n--- | :-:\nChad |", [("State", 0, 0), ("Signed", 0, 1), ("Chad", 1, 0)]),
    ("| *a* \\| b |\n| - |\n| one<br>two | more |", [("a | b", 0, 0), ("one two", 1, 0), ("more", 1, 1)]),
    ("| a |\n|---|\n| |\n| urges States |", [("a", 0, 0), ("", 1, 0), ("urges States", 2, 0)]),
    ("| one | two |\n|---|", None),
    ("| a line between strokes |", None),
]


@pytest.mark.parametrize(("table", "cells"), TABLES)
def test_a_table_of_markdown_is_read_cell_by_cell(table: str, cells: list[tuple[str, int, int]] | None) -> None:
    for above in ("", "States that are party:\n"):
        draft = read_text(
            f"The General Assembly,\n\n1. *Approves* this:\n\n{above}{table}\n\n2. *Decides* to end."
        ).draft
        held = [(p.text, p.cell[1], p.cell[2]) for p in draft.paragraphs if p.cell is not None]
        assert held == (cells or [])
        assert all(p.kind is Kind.TEXT for p in draft.paragraphs if p.cell is not None)
        assert [p.number for p in draft.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2"]


def test_tables_are_counted_through_the_text() -> None:
    table = "| a |\n|---|\n| b |"
    draft = read_text(f"The General Assembly,\n\n1. *Approves* this:\n\n{table}\n\nand\n\n{table}").draft
    assert [p.cell for p in draft.paragraphs if p.cell] == [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 0)]


def test_a_text_of_more_lines_than_can_be_read_in_time_is_refused() -> None:
    with pytest.raises(CannotRead, match="has more than 20\u00a0000 lines; save the pages"):
        read_bytes(b"1. Decides;\n" * 20_001)


def test_a_text_of_more_signs_than_can_be_read_in_time_is_refused() -> None:
    with pytest.raises(CannotRead, match="has more than 4\u00a0000\u00a0000 signs; save the pages"):
        read_bytes(b"Decides " * 500_001)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_paragraph_of_very_many_lines_takes_a_time_that_grows_with_them(between: str) -> None:
    text = between.join(["to take all measures and effective steps for the"] * 8_000)
    draft = soon(lambda: read_text(f"1. Decides to act and{between}{text}"), 8).draft  # it took two minutes
    assert sum(len(one.text.split()) for one in draft.paragraphs) == 4 + 9 * 8_000


def test_words_are_looked_at_without_signs_and_note_marks() -> None:
    assert without_marks(" *Takes* note[^*1] of [^] **“that”**¹² [[^1]^2] ") == "Takes note of [^] “that” [^2]"


def test_many_numbered_lines_of_one_block_and_many_underscores_are_read_in_time() -> None:
    many = b"".join(b"%d. Decides to act;\n" % number for number in range(1, 4_001))
    assert len(soon(lambda: read_bytes(many), 4).draft.paragraphs) == 4_000  # it took minutes
    (words,) = soon(lambda: read_bytes(b"Words " + b"_a" * 200_000), 4).draft.paragraphs
    assert words.text == "Words " + "_a" * 200_000


ARTICLES = (
    "Statute of the Fund\n\n{}\n\nThe Fund supports the Parties.\n\n{}\n\nThe seat is in Geneva.\n\n{}\n\nIt ends."
)


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (("Article 1", "Article 2", "Article 3"), 3),
        (("Article 1. Purpose", "Article 2 – Seat", "Article 3: End"), 3),
        (("Article 1\n\nPurpose", "Article 2\n\nSeat", "Article 3\n\nEnd"), 6),
        (("Article 1", "Article 1 bis", "Article 2"), 3),
        (("Article 4", "Article 5", "Article 6"), 3),
        (("Article 1", "Article 3", "Article 4"), 3),
        (("Chapter I. General\n\nArticle 1", "Article 2", "Chapter II\n\nEnd\n\nArticle 3"), 6),
        (("Article premier", "Article 2", "Article 3"), 3),
        (("Article premier : Objet", "Article 2\u00a0: Siège", "ARTICLE 3 : Fin"), 3),
        (("Статья 1", "Статья 2", "Статья 3"), 3),
        # What a table of contents lists has no words under it.
        (("Article 1. Purpose\n\nArticle 2. Seat\n\nArticle 1. Purpose", "Article 2. Seat", "Article 3. End"), 3),
        # Articles of other texts.
        (("Article 5 of the Convention is known.", "Article 6 of the Convention is known.", "Article 7 is known."), 0),
        (("Article 5", "Article 9", "Article 7"), 0),
        (("Article 5", "Article 7", "The seat"), 0),
        (("Article 1: delete it.", "Article 2: delete the comma.", "Article 3: as it is."), 0),
        (("Phase 1", "Phase 2", "Phase 3"), 0),
        (("Annex 1 to it", "1. Seat", "A. End"), 0),
    ],
)
def test_articles_of_a_text_without_an_organ_are_headings(lines: tuple[str, str, str], headings: int) -> None:
    read = read_text(ARTICLES.format(*lines)).draft.paragraphs
    assert sum(one.kind is Kind.HEADING for one in read) == headings
    assert [one.kind for one in read if one.text.endswith(("Parties.", "Geneva.", "ends."))] == [Kind.TEXT] * 3


def test_a_title_stands_under_an_article_that_has_none_in_its_line() -> None:
    read = read_text(ARTICLES.format("Article 1. Purpose\n\nThe Bureau [and the Board]", "Article 2", "Article 3"))
    assert [one.text for one in read.draft.paragraphs if one.kind is Kind.HEADING] == [
        "Article 1. Purpose",
        "Article 2",
        "Article 3",
    ]


@pytest.mark.parametrize(
    ("organ", "recital", "acts", "note"),
    [
        (
            "The General Assembly,",
            "Recalling resolution 77/1 of 19 December 2024 1/,",
            "1. Decides to meet.",
            "See A/1.",
        ),
        (
            "L’Assemblée générale,",
            "Rappelant la résolution du 19 décembre 2024 1/,",
            "1. Décide de siéger.",
            "Voir A/1.",
        ),
        ("La Asamblea General,", "Recordando la resolución de 2024 1/,", "1. Decide reunirse.", "Véase A/1."),
        ("Генеральная Ассамблея,", "ссылаясь на резолюцию 77/1 1/,", "1. постановляет собраться.", "См. A/1."),
        ("إن الجمعية العامة،", "إذ تشير إلى القرار الصادر في 2024 1/،", "1 - تقرر أن تجتمع.", "انظر A/1."),
        ("大会，", "回顾其第77/1号决议 1/，", "1. 决定开会。", "见A/1。"),
    ],
)
def test_a_note_with_a_stroke_behind_a_figure(organ: str, recital: str, acts: str, note: str) -> None:
    draft = read_text("\n\n".join((organ, recital, acts, f"1/ {note}"))).draft
    assert [one.text for one in draft.footnotes] == [note]
    assert draft.paragraphs[1].text == recital.replace(" 1/", "")
    assert [one.kind for one in draft.paragraphs] == [Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("* Adopted without a vote.", Kind.CLOSING),
        ("[Adoptée sans vote.]", Kind.CLOSING),
        ("[Aprobada sin votación.]", Kind.CLOSING),
        ("[Принята без голосования.]", Kind.CLOSING),
        ("[اعتُمد القرار بدون تصويت.]", Kind.CLOSING),
        ("[未经表决获得通过。]", Kind.CLOSING),
        ("* Au nom du Groupe des 77.", Kind.SPONSOR_NOTE),
        ("* باسم مجموعة الـ 77.", Kind.SPONSOR_NOTE),
        ("* 代表77国集团。", Kind.SPONSOR_NOTE),
    ],
)
def test_the_last_line_of_a_text(line: str, kind: Kind) -> None:
    draft = read_text(f"The General Assembly,\n\nRecalling it,\n\n1. Decides to meet.\n\n{line}").draft
    assert draft.paragraphs[-1].kind is kind


STARRED = "* Tables;\n{0}* Chairs, and in particular:\n{0}* Desks;\n{0}2. Requests more."


@pytest.mark.parametrize("parted", ["", "\n"])
@pytest.mark.parametrize(
    ("above", "kinds"),
    [
        (
            "The General Assembly,\n\nRecalling it,\n\n1. Decides to buy:\n",
            "OPERATIVE|SUBPARAGRAPH|SUBPARAGRAPH|SUBPARAGRAPH",
        ),
        (
            "L’Assemblée générale,\n\nRappelant cela,\n\n1. Décide :\n",
            "OPERATIVE|SUBPARAGRAPH|SUBPARAGRAPH|SUBPARAGRAPH",
        ),
        ("大会，\n\n回顾该决议，\n\n1. 决定采购：\n", "OPERATIVE|SUBPARAGRAPH|SUBPARAGRAPH|SUBPARAGRAPH"),
        ("The General Assembly,\n\nRecalling it,\n\n1. Decides to buy;\n", "OPERATIVE|TEXT|TEXT|TEXT"),
    ],
)
def test_asterisks_below_a_colon_are_points(above: str, kinds: str, parted: str) -> None:
    draft = read_text(above + parted + STARRED.format(parted)).draft
    found = [one for one in draft.paragraphs if one.kind not in (Kind.ENACTING, Kind.PREAMBULAR)]
    assert "|".join(one.kind.name for one in found) == f"{kinds}|OPERATIVE"
    assert [one.text for one in found if one.kind is Kind.SUBPARAGRAPH][1:] in (
        ["Chairs, and in particular:", "Desks;"],
        [],
    )


def test_asterisks_below_those_who_table_a_text_call_notes() -> None:
    head = "Fiji*: draft resolution:\n\n* On behalf of the Group of 77.\n\n* Reissued for technical reasons.\n\n"
    draft = read_text(f"{head}The General Assembly,\n\nRecalling it,\n\n1. Decides to meet.").draft
    assert not any(one.kind is Kind.SUBPARAGRAPH or "•" in one.text for one in draft.paragraphs)
