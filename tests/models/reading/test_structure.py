"""Kinds, levels, numbers and labels of small drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft import Draft, Kind, Paragraph, Run, labels
from models.draft.known_table import table
from models.reading.openings import opening
from models.reading.organs import is_enacting
from models.reading.structure import recognise

SHORT = {
    "masthead": "m",
    "enacting": "e",
    "preambular": "p",
    "operative": "o",
    "subparagraph": "s",
    "section": "S",
    "heading": "h",
    "annex": "A",
    "quote": "q",
    "sponsor-note": "n",
    "closing": "c",
    "text": "t",
}


def draft_of(*texts: str, numbers: dict[int, str] | None = None) -> Draft:
    """A draft as a file gives it; `*` before a text makes its first word italic."""
    paragraphs = []
    for position, text in enumerate(texts):
        first, space, rest = text.partition(" ")
        runs = (Run(first[1:], italic=True), Run(space + rest)) if text.startswith("*") and space else (Run(text),)
        if text.startswith("* "):
            runs = (Run(text),)
        paragraphs.append(Paragraph(Kind.TEXT, runs, number=(numbers or {}).get(position)))
    return Draft(tuple(paragraphs))


def kinds_and_labels(*texts: str) -> list[str]:
    draft, _ = recognise(draft_of(*texts))
    names = labels(draft)
    return [f"{SHORT[paragraph.kind]} {names[at] or ''}".strip() for at, paragraph in enumerate(draft.paragraphs)]


ORGAN = "The General Assembly,"

TABLE = [
    # PPs and OPs listed as points are no items, but behind what leads to a list
    (
        (ORGAN, "- Recalling it,", "• Noting it,", "1. Decides:", "- to meet;", "2. Urges all."),
        "e|p PP1|p PP2|o OP1|s OP1 -|o OP2",
    ),
    ((ORGAN, "– Recalling it,", "– Decides to meet;", "– Urges all."), "e|p PP1|o OP1|o OP2"),
    ((ORGAN, "Bearing in mind this:", "• Noting that,", "1. Urges all."), "e|p PP1|s PP1 •|o OP1"),
    ((ORGAN, "1. Decides that it", "- Requests help;", "- Urges all."), "e|o OP1|s OP1 -|s OP1 -"),
    (("L’Assemblée générale,", "- Rappelant sa résolution,", "1. Décide d’agir."), "e|p PP1|o OP1"),
    (("Генеральная Ассамблея,", "- ссылаясь на резолюцию,", "1. просит всех."), "e|p PP1|o OP1"),
    (("الجمعية العامة،", "- وإذ تلاحظ التقرير،", "1 - تقرر الاجتماع."), "e|p PP1|o OP1"),
    (("大会，", "- 回顾其决议，", "1. 决定开会。"), "e|p PP1|o OP1"),
    # Chinese has verbs that open a PP or an OP: the last mark tells where they are numbered
    (("大会，", "1. 回顾其决议，", "2. 注意到报告，", "3. 注意到决定；", "4. 请秘书长。"), "e|p PP1|p PP2|o OP3|o OP4"),
    (("大会，", "回顾其决议，", "1) 注意到报告；", "2) 请秘书长。"), "e|p PP1|o OP1|o OP2"),
    (("大会，", "(1) 回顾其决议，", "(1) 注意到报告；", "(2) 请秘书长。"), "e|p PP1|o OP1|o OP2"),
    (("La Asamblea General,", "1.- Toma nota:", "a) del informe;", "2.- Insta a todos."), "e|o OP1|s OP1 a)|o OP2"),
    # labels with the letters of items, as each language prints them
    (
        (
            "L’Assemblée générale,",
            "OP1 Décide :",
            "OP1 a) De siéger ;",
            "OP1 b) D’agir :",
            "OP1 b) i) Ici ;",
            "ii) Là.",
        ),
        "e|o OP1|s OP1 a)|s OP1 b)|s OP1 b) i)|s OP1 b) ii)",
    ),
    (
        ("الجمعية العامة،", "OP1 تقرر ما يلي:", "OP1 (أ) الاجتماع؛", "(ب) العمل:", "OP1 (ب) ’1‘ الآن؛", "’2‘ غدا."),
        "e|o OP1|s OP1 (أ)|s OP1 (ب)|s OP1 (ب) ’1‘|s OP1 (ب) ’2‘",
    ),
    (
        ("大会，", "OP1 决定：", "OP1 (a) 开会：", "OP1 (a) ㈠ 现在；", "㈡ 明天；", "(b) 行动。"),
        "e|o OP1|s OP1 (a)|s OP1 (a) ㈠|s OP1 (a) ㈡|s OP1 (b)",
    ),
    # a plain resolution
    ((ORGAN, "Recalling its resolution,", "1. Decides to meet;", "2. Requests a report."), "e|p PP1|o OP1|o OP2"),
    # ends that were not written: how a paragraph opens tells what it is, where no paragraph that acts has a number
    (("Recalling the Charter", "Noting the report", "Decides to go", "Urges all."), "p PP1|p PP2|o OP1|o OP2"),
    ((ORGAN, "Recalling it", "Decides to go", "Noting the report", "Urges all"), "e|p PP1|o OP1|o OP2|o OP3"),
    ((ORGAN, "Recalling it", "1. Decides to go", "Other matters"), "e|p PP1|o OP1|h"),
    ((ORGAN, "Recalling it,", "Noting women", "1. Decides to go;"), "e|p PP1|p PP2|o OP1"),
    ((ORGAN, "Recalling it,", "Notes on method", "1. Decides to go;"), "e|p PP1|h|o OP1"),
    ((ORGAN, "Section I", "Supporting developing countries", "1. Decides to go;"), "e|S I|h|o I.OP1"),
    ((ORGAN, "*Recalling its resolution,", "Welcoming new members", "", "1. *Decides to go;"), "e|p PP1|h|t|o OP1"),
    ((ORGAN, "*Recalling its resolution,", "*Welcoming new members", "1. Decides to go;"), "e|p PP1|p PP2|o OP1"),
    ((ORGAN, "Recalling its resolution,", "Welcoming new members", "1. Decides to go;"), "e|p PP1|p PP2|o OP1"),
    (
        (ORGAN, "*Recalling its resolution,", "Welcoming the report of the Secretary-General", "1. Decides to go;"),
        "e|p PP1|p PP2|o OP1",
    ),
    ((ORGAN, "*Recalling its resolution,", "Recalling resolution 65/1", "1. Decides to go;"), "e|p PP1|p PP2|o OP1"),
    (("Генеральная Ассамблея,", "*ссылаясь на нее,", "отмечая доклад", "1. *постановляет;"), "e|p PP1|p PP2|o OP1"),
    ((ORGAN, "*Recalling its resolution,", "[Welcoming the report]", "1. Decides to go;"), "e|p PP1|p PP2|o OP1"),
    (
        (ORGAN, "*Recalling its resolution,", "Bearing in mind the following", "(a) One;", "1. Decides to go;"),
        "e|p PP1|p PP2|s PP2 (a)|o OP1",
    ),
    (
        (ORGAN, "*Recalling its resolution,", "Welcoming new members", "1) Decides to go;", "2) Urges all."),
        "e|p PP1|h|o OP1|o OP2",
    ),
    (
        (ORGAN, "1. Decides to go;", "المرفق", "تظل الدول ملزمة:", "1 - بالعمل؛", "2 - بالتعاون."),
        "e|o OP1|A Annex|t|o Annex.1|o Annex.2",
    ),
    ((ORGAN, "1. Decides;", "Annex", "*Resolves that:", "1. One;", "2. Two."), "e|o OP1|A Annex|e|o Annex.1|o Annex.2"),
    (
        (ORGAN, "1. Decides;", "Annex", "Noting it,", "Resolves that:", "1. One;", "2. Two."),
        "e|o OP1|A Annex|p Annex.PP1|e|o Annex.1|o Annex.2",
    ),
    ((ORGAN, "1. Decides to go;", "Ensuring adequate funding", "2. Urges all."), "e|o OP1|h|o OP2"),
    ((ORGAN, "Decides to go", "Annex", "Building capacity", "The States shall act."), "e|o OP1|A Annex|h|t"),
    (("大会，", "回顾其第65/1号决议，", "支持发展中国家", "1. 决定开会；"), "e|p PP1|h|o OP1"),
    (("大会，", "支持秘书长的努力，", "重申其第65/1号决议", "1. 决定开会；"), "e|p PP1|p PP2|o OP1"),
    (("Supporting developing countries", "The work goes on.", "It goes on."), "t|t|t"),
    # numbers with a parenthesis after them only
    ((ORGAN, "Recalling it,", "1) Decides to meet;", "2) Requests a report."), "e|p PP1|o OP1|o OP2"),
    ((ORGAN, "1. Requests States:", "1) One;", "2) Two."), "e|o OP1|s OP1 1)|s OP1 2)"),
    ((ORGAN, "1) Decides to meet.", "Annex", "1) The group shall meet;"), "e|o OP1|A Annex|o Annex.1"),
    ((ORGAN, "Recalling it,", "1.) Decides to meet;", "2.) Requests a report."), "e|p PP1|o OP1|o OP2"),
    # headings of parts right after the organ's line are no preambular paragraphs, whatever they end with
    ((ORGAN, "Annex.", "1. Decides to meet;"), "e|A Annex|o Annex.1"),
    ((ORGAN, "Annex II", "Recalling it,"), "e|A Annex II|p Annex II.PP1"),
    ((ORGAN, "Section I.", "Recalling it,"), "e|S I|p I.PP1"),
    ((ORGAN, "Section I: On peace,", "Recalling it,"), "e|t|p PP1"),
    ((ORGAN, "Annex,", "Recalling it,"), "e|t|p PP1"),
    (("La Asamblea General,", "Sección I.", "Recordando su resolución,"), "e|S I|p I.PP1"),
    # preambular paragraphs numbered in parentheses
    ((ORGAN, "(1) Recalling it,", "(2) Noting it,", "1. Decides to meet."), "e|p PP1|p PP2|o OP1"),
    # suffixes after the parenthesis and after the full stop
    ((ORGAN, "1. Requests:", "(a) One;", "(a) bis. Two."), "e|o OP1|s OP1 (a)|s OP1 (a) bis"),
    (
        (ORGAN, "3. Decides to meet;", "3. alt Requests a report;", "[3. bis. Urges them.]"),
        "e|o OP3|o OP3 alt|o OP3 bis",
    ),
    # a single operative paragraph has no number and is OP1
    ((ORGAN, "Recalling its resolution,", "Takes note of the report."), "e|p PP1|o OP1"),
    ((ORGAN.rstrip(","), "*Adopts the declaration."), "e|o OP1"),
    # lists: letters, roman numerals, letters with a full stop; "(i)" after "(h)" is a letter, after "(a)" roman
    (
        (ORGAN, "1. Decides:", "(a) To act:", "(i) Soon;", "(ii) Well;", "(b) To wait;", "2. Ends."),
        "e|o OP1|s OP1 (a)|s OP1 (a) (i)|s OP1 (a) (ii)|s OP1 (b)|o OP2",
    ),
    (
        (ORGAN, "1. Decides:", *(f"({letter}) To act;" for letter in "abcdefghij")),
        "e|o OP1|" + "|".join(f"s OP1 ({letter})" for letter in "abcdefghij"),
    ),
    (
        (
            ORGAN,
            "1. Decides:",
            *(f"({letter}) To act;" for letter in "abcdefg"),
            "(h) To do:",
            "(i) One;",
            "(ii) Two;",
            "(i) Last;",
        ),
        "e|o OP1|" + "|".join(f"s OP1 ({letter})" for letter in "abcdefgh") + "|s OP1 (h) (i)|s OP1 (h) (ii)|s OP1 (i)",
    ),
    (
        (ORGAN, "1. Decides:", "(a) To:", "(i) Do:", "a. This;", "b. That;", "(ii) Go."),
        "e|o OP1|s OP1 (a)|s OP1 (a) (i)|s OP1 (a) (i) a.|s OP1 (a) (i) b.|s OP1 (a) (ii)",
    ),
    (
        ("大会，", "1. 决定：", "(a) 粮食：", "㈠ 水；", "㈡ 土；", "(b) 其他：", "（一）煤；", "2. 请报告。"),
        "e|o OP1|s OP1 (a)|s OP1 (a) ㈠|s OP1 (a) ㈡|s OP1 (b)|s OP1 (b) （一）|o OP2",
    ),
    (
        (
            "大会，",
            "1. 决定：",
            "（一）粮食：",
            "(a) 水；",
            "(b) 土：",
            "(i) 煤；",
            "(ii) 气；",
            "（二）其他：",
            "(i) 铁；",
            "(ii) 铜。",
        ),
        "e|o OP1|s OP1 （一）|s OP1 （一） (a)|s OP1 （一） (b)|s OP1 （一） (b) (i)|s OP1 （一） (b) (ii)"
        "|s OP1 （二）|s OP1 （二） (i)|s OP1 （二） (ii)",
    ),
    (
        ("大会，", "1. 决定：", "（一）粮食：", "a) 水；", "b) 土；", "（二）煤。"),
        "e|o OP1|s OP1 （一）|s OP1 （一） a)|s OP1 （一） b)|s OP1 （二）",
    ),
    (
        (ORGAN, "1. Decides:", "(1) To act:", "(a) Soon;", "(b) Well;", "(2) To wait:", "(a) Here.", "2. Ends."),
        "e|o OP1|s OP1 (1)|s OP1 (1) (a)|s OP1 (1) (b)|s OP1 (2)|s OP1 (2) (a)|o OP2",
    ),
    (
        (
            ORGAN,
            "1. Просит:",
            "(1) дать:",
            "а) воду;",
            "б) землю:",
            "(i) сад;",
            "(ii) поле;",
            "в) уголь;",
            "(2) взять.",
        ),
        "e|o OP1|s OP1 (1)|s OP1 (1) а)|s OP1 (1) б)|s OP1 (1) б) (i)|s OP1 (1) б) (ii)|s OP1 (1) в)|s OP1 (2)",
    ),
    (
        (ORGAN, "1. Просит:", "а) дать:", "(i) воду;", "(ii) землю;", "б) взять."),
        "e|o OP1|s OP1 а)|s OP1 а) (i)|s OP1 а) (ii)|s OP1 б)",
    ),
    (
        (ORGAN, "1. Decides:", "(a) To act:", "(1) Soon;", "(2) Well;", "(b) To wait."),
        "e|o OP1|s OP1 (a)|s OP1 (a) (1)|s OP1 (a) (2)|s OP1 (b)",
    ),
    (
        (ORGAN, "1. Decides:", "(a) To act;", "(6) To wait:", "(i) Here;", "(ii) There."),  # a "(b)" that was read so
        "e|o OP1|s OP1 (a)|s OP1 (6)|s OP1 (6) (i)|s OP1 (6) (ii)",
    ),
    (
        ("大会，", "1. 决定：", "（一）粮食；", "（二）水：", "㈠ 土；", "（三）煤；", "2. 请报告。"),
        "e|o OP1|s OP1 （一）|s OP1 （二）|s OP1 （二） ㈠|s OP1 （三）|o OP2",
    ),
    # a list in a preambular paragraph
    (
        (ORGAN, "Recalling:", "(a) Its resolution,", "(b) Its decision,", "Noting the report,", "1. Ends."),
        "e|p PP1|s PP1 (a)|s PP1 (b)|p PP2|o OP1",
    ),
    # sections whose numbering starts again, and sections whose numbering goes on
    (
        (ORGAN, "I", "Recalling it,", "1. Notes it;", "2. Ends;", "II", "Recalling that,", "1. Notes that."),
        "e|S I|p I.PP1|o I.OP1|o I.OP2|S II|p II.PP1|o II.OP1",
    ),
    (
        (ORGAN, "I Some matters", "1. Notes it;", "II Other matters", "2. Notes that;", "3. Ends."),
        "e|S I|o OP1|S II|o OP2|o OP3",
    ),
    # a letter that goes on from the one before it is no roman numeral of a section
    ((ORGAN, "I. Areas", "A. Debt", "B. Trade", "C. Aid", "D. Data", "II. Review"), "e|S I|h|h|h|h|S II"),
    ((ORGAN, "A. Debt", "C. Aid"), "e|h|h"),
    # sections that have the organ's line each: the first is no title, unless there is no second
    *(
        (
            (
                "A/RES/1/2",
                "1/2. Matters",
                first,
                "Water",
                ORGAN,
                "1. Notes;",
                "2. Ends.",
                second,
                "Land",
                ORGAN,
                "1. Notes;",
                "2. Ends.",
            ),
            f"m|m|S {first}|h|e|o {first}.OP1|o {first}.OP2|S {second}|h|e|o {second}.OP1|o {second}.OP2",
        )
        for first, second in (("I", "II"), ("A", "B"))
    ),
    (
        ("A/RES/1/2", "1/2. Matters", "A", "Water", ORGAN, "1. Notes;", "2. Ends."),
        "m|m|m|m|e|o OP1|o OP2",
    ),
    # headings, annexes with numbers of their own, closing lines
    (
        (ORGAN, "1. Notes it;", "Other matters", "2. Ends.", "54th plenary meeting", "19 December 2024"),
        "e|o OP1|h|o OP2|c|c",
    ),
    (
        (
            ORGAN,
            "1. Adopts it.",
            "Annex",
            "Declaration",
            "We, the Heads of State, declare:",
            "1. We begin.",
            "2. We end.",
        ),
        "e|o OP1|A Annex|h|t|o Annex.1|o Annex.2",
    ),
    (
        (ORGAN, "1. Adopts it.", "Annex", "Statute", "Pursuant to resolution 70/1, a Fund is established."),
        "e|o OP1|A Annex|h|t",
    ),
    (("大会，", "1. 决定继续审议。", "附件", "根据第70/1号决议，设立基金："), "e|o OP1|A Annex|t"),
    (
        (ORGAN, "Recalling its resolution,", "1. Calls upon States to:", "Impose sanctions;", "Suspend deliveries."),
        "e|p PP1|o OP1|t|t",
    ),
    (
        ("La Asamblea General,", "Recordando su resolución,", "Decidido apoyo a la paz", "1. Decide seguir;"),
        "e|p PP1|h|o OP1",
    ),
    (("إن الجمعية العامة،", "تعهد الدول الأعضاء", "1 - تقرر مواصلة النظر؛"), "e|h|o OP1"),
    (
        (ORGAN, "1. Adopts it.", "Annex I", "1. First.", "Annex II", "I. Part", "1. Second."),
        "e|o OP1|A Annex I|o Annex I.1|A Annex II|S I|o Annex II.I.1",
    ),
    # masthead before, notes with an asterisk anywhere
    (
        (
            "A/C.2/80/L.39",
            "Iraq:* draft resolution",
            "Dust storms",
            ORGAN,
            "* On behalf of the Group of 77 and China.",
            "Recalling it,",
            "1. Ends.",
        ),
        "m|m|m|e|n|p PP1|o OP1",
    ),
    # labels as rolling texts print them
    (
        (
            ORGAN,
            "PP1 Recalling it,",
            "PP1 bis [Noting that,]",
            "PP2 Aware,",
            "OP1. Decides;",
            "OP1bis Requests:",
            "OP1 ter: [Ends.]",
        ),
        "e|p PP1|p PP1 bis|p PP2|o OP1|o OP1 bis|o OP1 ter",
    ),
    ((ORGAN, "1. Decides;", "3 bis. [Requests;]", "3. Ends."), "e|o OP1|o OP3 bis|o OP3"),
    # brackets before the number stay in the text
    ((ORGAN, "[1. Decides;]", "2. [Ends.]"), "e|o OP1|o OP2"),
    # a quoted block after a colon
    (
        (
            ORGAN,
            "1. Decides that the rule shall read:",
            "“Rule 1. All shall meet.",
            "“Rule 2. All shall part.”",
            "2. Ends.",
        ),
        "e|o OP1|q|q|o OP2",
    ),
    # treaties and other organs
    (
        (
            "The Parties to this Agreement,",
            "Being Parties,",
            "Have agreed as follows:",
            "Article 1",
            "1. All shall act.",
        ),
        "e|p PP1|e|h|o OP1",
    ),
    (
        (
            "The Security Council,",
            "Acting under Chapter VII of the Charter,",
            "Decides:",
            "(a) To act;",
            "(b) To wait.",
        ),
        "e|p PP1|o OP1|s OP1 (a)|s OP1 (b)",
    ),
    (
        ("The General Assembly", "Resolves that:", "1. The fund shall be set up;", "2. All shall pay."),
        "e|e|o OP1|o OP2",
    ),
    # a decision in running text
    (
        ("The General Assembly, taking note of the report of the Committee, decides to defer its consideration.",),
        "o OP1",
    ),
    (("The General Assembly decides to defer consideration of the item.",), "o OP1"),
    (
        (
            "Draft decision",
            "At its 50th meeting, on 19 December 2024, the General Assembly decided to meet.",
        ),
        "m|o OP1",
    ),
    # without an organ's line
    (("Recalling its resolution 79/212 of last year,", "1. Decides to meet in the coming year;"), "p PP1|o OP1"),
    (("回顾其第70/1号决议，", "注意到该报告，", "决定开会：", "(a) 提交报告；"), "p PP1|p PP2|o OP1|s OP1 (a)"),
    (("إذ تشير إلى قرارها السابق،", "تقرر أن تجتمع في أيار/مايو؛", "ترحب بالتقرير؛"), "p PP1|o OP1|o OP2"),
    (("尊敬的代表，", "感谢您的来信。", "请查收附件中的报告。", "请注意："), "t|t|t|t"),
    # no resolution
    (("Dear colleagues,", "Please find a letter."), "t|t"),
    (("1. In the title, delete “x”.", "2. Delete the third preambular paragraph."), "t|t"),
]


def test_a_bold_line_below_a_preamble_that_is_not_heads_what_acts() -> None:
    *above, line, number = draft_of(
        ORGAN, "Recalling its resolution,", "Noting progress", "1. Decides to go;"
    ).paragraphs
    bold = replace(line, runs=(replace(line.runs[0], bold=True),))
    read, _ = recognise(Draft((*above, bold, number)))
    assert read.paragraphs[2].kind is Kind.HEADING


@pytest.mark.parametrize(("texts", "expected"), TABLE)
def test_kinds_and_labels(texts: tuple[str, ...], expected: str) -> None:
    assert "|".join(kinds_and_labels(*texts)) == expected


FOREIGN = [
    ("L’Assemblée générale,", "Rappelant sa résolution,", "1. Prie le Secrétaire général :", "a) D’agir ;"),
    ("Le Conseil de sécurité,", "Conscient de ce qui précède,", "1. Décide :", "a) D’agir ;"),
    ("La Asamblea General,", "Recordando su resolución,", "1. Pide al Secretario General que:", "a) Actúe;"),
    ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию,", "1. просит Генерального секретаря:", "a) действовать;"),
    ("大会，", "回顾其决议，", "1. 请秘书长：", "(a) 提交报告；"),
    ("الجمعية العامة،", "إذ تشير إلى قرارها،", "1 - تطلب إلى الأمين العام:", "(أ) أن يقدم تقريرا؛"),
]


@pytest.mark.parametrize("texts", FOREIGN, ids=lambda texts: texts[0])
def test_other_languages(texts: tuple[str, ...]) -> None:
    draft, _ = recognise(draft_of(*texts))
    assert [paragraph.kind for paragraph in draft.paragraphs] == [
        Kind.ENACTING,
        Kind.PREAMBULAR,
        Kind.OPERATIVE,
        Kind.SUBPARAGRAPH,
    ]
    assert draft.paragraphs[2].number == "1"


def test_numbers_leave_the_runs_and_marks_stay() -> None:
    runs = (Run("[3. "), Run("Decides", italic=True), Run(" to meet;"), Run(footnote=1), Run("]"))
    draft, _ = recognise(Draft((Paragraph(Kind.TEXT, (Run(ORGAN),)), Paragraph(Kind.TEXT, runs))))
    paragraph = draft.paragraphs[1]
    assert paragraph.number == "3"
    assert paragraph.runs == (Run("["), Run("Decides", italic=True), Run(" to meet;"), Run(footnote=1), Run("]"))


def test_numbers_set_by_the_file_are_taken() -> None:
    texts = (ORGAN, "Recalling it,", "Decides:", "To act:", "Soon;", "Matters", "Ends.")
    numbers = {2: "1.", 3: "(a)", 4: "(i)", 5: "II.", 6: "1."}
    draft, _ = recognise(draft_of(*texts, numbers=numbers))
    assert [(p.kind, p.level, p.number) for p in draft.paragraphs[2:]] == [
        (Kind.OPERATIVE, 0, "1"),
        (Kind.SUBPARAGRAPH, 1, "(a)"),
        (Kind.SUBPARAGRAPH, 2, "(i)"),
        (Kind.SECTION, 0, "II"),
        (Kind.OPERATIVE, 0, "1"),
    ]
    assert [p.text for p in draft.paragraphs] == list(texts)


def test_a_number_out_of_sequence_after_a_colon_is_quoted() -> None:
    texts = (
        ORGAN,
        "1. Decides;",
        "2. Amends the statute:",
        "Article 9, paragraph 4:",
        "4. The judges shall sit.",
        "3. Ends.",
    )
    draft, _ = recognise(draft_of(*texts))
    assert draft.paragraphs[4].kind is Kind.QUOTE
    assert labels(draft)[5] == "OP3"


def test_an_unknown_opening_is_taken_for_a_preambular_paragraph_with_a_warning() -> None:
    draft, warnings = recognise(draft_of(ORGAN, "Zealously minding the matter,", "1. Ends."))
    assert draft.paragraphs[1].kind is Kind.PREAMBULAR
    assert [(warning.code, warning.paragraph) for warning in warnings] == [("kind-guessed", 1)]


def test_a_number_printed_badly_is_read_where_the_sequence_tells() -> None:
    texts = (ORGAN, *(f"{n}. Notes it;" for n in range(1, 11)), "ll. Requests it;", "12 Decides it.")
    draft, warnings = recognise(draft_of(*texts))
    assert [p.number for p in draft.paragraphs[-2:]] == ["11", "12"]
    assert [warning.code for warning in warnings] == ["number-guessed", "number-guessed"]


@pytest.mark.parametrize(
    ("text", "preambular", "operative"),
    [
        ("Recalling its resolution", True, False),
        ("Also recalling its resolution", True, False),
        ("[*Taking account also* of", True, False),
        ("Deeply concerned by", True, False),
        ("Also requests the Secretary-General", False, True),
        ("Strongly urges all States", False, True),
        ("“Welcomes” the report", False, True),
        ("重申其决议", True, True),
        ("又促请各国", False, True),
        ("还注意到报告", True, True),
        ("请书记官长答复", False, True),
        ("再次呼吁各国", False, True),
        ("Habida cuenta de los informes", True, False),
        ("Souhaitant que", True, False),
        ("исходя из докладов", True, False),
        ("Prenant note du rapport", True, False),
        ("Prend note du rapport", False, True),
        ("Se félicite de", False, True),
        ("Se félicitant de", True, False),
        ("с признательностью принимая к сведению доклад", True, False),
        ("с глубокой обеспокоенностью отмечая рост", True, False),
        ("с интересом принимает к сведению доклад", False, True),
        ("Recalcando que", True, False),
        ("Recalca la importancia", False, True),
        ("встревоженный ростом", True, False),
        ("يعترف بأن", False, True),
        ("وقد استعرض التقرير", True, False),
        ("Makes an urgent appeal to all", False, True),
        ("Remains seized of the matter", False, True),
        ("Remains actively seized of the matter", False, True),
        ("Acutely aware of the need", True, False),
        ("Demeure profondément préoccupée par cela", False, True),
        ("Toujours profondément préoccupée par cela", True, False),
        ("Determina que esa situación", False, True),
        ("Guiándose por la Carta", True, False),
        ("категорически отвергает террор", False, True),
        ("полностью сознавая важность", True, False),
        ("تندد بالإرهاب", False, True),
        ("تأمل في أن ينعقد المؤتمر", False, True),
        ("敦请会员国", False, True),
        ("又敦请会员国", False, True),
        ("关切各国状况", True, False),
        ("并回顾其决议", True, False),
    ],
)
def test_openings(text: str, preambular: bool, operative: bool) -> None:
    found = opening(text)
    assert found is not None
    assert (found.preambular, found.operative) == (preambular, operative)


def test_the_verbs_of_the_ladder_open_operative_paragraphs() -> None:
    """Save the words of Chinese that open preambular ones, and one that in English opens nothing without its "to"."""
    known = {verb: opening(verb) for _, _, _, verb in table("phrases/verb_ladder")}
    assert {verb for verb, found in known.items() if found is None or not found.operative} == {
        "objects",
        "严重关切",
        "关切",
        "深感关切",
    }


@pytest.mark.parametrize(
    "text",
    [
        *("The report of the Committee", "Member States", "", "Also", "2030 Agenda", "с признательностью"),
        *("批准书应交存秘书长", "议定书缔约方", "同意的要件", "商定结论是", "تعهد الدول الأعضاء", "تأمل في المستقبل"),
    ],
)
def test_no_opening(text: str) -> None:
    assert opening(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The General Assembly,", True),
        ("*The Conference of the Parties*,", True),
        ("[The Parties to this Agreement,", True),
        ("The Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol,", True),
        ("L'Assemblée générale,", True),
        ("L’Assemble\u0301e ge\u0301ne\u0301rale,", True),
        ("إن الجمعية العامة،", True),
        ("إن الجمعية العامة", True),
        ("تقرير الجمعية العامة", False),
        ("General Assembly", False),
        ("The General Assembly adopted the resolution.", False),
        ("The report,", False),
    ],
)
def test_lines_of_organs(text: str, expected: bool) -> None:
    assert is_enacting(text) is expected


def test_numbers_over_a_thousand_belong_to_paragraphs_and_years_do_not() -> None:
    numbered = [f"{number}. Requests the Secretary-General to report on topic {number};" for number in range(1, 1003)]
    read = kinds_and_labels("The General Assembly,", *numbered)
    assert read[-3:] == ["o OP1000", "o OP1001", "o OP1002"]
    many = [f"{number}. Requests a report on topic {number};" for number in range(1, 10_002)]
    assert kinds_and_labels("The General Assembly,", *many)[-2:] == ["o OP10000", "o OP10001"]
    year, _ = recognise(draft_of("The General Assembly,", "1. Recalls the report;", "2004. A year to remember."))
    assert year.paragraphs[-1].text == "2004. A year to remember."


@pytest.mark.parametrize(
    "text",
    [
        "(a)", "5.", "1. 500", "1. 500 km", "(b) –", "3 bis.", "[2.]", "(3) posts", "3) posts", "(3) per cent of all",
        "3. quarter of 2026", "(i) posts", "a. posts", "OP3 posts", "3 bis. posts", "A. Staff", "(3) Posts.",
        "(3) Posts are to be funded from voluntary contributions in the biennium.", "(c) Posts, and what they cost;",
        "三、预算", "（三）预算", "（3）预算", "٣- ميزانية",
    ],
)  # fmt: skip
def test_a_number_alone_in_a_cell_is_what_the_cell_says(text: str) -> None:
    cell = Paragraph(Kind.TEXT, (Run(text),), cell=(0, 0, 1))
    draft = draft_of(ORGAN, "1. Decides as follows:", "2. Decides to meet.")
    read, _ = recognise(Draft((*draft.paragraphs[:2], cell, draft.paragraphs[2])))
    assert (read.paragraphs[2].kind, read.paragraphs[2].number, read.paragraphs[2].text) == (Kind.TEXT, None, text)
    # An automatic number of the file is one, and so is a typed one before words.
    own = Paragraph(Kind.TEXT, (Run("500"),), number="1.", cell=(0, 0, 1))
    words = Paragraph(Kind.TEXT, (Run("(a) The first;"),), cell=(0, 0, 1))
    for one, number in ((own, "1"), (words, "(a)")):
        read, _ = recognise(Draft((*draft.paragraphs[:2], one, draft.paragraphs[2])))
        assert read.paragraphs[2].number == number


def test_a_number_that_counts_in_a_table_is_one() -> None:
    cells = ["(1) Posts are to be funded from voluntary contributions;", "12", "(2) Travel is to be kept to a minimum;"]
    draft = draft_of(ORGAN, "1. Decides as follows:", "2. Decides to meet.")
    table = tuple(Paragraph(Kind.TEXT, (Run(text),), cell=(0, row, 0)) for row, text in enumerate(cells))
    read, _ = recognise(Draft((*draft.paragraphs[:2], *table, draft.paragraphs[2])))
    assert [paragraph.number for paragraph in read.paragraphs[2:5]] == ["(1)", None, "(2)"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "Recalling its resolution,",
                "(1) Takes note of it;",
                "(2) Requests:",
                "(a) A report;",
                "(3) Decides to meet.",
            ),
            "p PP1|o OP1|o OP2|s OP2 (a)|o OP3",
        ),
        (
            ("Recalling it,", "(1) Takes note of it;", "(2) Requests a report,", "(3) Decides to meet."),
            "p PP1|o OP1|o OP2|o OP3",
        ),
        (
            ("Recalling it,", *(f"({number}) Decides to meet;" for number in range(1, 102))),
            "p PP1|" + "|".join(f"o OP{number}" for number in range(1, 102)),
        ),
        (("Recalling that it has:", "(1) Decides to meet;", "(2) Requests a report;"), "p PP1|s PP1 (1)|s PP1 (2)"),
        (("Recalling its resolution,", "1. Requests:", "(1) Requests for aid;"), "p PP1|o OP1|s OP1 (1)"),
    ],
)
def test_operative_paragraphs_numbered_in_parentheses(texts: tuple[str, ...], expected: str) -> None:
    assert kinds_and_labels("The General Assembly,", *texts)[1:] == expected.split("|")


def test_who_voted_so_closes_a_text() -> None:
    votes = (
        "55th meeting",
        "3 April 2024",
        "[Adopted by a recorded vote of 1 to 1.",
        "In favour:",
        "Fiji",
        "Against:",
        "Kenya]",
    )
    draft, _ = recognise(draft_of("The General Assembly,", "1. Decides to meet.", *votes))
    assert {paragraph.kind for paragraph in draft.paragraphs[2:]} == {Kind.CLOSING}
