"""Nothing grows with the square of the text, and the answer never depends on time, hashing or chance."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from models.awaited import as_long_as
from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.comparison.references.notes import compare_notes
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable, readable_of
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.telling.summary import summary
from models.telling.what_happened import story
from tests.timed import cost, soon, timed

CHANCE = random.Random(11)
VOCABULARY = [f"word{number}" for number in range(2500)]
TEXTS = [" ".join(CHANCE.choices(VOCABULARY, k=25)) for _ in range(3000)]
SAME = "Requests the Secretary-General to report at the next session;"


def heavily(text: str) -> str:
    return " ".join(word if CHANCE.random() > 0.4 else CHANCE.choice(VOCABULARY) for word in text.split())


def of(texts: Sequence[str]) -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(n)) for n, text in enumerate(texts, 1)))


def compared(old: Sequence[str], new: Sequence[str], seconds: float = 20) -> Comparison:
    # Generous: a quadratic step would take minutes.
    comparison = soon(lambda: compare(of(old), of(new)), seconds)
    assert sorted(at for c in comparison.changes for at in c.old) == list(range(len(old)))
    return comparison


def test_ten_thousand_equal_paragraphs() -> None:
    assert not compared([SAME] * 10_000, [SAME] * 10_000).differs
    fewer = compared([SAME] * 10_000, [*[SAME] * 5_000, SAME.replace("next", "last"), *[SAME] * 4_950])
    assert (fewer.summary.reworded, fewer.summary.deleted) == (1, 49)


def test_heavy_rewording_everywhere_keeps_the_order_and_says_it_was_bounded() -> None:
    comparison = compared(TEXTS, [heavily(text) for text in TEXTS])
    assert comparison.bounded
    assert sum(change.old == change.new for change in comparison.changes) > 0.99 * len(TEXTS)


def test_ten_thousand_paragraphs_all_other_on_both_sides() -> None:
    old, new = ([" ".join(CHANCE.choices(VOCABULARY, k=25)) for _ in range(10_000)] for _ in range(2))
    comparison = compared(old, new)
    assert comparison.bounded
    assert {change.kind for change in comparison.changes} == {"inserted", "deleted"}


@pytest.mark.parametrize("share", [0.05, 0.5, 1.0])
def test_a_paragraph_of_five_thousand_words(share: float) -> None:
    words = CHANCE.choices(VOCABULARY, k=5_000)
    other = [CHANCE.choice(VOCABULARY) if CHANCE.random() < share else word for word in words]
    comparison = compared([" ".join(words), SAME], [" ".join(other), SAME], seconds=5)
    assert not comparison.bounded
    assert sum(len(change.old) == len(change.new) == 1 for change in comparison.changes) >= 1


def test_more_pieces_than_a_split_is_looked_for_says_so() -> None:
    assert compared([" ".join([*TEXTS[:60], "more"])], TEXTS[:60]).bounded


def test_a_text_in_one_paragraph_against_its_paragraphs() -> None:
    """Each run of pieces was weighed against all of the whole, several times."""
    chance = random.Random(6)
    pieces = [" ".join(chance.choices(VOCABULARY, k=40)) for _ in range(2_000)]
    comparison = compared([" ".join(pieces)], pieces, seconds=6)
    assert comparison.bounded


def test_what_is_told_of_many_notes_and_brackets_is_read_once() -> None:
    notes = [CHANCE.choice(("Ibid.", f"A/58/{n % 90}", f"See paragraph {n} above.")) for n in range(2_000)]

    def noted(cited: Sequence[str]) -> Draft:
        texts = zip(TEXTS, range(len(cited)), strict=False)
        return Draft(
            tuple(Paragraph(Kind.OPERATIVE, (Run(text), Run(footnote=n)), number=str(n + 1)) for text, n in texts),
            tuple(Footnote(n, str(n + 1), (Run(text),)) for n, text in enumerate(cited)),
        )

    words = CHANCE.choices(VOCABULARY, k=5_000)
    bracketed = (of([" ".join(f"[{word}]" if n % by else word for n, word in enumerate(words))]) for by in (2, 3))
    for comparison in (compare(noted(notes), noted([*notes[1:], "A/1"])), compare(*bracketed)):
        changes = [change for change in comparison.changes if change.weight]
        assert soon(partial(summary, comparison), 4, runs=1)
        assert all(soon(partial(_stories, comparison, changes), 4, runs=1))


def _stories(comparison: Comparison, changes: Sequence[Change]) -> list[tuple[str, ...]]:
    return [story(comparison, change) for change in changes]


def test_notes_of_one_paragraph_are_not_each_held_against_all() -> None:
    """Five thousand took three gigabytes, and twenty seconds."""
    notes = tuple(Footnote(n, str(n), (Run(f"A/58/{n}"),)) for n in range(600))
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run(SAME), *(Run(footnote=n) for n in range(600)))),), notes)
    tracemalloc.start()
    try:
        changes = compare_notes(draft, draft, [((0,), (0,))])
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    assert all(one.kind == "unchanged" and one.old == one.new for one in changes)


def test_a_paragraph_too_long_for_the_least_diff_says_so() -> None:
    chance = random.Random(5)
    old, new = (" ".join(chance.choices(VOCABULARY, k=13_000)) for _ in range(2))
    assert compared([old + " " + new], [new + " " + old]).bounded
    assert not compared([old[:20_000]], [new[:20_000]]).bounded


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXTS, TEXTS[::-1]),
        (TEXTS[:1500], TEXTS[1500:]),
        (["A and B", "C or D"] * 1500, ["C or D", "A and B"] * 1500),
        ([f"Item {n} of the agenda" for n in range(2000)], [f"Item {n} of the agenda" for n in range(2000, 4000)]),
        ([" ".join(TEXTS[:600])], TEXTS[:600]),
        (TEXTS[:600], [" ".join(TEXTS[:600])]),
        ([""] * 3000, [""] * 2990),
        (TEXTS[:1000], [half for text in TEXTS[:1000] for half in (text[:80], text[80:])]),
        (["ab" * 450_000], ["ba" * 450_000]),
        (["to it; " * 90_000], ["to it, " * 90_000]),
    ],
    ids=[
        "reversed", "unrelated", "alternating", "numbers", "one to many", "many to one", "blank", "all split",
        "one word", "leads",
    ],
)  # fmt: skip
def test_bad_cases_stay_linear(old: Sequence[str], new: Sequence[str]) -> None:
    compared(old, new, 10)


_SCRIPT = """
from models.comparison.compare import compare
from tests.generated import HARD, case
made = case(120, HARD, 77)
found = compare(made.old, made.new)
print([(c.kind, c.moved, c.weight, c.old, c.new, c.words) for c in found.changes])
"""


def test_the_answer_does_not_depend_on_hashing() -> None:
    root = Path(__file__).resolve().parents[3]
    answers = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            cwd=root, capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(answers) == 1
    assert len(next(iter(answers))) > 1000


def test_many_long_paragraphs_are_looked_at_only_so_far_and_it_is_said() -> None:
    chance = random.Random(8)
    few = [f"word{number}" for number in range(800)]
    old, new = ([" ".join(chance.choices(few, k=3_000)) for _ in range(24)] for _ in range(2))
    assert compared(old, new, seconds=4).bounded
    # Edited lightly, they are known all the same.
    edited = [" ".join(word if chance.random() < 0.9 else chance.choice(few) for word in text.split()) for text in old]
    comparison = compared(old, edited, seconds=4)
    assert all(change.old == change.new for change in comparison.changes)


def test_brackets_round_every_word_are_counted_once() -> None:
    words = CHANCE.choices(VOCABULARY, k=20_000)
    comparison = compared([" ".join(words)], [" ".join(f"[{word}]" for word in words)], seconds=6)
    assert comparison.changes[0].weight == "bracket"


def test_a_text_of_which_few_words_are_left_is_made_readable() -> None:
    """Whether they recur was looked for in all of the text."""

    def took(kept: int) -> float:
        chance = random.Random(9)
        words: list[tuple[str, str]] = []
        for number in range(kept):
            words.append(("equal", f"kept{number} held{number} "))
            words += [(op, f"{op} {' '.join(chance.choices(VOCABULARY, k=12))} ") for op in ("delete", "insert")]
        return cost(lambda: readable(tuple(words)), runs=2)

    # Six times as many: the square of them took twenty-five times as long.
    assert took(3_000) < 14 * took(500)


def test_thousands_of_references_in_one_paragraph() -> None:
    texts = [f"{text}." for text in TEXTS[:50]]

    def took(count: int) -> float:
        said = ["Requests " + ", ".join(f"thing{n} pursuant to paragraph {n % 49 + by}" for n in range(count)) + ";"
                for by in (1, 2)]  # fmt: skip
        drafts = of([*texts, said[0]]), of([TEXTS[60], *texts, said[1]])
        runs = [timed(lambda: compare(*drafts)) for _ in range(2)]
        assert runs[0][0].changes[-1].reasons == ("renumbered", "cross-reference")
        return min(seconds for _, seconds in runs)

    # Four times as many: a square of them would take sixteen times as long.
    assert took(2_000) < 9 * took(500)


def fully(old: str, new: str) -> object:
    return compare(of([old]), of([new])).readable_words


@pytest.mark.parametrize("work", [word_diff, readable_of, fully])
@pytest.mark.parametrize(
    "text", ["Requests States to meet; ", "يطلب إلى الدول أن تجتمع؛ ", "请各国开会；", "В 2026 году [просит] "]
)
def test_the_words_of_a_paragraph_are_given_up_between_their_steps(
    work: Callable[[str, str], object], text: str
) -> None:
    old, new = f"One {text * 9}end, 1999.", f"Two {text * 4}and {text * 5}ends, 2000."

    def asked_at_most(times: int) -> None:
        left = iter(range(times))

        def wanted() -> None:
            if next(left, None) is None:
                raise InterruptedError

        as_long_as(wanted, lambda: work(old, new))

    for times in range(4):
        with pytest.raises(InterruptedError):
            asked_at_most(times)
    asked_at_most(1_000)
