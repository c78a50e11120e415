"""The rule of -ize, on a dictionary that has only -ise, one that has both, and one that has only -ize."""

import pytest

from models.spelling.oxford import is_oxford_form, oxford_form

BRITISH = frozenset(
    {
        "organise",
        "organisation",
        "analyse",
        "analysed",
        "advise",
        "exercise",
        "comprise",
        "recognise",
        "crises",
        "wise",
        "promise",
    }
)
BOTH = BRITISH | frozenset({"organize", "organization", "recognize", "size", "prize", "seize"})
OXFORD = frozenset({"organize", "organization", "recognize", "analyse", "analysed", "advise", "exercise", "size"})

WRITTEN = {
    "organise": "organize",
    "organising": "organizing",
    "organisations": "organizations",
    "unorganised": "unorganized",
    "recognisable": "recognizable",
    "analyze": "analyse",
    "analyzed": "analysed",
    "organize": None,
    "analyse": None,
    "advise": None,
    "adviser": None,
    "exercising": None,
    "comprised": None,
    "crises": None,
    "promised": None,
    "wise": None,
    "seize": None,
    "blorise": None,
}


@pytest.mark.parametrize("word", WRITTEN)
@pytest.mark.parametrize("dictionary", [BRITISH, BOTH, OXFORD], ids=["British", "both", "Oxford"])
def test_how_it_is_written(word: str, dictionary: frozenset[str]) -> None:
    assert oxford_form(word, dictionary.__contains__) == WRITTEN[word]


RIGHT = {"organize": True, "organizer": True, "unorganized": True, "advize": False, "organise": False, "blorize": False}


@pytest.mark.parametrize("word", RIGHT)
@pytest.mark.parametrize("dictionary", [BRITISH, BOTH, OXFORD], ids=["British", "both", "Oxford"])
def test_forms_with_z_that_a_dictionary_lacks(word: str, dictionary: frozenset[str]) -> None:
    assert is_oxford_form(word, dictionary.__contains__) is RIGHT[word]
