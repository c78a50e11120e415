"""The mark of a draft at the head of pages that leave: in the language of the text, and read as no line of it."""

from __future__ import annotations

import pytest

from app.pdf import pdf_of_draft
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.draft_mark import draft_mark, running_mark
from models.files.read import read_bytes
from models.forms.draft_page import draft_html
from models.word.clean import write_clean
from models.word.package import Package

TEXTS = {
    "en": ("The General Assembly,", "Recalling its resolution 70/1 of 25 September 2015 on the work of its Members,"),
    "fr": ("L’Assemblée générale,", "Rappelant sa résolution 70/1 du 25 septembre 2015 sur les travaux des Membres,"),
    "es": ("La Asamblea General,", "Recordando su resolución 70/1 de 25 de septiembre de 2015 sobre los Miembros,"),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года о работе ее членов,"),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015 بشأن أعمال أعضائها،"),
    "zh": ("大会，", "回顾其2015年9月25日关于本组织及其会员国工作的第70/1号决议，"),
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("spoken", TEXTS)
def test_the_mark_is_in_the_language_of_the_text_and_no_line_of_it(spoken: str) -> None:
    enacting, words = TEXTS[spoken]
    recalled = [
        Paragraph(Kind.PREAMBULAR, (Run(words if spoken == "zh" else f"{words} {at} {'; '.join([words] * 5)}"),))
        for at in range(1 if spoken == "zh" else 30)
    ]
    lines = Paragraph(Kind.MASTHEAD, (Run("A/80/L.1"),)), Paragraph(Kind.ENACTING, (Run(enacting),))
    draft = Draft((*lines, *recalled))
    mark, running = draft_mark(spoken), running_mark(spoken)
    assert mark.startswith(running)
    assert (mark == draft_mark("en")) == (spoken == "en")
    word, page, pdf = (
        write_clean(draft),
        draft_html(draft, "T", draft_mark=True),
        pdf_of_draft(draft, "T", draft_mark=True),
    )
    heads = ["".join(Package(word).root(f"word/header_{one}.xml").itertext()) for one in ("first", "even", "default")]
    assert heads[0] == mark
    assert all(running in head and "Draft" not in head.replace(running, "") for head in heads)
    assert f">{mark}</p>" in page
    for data, name in ((word, "a.docx"), (page.encode(), "a.html"), (pdf, "a.pdf")):
        reading = read_bytes(data, name=name)
        assert not compare(reading.draft, draft).differs
        assert {one.code for one in reading.warnings} <= {"joined-at-page-break"}


def test_a_text_in_another_language_has_it_in_english() -> None:
    assert draft_mark("pt") == draft_mark("en") == "Draft, not an official document"
