"""How well a comparison meets the truth of a generated case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from models.comparison.change import Comparison
from tests.generated import Case

HOWS = ("light", "heavy", "moved", "moved+edited", "split", "merged")


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1 of the pairs of paragraphs; characters and groups of the words over the true number.

    `recall` is by what was done; `wrong` lists what was missed and what was found beyond the truth, by positions.
    """

    f1: float
    recall: dict[str, float]
    characters: float
    groups: float
    wrong: tuple[tuple[str, int, int, str], ...] = ()


def score(made: Case, comparison: Comparison) -> Score:
    """The score of a comparison of a generated case."""
    return score_pairs(made, {(i, j) for c in comparison.changes for i in c.old for j in c.new}, comparison)


def score_pairs(made: Case, found: set[tuple[int, int]], comparison: Comparison | None = None) -> Score:
    """The score of pairs of positions found by any engine.

    A pair is right where the truth has one of the same two texts that no other pair found stands for: paragraphs of
    identical text are interchangeable, on each side, and as often as they stand there.
    """
    truth = made.pairs
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for pair in sorted(truth.keys() - found):
        places.setdefault(_texts(made, pair), []).append(pair)
    met = set(truth.keys() & found)
    extra = []
    for pair in sorted(found - truth.keys()):
        same = places.get(_texts(made, pair))
        if same:
            met.add(same.pop())
        else:
            extra.append(pair)
    f1 = 2 * len(met) / (len(found) + len(truth)) if found or truth else 1.0
    of_all, of_met = Counter(truth.values()), Counter(truth[pair] for pair in met)
    recall = {how: of_met[how] / of_all[how] for how in HOWS if of_all[how]}
    characters, groups = _edits(comparison)
    wrong = [("missed", *pair, truth[pair]) for pair in sorted(truth.keys() - met)] + [("extra", *p, "") for p in extra]
    return Score(f1, recall, characters / max(made.characters, 1), groups / max(made.groups, 1), tuple(wrong))


def _texts(made: Case, pair: tuple[int, int]) -> tuple[str, str]:
    return made.old.paragraphs[pair[0]].text, made.new.paragraphs[pair[1]].text


def _edits(comparison: Comparison | None) -> tuple[int, int]:
    """Characters that came and went, and groups of neighbouring changes; spacing alone is neither."""
    characters = groups = 0
    for change in comparison.changes if comparison else ():
        inside = False
        for op, text in change.words:
            if op == "equal":
                inside = False
            elif text.strip():
                characters += len(text.strip())
                groups += not inside
                inside = True
    return characters, groups


def mean(numbers: Iterable[float]) -> float:
    """The mean of some figures; 1 where there are none."""
    each = list(numbers)
    return sum(each) / len(each) if each else 1.0
