"""Hyphens at the ends of lines of a PDF: which only break a word, by all words of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from models.reading.pdf.lines import Line
from models.reading.pdf.words import Vocabulary

ENGLISH = (
    "Recalling its resolution on coopera-|tion for development and on human rights for women,|Reaffirming the "
    "Programme of Action for the develop-|ment of cooperation among peoples, and their right to "
    "self-|determination, as well as, step by step, a step-|by-step approach to decision-|making in which "
    "all of them have a part, and a non-|discriminatory approach to capacity-|building, of use if made by all who are "
    "making a decision and building capacity in the twenty-|first century of interna-|tional law, for the "
    "sustaina-|ble cooperation of international organizations, with face-|to-face meetings,"
)
FRENCH = (
    "Rappelant sa résolution sur le développe-|ment durable et l’ensemble des objec-|tifs qu’elle contient "
    "pour la|protection de l’environne-|ment dans le monde entier, qui font par-|tie intégrante du Programme "
    "d’ac-|tion."
)
SPANISH = (
    "Recordando su resolución sobre el desa-|rrollo sostenible y la coope-|ración para el medio am-|biente, y "
    "la transfe-|rencia de tecnologías en condiciones mutua-|mente convenidas."
)
RUSSIAN = (
    "ссылаясь на свою резолюцию об устой-|чивом развитии, в кото-|рой она утвердила всеобъ-|емлющий набор "
    "целей, и о|финанси-|ровании этих целей, подчеркивая необхо-|димость их достижения."
)
WHOLE = (
    "Recalling the follow-|up to the report on socio-|economic affairs and on long-|term matters, with "
    "well-known and|far-reaching, open-ended and so-called broad-based goals, in a people-centred, "
    "gender-responsive way that is age-|appropriate for all low- and middle-income countries, which are "
    "cost-effective and system-wide; in-kind and zero-|draft wishes, with low-cost aid."
)
FEW = "Recalling the follow-|up to the report on socio-|economic affairs and on long-|term matters of its"


def told(text: str) -> str:
    """A text with its lines joined; where a hyphen was taken for one that breaks a word it is gone."""
    lines = [Line(0, ((words.strip(), 0.0, 400.0, 0.0, 10.0, 0),)) for words in text.split("|")]
    vocabulary = Vocabulary([lines])
    joined = lines[0].words
    for above, line in pairwise(lines):
        if above.words[-1] != "-":
            joined += " "
        elif not vocabulary.keeps_hyphen(above.words[:-1], line.words):
            joined = joined[:-1]
        joined += line.words
    return joined


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ENGLISH, "cooperation for development"),
        (ENGLISH, "their right to self-determination"),
        (ENGLISH, "a step-by-step approach to decision-making in"),
        (ENGLISH, "a non-discriminatory approach to capacity-building"),
        (ENGLISH, "twenty-first century of international law, for the sustainable cooperation"),
        (ENGLISH, "with face-to-face meetings"),
        (FRENCH, "sur le développement durable et l’ensemble des objectifs qu’elle"),
        (FRENCH, "de l’environnement dans le monde entier, qui font partie intégrante du Programme d’action."),
        (SPANISH, "el desarrollo sostenible y la cooperación para el medio ambiente, y la transferencia de"),
        (SPANISH, "mutuamente convenidas"),
        (RUSSIAN, "об устойчивом развитии, в которой она утвердила всеобъемлющий набор"),
        (RUSSIAN, "финансировании этих целей, подчеркивая необходимость их"),
        # Where no word is broken each hyphen is the word's own, however many stand at ends of lines.
        (WHOLE, "the follow-up to the report on socio-economic affairs and on long-term matters"),
        (WHOLE, "age-appropriate for all"),
        (FEW, "the follow-up to the report on socio-economic affairs and on long-term matters"),
    ],
)
def test_a_hyphen_goes_where_it_only_breaks_a_word(text: str, words: str) -> None:
    assert words in told(text)
