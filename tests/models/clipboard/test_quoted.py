"""Quoted mail is pasted as what it quotes."""

from __future__ import annotations

import pytest

from models.clipboard.mail_head import MAIL_HEADS, SEVERAL_MAILS
from models.clipboard.plain import read_plain
from models.clipboard.quoted import unquoted
from models.draft import Kind

MAIL = "> 3. Encourages States to act on\n> disaster risk;\n>\n> 4. Requests a report."
LEAD = "On 3/11/25, A. B. wrote:"
READ = [("operative", "3", "Encourages States to act on disaster risk;"), ("operative", "4", "Requests a report.")]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (MAIL, []),
        (MAIL.replace("> ", ">"), []),
        (MAIL.replace(">", "> >"), []),
        (MAIL.replace("\n", "\r\n"), []),
        (f"On Mon, 3 Nov 2025 at 10:12, A. B. <a@b.org> wrote:\n{MAIL}", []),
        (f"On Mon, 3 Nov 2025 at 10:12, Anna Bell\n<a@b.org> wrote:\n\n{MAIL}", []),
        (f"Le lun. 3 nov. 2025, Anna Bell <a@b.org> a écrit\u00a0:\n{MAIL}", []),
        (f"Here it is:\n\n{MAIL}", ["Here it is:"]),
        (f"Only what the delegate wrote:\n{MAIL}", ["Only what the delegate wrote:"]),
    ],
)
def test_the_marks_of_quoted_mail_go_before_lines_are_joined(text: str, before: list[str]) -> None:
    read = [(str(one.kind), one.number, one.text) for one in read_plain(text).paragraphs]
    assert [words for *_, words in read[: len(before)]] == before
    assert read[len(before) :] == READ


@pytest.mark.parametrize("text", ["a > b", "> 5 per cent", "1. Decides;\n2. Requests > 3.", "", "> 3.", "> – 2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unquoted(text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("> (a) In Rome;", "(a) In Rome;"),
        (">> 3. The report", "3. The report"),
        ("> Decides to meet", "Decides to meet"),
        ("> OP3 bis. To meet\n", "OP3 bis. To meet\n"),
        ("On Mon, 3 Nov 2025, A. B. wrote:\n> (a) In Rome;", "(a) In Rome;"),
        ("On 3/11/25, A. B. wrote:\n> (a) In Rome;", "(a) In Rome;"),
        ("On Mon, 3 Nov at 10:12 AM, A. B. wrote:\n> (a) In Rome;", "(a) In Rome;"),
        ("On Mon Nov 3 10:12:13 2025, A. B. wrote:\n> (a) In Rome;", "(a) In Rome;"),
        ("On Nov 3, 2025, at 10:12 AM, A. B. wrote:\n> (a) In Rome;", "(a) In Rome;"),
        ("Em seg., 3 de nov. de 2025 às 10:12, A. B. escreveu:\n> (a) In Rome;", "(a) In Rome;"),
        ("Am Dienstag, den 3. November 2025, schrieb A. B.:\n> (a) In Rome;", "(a) In Rome;"),
        ("Am 3.11.25 um 10:12 schrieb A. B.:\n> (a) In Rome;", "(a) In Rome;"),
        ("03.11.2025 10:12, Анна Белл пишет:\n> (a) In Rome;", "(a) In Rome;"),
        ("3 нояб. 2025 г., в 10:12, Анна <a@x.org> написал(а):\n> (a) In Rome;", "(a) In Rome;"),
        ("пн, 3 нояб. 2025 г. в 10:12, Анна\n<a@x.org>:\n> (a) In Rome;", "(a) In Rome;"),
        ("Share > 5:\n> (a) In Rome;", "Share > 5:\n(a) In Rome;"),
        ("在 2025/11/3 10:12, 安娜 写道:\n> (a) In Rome;", "(a) In Rome;"),
        ("2025年11月3日 上午10:12，安娜 <a@x.org> 写道：\n> (a) In Rome;", "(a) In Rome;"),
        ("安娜于2025年11月3日周一 10:12写道：\n> (a) In Rome;", "(a) In Rome;"),
        ("في 3 نوفمبر 2025، الساعة 10:12 ص، كتب/كتبت آنا:\n> (a) In Rome;", "(a) In Rome;"),
        (
            "في الاثنين، 3 نوفمبر 2025 في 10:12 ص تمت كتابة ما يلي بواسطة \u202aA\u202c\u200f"
            " <\u202aa@x.org\u202c\u200f>:\u202c\n> (a) In Rome;",
            "(a) In Rome;",
        ),
    ],
)
def test_one_quoted_line_is_mail_where_it_begins_a_paragraph(text: str, bare: str) -> None:
    assert unquoted(text) == bare


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("On Mon, 3 Nov 2025 at 10:12, A. B. <a@x.org> wrote:", [MAIL_HEADS]),
        ("Le lun. 3 nov. 2025, Anna Bell <a@x.org> a écrit\u00a0:", [MAIL_HEADS]),
        ("El 3/11/25 a las 10:12, A. B. escribió:", [MAIL_HEADS]),
        ("03.11.2025 10:12, Анна Белл пишет:", [MAIL_HEADS]),
        ("في 3 نوفمبر 2025، الساعة 10:12 ص، كتب/كتبت آنا:", [MAIL_HEADS]),
        ("安娜于2025年11月3日周一 10:12写道：", [MAIL_HEADS]),
        ("From: A <a@x.org>\nSent: Monday\nTo: B\n\nOn 3/11/25, A. B. wrote:", [MAIL_HEADS]),
        ("Here it is:", []),
        ("", []),
    ],
)
def test_that_the_line_above_quoted_mail_is_left_out_is_told_once(line: str, told: list[str]) -> None:
    assert list(read_plain(f"{line}\n\n{MAIL}").losses) == told


@pytest.mark.parametrize(
    ("text", "several"),
    [
        (f"3. Requests x.\n\n{LEAD}\n{MAIL}", True),
        (f"{LEAD}\n{MAIL}\n\n3. Requests x.", True),
        (f"{LEAD}\n{MAIL}\n>\n> On 2/11/25, Jo wrote:\n>> 4. Invites all.", False),
        (f"От: А <a@x.org>\nОтправлено: пн\nКому: Б\n\n{LEAD}\n{MAIL}", False),
        (f"{LEAD}\n\n{MAIL}\n\n", False),
        (f"Here it is:\n{MAIL}", False),
        ("FYI\n\nDe : A <a@x.org>\nEnvoyé : lundi\nÀ : B\n\n3. Prie x.", True),
        ("发件人: 安娜\n发送时间: 2025年11月3日\n收件人: 乙\n\n3. 决定开会。", False),
    ],
)
def test_that_words_of_more_than_one_mail_were_pasted_is_told(text: str, several: bool) -> None:
    assert (SEVERAL_MAILS in read_plain(text).losses) == several


def test_a_quoted_item_is_pasted_as_structure() -> None:
    (pasted,) = read_plain("> (a) In Rome;").paragraphs
    assert (pasted.kind, pasted.number, pasted.text) == (Kind.SUBPARAGRAPH, "(a)", "In Rome;")


@pytest.mark.parametrize(
    "line",
    [
        "On this matter the Secretary-General wrote:",
        "Il est rappelé que le Secrétaire général a écrit :",
        "On paragraph 5 the Chair wrote:",
        "On paragraph 5.12 the Chair wrote:",
        "On paragraph 1.2.10 the Chair wrote:",
        "On the 2030 Agenda the Chair wrote:",
        "On resolution 15/1 of 20 December 2010 the Chair wrote:",
        "On paragraph 3 of the text of 10:30 the Chair wrote:",
        "On paragraph 3 as it stood at 10:30 the Chair wrote:",
        "On A/C.2/58/L.37 and the meeting at 10:30 the Chair wrote:",
        "Le rapport du 3 novembre 2025, dont la Présidente a écrit :",
        "Le paragraphe 12, dont la Présidente a écrit :",
        "Comments by 3 November 2025, at 10:12, reach the Chair <a@x.org> and all:",
        "Invites all to write until 3 November 2025, 10:12, to <a@x.org>:",
        "В докладе от 3 ноября 2025 года Председатель написал:",
        "3 ноября 2025 года Председатель написал:",
        "О пункте 1.2.10 Председатель написал:",
        "主席于2025年11月3日在报告中写道：",
        "في 3 نوفمبر 2025 كتب الرئيس:",
    ],
)
def test_a_sentence_that_leads_to_quoted_words_as_no_mail_program_writes_it_stays(line: str) -> None:
    assert unquoted(f"{line}\n{MAIL}").split("\n")[0] == line
