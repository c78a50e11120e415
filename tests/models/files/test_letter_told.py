"""The letter around a text in a file is words alone, and told line by line; other files are read as they were."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from models.draft import Kind
from models.files.read import read_bytes


def _mail(plain: str, page: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Anna <a@x.org>"
    message["Subject"] = "L.37"
    message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Dear all,\n\nPlease find our text.\n\n3. Requests x;\n\n4. Decides y.\n\nBest,\n\nAnna\n", [0, 1, 4, 5]),
        ("Chers collègues,\n\n3. Prie x ;\n\n4. Décide y.\n\nTrès cordialement,\n\nAnne\n", [0, 3, 4]),
        ("Estimados colegas:\n\n3. Solicita x;\n\n4. Decide y.\n\nMuchas gracias,\n\nAna\n", [0, 3, 4]),
        ("Уважаемые коллеги!\n\n3. просит x;\n\n4. постановляет y.\n\nСпасибо,\n\nАнна\n", [0, 3, 4]),
        ("الزملاء الأعزاء،\n\n3 - تطلب ذلك؛\n\n4 - تقرر أن تجتمع.\n\nتحياتي،\n\nآنا\n", [0, 3, 4]),
        ("3. Requests x;\n\n4. Decides y.\n\n-- \n\nAnna\n", [2, 3]),
    ],
)
def test_of_a_text_and_of_a_mail(text: str, letter: list[int]) -> None:
    page = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    for data in (text.encode(), _mail(text), _mail("x", page)):
        reading = read_bytes(data)
        found = [one.number is None for one in reading.draft.paragraphs]
        assert found == [at in letter for at in range(len(found))]
        assert {reading.draft.paragraphs[at].kind for at in letter} == {Kind.TEXT}
        assert [one.paragraph for one in reading.warnings if one.code == "letter"] == letter


@pytest.mark.parametrize(
    "text",
    [
        "United Nations\n\nGeneral Assembly\n\nThe General Assembly,\n\nNoting x,\n\n1. Thanks Fiji;\n\n2. Urges y.\n",
        "Dear all,\n\nAll is well.\n\nBest,\n\nAnna\n",
        "3. Requests x.\n\nAnnex\n\nTerms of reference\n",
    ],
)
def test_other_texts_hold_no_letter(text: str) -> None:
    reading = read_bytes(text.encode())
    assert not [one for one in reading.warnings if one.code == "letter"]


def test_a_masthead_below_a_greeting_stays_one() -> None:
    text = "Hello,\n\nAgenda item 5\n\nThe General Assembly,\n\nRecalling x,\n\n1. Requests y;\n\n2. Decides z.\n"
    reading = read_bytes(text.encode())
    assert [one.kind for one in reading.draft.paragraphs][:3] == [Kind.TEXT, Kind.MASTHEAD, Kind.ENACTING]
    assert [one.paragraph for one in reading.warnings if one.code == "letter"] == [0]
