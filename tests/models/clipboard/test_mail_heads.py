"""The lines that a mail program puts above a mail are no words of the text that is pasted with them."""

from __future__ import annotations

import pytest

from models.clipboard.mail_head import SEVERAL_MAILS, mail_heads, without_mail_heads
from models.clipboard.read import from_clipboard

_HEADS = [
    "From: Anna Bell <a@x.org>\nSent: Monday, November 3, 2025 10:12 AM\nTo: C2; Bob\n Brown <b@x.org>\n"
    "Cc: Eve\nSubject: L.37",
    "-----Original Message-----\nFrom: Bell, Anna\nSent: 3 November 2025\nTo: C2\nSubject: L.37",
    "---------- Forwarded message ---------\nFrom: Anna <a@x.org>\nDate: Mon, 3 Nov\nSubject: L.37\nTo: <c2@un.org>",
    "*From:* Anna Bell <a@x.org>\n*Sent:* Monday\n*To:* C2\n*Subject:* L.37",
    "De : Anna Bell <a@x.org>\nEnvoyé : lundi 3 novembre 2025\nÀ : Commission\nObjet\u00a0: L.37",
    "De: Anna Bell <a@x.org>\nEnviado el: lunes, 3 de noviembre de 2025\nPara: Comisión\nCC: Eva\nAsunto: L.37",
    "От: Анна Белл <a@x.org>\nОтправлено: понедельник, 3 ноября 2025 г.\nКому: Комитет\nТема: L.37",
    "Von: Anna Bell <a@x.org>\nGesendet: Montag, 3. November 2025 10:12\nAn: Ausschuss\nCc: Eva\nBetreff: L.37",
    "Da: Anna Bell\nInviato: lunedì 3 novembre 2025\nA: Commissione\nOggetto: L.37",
    "De: Anna Bell\nEnviada em: segunda-feira, 3 de novembro de 2025\nPara: Comissão\nAssunto: L.37",
    "Van: Anna Bell\nVerzonden: maandag 3 november 2025\nAan: Commissie\nOnderwerp: L.37",
    "من: آنا <a@x.org>\nتم الإرسال: الاثنين\nإلى: اللجنة الثانية\nالموضوع: L.37",
    "发件人: 安娜 <a@x.org>\n发送时间: 2025年11月3日 10:12\n收件人: 第二委员会\n主题: L.37",
]  # fmt: skip


@pytest.mark.parametrize("head", _HEADS)
def test_the_head_of_a_mail_is_left_out_and_told(head: str) -> None:
    lines = "<br>".join(line.replace("<", "&lt;") for line in head.replace("\n Brown", " Brown").split("\n"))
    page = f"<html><p>Here it is:</p><p>{lines}<o:p></o:p></p><p>3. Requests a report;</p></html>"
    for form in (
        {"text/plain": f"Here it is:\n\n{head}\n\n3. Requests a report;\n".encode()},
        {"text/html": page.encode()},
    ):
        fragment = from_clipboard(form)
        assert [one.text for one in fragment.paragraphs] == ["Here it is:", "Requests a report;"]
        assert fragment.losses[0].startswith("The lines that say from whom a mail is")


@pytest.mark.parametrize(
    "text",
    [
        "To: All delegations\nFrom: The Chair\nDate: 3 November 2025\nSubject: Draft resolution L.37",
        "From: the Chair\nDate: 3 November 2025\nSubject: Draft resolution L.37",
        "From: 2024\nTo: 2026\nSubject: Budget",
        "From: Anna Bell\nSent: Monday",
        "Subject: Financing\nTo: the Secretary-General",
        "Von: der Vorsitzenden\nAn: alle Delegationen\nBetreff: L.37",
        "De: la Presidenta\nPara: las delegaciones\nAsunto: L.37",
        "附件：\n主题：发展",
        "From: here it goes on\nwords\nSent: Monday\nTo: C2",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert not mail_heads(text.split("\n"))


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("On Mon, Nov 3, 2025 at 10:12 AM Anna <a@x.org> wrote:", True),
        ("Le lun. 3 nov. 2025 à 10:12, Anna Bell <a@x.org> a écrit\u00a0:", True),
        ("El lun, 3 nov 2025 a las 10:12, Anna (<a@x.org>) escribió:", True),
        ("Am 3. Nov. 2025 um 10:12 schrieb Anna Bell <a@x.org>:", True),
        ("пн, 3 нояб. 2025 г. в 10:12, Анна <a@x.org>:", True),
        ("Anna <a@x.org> 于2025年11月3日周一 10:12写道：", True),
        ("في الاثنين، 3 نوفمبر 2025 في 10:12 ص تمت كتابة ما يلي بواسطة <\u202aa@x.org\u202c>:\u202c", True),
        ("Write to Anna <a@x.org> by 3 November 2025:", False),
        ("Anna <a@x.org> wrote:", False),
        ("On 3 November 2025 at 10:12 the Committee decided:", False),
    ],
)
def test_who_wrote_and_when_is_such_a_line(line: str, is_head: bool) -> None:
    assert bool(mail_heads([line, "3. Requests a report;"])) is is_head


@pytest.mark.parametrize(
    ("head", "text"),
    [
        # “附件：” is the heading of an annex, and what follows those to whom it went may be the text at once.
        (
            "发件人: 安娜 <a@x.org>\n发送时间: 2025年11月3日\n主题: L.37\n收件人: 第二委员会",
            "大会，\n决定召开会议；\n附件：\n宣言",
        ),
        ("发件人: 安娜\n发送时间: 2025年11月3日\n收件人: 第二委员会\n主题: L.37", "附件：宣言\n决定召开会议；"),
        ("From: A <a@x.org>\nDate: Monday\nSubject: x\nTo: C2", "Dear all,\nas agreed.\nCc: the Bureau"),
        ("От: А <a@x.org>\nДата: 3 ноября\nТема: x\nКому: Комитет", "Решает\nсобраться;\nВажность: да"),
    ],
)
def test_the_text_right_below_a_head_stays(head: str, text: str) -> None:
    assert without_mail_heads(f"{head}\n{text}")[0] == text


def test_files_that_came_along_and_names_in_several_lines_are_of_the_head() -> None:
    head = "From: A <a@x.org>\nSent: Monday\nTo: Anna; Ben\nJones; Carla\nDiaz\nSubject: x\nAttachments: L.37.docx"
    assert without_mail_heads(f"{head}\nDecides to meet;")[0] == "Decides to meet;"


def test_a_line_between_a_few_dashes_above_a_head_stays() -> None:
    assert without_mail_heads(f"--- OP5 alt ---\n\n{_HEADS[0]}\n\nDecides;")[0] == "--- OP5 alt ---\n\n\nDecides;"


@pytest.mark.parametrize("above", ["", "<p>FYI</p>", "<table><tr><td>FYI<td>x</table>"])
def test_that_words_stand_above_and_below_a_head_in_a_page_is_told(above: str) -> None:
    head = "From: Anna<br>Sent: Monday<br>To: C2"
    page = f"{above}<p>{head}</p><p>3. Requests a report;</p>"
    assert (SEVERAL_MAILS in from_clipboard({"text/html": page.encode()}).losses) == bool(above)


def test_a_head_that_is_all_there_is_stays() -> None:
    assert without_mail_heads(_HEADS[0]) == (_HEADS[0], ())


def test_of_a_paragraph_that_was_nothing_else_nothing_is_left() -> None:
    head = "From: Anna &lt;a@x.org&gt;<br>Date: 3 November<br>Subject: L.37<br>To: C2<br>"
    fragment = from_clipboard({"text/html": f"<div>{head}</div><br><br><div>3. Requests a report;</div>".encode()})
    assert [one.text for one in fragment.paragraphs] == ["Requests a report;"]


@pytest.mark.parametrize(
    ("page", "several"),
    [
        ("{wrote}<blockquote type=cite>{old}</blockquote>{new}", True),
        ("{new}{wrote}<blockquote type=cite>{old}</blockquote>", True),
        ("<blockquote type=cite>{old}</blockquote>{new}", True),
        ("<blockquote type=cite>{old}</blockquote><p>&nbsp;</p>", False),
        ("{wrote}<blockquote type=cite>{old}</blockquote>", False),
        ("{wrote}<blockquote type=cite>{old}<blockquote type=cite>{new}</blockquote></blockquote>", True),
        ("{new}<blockquote class=gmail_quote>{old}</blockquote>", True),
        ("{new}<blockquote>{old}</blockquote>", False),
    ],
)
@pytest.mark.parametrize(
    ("wrote", "old", "new"),
    [
        ("On 11/3/25 10:12, Jo Doe wrote:", "3. Invites a report;", "3. Requests a report;"),
        ("Le 03/11/2025 à 10:12, Jo Doe a écrit :", "3. Invite à faire rapport ;", "3. Prie de faire rapport ;"),
        ("El 3/11/25 a las 10:12, Jo Doe escribió:", "3. Invita a informar;", "3. Solicita un informe;"),
        ("03.11.2025 10:12, Jo Doe пишет:", "3. предлагает доложить;", "3. просит доложить;"),
        ("في 3/11/2025 10:12، كتب Jo Doe:", "3 - تدعو إلى تقديم تقرير؛", "3 - تطلب تقديم تقرير؛"),
        ("在 2025/11/3 10:12, Jo Doe 写道:", "3. 邀请提出报告；", "3. 请提出报告；"),
    ],
)
def test_a_page_with_a_mail_and_its_answer_tells_of_both(
    page: str, several: bool, wrote: str, old: str, new: str
) -> None:
    words = page.format(wrote=f"<div class=moz-cite-prefix>{wrote}<br></div>", old=f"<p>{old}</p>", new=f"<p>{new}</p>")
    assert (SEVERAL_MAILS in from_clipboard({"text/html": words.encode()}).losses) == several
