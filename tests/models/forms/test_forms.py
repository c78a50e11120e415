"""A comparison as Markdown, as a page, and on paper."""

from __future__ import annotations

import os
import re
from importlib import resources
from pathlib import Path

import pytest
from lxml import html as lxml_html

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.forms.html import html
from models.forms.markdown import markdown
from models.forms.print_page import changes_printed, print_page
from tests.models.telling.small_comparison import COMPARISON

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


@pytest.mark.parametrize(
    ("form", "name"),
    [(markdown, "comparison.md"), (html, "comparison.html"), (print_page, "comparison_print_page.html")],
)
def test_golden(form: object, name: str) -> None:
    """Run with ADREF_GOLDEN=write to write the files anew, and read what changed in them."""
    assert callable(form)
    text = form(COMPARISON, old_name="L.1 & <co>", new_name="L.1/Rev.1", plain_words=True)
    file = GOLDEN / name
    if os.environ.get("ADREF_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_what_is_printed_of_some_changes_says_what_is_left_out() -> None:
    ahead = ["Recalls the report", "Notes the plan", "Welcomes the fund", "Urges States to act", "Decides to meet"]
    old = Draft(tuple(operative(at, text) for at, text in enumerate(ahead, 1)))
    now = [ahead[0], f"{ahead[1]} of the Council", ahead[2], f"{ahead[3]} at once", f"{ahead[4]} again"]
    comparison = compare(old, Draft(tuple(operative(at, text) for at, text in enumerate(now, 1))))
    head = Paragraph(Kind.MASTHEAD, (Run("A/80/L.1"),)), Paragraph(Kind.MASTHEAD, (Run("A/80/L.2"),))
    titled = compare(
        *(Draft((one, *side.paragraphs)) for one, side in zip(head, (comparison.old, comparison.new), strict=True))
    )
    assert "OP1 unchanged<" in changes_printed(titled, only={2})
    told = [
        re.findall("(?:OP|\\d line)[^<]*(?:unchanged|left out)", changes_printed(comparison, only=only))
        for only in (None, {3}, {1, 4}, {0})
    ]
    assert told == [
        ["OP1 unchanged", "OP3 unchanged"],
        ["OP1, OP2 and OP3 unchanged or left out", "OP5 left out"],
        ["OP1 unchanged", "OP3 and OP4 unchanged or left out"],
        ["OP1 to OP5 unchanged or left out"],
    ]


def test_one_word_is_counted_as_one() -> None:
    old, new = (Draft((operative(1, text),)) for text in ("Decides to meet again;", "Decides to meet soon;"))
    page = html(compare(old, new))
    assert "<b>1</b> word in<" in page
    assert "<b>1</b> word out<" in page


def test_what_is_gone_and_not_printed_is_called_as_it_was() -> None:
    said = ["Recalls the report", "Notes the plan", "Welcomes the fund", "Urges States to act", "Decides to meet"]
    old = Draft(tuple(operative(at, text) for at, text in enumerate(said, 1)))
    now = [said[0], f"{said[2]} of the Council", said[3], said[4]]
    comparison = compare(old, Draft(tuple(operative(at, text) for at, text in enumerate(now, 1))))
    told = [
        re.findall("(?:OP|[Ff]ormer)[^<]*(?:unchanged|left out)", changes_printed(comparison, only=only))
        for only in ({2}, {0, 2}, set[int]())
    ]
    assert told == [
        ["OP1 and former OP2 unchanged or left out", "OP3 and OP4 left out"],
        ["OP1 and former OP2 unchanged or left out", "OP3 and OP4 left out"],
        ["OP1 to OP4 and former OP2 unchanged or left out"],
    ]


def operative(number: int, text: str) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(f"{text};"),), number=str(number))


NASTY = "<script>alert('x')</script> & \"quotes\" ]]> `code` *stars* _under_ | # ~~no~~ \x00\x1b[31m \ud800 \\"


def nasty() -> Comparison:
    old = Draft((Paragraph(Kind.OPERATIVE, (Run(NASTY),), number="1<i>"), Paragraph(Kind.TEXT, (Run(NASTY * 2),))))
    new = Draft((Paragraph(Kind.OPERATIVE, (Run(f"Decides {NASTY}"),), number="<i>2"),))
    return compare(old, new)


def test_no_text_becomes_an_element() -> None:
    for form in (html, print_page):
        page = form(nasty(), old_name=NASTY, new_name=NASTY)
        tree = lxml_html.fromstring(page.encode())
        assert not tree.xpath("//script")
        assert not tree.xpath("//@onload | //@onerror")
        assert {node.tag for node in tree.iter() if isinstance(node.tag, str)} <= {
            "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "h3", "p", "b", "bdi", "ul",
            "li", "ins", "del", "span", "label", "input", "section", "div", "details", "summary", "a", "sup", "em",
            "strong", "u", "table", "tr", "td", "br", "i",
        }  # fmt: skip
        assert "<script>" in tree.text_content()


def test_nasty_text_in_markdown() -> None:
    text = markdown(nasty(), old_name=NASTY, new_name=NASTY)
    assert text.encode()
    assert "<script" not in text.replace("\\<script", "")
    assert "\x1b" not in text


def test_nothing_is_loaded_from_elsewhere() -> None:
    tree = lxml_html.fromstring(html(COMPARISON).encode())
    assert not tree.xpath("//link | //img | //script | //iframe | //@src")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert "url(" not in "".join(tree.xpath("//style/text()"))


def test_both_ends_of_a_move_are_joined() -> None:
    tree = lxml_html.fromstring(html(COMPARISON).encode())
    there = set(tree.xpath("//@id"))
    links = [link[1:] for link in tree.xpath("//main//@href")]
    assert sorted(links) == ["c5", "w5"]
    assert set(links) <= there
    assert tree.xpath("//*[@id='w5']")[0].text_content() == "OP1 went to PP3, preambular"


def test_a_page_says_its_language_title_and_encoding() -> None:
    tree = lxml_html.fromstring(html(COMPARISON, old_name="a", new_name="b").encode())
    assert tree.xpath("string(//title)") == "What changed: a → b"
    assert tree.get("lang") == "en"
    assert tree.xpath("//meta/@charset") == ["utf-8"]
    assert len(tree.xpath("//h1")) == 1


def test_all_new_words_are_on_the_page_in_their_order() -> None:
    tree = lxml_html.fromstring(html(COMPARISON, plain_words=True).encode())
    for gone in tree.xpath("//del | //*[@class='number'] | //sup"):
        gone.drop_tree()
    printed = [node.text_content() for node in tree.xpath("//main//p[not(@class)]")]
    wanted = [paragraph.text for paragraph in COMPARISON.new.paragraphs]
    assert [text for text in printed if text][: len(wanted)] == wanted


def test_a_text_from_right_to_left_mirrors_the_page() -> None:
    def page(text: str) -> str:
        draft = Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),))
        return html(compare(Draft(), draft))

    assert '<main id="changes" tabindex="-1" dir="rtl">' in page("إذ تشير إلى قرارها (A/58/98)")
    assert '<main id="changes" tabindex="-1">' in page("Recalling its resolution")


def test_what_is_said_of_a_text_from_right_to_left_runs_as_its_own_words_do() -> None:
    words = ("إن الجمعية العامة،", "إذ تشير إلى قرارها،", "تقرر أن تجتمع.")
    old = Draft(tuple(Paragraph(Kind.TEXT, (Run(one),)) for one in words))
    new = Draft((*old.paragraphs[:2], Paragraph(Kind.TEXT, (Run("تقرر ألا تجتمع."),))))
    page = html(compare(old, new))
    assert re.search(r"<summary><bdi>[^<]+ unchanged</bdi></summary>", page)
    assert '<p class="what"><bdi>reworded</bdi></p>' in page


def test_nothing_differs() -> None:
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides."),)),))
    same = compare(draft, draft)
    assert "Nothing differs." in markdown(same)
    assert "Nothing differs." in html(same)
    assert "Nothing differs." in print_page(same)
    assert "OP1 unchanged" in html(same)


def test_on_paper_words_that_came_stand_apart_from_those_that_went() -> None:
    def draft(text: str) -> Draft:
        return Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),))

    page = print_page(compare(draft("Decides to meet in Rome, and soon;"), draft("Decides to meet in Oslo and soon.")))
    read = re.sub(r"<[^>]*>", "", page)
    assert "Decides to meet in Rome, Oslo and soon;." in read


@pytest.mark.parametrize("name", ["draft.css", "comparison.css"])
def test_words_stand_out_from_their_ground_in_light_and_dark(name: str) -> None:
    style = (resources.files("resources") / "templates" / name).read_text(encoding="utf-8")
    blocks = re.findall(r":root \{([^}]*)\}", style)[:2]
    assert len(blocks) == 2
    for block in blocks:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
        inks = [ink for ink in ("ink", "ink2", "ink3", "link", "added", "removed", "moved") if ink in colours]
        assert len(inks) >= 4
        assert [ink for ink in inks if _contrast(colours[ink], colours["paper"]) < 4.5] == []


def _contrast(one: str, two: str) -> float:
    """The ratio of contrast of two colours (WCAG 2.2)."""
    lights = sorted(map(_luminance, (one, two)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_two_notes_at_one_place_are_told_apart_on_every_page() -> None:
    runs = (Run("Urges all"), Run(footnote=1), Run(footnote=2), Run(";"))
    notes = (Footnote(1, "1", (Run("One."),)), Footnote(2, "2", (Run("Two."),)))
    old, new = (Draft((Paragraph(Kind.OPERATIVE, words),), notes) for words in (runs, (*runs, Run(" now"))))
    comparison = compare(old, new)
    assert "<sup>1</sup><sup>,2</sup>" in print_page(comparison, old_name="a", new_name="b")
    assert "<sup>1</sup><sup>,2</sup>" in markdown(comparison)
    assert html(comparison, old_name="a", new_name="b").count('</sup><sup><span class="next"></span>') >= 1
