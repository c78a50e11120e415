"""Suggestions of Google Docs are taken as accepted: its page has both words, and what lies beside it tells them."""

from __future__ import annotations

import json
import re
import struct

import pytest

from models.clipboard.read import from_clipboard, line_from_clipboard
from models.clipboard.suggested import NOT_TOLD_APART

_GONE, _COME = "Words marked as deleted were left out.", "Words marked as inserted were pasted as words."
_JOINED = "Paragraphs whose end was marked as deleted were joined with the next."
_SLICE = "application/x-vnd.google-docs-document-slice-clip+wrapped"
_PARTS = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def slice_of(marked: str) -> str:
    """What Google Docs puts beside its page, of words with [-what goes-] and {+what comes+}."""
    text, spans, at = "", [], 0
    for part in _PARTS.finditer(marked):
        text += marked[at : part.start()]
        begin = len(text.encode("utf-16-le")) // 2
        text += part[1] if part[1] is not None else part[2]
        spans.append((begin, len(text.encode("utf-16-le")) // 2, part[1] is not None))
        at = part.end()
    text += marked[at:]
    told: dict[bool, list[list[str] | None]] = {gone: [[]] for gone in (True, False)}
    for places in told.values():
        places += [None] * (len(text.encode("utf-16-le")) // 2 - 1)
    for begin, end, gone in spans:
        told[gone][begin] = ["suggest.a"]
        if end < len(told[gone]):
            told[gone][end] = []
    inside = {
        "dsl_spacers": text,
        "dsl_suggesteddeletions": {"sgsl_sugg": told[True]},
        "dsl_suggestedinsertions": {"sgsl_sugg": told[False]},
    }
    return json.dumps({"dih": 1, "data": json.dumps({"resolved": inside}), "dct": "kix"})


def packed(value: str) -> bytes:
    """As Chrome packs it for the clipboard of the system."""
    body = struct.pack("<I", 2)
    for words in ("application/x-vnd.google-docs-internal-clip-id", "1", _SLICE, value):
        letters = words.encode("utf-16-le")
        body += struct.pack("<i", len(letters) // 2) + letters + bytes(-len(letters) % 4)
    return struct.pack("<I", len(body)) + body


def page_of(*paragraphs: str) -> bytes:
    look = "font-weight:400;white-space:pre-wrap;"
    lines = "".join(f'<p dir="ltr"><span style="{look}">{words}</span></p>' for words in paragraphs)
    page = f'<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-1">{lines}</b>'
    return page.encode()


def _read(page: bytes, marked: str, name: str = "chromium/x-web-custom-data") -> tuple[list[str], tuple[str, ...]]:
    fragment = from_clipboard({"text/html": page, name: packed(slice_of(marked))})
    return [one.text for one in fragment.paragraphs], fragment.losses


@pytest.mark.parametrize(
    ("words", "marked", "read"),
    [
        ("Decides to meetconvene soon", "Decides to [-meet-]{+convene+} soon\n", "Decides to convene soon"),
        ("Décide de se réunir tôtde siéger", "Décide de [-se réunir tôt-]{+de siéger+}", "Décide de de siéger"),
        (
            "Decide reunirse no antes en Ginebra",
            "Decide reunirse[- no antes-] en Ginebra",
            "Decide reunirse en Ginebra",
        ),
        ("постановляет собратьсявстретиться", "постановляет [-собраться-]{+встретиться+}", "постановляет встретиться"),
        ("تقرر أن تجتمعتنعقد", "تقرر أن [-تجتمع-]{+تنعقد+}", "تقرر أن تنعقد"),
        ("决定开会召开会议", "决定[-开会-]{+召开会议+}", "决定召开会议"),
        ("𝒜𝒜 meets 𝒜here", "𝒜𝒜 meets [-𝒜-]{+here+}", "𝒜𝒜 meets here"),
        ("Decides&nbsp;to <b>me</b>et</span><br><span>now", "Decides to m[-e-]e[-t-]\vnow", "Decides\xa0to me\nnow"),
        ("Decides to meet", "*Decides [-to -]meet\ue907", "Decides meet"),
    ],
)
def test_what_suggestions_take_out_goes(words: str, marked: str, read: str) -> None:
    told, losses = _read(page_of(words), marked)
    assert told == [read]
    assert losses == ((_GONE, _COME) if "{+" in marked else (_GONE,))


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("Recalling A,[-\n-]Noting B,\n", ["Recalling A, Noting B,"]),
        ("Recalling A,[-\nNoting-] B,\n", ["Recalling A, B,"]),
        ("Recalling A,\n[-Noting B,\n-]", ["Recalling A,"]),
        ("Recalling A,[-\nNoting B,-]\n", ["Recalling A,"]),
        ("[-Recalling A,\n-]Noting B,\n", ["Noting B,"]),
        ("Recalling A,{+\n+}Noting B,\n", ["Recalling A,", "Noting B,"]),
    ],
)
def test_ends_of_paragraphs_go_with_it(marked: str, read: list[str]) -> None:
    assert [one.replace("A,N", "A, N") for one in _read(page_of("Recalling A,", "Noting B,"), marked)[0]] == read


@pytest.mark.parametrize("marked", ["Decides to [-meat-]", "Decides [-to -]meet and more", "[-Decides-]"])
def test_where_page_and_suggestions_differ_it_is_told(marked: str) -> None:
    assert _read(page_of("Decides to meet"), marked) == (["Decides to meet"], (NOT_TOLD_APART,))


def test_other_browsers_and_systems_pack_it_otherwise_and_damage_is_passed_over() -> None:
    page, marked = page_of("Decides to meetconvene"), "Decides to [-meet-]{+convene+}"
    windows = 'application/x-qt-windows-mime;value="Chromium Web Custom MIME Data Format"'
    assert _read(page, marked, windows)[0] == ["Decides to convene"]
    value, name = slice_of(marked).encode("utf-16-le"), _SLICE.encode("utf-16-le")
    firefox = struct.pack(">II", 1, len(name)) + name + struct.pack(">I", len(value)) + value + bytes(4)
    formats = {"text/html": page, "application/x-moz-custom-clipdata": firefox}
    assert [one.text for one in from_clipboard(formats).paragraphs] == ["Decides to convene"]
    assert "".join(run.text for run in line_from_clipboard(formats)[0]) == "Decides to convene"
    for damaged in (packed("{"), packed('{"data": 1}'), packed('{"data": "{"}'), name, name + b"{", packed("")):
        read = from_clipboard({"text/html": page, "chromium/x-web-custom-data": damaged})
        assert [one.text for one in read.paragraphs] == ["Decides to meetconvene"]


def test_a_text_without_suggestions_is_read_as_its_page_stands() -> None:
    assert _read(page_of("Decides to meet"), "Something else") == (["Decides to meet"], ())
