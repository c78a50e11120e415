"""Where two texts differ: by longest common subsequence of the words, slid to where a reader expects it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count, pairwise

from models.awaited import ask
from models.comparison.words.subsequence import Block, differences, least
from models.comparison.words.tokens import Tokens, is_word, words_among

_SMALL = (
    "a an the of to in on for and or by with as at its their from that de la le les des du et en à au aux par pour"
    " sur ou el los las y o con por para que и или в во на по с со к о об от для у из في من إلى على عن أو مع و"
    " 的 和 与 及 或 在"
)
SMALL = frozenset(_SMALL.split())
"""Words that say little alone and go with the words after them."""


def block_list(before: Tokens, after: Tokens, telling: Callable[[str], bool] = is_word) -> list[Block]:
    """Where two texts, taken apart in any way, differ.

    Telling tokens are matched first, as many as can be; brackets and punctuation go with the words around them.
    """
    old, new = before.words, after.words
    ask()
    told_old, told_new = _told(old, telling), _told(new, telling)
    bare = differences([*compress(old, told_old)], [*compress(new, told_new)])
    seen_old, seen_new = [*compress(count(), told_old), len(old)], [*compress(count(), told_new), len(new)]
    ask()
    found = _with_marks(old, new, seen_old, seen_new, bare)
    ask()
    return _whole_compounds(before, after, _seen_as_one(old, new, slid(old, new, found)))


def _told(tokens: Sequence[str], telling: Callable[[str], bool]) -> list[bool]:
    return words_among(tokens) if telling is is_word else [*map(telling, tokens)]


def _with_marks(
    old: Sequence[str], new: Sequence[str], seen_old: list[int], seen_new: list[int], bare: list[Block]
) -> list[Block]:
    """Where all tokens differ, from where those seen at the given places do: marks go with the words around them.

    The last of the places is behind all tokens.
    """
    found: list[Block] = []
    next_old = next_new = end_old = end_new = 0
    for i1, i2, j1, j2 in [*bare, (len(seen_old), 0, len(seen_new), 0)]:
        if i1 > next_old:
            first_old, first_new = seen_old[next_old], seen_new[next_new]
            last_old, last_new = seen_old[i1 - 1], seen_new[j1 - 1]
            if first_old > end_old or first_new > end_new:
                found += _between(old, new, (end_old, first_old, end_new, first_new))
            if old[first_old:last_old] != new[first_new:last_new]:
                pairs = zip(seen_old[next_old:i1], seen_new[next_new:j1], strict=True)
                for (a, c), (b, d) in pairwise(pairs):
                    if b - a > 1 or d - c > 1:  # between most words stands nothing
                        found += _between(old, new, (a + 1, b, c + 1, d))
            end_old, end_new = last_old + 1, last_new + 1
        next_old, next_new = i2, j2
    return joined(found)


def _between(old: Sequence[str], new: Sequence[str], place: Block) -> list[Block]:
    i1, i2, j1, j2 = place
    if i1 == i2 or j1 == j2:
        return [] if i1 == i2 and j1 == j2 else [place]
    return [] if old[i1:i2] == new[j1:j2] else least(old[i1:i2], new[j1:j2], i1, j1)


def _seen_as_one(old: Sequence[str], new: Sequence[str], found: list[Block]) -> list[Block]:
    """Blocks joined where what is equal between them is one token that helps no reader.

    That is a mark between two replacements, and a function word that is equal by chance: one block grew by what the
    other lost. Of "to the States" and "at all to" only "to" is equal, but it stands elsewhere now.
    """
    whole: list[Block] = []
    for block in found:
        last = whole[-1] if whole else block
        if block[0] - last[1] == 1 and _says(old, new, last) and _says(old, new, block):
            token = old[last[1]]
            if (token in MARKS and _replaces(last) and _replaces(block)) or (token in SMALL and _balance(last, block)):
                whole[-1] = (last[0], block[1], last[2], block[3])
                continue
        whole.append(block)
    return whole


MARKS = frozenset(",;:.")


def _replaces(block: Block) -> bool:
    return block[0] < block[1] and block[2] < block[3]


def _balance(one: Block, two: Block) -> bool:
    """Whether one of two blocks took what the other gave, and something was only put in or only taken out."""
    gone, came, goes, comes = one[1] - one[0], one[3] - one[2], two[1] - two[0], two[3] - two[2]
    return (gone - came) * (goes - comes) < 0 and 0 in (gone, came, goes, comes)


def _says(old: Sequence[str], new: Sequence[str], block: Block) -> bool:
    return True in words_among(old[block[0] : block[1]]) or True in words_among(new[block[2] : block[3]])


_LINKS = frozenset("-‐‑–/'’.")


def _whole_compounds(before: Tokens, after: Tokens, found: Sequence[Block]) -> list[Block]:
    """Blocks joined where only a hyphen or its like, without spacing, is equal between them: one word for a reader."""
    whole: list[Block] = []
    for block in found:
        if whole:
            last = whole[-1]
            links = before.words[last[1] : block[0]]
            if len(links) == 1 and links[0] in _LINKS:
                spaces = before.spaces[last[1] : block[0] + 1] + after.spaces[last[3] : block[2] + 1]
                if not any(spaces):
                    whole[-1] = (last[0], block[1], last[2], block[3])
                    continue
        whole.append(block)
    return whole


def joined(found: Sequence[Block]) -> list[Block]:
    """The blocks with those that touch as one."""
    whole: list[Block] = []
    for block in found:
        if block[0] == block[1] and block[2] == block[3]:
            continue
        if whole and whole[-1][1] == block[0] and whole[-1][3] == block[2]:
            whole[-1] = (whole[-1][0], block[1], whole[-1][2], block[3])
        else:
            whole.append(block)
    return whole


def slid(old: Sequence[str], new: Sequence[str], found: list[Block]) -> list[Block]:
    """Move pure insertions and deletions along equal tokens: against a neighbour, else to a phrase border."""
    moved_blocks: list[Block] = []
    for number, block in enumerate(found):
        i1, i2, j1, j2 = block
        if i1 != i2 and j1 != j2:
            moved_blocks.append(block)
            continue
        side, start, end = (old, i1, i2) if i1 != i2 else (new, j1, j2)
        back = i1 - (moved_blocks[-1][1] if moved_blocks else 0)
        ahead = (found[number + 1][0] if number + 1 < len(found) else len(old)) - i2
        left = 0
        while left < back and side[start - left - 1] == side[end - left - 1]:
            left += 1
        right = 0
        while right < ahead and side[start + right] == side[end + right]:
            right += 1
        if left == back and moved_blocks and left:
            shift = -left
        elif right == ahead and number + 1 < len(found) and right:
            shift = right
        else:
            shift = _best_shift(side, start, end, left, right)
        moved = (i1 + shift, i2 + shift, j1 + shift, j2 + shift)
        moved_blocks.append(moved)
    return [trim(old, new, block) for block in joined(moved_blocks)]


def trim(old: Sequence[str], new: Sequence[str], block: Block) -> Block:
    """A block without the tokens that both sides begin or end with."""
    i1, i2, j1, j2 = block
    while i1 < i2 and j1 < j2 and old[i1] == new[j1]:
        i1, j1 = i1 + 1, j1 + 1
    while i1 < i2 and j1 < j2 and old[i2 - 1] == new[j2 - 1]:
        i2, j2 = i2 - 1, j2 - 1
    return i1, i2, j1, j2


def _best_shift(side: Sequence[str], start: int, end: int, left: int, right: int) -> int:
    if not left and not right:
        return 0
    best, best_score = 0, -1
    for shift in range(-left, right + 1):
        score = _border(side, start + shift) + _border(side, end + shift)
        if score > best_score or (score == best_score and abs(shift) < abs(best)):
            best, best_score = shift, score
    return best


def _border(side: Sequence[str], at: int) -> int:
    """How good a border is between two tokens.

    Text and paragraph ends 6, after a mark 4, before a mark 2, before a phrase that begins with a small word 1.
    """
    if at in (0, len(side)) or side[at] == "\n" or side[at - 1] == "\n":
        return 6
    if not is_word(side[at - 1]) and side[at - 1] in ",;:.":
        return 4
    if side[at] in ",;:.":
        return 2
    return 1 if side[at].casefold() in SMALL and side[at - 1].casefold() not in SMALL else 0
