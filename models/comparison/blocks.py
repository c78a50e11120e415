"""Where two token lists differ: by longest common subsequence of the words, slid to where a reader expects it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from rapidfuzz.distance import LCSseq

from models.comparison.chain import heaviest_chain
from models.comparison.features import FUNCTION_WORDS
from models.comparison.tokens import Tokens, is_word, word_count

CELLS = 150_000_000
"""Above so many pairs of tokens only unique tokens are aligned first, for the table of the common subsequence takes a
bit for each pair."""

_SMALL = (
    "a an the of to in on for and or by with as at its their from that de la le les des du et en à au aux par pour"
    " sur ou el los las y o con por para que и или в во на по с со к о об от для у из في من إلى على عن أو مع و"
    " 的 和 与 及 或 在"
)
SMALL = frozenset(_SMALL.split())
"""Words that say little alone and go with the words after them."""

Block = tuple[int, int, int, int]
"""A place where two token lists differ: old start and end, new start and end."""


def block_list(before: Tokens, after: Tokens, telling: Callable[[str], bool] = is_word) -> list[Block]:
    """Where two texts, taken apart in any way, differ.

    Telling tokens are matched first, as many as can be; brackets and punctuation go with the words around them.
    """
    old, new = before.words, after.words
    seen_old = [at for at, token in enumerate(old) if telling(token)]
    seen_new = [at for at, token in enumerate(new) if telling(token)]
    bare = _join(_differences([old[at] for at in seen_old], [new[at] for at in seen_new], 0, 0))
    found: list[Block] = []
    last_old, last_new = 0, 0
    pairs = _equal_pairs(bare, len(seen_old), len(seen_new))
    for at_old, at_new in [*((seen_old[i], seen_new[j]) for i, j in pairs), (len(old), len(new))]:
        if (at_old != last_old or at_new != last_new) and old[last_old:at_old] != new[last_new:at_new]:
            found += _by_subsequence(old[last_old:at_old], new[last_new:at_new], last_old, last_new)
        last_old, last_new = at_old + 1, at_new + 1
    return _whole_compounds(before, after, _seen_as_one(old, new, slid(old, new, _join(iter(found)))))


def _seen_as_one(old: Sequence[str], new: Sequence[str], found: list[Block]) -> list[Block]:
    """Blocks joined where what is equal between them is one token that helps no reader.

    That is a mark between two replacements, and a function word that is equal by chance: one block grew by what the
    other lost. Of "to the States" and "at all to" only "to" is equal, but it stands elsewhere now.
    """
    joined: list[Block] = []
    for block in found:
        last = joined[-1] if joined else block
        if block[0] - last[1] == 1 and _says(old, new, last) and _says(old, new, block):
            token = old[last[1]]
            if (token in _MARKS and _replaces(last) and _replaces(block)) or (
                token in FUNCTION_WORDS and _balance(last, block)
            ):
                joined[-1] = (last[0], block[1], last[2], block[3])
                continue
        joined.append(block)
    return joined


_MARKS = frozenset(",;:.")


def _replaces(block: Block) -> bool:
    return block[0] < block[1] and block[2] < block[3]


def _balance(one: Block, two: Block) -> bool:
    """Whether one of two blocks took what the other gave, and something was only put in or only taken out."""
    gone, came, goes, comes = one[1] - one[0], one[3] - one[2], two[1] - two[0], two[3] - two[2]
    return (gone - came) * (goes - comes) < 0 and 0 in (gone, came, goes, comes)


def _says(old: Sequence[str], new: Sequence[str], block: Block) -> bool:
    return any(map(is_word, old[block[0] : block[1]])) or any(map(is_word, new[block[2] : block[3]]))


_LINKS = frozenset("-‐‑–/'’.")


def _whole_compounds(before: Tokens, after: Tokens, found: Sequence[Block]) -> list[Block]:
    """Blocks joined where only a hyphen or its like, without spacing, is equal between them: one word for a reader."""
    joined: list[Block] = []
    for block in found:
        if joined:
            last = joined[-1]
            links = before.words[last[1] : block[0]]
            if len(links) == 1 and links[0] in _LINKS:
                spaces = before.spaces[last[1] : block[0] + 1] + after.spaces[last[3] : block[2] + 1]
                if not any(spaces):
                    joined[-1] = (last[0], block[1], last[2], block[3])
                    continue
        joined.append(block)
    return joined


def _equal_pairs(found: Sequence[Block], length_old: int, length_new: int) -> Iterator[tuple[int, int]]:
    last_old, last_new = 0, 0
    for i1, i2, j1, j2 in [*found, (length_old, length_old, length_new, length_new)]:
        yield from zip(range(last_old, i1), range(last_new, j1), strict=True)
        last_old, last_new = i2, j2


def too_long(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two token lists are so long that the diff is coarser than the least one."""
    return len(old) * len(new) > CELLS


def coarse(old: str, new: str) -> bool:
    """Whether the diff of two texts is coarser than the least one, because of their length."""
    # A text has fewer words than characters, so most are known by their length.
    return len(old) * len(new) > CELLS and word_count(old) * word_count(new) > CELLS


def _differences(old: Sequence[str], new: Sequence[str], at_old: int, at_new: int) -> Iterator[Block]:
    if not too_long(old, new):
        yield from _by_subsequence(old, new, at_old, at_new)
        return
    start = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    anchors = _unique_anchors(old[start : len(old) - end], new[start : len(new) - end])
    last_old, last_new = start, start
    for one, two in [*((a + start, b + start) for a, b in anchors), (len(old) - end, len(new) - end)]:
        part_old, part_new = old[last_old:one], new[last_new:two]
        if too_long(part_old, part_new):
            yield at_old + last_old, at_old + one, at_new + last_new, at_new + two
        else:
            yield from _by_subsequence(part_old, part_new, at_old + last_old, at_new + last_new)
        last_old, last_new = one + 1, two + 1


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    length = 0
    for one, two in zip(old, new, strict=False):
        if one != two:
            break
        length += 1
    return length


def _unique_anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    places_old: dict[str, int] = {}
    for position, token in enumerate(old):
        places_old[token] = -1 if token in places_old else position
    places_new: dict[str, int] = {}
    for position, token in enumerate(new):
        places_new[token] = -1 if token in places_new else position
    pairs = [(i, places_new[t]) for t, i in places_old.items() if i >= 0 and places_new.get(t, -1) >= 0]
    return heaviest_chain([(i, j, 1.0) for i, j in pairs])


def _by_subsequence(old: Sequence[str], new: Sequence[str], at_old: int, at_new: int) -> Iterator[Block]:
    if too_long(old, new) or set(old).isdisjoint(new):
        yield at_old, at_old + len(old), at_new, at_new + len(new)
        return
    # One character for each distinct token: rapidfuzz is fastest on strings, and nothing depends on hashing.
    code: dict[str, str] = {}
    numbers = count(0x100)
    encoded = ["".join([code.get(t) or code.setdefault(t, chr(next(numbers))) for t in side]) for side in (old, new)]
    for op in LCSseq.opcodes(encoded[0], encoded[1]):
        if op.tag != "equal":
            yield at_old + op.src_start, at_old + op.src_end, at_new + op.dest_start, at_new + op.dest_end


def _join(found: Iterator[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in found:
        if block[0] == block[1] and block[2] == block[3]:
            continue
        if joined and joined[-1][1] == block[0] and joined[-1][3] == block[2]:
            joined[-1] = (joined[-1][0], block[1], joined[-1][2], block[3])
        else:
            joined.append(block)
    return joined


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
    return [trim(old, new, block) for block in _join(iter(moved_blocks))]


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
