"""References are taken whole, lists and ranges as they are written in the room, or are nobody's to change."""

from __future__ import annotations

import pytest

from models.draft.mentions import Mention, mentions_in, unsure_in

WHOLE = {
    # Labels of the room.
    "OP1": "OP 1", "OP 1": "OP 1", "OP01": "OP 1", "OP1bis": "OP 1 bis", "OP1 (a)": "OP 1(a)", "OP1(a)": "OP 1(a)",
    "OP1-2": "OP 1-2", "OP1–2": "OP 1-2", "OP1—2": "OP 1-2", "OP1‑3": "OP 1-3", "OP1 − 3": "OP 1-3",
    "OP1-OP2": "OP 1-2", "OP1 to 3": "OP 1-3", "OP1 to OP3": "OP 1-3", "OP1 through 3": "OP 1-3",
    "OP1 up to OP3": "OP 1-3", "OPs 1-2": "OP 1-2", "OPs 1–3": "OP 1-3", "OPs 1 to 3": "OP 1-3",
    "OP1, 2 and 3": "OP 1, 2, 3", "OP1,2,3": "OP 1, 2, 3", "OP1 and 2": "OP 1, 2", "OP1 or 3": "OP 1, 3",
    "OP1 & 2": "OP 1, 2", "OP1+2": "OP 1, 2", "OP1/2": "OP 1, 2", "OP1/2/3": "OP 1, 2, 3", "OP1 plus 2": "OP 1, 2",
    "OPs 1, 2 & 3": "OP 1, 2, 3", "OP1-3, 5": "OP 1-3, 5", "OP1 (a)-(c)": "OP 1(a)-(c)",
    "OP1 (a), 2 and 3": "OP 1(a), 2, 3",
    "OP1, OP2 and OP3": "OP 1; OP 2; OP 3", "OP1/OP2": "OP 1; OP 2", "OP1 & OP2": "OP 1; OP 2",
    "OP1 and OP2 to 4": "OP 1; OP 2-4", "OP1 as well as 3": "OP 1, 3", "PP1-2": "PP 1-2", "PP1, 2": "PP 1, 2",
    "PP1 to 3 and OP2": "PP 1-3; OP 2", "OP1 to 3 below": "OP 1-3", "OP1 and 2 as amended": "OP 1, 2",
    "OP1-3 hold": "OP 1-3", "OP1 and 2 call for it": "OP 1, 2", "OP1-2 States": "OP 1-2",
    # Words.
    "paragraphs 1-3 above": "OP 1-3", "paragraphs 1–3 above": "OP 1-3", "paragraphs 1 through 3 above": "OP 1-3",
    "paragraphs 1, 2 and 3 above": "OP 1, 2, 3", "paragraphs 1,2 and 3 above": "OP 1, 2, 3",
    "paragraphs 1 and/or 2 above": "OP 1, 2", "paragraphs 1 & 2 above": "OP 1, 2", "paragraphs 1/2 above": "OP 1, 2",
    "paragraphs 1, 3–5 and 7 above": "OP 1, 3-5, 7", "paragraphs 1 to 3 as well as 5 above": "OP 1-3, 5",
    "paragraph 1-3 above": "OP 1-3", "paragraph 1, 2 and 3 above": "OP 1, 2, 3", "paragraph 1 and 2 above": "OP 1, 2",
    "paragraph 1 to paragraph 3 above": "OP 1-3", "paragraph 1 (a)/(b) above": "OP 1(a), (b)",
    "paragraphs 1 (a) to (c) above": "OP 1(a)-(c)", "paragraph 1 (a) & (b) above": "OP 1(a), (b)",
    "paras. 1 and 2 above": "OP 1, 2", "paras 1-2 above": "OP 1-2", "para 1 above": "OP 1", "para. 1 above": "OP 1",
    "paragraph 1 (above)": "OP 1", "paragraph 1, above,": "OP 1", "paragraph 1 of the present draft": "OP 1",
    "operative paragraphs 1 to 3 above": "OP 1-3",
    "operative paragraph 1 and operative paragraph 2 above": "OP 1; OP 2",
    "preambular paragraphs 1 and 2 above": "PP 1, 2", "subparagraphs (a) to (c) above": "item (a)-(c)",
    "(a) above": "item (a)", "(a) and (b) above": "item (a), (b)",
    "paragraph [1] above": "OP 1", "OP[1-2]": "OP 1-2",
    # French, Spanish and Arabic.
    "les paragraphes 1 à 3 ci-dessus": "OP 1-3", "les paragraphes 1, 2 et 3 ci-dessus": "OP 1, 2, 3",
    "les paragraphes 1 et/ou 2 ci-dessus": "OP 1, 2", "les paragraphes 1-3 ci-dessous": "OP 1-3",
    "les paragraphes 1 à 3 ainsi que 5 ci-dessus": "OP 1-3, 5", "l’alinéa a) ci-dessus": "item (a)",
    "les alinéas a) à c) du paragraphe 2 ci-dessus": "item (a)-(c); OP 2", "en los párrafos 1 a 3 supra": "OP 1-3",
    "los párrafos 1, 2 y 3 anteriores": "OP 1, 2, 3", "los párrafos 1 al 3 más arriba": "OP 1-3",
    "los párrafos 1 y/o 2 supra": "OP 1, 2", "los apartados a) a c) supra": "item (a)-(c)",
    "الفقرات 1 و3 إلى 5 أدناه": "OP 1, 3-5",
}  # fmt: skip
"""What is taken whole, and how."""

UNSURE = {
    # How far the list goes nobody can say.
    "OP1 bis and ter": "OP 1 bis", "OP1 bis-ter": "OP 1 bis", "OP3 and 4 States": "OP 3, 4", "OP1 vs 2": "OP 1",
    "OP1-2-3": "OP 1-2", "paragraphs 1 bis and ter above": "OP 1 bis",
    # Whether it means this text nobody says.
    "paragraph 1": "OP 1", "paragraphs 1 and 2": "OP 1, 2", "operative paragraph 1": "OP 1",
    "operative paragraphs 1 and 2": "OP 1, 2", "preambular paragraph 1": "PP 1", "[paragraph 1]": "OP 1",
}  # fmt: skip
"""What is nobody's to change, and is told."""

NONE = (
    "paras 1 and 2", "para 3 meses", "OP1 of resolution 80/1", "OP1 of L.5", "paragraphs 1 and 2 of resolution 80/1",
    "operative paragraph 1 of resolution 80/1", "“OP1-2”", "paragraph 60/123", "Article 3 (a) above",
    "item 3 (a) above",
    "the Sahara 2 plan", "(a) of the annex", "operative paragraph 2 of the report", "its operative paragraph 3",
)  # fmt: skip
"""What is none of this text."""


def _read(mentions: tuple[Mention, ...]) -> str:
    found = []
    for mention in mentions:
        words = mention.part + " "
        for number, item in enumerate(mention.items):
            words += ("-" if item.ranges else ", ") if number else ""
            words += (item.number.text if item.number else "") + "".join(f"({letter.text})" for letter in item.letters)
        found.append(words)
    return "; ".join(found)


@pytest.mark.parametrize(("words", "named"), WHOLE.items())
def test_a_list_or_range_is_taken_whole(words: str, named: str) -> None:
    for text in (f"Invites all as in {words};", f"Invites all as in {words}", f"Notes that {words} will apply."):
        if words.endswith(",") and not text.endswith("apply."):
            continue
        assert _read(mentions_in(text)) == named, text
        assert unsure_in(text) == ()


@pytest.mark.parametrize(("words", "named"), UNSURE.items())
def test_what_nobody_can_say_is_nobodys_to_change(words: str, named: str) -> None:
    text = f"Invites all as in {words};"
    assert mentions_in(text) == ()
    assert _read(unsure_in(text)) == named


@pytest.mark.parametrize("words", NONE)
def test_what_is_of_another_text_is_left_alone(words: str) -> None:
    text = f"Invites all as in {words};"
    assert mentions_in(text) == ()
    assert unsure_in(text) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wishes to act under paragraph 3 and 20 States;", "OP 3"),
        ("Wishes to act under paragraph 3, 15 March 2024;", "OP 3"),
        ("Wishes to act under paragraph 3 to 20 States;", "OP 3"),
        ("Decides on OP4, by 2030, that 5 States act;", "OP 4"),
        ("Decides on OP4 within 15 years;", "OP 4"),
        ("OP4. Requests", ""),
        ("OP1-2: to be merged", "OP 1-2"),
    ],
)
def test_what_is_counted_beside_a_reference_is_no_part_of_it(text: str, named: str) -> None:
    assert _read(mentions_in(text)) == named
