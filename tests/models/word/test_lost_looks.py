"""Letters that look as no draft can say are told: raised, lowered and struck ones, not ordinals nor marks of notes."""

from __future__ import annotations

import pytest

from models.word.read import read_word
from tests.models.word.word_xml import BY, d, dele, docx, p, t

UP, DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
STYLES = f'<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/>{UP}</w:rPr></w:style>'
REF = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def told(data: bytes) -> list[tuple[int | None, str, str]]:
    codes = ("raised-or-lowered", "struck-by-hand")
    return [(one.paragraph, one.code, one.message) for one in read_word(data).warnings if one.code in codes]


def up(text: str) -> str:
    return t(text, UP)


def down(text: str) -> str:
    return t(text, DOWN)


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        (t("10") + up("6") + t(" tons"), "(“6”), which were read on the line: “106”."),
        (t("of CO") + down("2") + t(", NO") + down("x"), "(“2”, “x”), which were read on the line: “CO2,”, “NOx”."),
        (t("x") + up("n"), "(“n”), which were read on the line: “xn”."),
        (t("Ca") + up("2") + up("+"), "(“2+”), which were read on the line: “Ca2+”."),
        (t("10") + t("6", '<w:rStyle w:val="Gone"/><w:strike w:val="0"/>'), "“106”"),
        (t("resolution 58/1") + up("1"), "“58/11”"),
        (t("the 1") + up("st") + t(" and 2") + up("nd,") + t(" XX") + up("e") + t(" and N") + up("o") + t(" 3"), ""),
        (t("M") + up("me") + t(" and 2") + up("ème"), ""),
        (t("text") + up("*") + up(" ") + up(","), ""),
        (t("text") + up(""), ""),
        (t("10⁶ tons"), ""),
    ],
)
def test_raised_and_lowered_letters(content: str, quoted: str) -> None:
    found = told(docx(p("a") + p(content), styles=STYLES))
    assert [(at, code) for at, code, _ in found if code != "struck-by-hand"] == (
        [(1, "raised-or-lowered")] if quoted else []
    )
    assert not quoted or quoted in found[0][2]


def test_marks_of_notes_are_none_of_it() -> None:
    notes = f'<w:footnote w:id="1">{p(up("1") + t(" Of 10") + up("6") + t(" tons."))}</w:footnote>'
    cited_again = docx(p("a") + p(t("b") + REF + t(" and c") + up("1")), footnotes=notes)
    ((at, code, message),) = told(cited_again)
    assert (at, code) == (1, "raised-or-lowered")
    assert message.startswith("Footnote 1 holds")
    assert "“106”" in message
    series = p(t("a") + up("1")) + p(t("b") + up("2")) + p(t("c") + up("3"))
    assert told(docx(series)) == []


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (t("Decides ") + t("not", "<w:strike/>"), ["struck-by-hand"]),
        (t("not", "<w:dstrike/>"), ["struck-by-hand"]),
        (t("not", '<w:rStyle w:val="Gone"/><w:vertAlign w:val="baseline"/>'), ["struck-by-hand"]),
        (t("not", '<w:strike w:val="0"/>'), []),
        (t(" ", "<w:strike/>"), []),
        (t("now") + dele(d("not")), []),
        (t("now") + f"<w:ins {BY}>{t('not', '<w:strike/>')}</w:ins>", ["struck-by-hand"]),
    ],
)
def test_struck_words(content: str, codes: list[str]) -> None:
    assert [code for _, code, _ in told(docx(p(content), styles=STYLES))] == codes
