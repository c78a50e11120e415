"""What the speller adds to a dictionary, each rule by itself, with a dictionary of a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import pytest

from models.spelling.dictionaries import Dictionary
from models.spelling.speller import Speller

KNOWN = [
    "the", "of", "and", "report", "repot", "water", "lakes", "lake", "organise", "finalise", "exercise", "treaty",
    "capacity", "building", "blockers", "turfy", "Turkey", "eau", "une", "well",
]  # fmt: skip


class Few:
    """A dictionary of the library's kind, of a few words, that suggests what it is told to."""

    def __init__(self, suggests: Mapping[str, Sequence[str]]) -> None:
        self._suggests = suggests

    def check(self, word: str) -> bool:
        return word in KNOWN

    def suggest(self, word: str) -> list[str]:
        return list(self._suggests.get(word, ()))


def few(*own: str, language: str = "en", **suggests: Sequence[str]) -> Speller:
    return Speller(language, Dictionary(cast("Any", Few(suggests))), own)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("the reports of lakes", "reports"),
        ("the Report and the REPORT", ""),
        # Words of the field, and their plurals, of three letters too.
        ("the atolls of barcodes", ""),
        ("Adds the report", ""),
        ("Addz the report", "Addz"),
        # A beginning and five letters or more, of the dictionary or of the field.
        ("interlakes and interlake", "interlake"),
        ("interatolls and interzorbs", "interzorbs"),
        # As the United Nations write it.
        ("organise Organise and organize", "organise Organise"),
        ("exercise and exercize", "exercize"),
        ("capacity-organise", "capacity-organise"),
        ("the treaty’s and lakes’ report’s water", ""),
        ("the organise’s", "organise’s"),
        # With hyphens each part; only the first begins a sentence.
        ("water-report and water-zorb", "water-zorb"),
        ("Zorbia-water and Zorbia", "Zorbia-water"),
        ("Water-Zorbia", ""),
        ("the co-report, a-report", ""),
        # Names, unless they are nearly a word of the field.
        ("the Zorbia", ""),
        ("Zorbia", "Zorbia"),
        ("the Commitee and Commitee’s", "Commitee Commitee’s"),
        ("the Comitee", ""),
        ("the Bommittee", ""),
        ("the Afrika", "Afrika"),
        ("the Asiaa", ""),
        # Names of the field that spell a word in their own way.
        ("the Organisation for the Prohibition of Chemical Weapons, the Organisation", "Organisation"),
        ("the Regional Fisheries Management Organisation", ""),
        ("the Regional Fisheries Organisation", "Organisation"),
    ],
)
def test_what_is_wrong(text: str, wrong: str) -> None:
    assert " ".join(one.word for one in few().misspelt(text)) == wrong


def test_own_words_with_a_capital_and_as_parts() -> None:
    one = few("zorblax", "Zorbl", "organise", "d’Zorb")
    assert one.misspelt("zorblax Zorblax and zorblax-water, organise, Zorbl and d'Zorb") == ()
    assert one.misspelt("Zorbl and the report. Zorbl") == ()
    assert [found.word for found in one.misspelt("the zorbl and zorblaxes")] == ["zorbl", "zorblaxes"]


def test_of_other_languages_what_stands_behind_the_apostrophe_is_the_word() -> None:
    one = few(language="fr")
    assert one.misspelt("l’eau d’une eau") == ()
    assert [found.word for found in one.misspelt("l’eua et d'eau d’ue")] == ["l’eua", "et", "d’ue"]
    assert [found.word for found in few().misspelt("the l’water")] == ["l’water"]
    assert one.misspelt("organise") == ()


def test_letters_of_another_script_are_no_words_of_the_language() -> None:
    assert few().misspelt("Вода и zorb")[0].word == "zorb"
    assert [found.word for found in few(language="ru").misspelt("zorb вода")] == ["вода"]


@pytest.mark.parametrize(
    ("word", "suggests", "found"),
    [
        # Of the field one letter away before what the dictionary says; two away behind that.
        ("bienium", {"bienium": ["report"]}, ["biennium", "report"]),
        ("blokchian", {"blokchian": ["blockers"]}, ["blockers", "blockchain"]),
        ("barde", {"barde": ["water"]}, ["water"]),  # two away, and short
        ("blokcain", {}, ["blockchain"]),  # eight letters
        # The nearest first, and of those as near the more usual.
        ("reprot", {"reprot": ["repot", "report"]}, ["report", "repot"]),
        ("turfz", {"turfz": ["water", "turfy"]}, ["turfy", "water"]),
        ("repxyz", {"repxyz": ["repot", "report"]}, ["repot", "report"]),  # too far to tell
        ("zzzzzzz", {"zzzzzzz": ["turfy", "report"]}, ["turfy", "report"]),
        ("turky", {"turky": ["Turkey", "turfy"]}, ["turfy", "Turkey"]),
        # Of two words, or with a hyphen, last; what is wrong itself is not suggested.
        ("blockerz", {"blockerz": ["block erz", "block-ers", "blockers"]}, ["blockers", "block erz", "block-ers"]),
        ("zorb", {"zorb": ["zorbs", "report", "zorb"]}, ["report"]),
        ("water", {"water": ["water", "lake"]}, ["lake"]),
        # One that has no -ize is asked for -ise.
        ("finalizd", {"finalisd": ["finalise"], "finalizd": ["report"]}, ["finalize", "report"]),
        ("organise", {"organise": ["report"]}, ["organize"]),
        ("Organise", {}, ["Organize"]),
        ("organise’s", {}, ["organize’s"]),
        ("organise's", {}, ["organize's"]),
        # With a hyphen the part that is wrong.
        ("capacity-bilding", {"bilding": ["building"]}, ["capacity-building"]),
        ("zorb-water", {"zorb": ["well", "lake"]}, ["well-water", "lake-water"]),
        ("well-zorb", {"well-zorb": ["well-report"], "zorb": []}, ["well-report"]),
        ("zorbl", {"zorbl": ["lake", "lakes", "report", "repot", "water", "well"]}, None),
    ],
)
def test_what_may_be_meant(word: str, suggests: dict[str, list[str]], found: list[str] | None) -> None:
    told = few(**suggests).suggestions(word)
    assert list(told) == found if found is not None else len(told) == 5


def test_of_the_dossiers_words_the_nearest_are_suggested() -> None:
    assert few("zorblax", "zorblaxian").suggestions("zorblx") == ("zorblax",)
    assert few("Zorblaxia").suggestions("Zorblaxa") == ("Zorblaxia",)
    assert few("d’Zorblie").suggestions("d’Zorblei") == ("d’Zorblie",)
    assert few("d’Zorblie").suggestions("d'Zorblei") == ("d'Zorblie",)
    assert few("zorblaxb", "zorblaxa").suggestions("zorblaxc") == ("zorblaxa", "zorblaxb")
    assert few().suggestions("Comittee")[0] == "Committee"
    assert few().suggestions("comittee")[0] == "committee"
