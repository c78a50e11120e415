"""Pages of HTML opened as files: what Word and browsers save, and what Adref writes itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_bytes, read_file
from models.files.web_page import is_web_page
from models.forms.draft_page import draft_html
from models.reading.reading import CannotRead
from tests.timed import soon

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Draft</title><script>alert("x")</script></head><body>
<p>The General Assembly,</p>
<p><i>Recalling</i> its resolution 56/203 of 21&nbsp;December 2001,</p>
<p>1. <em>Decides</em> to meet in 2006;</p>
<p>2. <em>Invites</em> all States to attend.</p>
<img src="https://example.org/track.png">
</body></html>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_page_is_read_as_a_draft(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.replace("utf-8", "windows-1252" if encoding == "cp1252" else "utf-8").encode(encoding))
    reading = read_file(path)
    assert [(str(one.kind), one.number, one.text) for one in reading.draft.paragraphs] == [
        ("enacting", None, "The General Assembly,"),
        ("preambular", None, "Recalling its resolution 56/203 of 21\xa0December 2001,"),
        ("operative", "1", "Decides to meet in 2006;"),
        ("operative", "2", "Invites all States to attend."),
    ]
    assert reading.draft.paragraphs[2].runs[0] == Run("Decides", italic=True)
    assert [warning.message for warning in reading.warnings] == ["Pictures were left out."]


@pytest.mark.parametrize(
    ("said", "written", "text", "guessed"),
    [
        ("iso-8859-1", "utf-8", "L’Assemblée générale — « l’eau »", False),
        ("us-ascii", "utf-8", "L’Assemblée générale — « l’eau »", False),
        ("windows-1251", "utf-8", "Генеральная Ассамблея", False),
        ("gb2312", "utf-8", "大会", False),
        ("utf-8", "utf-8", "الجمعية العامة", False),
        # Browsers take both of these names for Windows-1252, which has more signs, and many programs write by it.
        ("iso-8859-1", "cp1252", "L’Assemblée générale — « l’eau »", False),
        ("latin1", "cp1252", "La Asamblea “General”", False),
        ("windows-1251", "cp1251", "Генеральная Ассамблея", False),
        ("koi8-r", "koi8-r", "Генеральная Ассамблея", False),
        ("windows-1256", "cp1256", "الجمعية العامة", False),
        ("gb2312", "gb18030", "大会—会議", False),
        ("iso-2022-jp", "iso-2022-jp", "大会", False),
        ("utf-8", "cp1252", "L’Assemblée générale — « l’eau »", True),
        ("us-ascii", "cp1252", "L’Assemblée générale", True),
        ("", "cp1252", "L’Assemblée générale", True),
        ("idna", "cp1252", "L’Assemblée générale", True),
        ("rot13", "cp1252", "L’Assemblée générale", True),
    ],
)
@pytest.mark.parametrize(
    "head", ['<html><head><meta charset="{}"></head>', '<?xml version="1.0" encoding="{}"?><html>']
)
def test_letters_are_those_meant_whatever_a_page_says(
    head: str, said: str, written: str, text: str, guessed: bool
) -> None:
    reading = read_bytes(f"{head.format(said)}<body><p>{text}</p></body></html>".encode(written))
    assert [one.text for one in reading.draft.paragraphs] == [text]
    assert [warning.code for warning in reading.warnings] == ["encoding-guessed"] * guessed


def test_what_adref_writes_is_read_back() -> None:
    cited = Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution 56/203,"), Run(footnote=1)))
    draft = Draft(
        (
            Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
            cited,
            Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet:")), number="1"),
            Paragraph(Kind.SUBPARAGRAPH, (Run("in 2006;"),), level=1, number="(a)"),
            Paragraph(Kind.OPERATIVE, (Run("Invites", italic=True), Run(" all States.")), number="2"),
        ),
        (Footnote(1, "1", (Run("See A/58/98."),)),),
    )
    back = read_bytes(draft_html(draft, "A draft", draft_mark=True).encode()).draft
    kept = [(one.kind, one.number, one.level, one.text) for one in back.paragraphs]
    assert kept == [(one.kind, one.number, one.level, one.text) for one in draft.paragraphs]
    assert [note.text for note in back.footnotes] == ["See A/58/98."]


@pytest.mark.parametrize(
    ("page", "says"),
    [("<html><body><script>x</script></body></html>", "no words"), ("<html>" + "x" * 33 * 1024 * 1024, "too long")],
)
def test_refused_in_a_sentence(page: str, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        read_bytes(page.encode())


def test_comments_before_a_text_are_passed_in_no_time() -> None:
    comments = "<!-- said -->\n" * 200
    assert not soon(lambda: is_web_page(f"{comments}A text".encode()), 0.1)
    assert soon(lambda: is_web_page(f"{comments[:700]}<html>".encode()), 0.1)


@pytest.mark.parametrize("text", ["<b>not a page</b>", "5 < 6 and <html> stands later", "# A heading\n\n<html>"])
def test_words_about_pages_are_texts(text: str) -> None:
    assert read_bytes(text.encode()).draft.paragraphs[0].text


def test_a_page_without_its_frame_is_one() -> None:
    page = "<p class='x'>The General Assembly,</p>\n<p>1. <i>Decides</i> to meet.</p>\n"
    assert [one.text for one in read_bytes(page.encode()).draft.paragraphs] == [
        "The General Assembly,",
        "Decides to meet.",
    ]
    assert not is_web_page(b"<p> is the sign of a paragraph")
    assert not is_web_page(b"<preamble> and <p>")


def test_a_page_of_more_elements_than_can_be_read_in_time_is_refused() -> None:
    with pytest.raises(CannotRead, match="too long to be read"):
        read_bytes(b"<html><body><p>Decides;" + b"<p>" * 400_000)


def test_words_nested_too_deep_are_told_of() -> None:
    page = f"<html><body>{'<b>' * 3000}<p>words</p>{'</b>' * 3000}</body></html>"
    with pytest.raises(CannotRead, match="nested too deep"):
        read_bytes(page.encode())


@pytest.mark.parametrize(
    "inner",
    [
        f"<p {' '.join(f'a{at}=1' for at in range(3_000))}>words</p>",
        f"<p {' '.join(f'a{at}' for at in range(3_000))}>words</p>",
        f"<p {' '.join(f'a{at}<b' for at in range(3_000))}>words</p>",
        f"{'<style ' * 200_000}<p {' '.join(f'a{at}' for at in range(3_000))}>words</p>",
        "<p>a</p>" * 61_000,
        "a<br>" * 251_000,
    ],
)
def test_a_page_of_more_than_any_text_has_is_refused_before_it_is_parsed(inner: str) -> None:
    def refused() -> None:
        with pytest.raises(CannotRead, match="too long to be read"):
            read_bytes(f"<html><body>{inner}</body></html>".encode())

    soon(refused, 1)


@pytest.mark.parametrize(
    "around",
    [
        f'<img alt="{"a picture of " * 2_000}">',
        f"<!-- {'a remark ' * 2_000} -->",
        f"<script>if (a<b {'+ c ' * 3_000}) x();</script>",
        f"<p style='{'color: red; ' * 1_500}'>more</p>",
    ],
)
def test_a_long_element_is_read(around: str) -> None:
    read = read_bytes(f"<html><body>{around}<p>The words.</p></body></html>".encode()).draft
    assert read.paragraphs[-1].text == "The words."
