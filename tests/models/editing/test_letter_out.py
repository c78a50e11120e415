"""The letter around a text that is pasted with it is known paragraph by paragraph, and taken out in one step."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.draft import Kind
from models.editing.edit import Caret, Selection
from models.editing.pasted.letter_out import take_letter_out
from models.editing.structure import delete, insert_text
from models.reading.letter_around import greets
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import lines, selected, told, working

_NONE: list[str] = []


@pytest.mark.parametrize(
    ("before", "text", "around", "after"),
    [
        ("O Notes x;\nO |", "Dear all,\n\nPlease find our text.\n\n3. Requests z;\n\nBest regards,\nAnna\nFiji\n",
         ["Dear all,", "Please find our text.", "Best regards,", "Anna", "Fiji"], "O Notes x;\nO _Requests_ z.|"),
        ("O Notes x;|\nO Decides y.", "Chers collègues,\n\n3. Prie z ;\n\nBien cordialement,\nAnne\n",
         ["Chers collègues,", "Bien cordialement,", "Anne"], "O Notes x;\nO _Prie_ z ;|\nO Decides y."),
        ("O |", "Estimados colegas:\n\n3. Solicita z.\n\nSaludos cordiales,\nAna\n",
         ["Estimados colegas:", "Saludos cordiales,", "Ana"], "O _Solicita_ z.|"),
        ("O |", "Уважаемые коллеги!\n\n3. просит z.\n\nС уважением,\nАнна\n",
         ["Уважаемые коллеги!", "С уважением,", "Анна"], "O _просит_ z.|"),
        ("O |", "الزملاء الأعزاء،\n\n3 - تقرر أن تجتمع.\n\nمع أطيب التحيات،\nآنا\n",
         ["الزملاء الأعزاء،", "مع أطيب التحيات،", "آنا"], "O _تقرر_ أن تجتمع.|"),
        ("O |", "各位同事：\n\n3. 决定开会。\n\n此致敬礼\n安娜\n", ["各位同事：", "此致敬礼", "安娜"],
         "O _决定_开会。|"),
        # Below a mail that is answered stands the answer, with a greeting of its own.
        ("O |", "> 3. Invites z;\n>\n> 4. Urges y;\n\nHello,\n\nwe ask for this:\n\n4. Requests y.\n\n-- \nAnna\n",
         ["Hello,", "we ask for this:", "--", "Anna"], "O _Invites_ z;\nO _Urges_ y;\nO _Requests_ y.|"),
        # The caret stays where it is in the text, and items stay under what they are of.
        ("O Notes x:\n1 a;|\n1 b.", "Hi,\n\n(b) to go;\n\nThanks\n", ["Hi,", "Thanks"],
         "O Notes x:\n1 a;\n1 to go;|\n1 b."),
        # What came without anything of a resolution may be meant, and so may what goes into the words there.
        ("O Notes x;\nT |", "Dear all,\n\nAll is well.\n\nBest,\nAnna\n", _NONE, ""),
        ("O Notes x;\nO |", "3. Requests z;\n\n4. Thanks Fiji.\n", _NONE, ""),
        ("O Notes x;\nO |", "Dear all,\n", _NONE, ""),
        ("O |", "3. Requests z.\n\nBest", ["Best"], "O _Requests_ z.|"),
        ("O y|", "Dear all, we ask: 3. to go\n", _NONE, ""),
    ],
)  # fmt: skip
def test_what_is_the_letter_is_known_and_taken_out(before: str, text: str, around: list[str], after: str) -> None:
    made, at = working(before, punctuates=True)
    came = paste(made, at, from_clipboard({"text/plain": text.encode()}))
    assert list(came.values()) == around
    steps = made.undo_list.steps
    take_letter_out(made, selected(made), came)
    assert made.undo_list.steps == steps + bool(around)
    if around:
        assert told(made, selected(made)) == lines(after)
        there_and_back(made)


def test_a_line_that_reads_otherwise_by_now_stays() -> None:
    made, at = working("O |", punctuates=True)
    came = paste(made, at, from_clipboard({"text/plain": b"Dear all,\n\n3. Requests z.\n\nBest,\nAnna\n"}))
    insert_text(made, Selection.at(3, 4), " and Fiji")
    take_letter_out(made, Selection.at(3, 4), came)
    assert told(made) == ["O _Requests_ z.", "T Anna and Fiji"]


def test_of_a_text_of_which_nothing_else_is_left_an_empty_paragraph_stays() -> None:
    made, at = working("O |", punctuates=True)
    came = paste(made, at, from_clipboard({"text/plain": b"3. Requests z.\n\nBest,\nAnna\n"}))
    delete(made, Selection(Caret(0, 0), Caret(1, 0)))
    assert [one.text for one in made.entries] == list(came.values())
    take_letter_out(made, Selection.at(0), came)
    assert [one.text for one in made.entries] == [""]


@pytest.mark.parametrize(
    ("asks", "ends"),
    [
        ("Requests x.", "Sincerely yours,|All best,|Kind regards and thanks,|Thanks in advance for your help.|BR,|"
         "Sent from Outlook for Android|Looking forward to your comments,"),
        ("Prie x.", "Très cordialement,|Bien à toi,|Amicalement,|Avec mes meilleures salutations,|Merci d’avance,|"
         "Télécharger Outlook pour iOS"),
        ("Solicita x.", "Muy atentamente,|Muchas gracias,|Cordialmente,|Un abrazo,|Gracias y saludos,|"
         "Obtener Outlook para iOS"),
        ("просит x.", "Всего доброго,|С благодарностью,|Спасибо,|С искренним уважением,|Отправлено с iPhone"),
        ("تقرر أن تجتمع.", "مع خالص التحية،|تحياتي،|مع فائق الاحترام والتقدير،|شكرا،|مع الشكر،|أُرسلت من الـ iPhone"),
        ("决定开会。", "顺祝商祺|谢谢！|祝好，|致以问候|发自我的iPhone"),
    ],
)  # fmt: skip
def test_closings_are_known_without_a_greeting_and_who_signs_is_no_heading(asks: str, ends: str) -> None:
    for end in ends.split("|"):
        made, at = working("O x;\nO |", punctuates=True)
        came = paste(made, at, from_clipboard({"text/plain": f"3. {asks}\n\n{end}\n\nA. Bell\n".encode()}))
        assert list(came.values()) == [end, "A. Bell"]
        assert [(one.text, one.paragraph.kind) for one in made.entries][1:] == [
            (asks, Kind.OPERATIVE), (end, Kind.TEXT), ("A. Bell", Kind.TEXT)
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "around"),
    [
        # Of a letter that greets the short lines at its end are who signs, whatever they say.
        ("Dear all,\n\n3. Requests x.\n\nOver to you\n\nAnna\n", ["Dear all,", "Over to you", "Anna"]),
        ("3. Requests x.\n\nOver to you\n\nAnna\n", _NONE),
        (f"Dear all,\n\n3. Requests x.\n\n{'More of it. ' * 12}\n\nAnna\n", ["Dear all,"]),
        ("Dear all,\n\n3. Requests x.\n\nAnnex\n\nTerms of reference\n", ["Dear all,"]),
        ("Looking forward to receiving the report,\n\nNoting x,\n", _NONE),
        ("1. Thanks the Chair for his work;\n\n2. Looks forward to it.\n", _NONE),
    ],
)
def test_what_stands_behind_the_text_of_a_letter(text: str, around: list[str]) -> None:
    made, at = working("O x;\nO |", punctuates=True)
    assert list(paste(made, at, from_clipboard({"text/plain": text.encode()})).values()) == around


@pytest.mark.parametrize(
    ("asks", "greetings"),
    [
        ("Requests x.", "All,|Team,|Esteemed colleagues,|Good day,|Distinguished delegates,|Morning all,|Jo,"),
        ("Prie x.", "Bonsoir,|Excellences,|Salut à tous,"),
        ("Solicita x.", "Excelencias:|Señoras y señores:|Distinguidos delegados:|Apreciados colegas:"),
        ("просит x.", "Доброе утро,|Всем добрый день!|Ваше Превосходительство,"),
        ("تقرر أن تجتمع.", "تحية طيبة وبعد،|السلام عليكم،|أصحاب السعادة،|مرحبا،"),
        ("决定开会。", "大家好，|您好！|安娜："),
    ],
)
def test_greetings_are_known(asks: str, greetings: str) -> None:
    for greeting in greetings.split("|"):
        made, at = working("O x;\nO |", punctuates=True)
        came = paste(made, at, from_clipboard({"text/plain": f"{greeting}\n\n3. {asks}\n\n--\nA. Bell\n".encode()}))
        assert list(came.values()) == [greeting, "--", "A. Bell"]
        assert [one.paragraph.kind for one in made.entries][1:3] == [Kind.TEXT, Kind.OPERATIVE]


@pytest.mark.parametrize("first", ["All States,", "in the region,", "Morning session", "Water,", "Fiji:", "Noting x,"])
def test_other_first_lines_greet_nobody(first: str) -> None:
    pasted = from_clipboard({"text/plain": f"{first}\n\n3. Requests x.\n\n4. Urges y.\n".encode()}).paragraphs
    assert not greets(pasted)
