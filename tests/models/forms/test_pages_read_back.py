"""Pages are read back before they leave: nothing missing, nothing beside the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.pdf import pdf_of_draft
from models.circulation.certificate import NotVerified
from models.circulation.undated import undated
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.web_page import read_web_page
from models.forms.draft_markdown import draft_markdown
from models.forms.draft_page import draft_html
from models.forms.html import html
from models.forms.json_form import comparison_json, reading_json
from models.forms.markdown import markdown
from models.forms.pages_read_back import verify_page
from models.reading.reading import Reading


def draft(*texts: str) -> Draft:
    paragraphs = [Paragraph(Kind.TEXT, (Run(text),)) for text in texts]
    noted = Paragraph(Kind.TEXT, (Run("Recalling resolution 57/270"), Run(footnote=1), Run(" & <others> of 2003,")))
    return Draft((*paragraphs, noted), (Footnote(1, "1", (Run("See annex."),)),))


OLD = draft("The General Assembly,", "Decides to meet in Geneva;", "Requests *a* report;", "Goes on as before;")
NEW = draft(
    "The General Assembly,", "Decides to meet in Nairobi;", "Also notes <b>all</b> of it;", "Goes on as before;"
)
COMPARISON = compare(OLD, NEW)
PAGES: dict[str, Callable[[], str]] = {
    ".html": lambda: html(COMPARISON, old_name="L.39", new_name="L.50"),
    ".md": lambda: markdown(COMPARISON, old_name="L.39", new_name="L.50"),
    ".json": lambda: comparison_json(COMPARISON, "L.39", "L.50"),
}
ALONE: dict[str, Callable[[], str]] = {
    ".html": lambda: draft_html(NEW, "L.50"),
    ".md": lambda: draft_markdown(NEW),
    ".json": lambda: reading_json(Reading(NEW)),
}


@pytest.mark.parametrize("kind", PAGES)
def test_what_is_whole_is_verified(kind: str) -> None:
    for made, comparison in ((PAGES[kind](), COMPARISON), (ALONE[kind](), None)):
        lines, absent = verify_page(kind, made.encode(), NEW, comparison, ["Jane Doe"])
        assert lines[0].what.endswith(("all there", "the same draft"))
        assert "comments" in absent


def test_a_page_of_a_draft_is_read_back_as_a_reader_would() -> None:
    def told(page: str, of: Draft = NEW) -> str:
        return verify_page(".html", page.encode(), of, None, (), lambda data: read_web_page(data).draft)[0][0].what

    page = draft_html(NEW, "L.50")
    assert told(page) == "Reads back as the same draft"
    assert told(page.replace("Goes on", "Goes <em>on</em>")) == "Reads back with the same words, numbers and notes"
    assert told(page.replace("See annex", "See no annex")) == "The text is all there"
    nothing = Draft((Paragraph(Kind.TEXT, ()),))
    assert told(draft_html(nothing, "x"), nothing) == "The text is all there"


@pytest.mark.usefixtures("qapp")  # to print; no other kind of application may be there before those of other tests
def test_letters_that_no_pdf_has_are_told() -> None:
    text = Draft(
        (Paragraph(Kind.TEXT, (Run("A/\u2060RES/\u206080\u200f,"),)),), (Footnote(1, "1", (Run("a\u2060b"),)),)
    )
    arabic = Draft((Paragraph(Kind.TEXT, (Run("إن الجمعية العامة"),)), Paragraph(Kind.TEXT, (Run("A/RES/80/1"),))))
    for one, lacks in ((text, ["3 × word joiner, 1 × right-to-left mark"]), (arabic, []), (NEW, [])):
        lines, _ = verify_page(".pdf", undated(pdf_of_draft(one, "x")), one, None)
        assert [line.detail for line in lines[1:]] == lacks


@pytest.mark.parametrize("kind", PAGES)
def test_a_word_that_is_missing_is_seen(kind: str) -> None:
    for made, comparison in ((PAGES[kind](), COMPARISON), (ALONE[kind](), None)):
        assert "Nairobi" in made
        with pytest.raises(NotVerified, match="nothing was written"):
            verify_page(kind, made.replace("Nairobi", "").encode(), NEW, comparison)


@pytest.mark.parametrize(
    "added",
    [
        "<!-- Jane Doe -->",
        '<meta name="author" content="Jane Doe">',
        "<script>1</script>",
        '<p title="by Jane Doe"></p>',
        '<p title="JANE DOE"></p>',
        '<p id="jane_doe"></p>',
    ],
)
def test_what_stands_beside_the_text_is_seen(added: str) -> None:
    made = PAGES[".html"]().replace("</main>", f"{added}</main>")
    with pytest.raises(NotVerified, match="nothing was written"):
        verify_page(".html", made.encode(), NEW, COMPARISON, ["Jane Doe"])
