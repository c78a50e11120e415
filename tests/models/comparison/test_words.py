"""The plain word diff and the readable one, on small texts and as properties."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.words.atoms import atoms
from models.comparison.words.marked import Words, side
from models.comparison.words.plain import count_letters, letters_kept, most_letters_kept, similarity, word_diff
from models.comparison.words.readable import readable
from models.comparison.words.tokens import tokens, word_count
from tests.timed import soon

TEXTS = st.text(alphabet=" \n\tabc,.;[]-’'“é\u0301العمل中国Да12/\u00a0\u200b_", max_size=60)


def marked(words: Words) -> str:
    """A diff in one line: [-gone+come]."""
    line = ""
    for op, text in words:
        line += {"equal": text, "delete": f"[-{text}]", "insert": f"[+{text}]"}[op]
    return line.replace("][+", "+")


PLAIN = [
    ("Decides to meet soon", "Decides to meet", "Decides to meet[- soon]"),
    ("Decides to meet", "Decides to meet soon", "Decides to meet[+ soon]"),
    ("Encourages all States", "Encourages the States", "Encourages [-all+the] States"),
    ("States and organizations", "States or organizations", "States [-and+or] organizations"),
    ("the State party", "the state party", "the [-State+state] party"),
    ("A, B, C", "A, C", "A, [-B, ]C"),
    ("a  b", "a b", "a [- ]b"),
    ("Urges States;", "Urges States.", "Urges States[-;+.]"),
    ("", "Decides", "[+Decides]"),
    ("Decides", "", "[-Decides]"),
    ("Decides", "Decides", "Decides"),
    ("one; and two", "one;\nTwo", "one;[- and two+\nTwo]"),
    ("Secretary-General acts", "Vice-President acts", "[-Secretary-General+Vice-President] acts"),
    ("中国人民", "中国的人民", "中国[+的]人民"),
    ("решает провести сессию", "решает провести встречу", "решает провести [-сессию+встречу]"),
    ("الدول الأعضاء", "جميع الدول الأعضاء", "[+جميع ]الدول الأعضاء"),
    ("the caf\u00e9s", "the caf\u00e9s here", "the caf\u00e9s[+ here]"),
    ("1,000 States", "1,500 States", "[-1,000+1,500] States"),
    # A mark between two replacements, and a function word that is equal by chance, are no rest for the eye.
    ("all States, bodies and", "some Members, organs and", "[-all States, bodies+some Members, organs] and"),
    ("urge to the bodies", "urge at all to States", "urge [-to the bodies+at all to States]"),
    ("all States, bodies", "all States, organs", "all States, [-bodies+organs]"),
    ("calls upon the States", "calls on the bodies", "calls [-upon+on] the [-States+bodies]"),
    # Brackets within a word leave the word.
    ("take measure[s] now", "take measures now", "take measure[-[]s[-]] now"),
    ("take measure[s] now", "take measure now", "take measure[-[s]] now"),
    ("all State[s], bodies", "all States and bodies", "all State[-[]s[-],+ and] bodies"),
    ("m[easures]", "measure[s]", "m[-[]easure[+[]s]"),
    ("the [may][be]", "the maybe", "the [-[may][be]+maybe]"),
    ("تحث ال[دول]", "تحث الدول", "تحث ال[-[]دول[-]]"),
]


@pytest.mark.parametrize(("old", "new", "expected"), PLAIN)
def test_plain_words(old: str, new: str, expected: str) -> None:
    assert marked(word_diff(old, new)) == expected


def test_brackets_take_no_part_in_matching() -> None:
    for old, new in (("[all] States", "all States"), ("[a] b", "a [b]"), ("[[x] y", "x [y]]"), ("[A\nB]", "A\nB")):
        words = word_diff(old, new)
        assert similarity(words) == 1
        assert not re.search(r"\w", "".join(text for op, text in words if op != "equal"))


@given(TEXTS, TEXTS)
def test_words_give_both_texts_exactly(old: str, new: str) -> None:
    for words in (word_diff(old, new), readable(word_diff(old, new))):
        assert side(words, "delete") == old
        assert side(words, "insert") == new
        assert all(text for _, text in words)
        assert all(one[0] != two[0] for one, two in pairwise(words))


@given(TEXTS, TEXTS)
def test_the_letters_that_stay_are_those_the_plain_diff_finds_equal(old: str, new: str) -> None:
    assert letters_kept(old, new) == sum(count_letters(text) for op, text in word_diff(old, new) if op == "equal")
    assert letters_kept(old, new) <= most_letters_kept(old, new) <= count_letters(old)


@given(st.text(max_size=20))
def test_letters_and_figures_are_counted_alike_in_plain_and_other_texts(text: str) -> None:
    assert count_letters(text) == sum(map(str.isalnum, text)) == count_letters(f"{text}é") - 1


@given(TEXTS)
def test_taking_apart_loses_nothing(text: str) -> None:
    for parts in (tokens(text), atoms(text)):
        assert parts.text(0, len(parts.words)) + parts.spaces[-1] == text
        assert not any(word.isspace() and word != "\n" for word in parts.words)


@given(st.lists(st.sampled_from("bcfg"), max_size=14), st.lists(st.sampled_from("bcfg"), max_size=14))
def test_the_plain_diff_is_the_least(old: list[str], new: list[str]) -> None:
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, two in enumerate(new):
            table[i + 1][j + 1] = table[i][j] + 1 if one == two else max(table[i][j + 1], table[i + 1][j])
    words = word_diff(" ".join(old), " ".join(new))
    assert sum(word_count(text) for op, text in words if op == "equal") == table[-1][-1]


@example("a中", "中a")
@example("of a", "x a y of")
@given(TEXTS, TEXTS)
def test_similarity_is_of_words_and_symmetric(old: str, new: str) -> None:
    one, two = similarity(word_diff(old, new)), similarity(word_diff(new, old))
    assert 0 <= one <= 1
    assert one == pytest.approx(two)
    assert similarity(word_diff(old, old)) == 1


READABLE = [
    ("document A/C.2/80/L.5 of", "document A/C.2/80/L.6 of", "document [-A/C.2/80/L.5+A/C.2/80/L.6] of"),
    ("of 19 December 2024, and", "of 19 December 2023, and", "of [-19 December 2024+19 December 2023], and"),
    ("held in June 2023 there", "held in June 2024 there", "held in [-June 2023+June 2024] there"),
    ("resolution 57/270 B of", "resolution 57/271 B of", "resolution [-57/270 B+57/271 B] of"),
    ("non-governmental bodies", "governmental bodies", "[-non-governmental+governmental] bodies"),
    ("see FCCC/CP/2015/10/Add.1, annex", "see FCCC/CP/2015/10/Add.2, annex",
     "see [-FCCC/CP/2015/10/Add.1+FCCC/CP/2015/10/Add.2], annex"),
    ("在2024年12月19日", "在2024年12月18日", "在[-2024年12月19日+2024年12月18日]"),
    ("to be held from 16 to 17 December 2025", "to be held on 16 and 17 December 2025",
     "to be held [-from 16 to+on 16 and] 17 December 2025"),
    ("they do not have access to the Internet", "they are not using the Internet",
     "they [-do not have access to+are not using] the Internet"),
    ("the big red car", "the small red car", "the [-big+small] red car"),
    ("to Combat Desertification, in Riyadh, from 2 to 13 December 2024;",
     "to Combat Desertification in Those Countries, particularly in Africa, held in Riyadh "
     "from 2 to 13 December 2024;",
     "to Combat Desertification[-, in Riyadh,+ in Those Countries, particularly in Africa, "
     "held in Riyadh] from 2 to 13 December 2024;"),
    ("the workplan of the Coalition, and requests it to develop its action plan for the years to come;",
     "the workplan and the action plan of the Coalition;",
     "the workplan [-of the Coalition, and requests it to develop its+and the] action plan "
     "[-for the years to come+of the Coalition];"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), READABLE)
def test_readable_words(old: str, new: str, expected: str) -> None:
    assert marked(readable(word_diff(old, new))) == expected


def test_a_long_paragraph_is_compared_at_once() -> None:
    chance = random.Random(3)
    vocabulary = [f"word{number}" for number in range(900)]
    old = chance.choices(vocabulary, k=5000)
    new = [word if chance.random() > 0.4 else chance.choice(vocabulary) for word in old]
    words = soon(lambda: readable(word_diff(" ".join(old), " ".join(new))), 2)
    assert side(words, "insert") == " ".join(new)


def test_texts_beyond_the_bound_are_still_exact() -> None:
    old = " ".join(f"w{number}" for number in range(14_000))
    new = old.replace("w7000 ", "another ").replace("w13000", "changed")
    words = word_diff(old, new)
    assert side(words, "delete") == old
    assert side(words, "insert") == new
    assert sum(word_count(text) for op, text in words if op != "equal") == 4


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_readable_has_no_more_changes_than_plain(seed: int) -> None:
    chance = random.Random(seed)
    old = chance.choices(["the", "report", "of", "States", "and", "funds,", "for", "peace;", "lands"], k=40)
    new = [word for word in old if chance.random() > 0.2]
    plain = word_diff(" ".join(old), " ".join(new))
    assert sum(op != "equal" for op, _ in readable(plain)) <= sum(op != "equal" for op, _ in plain) + 2


UNCUT = st.lists(
    st.sampled_from(
        ["A/C.2/80/L.5", "A/C.2/80/L.6", "19 December 2024", "18 December 2024", "57/270 B", "57/271 B", "well-being",
         "being", "States,", "and", "the", "(a)", "“new”", "1,000", "1,500", "Côte d’Ivoire;", "中国", "中文", "Дома"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(UNCUT, UNCUT)
def test_readable_never_cuts_a_word_a_number_a_symbol_or_a_date(old: str, new: str) -> None:
    words = readable(word_diff(old, new))
    for op, text in (("delete", old), ("insert", new)):
        parts = atoms(text)
        borders = {0, len(text)}
        at = 0
        for space, atom in zip(parts.spaces, parts.words, strict=False):
            borders |= set(range(at, at + len(space) + 1))
            at += len(space) + len(atom)
            borders.add(at)
        at = 0
        for kind, part in words:
            if kind in ("equal", op):
                assert at in borders
                at += len(part)
