"""Pictures in GIF whose codes grow to their widest, and how often their codes are read."""

from __future__ import annotations

import random
import struct

import pytest

from models.word.leaving.pictures.effort import _MOST, Effort
from models.word.leaving.pictures.pictures import UnknownPicture, bare_picture
from tests.models.word.test_bare_pictures import SAID, shown

_BITS = 4


def codes_of(points: list[int], *, clears: bool) -> bytes:
    """Points packed as GIF89a, appendix F, says: with codes cleared when they are full, or never again."""
    clear = 1 << _BITS
    known: dict[tuple[int, ...], int] = {(point,): point for point in range(clear)}
    made, length, count, width, before = clear, _BITS + 1, clear + 2, _BITS + 1, tuple[int, ...]()
    for point in [*points, -1]:
        if (*before, point) in known:
            before = (*before, point)
            continue
        made |= known[before] << length
        length += width
        if count < 4096:
            known[(*before, point)] = count
            count += 1
            width += count > 1 << width and width < 12
        elif clears:
            made |= clear << length
            length, width, count = length + width, _BITS + 1, clear + 2
            known = {(one,): one for one in range(clear)}
        before = (point,)
    made |= (clear + 1) << length
    return made.to_bytes((length + width + 7) // 8, "little")


def gif(wide: int, high: int, *, clears: bool, behind: bytes = b"", seed: int = 1) -> bytes:
    chance = random.Random(seed)
    codes = codes_of([chance.randrange(1 << _BITS) for _ in range(wide * high)], clears=clears) + behind
    blocks = b"".join(bytes((len(codes[at : at + 255]),)) + codes[at : at + 255] for at in range(0, len(codes), 255))
    size = struct.pack("<HH", wide, high)
    colours = b"".join(bytes((9 * one, 255 - 7 * one, one)) for one in range(1 << _BITS))
    drawn = b"\x2c\0\0\0\0" + size + b"\0" + bytes((_BITS,)) + blocks + b"\0"
    return b"GIF89a" + size + bytes((0x80 | (_BITS - 1), 0, 0)) + colours + drawn + b"\x3b"


@pytest.mark.parametrize("clears", [True, False])
@pytest.mark.parametrize("size", [(40, 9), (150, 130)])
def test_all_points_stay_and_nothing_behind_them(size: tuple[int, int], clears: bool) -> None:
    plain, more = (gif(*size, clears=clears, behind=behind) for behind in (b"", SAID))
    assert bare_picture(more) == bare_picture(plain) == plain
    assert shown(plain) == shown(more)
    assert shown(plain)[0].size().toTuple() == size


def test_the_codes_of_a_picture_are_read_once_and_those_of_what_is_made_of_it_again() -> None:
    data, spent = gif(60, 60, clears=True, behind=SAID, seed=7), Effort()
    spent.spend(_MOST)
    made = bare_picture(data)
    assert bare_picture(data, spent) == made
    with pytest.raises(UnknownPicture):
        bare_picture(made, spent)
    assert bare_picture(made) == made
