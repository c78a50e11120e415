"""Which words of a paragraph are spelt at all."""

import pytest

from models.spelling.words import words_of

TEXTS = {
    "Recalling its resolution 80/143": "Recalling its resolution",
    "document A/RES/80/143 and A/C.2/58/L.37": "document and",
    "UNCTAD, the SDGs and CO2": "the and",
    "and/or, he/she": "and or he she",
    "the State[s] and organi[s]e, State(s)": "the and",
    "[the report][, in full]": "the report in full",
    "www.un.org, https://un.org, name@un.org, e.g. this": "this",
    "paragraph (iv) of 12th, 0.100 m³": "paragraph of",
    "article 9 ter, 2 bis alt and (b) quater of the alt ter": "article and of the alt ter",
    "paragraphs (aa) and (kk) of aab": "paragraphs and of aab",
    "well-being of Guinea-Bissau’s peoples": "well-being of Guinea-Bissau’s peoples",
    "the States’ report": "the States report",
    "law\ufffcof\ufffc the sea": "law of the sea",
    "“Oceans and the law”; inter alia": "Oceans and the law inter alia",
    "резолюция 决议": "резолюция 决议",
    "a b McBride iPhone": "",
}


@pytest.mark.parametrize("text", TEXTS)
def test_words(text: str) -> None:
    words = list(words_of(text))
    assert " ".join(word.text for word in words) == TEXTS[text]
    assert all(text[word.start : word.end] == word.text for word in words)


BEGINNINGS = {
    "Recalling the Charter. Noting that “All is well. (Then": "Recalling Noting Then",
    "the Charter of Nations: Geneva": "",
    "by Mr. Annan and Dr. Brundtland": "",
    "“Recalling that": "Recalling",
}


@pytest.mark.parametrize("text", BEGINNINGS)
def test_where_a_sentence_begins(text: str) -> None:
    assert " ".join(word.text for word in words_of(text) if word.begins) == BEGINNINGS[text]
