"""Markdown that says the words and nothing else, as an independent reader of Markdown sees it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from models.comparison.change import Change, Comparison
from models.draft import Draft, Kind, Paragraph, Run
from models.forms.markdown import markdown

reader = pytest.importorskip("markdown_it", reason="the reader of Markdown (markdown-it-py) is not here")

bits = st.sampled_from(
    ["1. ", "10) ", "- ", "+ x", "*a*", "_b_", "`c`", "[d](e)", "<i>", "&amp;", "&", "#", "|", "~~s~~", "\\", "!", " ",
     "  ", "\t", "(a) ", ">", "=", "---", "word", "Été", "]", "[", ":", "$x$", "^", "http://a.b", "<http://x>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(bits, min_size=1, max_size=8), st.booleans(), st.sampled_from(["equal", "insert"]))
def test_the_words_come_through(parts: list[str], italic: bool, op: str) -> None:
    text = " ".join("".join(parts).split())
    if not text:
        return
    draft = Draft((Paragraph(Kind.TEXT, (Run(text, italic=italic),)),))
    change = Change("inserted", False, False, "substance", (), (), (0,), (), (None,), 0.0, None, ((op, text),))
    page = reader.MarkdownIt("commonmark", {"html": True}).render(markdown(Comparison(Draft(), draft, (change,))))
    tree = lxml_html.fromstring(f"<div>{page}</div>")
    assert " ".join(tree.xpath("//p")[-1].text_content().split()) == text
    assert not tree.xpath("//li | //h2 | //hr | //blockquote | //code | //a | //pre")
    assert bool(tree.xpath("//ins")) == (op == "insert")
    assert bool(tree.xpath("//p[last()]//em")) == italic


@pytest.mark.parametrize(
    ("number", "text", "printed"),
    [
        ("3", "Decides to meet;", "3."),
        ("3 bis", "Decides to meet;", "3 bis."),
        ("(a)", "To meet;", "(a)"),
        ("iv", "Words", "iv."),
        ("-", "Words", "-"),
        ("3", "تقرر أن تجتمع؛", "3 -"),
        ("(أ)", "تقرر أن تجتمع؛", "(أ)"),
        ("一", "决定开会；", "一、"),
        ("㈠", "决定开会；", "㈠"),
        ("3", "决定开会；", "3."),
    ],
)
def test_numbers_stand_as_they_are_printed(number: str, text: str, printed: str) -> None:
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number=number),))
    change = Change("inserted", False, False, "substance", (), (), (0,), (), (None,), 0.0, None, (("insert", text),))
    page = reader.MarkdownIt("commonmark", {"html": True}).render(markdown(Comparison(Draft(), draft, (change,))))
    tree = lxml_html.fromstring(f"<div>{page}</div>")
    assert tree.xpath("//p")[-1].text_content() == f"{printed} {text}"
    assert not tree.xpath("//li")
