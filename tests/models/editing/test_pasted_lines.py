"""Lines copied as plain text: what opens as a paragraph is one, and what stood there ends as it ought."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.draft import Kind
from models.editing.edit import Selection
from models.editing.structure import insert_text
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.test_typed_structure import write
from tests.models.editing.tiny_drafts import lines, selected, told, working

_HEAD = "E The General Assembly,\n"


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        # A line with its end is a paragraph before, behind and among others, and the mark of one is no words.
        ("O Notes x;\nO |Decides y.", "Requests z\n", "O Notes x;\nO _Requests_ z;|\nO Decides y."),
        ("O Notes x;|\nO Decides y.", "Requests z\r\n", "O Notes x;\nO _Requests_ z;|\nO Decides y."),
        ("O Notes x;\nO Decides y.|", "Requests z\n", "O Notes x;\nO Decides y;\nO _Requests_ z.|"),
        ("O Notes x;\nO Decides y|.", "Requests z\n", "O Notes x;\nO Decides y;\nO _Requests_ z.|"),
        ("O Notes x:\n1 a;\n1 b.|", "Requests z\n", "O Notes x:\n1 a;\n1 b;\nO _Requests_ z.|"),
        ("O Notes x;\nO |Decides y.", "the seas\n", "O Notes x;\nO the seas|\nO Decides y."),
        ("O Notes x:\n1 a;\n1 |b.", "the seas\n", "O Notes x:\n1 a;\n1 the seas|\n1 b."),
        ("O Notes x.|", "Water\n\nSoil\n", "O Notes x;\nO Water;\nO Soil|"),
        ("O Notes x:\n1 a;\n1 b.|", "to go\n", "O Notes x:\n1 a;\n1 b;\n1 to go|"),
        ("O Notes x|", "Water\n\nSoil\n", "O Notes x Water;\nO Soil|"),
        ("O Notes x,|", "and y\n", "O Notes x, and y|"),
        ("C{0.0.0} a\nC{0.0.1} |", "Requests z\n", "C{0.0.0} a\nC{0.0.1} Requests z|"),
        # Without its end it goes into the words.
        ("O Notes x;\nO |y.", "Requests ", "O Notes x;\nO Requests |y."),
        ("O |Notes| x;\nO y.", "Requests", "O Requests| x;\nO y."),
        # Several are paragraphs.
        ("O Notes x;|\nO Decides y.", "Requests z\n\nInvites all\n",
         "O Notes x;\nO _Requests_ z;\nO _Invites_ all;|\nO Decides y."),
        ("O Notes x.|", "Requests z\n\nInvites all\n", "O Notes x;\nO _Requests_ z;\nO _Invites_ all.|"),
        ("P Recalling x|", "Noting y\nDecides z\nUrges all",
         "P Recalling x,\nP _Noting_ y,\nO _Decides_ z;\nO _Urges_ all.|"),
        # Nobody puts an OP among PPs, nor a PP among OPs; where the preamble ends what acts is operative.
        ("P Recalling x,\nP |\nP Noting y,\nO Decides z.", "Requests a\n\nInvites b\n",
         "P Recalling x,\nP _Requests_ a,\nP _Invites_ b,|\nP Noting y,\nO Decides z."),
        ("P Recalling x,|\nP Noting y,\nO Decides z.", "Requests a\n",
         "P Recalling x,\nP _Requests_ a,|\nP Noting y,\nO Decides z."),
        ("P Recalling x,|\nO Decides z.", "Requests a\n", "P Recalling x,\nO _Requests_ a;|\nO Decides z."),
        ("O Notes x;|\nO Decides z.", "Recalling a\n", "O Notes x;\nO _Recalling_ a;|\nO Decides z."),
        ("O Notes x:\n1 a;|\n1 b.", "Recalling y\n", "O Notes x:\n1 a;\n1 Recalling y;|\n1 b."),
        ("O Notes x.\nS I|", "Recalling a\n", "O Notes x.\nS I\nP _Recalling_ a,|"),
        ("P Recalling x,\nP |\nO Decides z.", "Noting a\n\nDecides b\n",
         "P Recalling x,\nP _Noting_ a,\nO _Decides_ b;|\nO Decides z."),
        # Who writes “PP2” says what it is, wherever that comes in.
        ("O Notes x;\nO |\nO y.", "PP2 Recalling a,\nPP3 Noting b,",
         "O Notes x;\nP _Recalling_ a,\nP _Noting_ b,|\nO y."),
        # A text that has both its parts keeps them wherever it comes in, as with numbers.
        ("P Recalling x,|\nP Noting y,\nO Decides z.", "Recalling a\n\nNoting b\n\nRequests c\n\nUrges d\n",
         "P Recalling x,\nP _Recalling_ a,\nP _Noting_ b,\nO _Requests_ c;\nO _Urges_ d;|\nP Noting y,\nO Decides z."),
        ("O Notes x;\nO |", "Recalling a\n\nRequests c\n", "O Notes x;\nP _Recalling_ a,\nO _Requests_ c.|"),
        ("O Notes x;\nO |", "Requests c\n\nRecalling a\n\nUrges d\n",
         "O Notes x;\nO _Requests_ c;\nO _Recalling_ a;\nO _Urges_ d.|"),
        # Russian paragraphs begin with a small letter, be they lines; some words of one are words.
        ("O Notes x;|\nO Decides y.", "просит всех;\n\nпризывает всех;\n",
         "O Notes x;\nO _просит_ всех;\nO _призывает_ всех;|\nO Decides y."),
        ("O Notes x.|", "просит всех\n\nпризывает всех.\n", "O Notes x;\nO _просит_ всех;\nO _призывает_ всех.|"),
        ("O Notes |x;\nO Decides y.", "просит всех,", "O Notes просит всех,|x;\nO Decides y."),
        # A list stays whole: what comes into it and is none of it stands behind it.
        ("O Notes x:\n1 a;|\n1 b.", "3. Requests z;\n\n4. Urges y;\n",
         "O Notes x:\n1 a;\n1 b;\nO _Requests_ z;\nO _Urges_ y.|"),
        ("O Notes x:\n1 a:\n2 |i;\n2 ii;\n1 b;\nO Decides.", "Requests z\n\nUrges y\n",
         "O Notes x:\n1 a:\n2 i;\n2 ii;\n1 b;\nO _Requests_ z;\nO _Urges_ y;|\nO Decides."),
        ("O Notes x:\n1 a;\n1 |\n1 b.", "3. Requests z;\n\n4. Urges y;\n",
         "O Notes x:\n1 a;\n1 b;\nO _Requests_ z;\nO _Urges_ y.|"),
        ("O Notes x:\n1 |\n2 i;\n1 b;\nO Decides.", "Requests z;\n\nUrges y;\n",
         "O Notes x:\n1 Requests z;\n1 Urges y:|\n2 i;\n1 b;\nO Decides."),
        ("O Notes x:\n1 a;\n1 |\nO Decides.", "Requests z\n", "O Notes x:\n1 a;\nO _Requests_ z;|\nO Decides."),
        # The points of a list are PPs and OPs where all open so and nothing that they belong to came with them.
        ("P Recalling x,\nP |\nO Decides z.", "• Recalling a,\n• Noting b,\n",
         "P Recalling x,\nP _Recalling_ a,\nP _Noting_ b,|\nO Decides z."),
        ("O Notes x;\nO |\nO Decides z.", "- Requests a;\n- Invites b;\n",
         "O Notes x;\nO _Requests_ a;\nO _Invites_ b;|\nO Decides z."),
        ("O Notes x:\n1 |\nO Decides z.", "- Recalling a;\n- Noting b;\n",
         "O Notes x:\n1 Recalling a;\n1 Noting b;|\nO Decides z."),
        ("O Notes x:\n1 |\nO Decides z.", "(a) Requests a;\n(b) Invites b;\n",
         "O Notes x:\n1 Requests a;\n1 Invites b;|\nO Decides z."),
        # What came as items stays items, whatever their words.
        ("O Notes x:\n1 a;\n1 |\nO Decides z.", "(a) Requests a;\n(b) Invites b;\n",
         "O Notes x:\n1 a;\n1 Requests a;\n1 Invites b;|\nO Decides z."),
        ("O Notes x:\n1 a;\n1 |\n1 b.", "(b) Requests a;\n", "O Notes x:\n1 a;\n1 Requests a;|\n1 b."),
        # What was written without numbers into an empty item in the middle of a list is of that list.
        ("O Notes x:\n1 a;\n1 |\n1 b.", "Requests z\n", "O Notes x:\n1 a;\n1 Requests z;|\n1 b."),
        ("O Notes x:\n1 a;\n1 |\n1 b.", "Requests z;\n\nUrges y;\n\nInvites all;\n",
         "O Notes x:\n1 a;\n1 Requests z;\n1 Urges y;\n1 Invites all;|\n1 b."),
        ("O Notes x:\n1 a;\n1 |\n1 b.", "Decides z;\n\nThe date of it;\n\nInvites all;\n",
         "O Notes x:\n1 a;\n1 Decides z;\n1 The date of it;\n1 Invites all;|\n1 b."),
        ("O Notes x:\n1 a;\n1 |\n1 b.", "Progress;\n\nInvites all;\n\nThe date of it;\n",
         "O Notes x:\n1 a;\n1 Progress;\n1 Invites all;\n1 The date of it;|\n1 b."),
        # Nothing leaves a list that has no item yet, as where it is typed.
        ("O Notes x:\n1 |\nO Decides z.", "- Requests a;\n- Invites b;\n",
         "O Notes x:\n1 Requests a;\n1 Invites b;|\nO Decides z."),
        ("O Notes x;\nO |\nO Decides z.", "- Requests a;\n- to go;\n",
         "O Notes x:\n1 Requests a;\n1 to go;|\nO Decides z."),
        # Who says with a colon whose text it is writes no paragraph of it.
        ("P Recalling x,|\nP Noting y,\nO Decides z.", "New text from Fiji:\nRecalling a\n",
         "P Recalling x,\nT New text from Fiji:\nP _Recalling_ a,|\nP Noting y,\nO Decides z."),
        ("O Notes x;\nO |\nO Decides z.", "New text from Fiji:\n\nRequests a;\n\nUrges b;\n",
         "O Notes x;\nT New text from Fiji:\nO _Requests_ a;\nO _Urges_ b;|\nO Decides z."),
        ("O 决定开会；|\nO 请各国。", "斐济的案文：\n\n请秘书长提出报告；\n",
         "O 决定开会；\nT 斐济的案文：\nO _请_秘书长提出报告；|\nO 请各国。"),
        # The letter around a text is none of it: its greeting, what it says first, its closing and who signs.
        ("O Notes x;|\nO Decides y.", "Dear all,\nRequests z;\n",
         "O Notes x;\nT Dear all,\nO _Requests_ z;|\nO Decides y."),
        ("O Notes x;\nO |", "Dear all,\n\nPlease find our text.\n\nRequests z;\n\nBest regards,\nAnna\n",
         "O Notes x;\nT Dear all,\nT Please find our text.\nO _Requests_ z;\nT Best regards,\nT Anna|"),
        ("P Recalling x,|\nO Decides y.", "Dear colleagues,\n\nNoting z,\n\nKind regards\n\nAnna Smith\n",
         "P Recalling x,\nT Dear colleagues,\nP _Noting_ z,\nT Kind regards\nT Anna Smith|\nO Decides y."),
        ("P Recalling x,\nP |", "尊敬的各位代表：\n\n决定开会；\n\n此致\n",
         "P Recalling x,\nT 尊敬的各位代表：\nO _决定_开会；\nT 此致|"),
        ("O Notes x;\nO |", "Dear all,\n\nSoil\n\nWater\n", "O Notes x;\nT Dear all,\nO Soil;\nO Water|"),
        ("O Notes x;\nO |", "Requests z;\n\nThanks\nAnna\n", "O Notes x;\nO _Requests_ z;\nT Thanks\nT Anna|"),
        ("M |", "Requests z;\n\nBest,\nAnna\n\n-- \nAnna Smith\nFirst Secretary\nMission of Fiji\nSent from my phone\n",
         "O _Requests_ z;\nT Best,\nT Anna\nT --\nT Anna Smith\nT First Secretary\nT Mission of Fiji\n"
         "T Sent from my phone|"),
        ("M |", "Requests z;\n\nThank you and best regards,\nJo\n\nJo Doe, Counsellor\n\nMission of Fiji\n\n"
         "New York\n\nTel: 2\n",
         "O _Requests_ z;\nT Thank you and best regards,\nT Jo\nT "
         "Jo Doe, Counsellor\nT Mission of Fiji\nT New York\nT Tel: 2|"),
        # A line alone may be anything, and a text keeps its head behind a greeting.
        ("O Notes x;\nO |", "Dear Mr. Smith\n", "O Notes x;\nO Dear Mr. Smith|"),
        ("O Notes x;\nO |", "Hello,\n\nAgenda item 5\n\nThe General Assembly,\n\n1. Requests z;\n",
         "O Notes x;\nT Hello,\nM Agenda item 5\nE _The General Assembly_,\nO _Requests_ z.|"),
        # What opens a PP as well as an OP is a PP where it ends as one.
        ("P 回顾宪章，|\nO 决定开会。", "重申宪章，\n\n注意到报告，\n\n决定开会；\n\n重申宪章；\n",
         "P 回顾宪章，\nP _重申_宪章，\nP _注意到_报告，\nO _决定_开会；\nO _重申_宪章；|\nO 决定开会。"),
        ("O 决定开会。|", "重申宪章，\n", "O 决定开会；\nO _重申_宪章。|"),
        # Lines that open in no known way are more of what they were put into, and all but the last end.
        ("P Recalling x,\nP |\nO Decides z.", "Water\n\nSoil\n", "P Recalling x,\nP Water,\nP Soil|\nO Decides z."),
        ("O Notes x;\nO |\nO Decides z.", "Water\n\nRequests a\n\nSoil\n",
         "O Notes x;\nO Water;\nO _Requests_ a;\nO Soil|\nO Decides z."),
    ],
)  # fmt: skip
def test_a_line_is_a_paragraph_where_it_opens_as_one(before: str, text: str, after: str) -> None:
    made, at = working(_HEAD + before, punctuates=True)
    paste(made, at, from_clipboard({"text/plain": text.encode()}))
    assert told(made, selected(made)) == lines(_HEAD + after)
    assert made.undo_list.steps == 1
    there_and_back(made)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("P Recalling x,\nP |", "Requests the Secretary-General"),
        ("P Recalling x,\nP |\nP Noting y,\nO Decides z.", "Requests the Secretary-General"),
        ("P Recalling x,\nT |\nP Noting y,", "Requests the Secretary-General"),
        ("O Decides z;\nO |\nO Urges all.", "Recalling the Charter"),
        ("O Decides z;\nT |\nO Urges all.", "Recalling the Charter"),
        ("O Decides z;\nO |", "Recalling the Charter"),
        ("O Decides z:\n1 a;\n1 |\n1 b.", "Recalling the Charter"),
        ("O Decides z:\n1 |", "Requests the Secretary-General"),
        ("O Decides z:\n1 a;\n1 |", "Requests the Secretary-General"),
        ("O Decides z:\n1 a;\n1 |\n1 b.", "Requests the Secretary-General"),
        ("O Decides z:\n1 a:\n2 i;\n2 |\n1 b.", "Requests the Secretary-General"),
        ("P Noting:\n1 a;\n1 |\n1 b,\nO Decides z.", "Requests the Secretary-General"),
        ("O Decides z;\nO |\nO Urges all.", "Requests the Secretary-General"),
        ("P Recalling x,\nP |\nP Noting y,\nO Decides z.", "Recalling the Charter"),
        ("P Recalling x,\nT |\nP Noting y,", "Recalling the Charter"),
        ("O Decides z.\nS I\nP |\nP Noting y,", "Recalling the Charter"),
    ],
)
def test_a_line_is_what_it_would_be_if_it_were_typed(before: str, line: str) -> None:
    typed, at = working(_HEAD + before)
    write(typed, at, line)
    pasted, at = working(_HEAD + before)
    paste(pasted, at, from_clipboard({"text/plain": f"{line}\n".encode()}))
    assert told(typed) == told(pasted)
    there_and_back(typed)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Recalling the Charter\nNoting the report\nDecides to go\nUrges all.",
         "P _Recalling_ the Charter,\nP _Noting_ the report,\nO _Decides_ to go;\nO _Urges_ all."),
        ("PP1. Recalling its resolution 80/1 of 5 December 2025\nPP2. Noting the report\nOP1. Decides to meet",
         "P _Recalling_ its resolution 80/1 of 5 December 2025,\nP _Noting_ the report,\nO _Decides_ to meet."),
    ],
)  # fmt: skip
def test_lines_whose_ends_were_not_written_are_a_text(text: str, after: str) -> None:
    made, _ = working("M ", punctuates=True)
    paste(made, Selection.at(0), from_clipboard({"text/plain": text.encode()}))
    assert told(made) == lines(after)
    there_and_back(made)


@pytest.mark.parametrize(
    ("place", "after"),
    [(10, "P Recalling x,\nP _Noting_ y,\nO Decides z."), (0, "P _Noting_ y,\nP Recalling x,\nO Decides z.")],
)
def test_a_paragraph_that_a_paste_leaves_unfinished_gets_its_mark(place: int, after: str) -> None:
    made, at = working(_HEAD + "P Recalling|\nO Decides z.", punctuates=True)
    insert_text(made, at, " x")
    paste(made, Selection.at(1, place + 2 if place else 0), from_clipboard({"text/plain": b"Noting y\n"}))
    assert told(made) == lines(_HEAD + after)
    there_and_back(made)


def test_one_that_was_left_without_a_mark_long_ago_stays_so_where_a_paragraph_comes_before_it() -> None:
    made, at = working(_HEAD + "P |Recalling x\nO Decides z.", punctuates=True)
    paste(made, at, from_clipboard({"text/plain": b"Noting y\n"}))
    assert told(made) == lines(_HEAD + "P _Noting_ y,\nP Recalling x\nO Decides z.")


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("E L’Assemblée générale,\nP |", "1. Prie les États :\n(a) d’agir ;\n(b) de lire.",
         "E L’Assemblée générale,\nO _Prie_ les États :\n1{a)} d’agir ;\n1{b)} de lire."),
        ("E Генеральная Ассамблея,\nP |", "1. просит всех:\nа) писать;\nб) читать.",
         "E Генеральная Ассамблея,\nO _просит_ всех:\n1{а)} писать;\n1{б)} читать."),
        ("E 大会，\nP |", "1. 请各国：\n（三）书写；\n（四）阅读。",
         "E 大会，\nO _请_各国：\n1{（一）} 书写；\n1{（二）} 阅读。"),
        ("E 大会，\nO 决定：\n1 去；\n1 |\n1 来。", "（一）书写；\n（二）阅读；",
         "E 大会，\nO 决定：\n1 去；\n1 书写；\n1 阅读；\n1 来。"),
        ("E G,\nO Asks:\n1 go;\n1 |", "a) write;\nb) read.", "E G,\nO Asks:\n1 go;\n1 write;\n1 read."),
    ],
)  # fmt: skip
def test_pasted_items_are_numbered_as_their_text_or_its_language_has_it(before: str, text: str, after: str) -> None:
    made, at = working(before, punctuates=True)
    paste(made, at, from_clipboard({"text/plain": text.encode()}))
    assert told(made) == lines(after)
    there_and_back(made)


_ARTICLES = "Article 1\n\n1. All are equal.\n\n2. None is not.\n\nArticle 2\n\n1. All are free.\n\n2. None is not.\n"


@pytest.mark.parametrize(
    ("before", "text", "numbers"),
    [
        (
            "M |",
            f"Rights\n\nThe General Assembly,\n\nRecalling x,\n\n1. Notes y;\n\n2. Proclaims this:\n\n{_ARTICLES}",
            "1 2 1 2 1 2",
        ),
        ("E x,\nO Decides a.\nA Annex\nO |", _ARTICLES, "1 2 1 2"),
        ("E x,\nO Decides a;\nH Article 1\nO{1} b.\nO |", _ARTICLES, "1 1 1 2 1 2"),
        # Where the text goes on counting behind its headings, what comes into it does so, too.
        ("E x,\nO Decides a;\nO |\nO Decides b.", _ARTICLES, "1 2 3 4 5 6"),
        ("E x,\nO |\nO Decides b.", _ARTICLES, "1 2 3 4 5"),
        # What begins with 1 alone may be a part of any text, and so is what goes on counting behind its headings.
        ("O Decides a;\nO |", "Money\n\n1. Requests it;\n\n2. Urges all.\n", "1 2 3"),
        (
            "O Decides a;\nO |",
            _ARTICLES.replace("1. All are free", "3. All are free").replace("2. N", "4. N"),
            "1 2 3 4 5",
        ),
    ],
)
def test_what_counts_anew_behind_its_headings_does_so_here(before: str, text: str, numbers: str) -> None:
    made, at = working(before, punctuates=True)
    paste(made, at, from_clipboard({"text/plain": text.encode()}))
    counted = [made.number(position) for position in range(len(made.entries))]
    assert " ".join(number for number in counted if number) == numbers


def test_a_text_that_comes_into_an_empty_one_keeps_its_marks() -> None:
    text = f"The General Assembly,\n\nRecalling x,\n\n1. Notes y\n\n2. Proclaims this:\n\n{_ARTICLES}"
    made, at = working("M |", punctuates=True)
    paste(made, at, from_clipboard({"text/plain": text.encode()}))
    ends = [entry.text[-1] for entry in made.entries if entry.paragraph.kind is Kind.OPERATIVE]
    assert "".join(ends) == ";:...."


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("O Decides:\n1 a;", ["(b) b; and\n", "(c) c.\n"], "O Decides:\n1 a;\n1 b; and\n1 c."),
        ("O Decides:\n1 a;", ["(b) b; and\n", "(c) c; and\n", "(d) d.\n"], "O Decides:\n1 a;\n1 b;\n1 c; and\n1 d."),
        ("O Decides:\n1 a;", ["(b) b; and\n"], "O Decides:\n1 a;\n1 b."),
        ("O Notes x.", ["2. Decides y; and\n", "3. Urges z.\n"], "O Notes x;\nO _Decides_ y; and\nO _Urges_ z."),
        ("E 大会，\nO 决定：\n1 开会；", ["(b) 吃饭；以及\n", "(c) 睡觉。\n"],
         "E 大会，\nO 决定：\n1 开会；\n1 吃饭；以及\n1 睡觉。"),
    ],
)  # fmt: skip
def test_what_is_pasted_one_by_one_keeps_the_and_before_its_last(before: str, pasted: list[str], after: str) -> None:
    text, _ = working(before, punctuates=True)
    for line in pasted:
        last = len(text.entries) - 1
        paste(text, Selection.at(last, text.entries[last].length), from_clipboard({"text/plain": line.encode()}))
    assert told(text) == lines(after)
    there_and_back(text)


@pytest.mark.parametrize(
    ("asks", "closing"),
    [
        ("Requests a report.", "Best regards"),
        ("Prie le Secrétaire général.", "Cordialement"),
        ("Solicita un informe.", "Saludos cordiales"),
        ("просит всех.", "С уважением"),
        ("تقرر أن تجتمع.", "مع أطيب التحيات،"),
        ("决定开会。", "此致敬礼"),
    ],
)
def test_who_signs_a_mail_in_one_paragraph_with_its_closing_is_no_heading(asks: str, closing: str) -> None:
    made, at = working("O Notes x;\nO |", punctuates=True)
    page = f"<div>3. {asks}<br></div><div><br></div><div>{closing}<br>A. Bell<br>Second Secretary</div>"
    paste(made, at, from_clipboard({"text/html": page.encode()}))
    asked, signed = made.entries[1:3]
    assert (asked.text, signed.paragraph.kind) == (asks, Kind.TEXT)
    assert signed.text.startswith(closing)
