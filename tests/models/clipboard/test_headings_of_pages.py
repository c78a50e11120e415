"""Headings of pages, as browsers and Word put them on the clipboard and save them, have their level."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html
from models.files.web_page import read_web_page

_REPORT = (
    "<h1>Report on water</h1><p>Water is scarce in many places.</p><h2>1. Introduction</h2><p>It is dry.</p>"
    "<h3>Rivers</h3><p>They are dry.</p><h2>The rivers of the world are dry for most of the year, as lakes are.</h2>"
)
_RESOLUTION = (
    "<h1>Water for all</h1><p>The General Assembly,</p><h2>Recalling its resolution 79/1,</h2>"
    "<h2>1. Decides to act;</h2><h3>Finance</h3><p>2. Requests all to pay.</p>"
)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (_REPORT, [("heading", 0, None), ("text", 0, None), ("heading", 1, "1"), ("text", 0, None),
                   ("heading", 2, None), ("text", 0, None), ("text", 0, None)]),
        (_RESOLUTION, [("masthead", 0, None), ("enacting", 0, None), ("preambular", 0, None), ("operative", 0, "1"),
                       ("heading", 2, None), ("operative", 0, "2")]),
    ],
)  # fmt: skip
def test_headings_of_a_page_have_their_level(page: str, expected: list[tuple[str, int, str | None]]) -> None:
    data = f"<html><body>{page}</body></html>".encode()
    for paragraphs in (read_web_page(data).draft.paragraphs, read_html(data).paragraphs):
        assert [(str(one.kind), one.level, one.number) for one in paragraphs] == expected


def test_one_heading_alone_is_words() -> None:
    fragment = read_html(b"<html><body><h2>Rivers</h2></body></html>")
    assert fragment.partial
    assert [str(one.kind) for one in fragment.paragraphs] == ["text"]
