"""One rule tells the language of a text for all that leaves the house: pages, Word files and Akoma Ntoso."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml import html as lxml_html

from models.akoma_ntoso.document import akoma_ntoso
from models.akoma_ntoso.markup import NAMESPACE
from models.clipboard.written import to_html
from models.comparison.compare import compare
from models.draft import Draft
from models.forms.draft_page import draft_html
from models.forms.html import html
from models.forms.print_page import print_page
from models.reading.language import language, official
from models.reading.text import read_text
from models.word.clean import write_clean
from models.word.columns import write_columns
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline

TEXTS = {
    "en": "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Decides to meet in Geneva.",
    "fr": "L’Assemblée générale,\n\nRappelant sa résolution 78/1,\n\n1. Décide de se réunir à Genève.",
    "es": "La Asamblea General,\n\nRecordando su resolución 78/1,\n\n1. Decide reunirse en Ginebra.",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 78/1,\n\n1. постановляет собраться в Женеве.",
    "zh": "大会，\n\n回顾其第78/1号决议，\n\n1. 决定在日内瓦开会。",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 78/1،\n\n1. تقرر أن تجتمع في جنيف.",
}
OF_DOCUMENT = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara"}
OF_WORD = {
    "en": ("en-GB", "en-US", "ar-SA"),
    "fr": ("fr-FR", "en-US", "ar-SA"),
    "es": ("es-ES", "en-US", "ar-SA"),
    "ru": ("ru-RU", "en-US", "ar-SA"),
    "zh": ("en-GB", "zh-CN", "ar-SA"),
    "ar": ("en-GB", "en-US", "ar-SA"),  # Arabic words are said to be of the third kind
}
"""Of letters from left to right, of those of East Asia, and of those from right to left."""


def drafts(code: str) -> tuple[Draft, Draft]:
    """A short text, and one that differs in a number, has a note and lacks its last paragraph."""
    old = TEXTS[code]
    new = "\n".join(old.splitlines()[:-1]).replace("78/1", "79/2[^1]") + "\n\n[^1]: A/80/1"
    return read_text(old).draft, read_text(new).draft


@pytest.mark.parametrize("code", TEXTS)
def test_a_short_text_says_its_language_wherever_it_goes(code: str) -> None:
    draft, _ = drafts(code)
    assert language(draft) == code
    assert lxml_html.document_fromstring(draft_html(draft, "x")).get("lang") == code
    said = etree.fromstring(akoma_ntoso(draft)).find(f".//{{{NAMESPACE}}}FRBRlanguage")
    assert said.get("language") == OF_DOCUMENT[code]


OTHERS = {
    "pt": "A Assembleia Geral,\n\nRecordando a sua resolução 78/1, na qual adotou um plano para a água,\n\n"
    "1. Decide reunir-se em 2027 com todos os Estados;\n\n2. Solicita ao Secretário-Geral que apresente um relatório.",
    "it": "L’Assemblea Generale,\n\nRicordando la sua risoluzione 78/1, nella quale ha adottato gli obiettivi,\n\n"
    "1. Decide di convocare una conferenza per il 2027.",
    "de": "Die Generalversammlung,\n\nunter Hinweis auf ihre Resolution 78/1 und auf den Bericht,\n\n"
    "1. beschließt, im Jahr 2027 eine Konferenz abzuhalten.",
    "nl": "De Algemene Vergadering,\n\nHerinnerend aan haar resolutie 78/1 over het water,\n\n"
    "1. Besluit een conferentie te beleggen voor alle staten.",
    "und": "Zgromadzenie Ogólne,\n\nprzypominając swoją rezolucję 78/1, w której przyjęło cele rozwoju,\n\n"
    "1. postanawia zwołać konferencję z udziałem wszystkich państw członkowskich.",
}
OF_THEIR_DOCUMENT = {"pt": "por", "it": "ita", "de": "deu", "nl": "nld", "und": "und"}
OF_THEIR_WORD = {"pt": "pt-PT", "it": "it-IT", "de": "de-DE", "nl": "nl-NL", "und": "x-none"}


@pytest.mark.parametrize("code", OTHERS)
def test_a_text_in_another_language_is_not_said_to_be_in_one_of_the_six(code: str) -> None:
    draft = read_text(OTHERS[code]).draft
    assert language(draft) == code
    assert official(code) == "en"
    assert lxml_html.document_fromstring(draft_html(draft, "x")).get("lang") == code
    said = etree.fromstring(akoma_ntoso(draft)).find(f".//{{{NAMESPACE}}}FRBRlanguage")
    assert said.get("language") == OF_THEIR_DOCUMENT[code]
    (lang,) = Package(write_clean(draft)).root("word/styles.xml").iter(w("lang"))
    assert lang.get(w("val")) == OF_THEIR_WORD[code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("총회는,\n\n결의 78/1을 상기하고,\n\n1. 회의를 개최하기로 결정한다.", "und"),
        ("総会は、\n\n決議78/1を想起し、\n\n1. 会議を開催することを決定する。", "und"),
        ("Генеральна Асамблея,\n\nпосилаючись на свою резолюцію 78/1 про її цілі,", "und"),
        ("مجمع عمومی،\n\nبا یادآوری قطعنامه خود که در آن کشورها را به همکاری گسترده فراخواند،", "und"),
        ("The General Assembly,\n\nRecalling the meeting in São Tomé, and that in Łódź,", "en"),
        ("Water. Health. Education.", "en"),
        ("Nos peuples et nos nations renouvellent nos engagements\n\nMais il met nos efforts sur ce chemin", "fr"),
        ("Nos comprometemos a erradicarla\n\nNos comprometemos a proteger dos países: los nuestros", "es"),
        ("La Asamblea General,\n\n1. Decide proseguir su labor.", "es"),
    ],
)
def test_the_language_is_told_by_letters_and_a_name_does_not_change_it(text: str, code: str) -> None:
    assert language(read_text(text).draft) == code


def test_each_column_of_a_word_file_is_in_its_own_language() -> None:
    old, new = drafts("en")[0], drafts("fr")[0]
    package = Package(write_columns(compare(old, new)))
    said = {
        "".join(run.itertext(w("t"))): one.get(w("val"))
        for run in package.root(package.main).iter(w("r"))
        if (one := run.find(f"{w('rPr')}/{w('lang')}")) is not None
    }
    words = "".join(said)
    assert "Recalling" in words
    assert "Rappelant" not in words  # which is as the file
    assert set(said.values()) == {"en-GB"}
    (theme,) = package.root("word/settings.xml").iter(w("themeFontLang"))
    assert theme.get(w("val")) == "fr-FR"


def test_what_is_printed_or_copied_says_its_language() -> None:
    printed = lxml_html.document_fromstring(print_page(compare(*drafts("fr"))))
    assert printed.get("lang") == "en"
    assert {one.get("lang") for one in printed.xpath("//p[contains(., 'résolution')]")} == {"fr"}
    copied = to_html(drafts("fr")[0].paragraphs)
    assert lxml_html.document_fromstring(copied).get("lang") == "fr"
    assert lxml_html.document_fromstring(to_html(read_text("Water").draft.paragraphs)).get("lang") is None


def test_the_language_of_nothing_is_english() -> None:
    assert language(Draft()) == "en"


@pytest.mark.parametrize("code", TEXTS)
def test_a_word_file_of_ours_says_the_language_of_its_text(code: str) -> None:
    old, new = drafts(code)
    redline = write_redline(compare(old, new), base=None, date="2026-01-01T00:00:00Z")
    for data in (write_clean(old), redline, write_marked(compare(old, new))):
        (said,) = Package(data).root("word/styles.xml").iter(w("lang"))
        assert tuple(said.get(w(kind)) for kind in ("val", "eastAsia", "bidi")) == OF_WORD[code]
    assert read_word(write_clean(old)).draft.paragraphs == old.paragraphs


@pytest.mark.parametrize("code", TEXTS)
def test_what_changed_is_said_in_english_and_the_texts_in_their_own_language(code: str) -> None:
    page = lxml_html.document_fromstring(html(compare(*drafts(code)), old_name="a", new_name="b").encode())
    assert page.get("lang") == "en"

    def spoken(node: lxml_html.HtmlElement) -> str:
        return str(node.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))

    words = page.xpath("//main//p[not(@class)]")
    assert len(words) == 4  # three paragraphs and the note
    assert {spoken(one) for one in words} == {code}
    frame = page.xpath("//h1 | //h2 | //summary | //p[@class] | //span[@class='unseen'] | //div[@class='where']")
    assert {spoken(one) for one in frame} == {"en"}


def test_each_text_of_a_comparison_is_in_its_own_language() -> None:
    page = lxml_html.document_fromstring(html(compare(drafts("en")[0], drafts("ru")[0])).encode())
    assert page.xpath("//p[del][not(ins)]/@lang") == []  # as the page
    assert page.xpath("//p[ins][not(del)]/@lang") == ["ru"]
