"""What is misspelt in English and French, by the dictionaries of this machine."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.spelling.dictionaries import dictionary, why_none
from models.spelling.speller import Speller

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


def speller(language: str, *own: str) -> Speller:
    found = dictionary(language)
    if found is None:
        pytest.skip(why_none(language))
    return Speller(language, found, own)


WRONG = {
    "to organise and analyze the programm": "organise analyze programm",
    "to organize, analyse, advise, exercise, comprise, supervise, revise": "",
    "an enterprise of surprise, otherwise likewise": "",
    "the labor center, a colour": "labor center",
    "the Secratary-General of the United Nations": "Secratary-General",
    "the World Health Organisation": "Organisation",
    "the Organisation for Economic Co-operation and Development": "",
    "multilateralism, intergovernmental, capacity-building, inter alia": "",
    "in Tlatelolco, Mr. Dhlakama of UNMEER (A/RES/80/143)": "",
    "cooperation, co-operation, wellbeing, well-being": "co-operation wellbeing",
    "an antirefugee, non-State, sub-Saharan, unearmarked fund": "",
    "the multilatral comittee recieves": "multilatral comittee recieves",
    "States’ obligations, the State’s people, the Assembly’s programme": "",
    "Recaling its resolution. Guatemala": "Recaling",
    "to do ot": "ot",
    "Российская Федерация": "",
}


@pytest.mark.parametrize("text", WRONG)
def test_misspelt_english(text: str) -> None:
    found = speller("en").misspelt(text)
    assert " ".join(one.word for one in found) == WRONG[text]
    assert all(text[one.start : one.end] == one.word for one in found)


FIRST = {
    "organise": "organize",
    "Organisation": "Organization",
    "realisation": "realization",
    "analyze": "analyse",
    "program": "programme",
    "percent": "per cent",
    "organizatoin": "organization",
    "goverment": "government",
    "Goverment": "Government",
    "multilatralism": "multilateralism",
    "recieve": "receive",
    # Of words as near the one that resolutions use more.
    "importence": "importance",
    "Adress": "Address",
    "asess": "assess",
    "refuges": "refugees",
    "adoptd": "adopted",
}


@pytest.mark.parametrize("word", FIRST)
def test_what_is_meant(word: str) -> None:
    found = speller("en").suggestions(word)
    assert found[0] == FIRST[word]
    assert len(found) <= 5
    assert len(set(found)) == len(found)


def test_nothing_that_is_suggested_is_misspelt() -> None:
    one = speller("en")
    for word in ("organisaton", "capacity-bilding", "unorganized", "intergovermental", "comittee", "Secratary"):
        suggested = one.suggestions(word)
        assert suggested
        assert [found for found in suggested if one.misspelt(f"the {found}")] == []


@given(st.text(st.sampled_from("organise teh Teh’s-/.[]()“”\ufffc\u0301\U0001f642É1"), max_size=40))
def test_any_text_is_looked_at(text: str) -> None:
    if dictionary("en") is not None:
        assert all(text[one.start : one.end] == one.word for one in speller("en").misspelt(text))


def test_words_of_the_dossier() -> None:
    one = speller("en", "zorblax", "organise", "d’Zorblie")
    assert one.misspelt("the zorblax and the Zorblax’s, to organise a d’Zorblie") == ()
    assert [found.word for found in one.misspelt("organising zorblaxes")] == ["organising", "zorblaxes"]
    assert one.suggestions("zorblx")[0] == "zorblax"


def test_places_count_note_marks_as_one() -> None:
    (found,) = speller("en").misspelt("law\ufffc of teh\ufffc sea")
    assert (found.start, found.end) == (8, 11)


FRENCH = {
    "Prie le Secrétaire général de lui présenter, à sa quatre-vingtième session, un rapport sur l’application": "",
    "s’agissant d’un dévelopement qu’il juge utile": "dévelopement",
}


@pytest.mark.parametrize("text", FRENCH)
def test_misspelt_french(text: str) -> None:
    one = speller("fr")
    found = one.misspelt(text)
    assert " ".join(word.word for word in found) == FRENCH[text]
    assert all("développement" in one.suggestions(word.word) for word in found)


def test_chinese_has_no_spelling() -> None:
    assert dictionary("zh") is None
    assert why_none("zh")


@pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared/corpus")
def test_few_false_alarms_in_resolutions() -> None:
    one = speller("en")
    words = wrong = 0
    for file in sorted((CORPUS / "resolutions").glob("*.txt"))[::8]:
        body = file.read_text(encoding="utf-8").partition("*The General Assembly*")[2]
        for paragraph in re.sub(r"\[\^\w+\]:?", "\ufffc", body).replace("*", "").split("\n\n"):
            words += len(paragraph.split())
            wrong += len(one.misspelt(paragraph))
    assert words > 30_000
    assert wrong * 1000 < words
