"""A pair that shares a stock phrase of its text and little else: "the 2030 Agenda for Sustainable Development".

Any two paragraphs of a text may have the name of a body, an agreement or a programme in common. Where they open with
other verbs, and deep in one of them stands what makes up most of what they share, in one piece, and the text says that
elsewhere too, they are two; where they open with the same verb, if it makes up nearly all. Where the name goes on
otherwise in the one than in the other, "the Conference on Rivers", "on Forests", it may stand right behind the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from models.comparison.aligning.matching import Matching
from models.comparison.aligning.openers import SHORT, verb_of
from models.comparison.aligning.weights import Features

MOST, NEARLY_ALL = 0.5, 0.75
"""So large a share of what two paragraphs have in common, by weight, is the phrase; the second of the same verb."""
LONG = 6
"""So many words at least it has where the verb is the same: a date is no name."""
SOON = 6
"""What begins among so many words of both is what the verbs speak of, and no mere name further on."""
AT_ONCE = 4
"""So many words of the phrase are looked for elsewhere; at least half of all such pieces stand there."""


def share_a_stock_phrase(matching: Matching, old: int, new: int, *, weak: bool) -> bool:
    """Whether that is all that speaks for a poor pair; one that is not `weak` opens with the same verb then."""
    one, two = matching.old[old], matching.new[new]
    if min(len(one.words), len(two.words)) <= SHORT:
        return False
    same_verb = verb_of(one) == verb_of(two)
    if not (weak or same_verb):
        return False
    if not matching.weights.affords(len(one.words) * len(two.words)):
        return False  # too long to look for it
    run = SequenceMatcher(None, one.words, two.words, autojunk=False).find_longest_match()
    phrase = one.words[run.a : run.a + run.size]
    if len(phrase) < (LONG if same_verb else 1):
        return False
    other_name = weak and _goes_on_as_a_name(phrase, one.text) and _goes_on_as_a_name(phrase, two.text)
    if max(run.a, run.b) <= SOON and not other_name:
        return False
    most = (NEARLY_ALL if same_verb and not other_name else MOST) * matching.weights.shared(one, two)
    if matching.weights.mass(Features.of(phrase)) < most:
        return False
    pieces = [" ".join(phrase[at : at + AT_ONCE]) for at in range(max(1, len(phrase) - AT_ONCE + 1))]
    here = f"{one.text}\n{two.text}".casefold()
    elsewhere = sum(matching.all_text.count(piece) > here.count(piece) for piece in pieces)
    return 2 * elsewhere >= len(pieces)


def _goes_on_as_a_name(phrase: Sequence[str], text: str) -> bool:
    """Whether a text says a phrase that ends in a small word and a name behind it: "the Conference on Rivers"."""
    said = r"[^\w]+".join(map(re.escape, phrase)) + r"[^\w]+(\w)"
    found = re.search(said, text, re.IGNORECASE)
    return found is not None and found[1].isupper() and text[: found.start(1)].split()[-1].islower()
