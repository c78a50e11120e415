"""A symbol of a document stands on one line where the line can end before it; the text has no letter more for that."""

from __future__ import annotations

import pytest

from widgets.paper.block import Block
from widgets.paper.pieces import Piece
from widgets.paper.type import TEXT

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = (
    "submitted on the basis of informal consultations held on draft resolution A/C.2/58/L.37 and more words",
    "é𝐀 Noting A/RES/70/1, and A/CONF.157/24 (Part I), chap. III",
    "إذ تشير إلى قرارها A/RES/70/1 وتعيد تأكيد ما جاء فيه وفي A/C.2/58/L.37",
)


def lines(block: Block, text: str) -> list[str]:
    """The words on each line, as the layout has them."""
    held = text.encode("utf-16-le")
    found, place = [], 0
    for number in range(block.lines):
        start = place
        while place < len(held) // 2 and block.line_of(place) == number:
            place += 1
        found.append(held[2 * start : 2 * place].decode("utf-16-le"))
    return found


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", range(200, 420, 10))
def test_no_line_ends_within_a_symbol(text: str, width: int) -> None:
    found = lines(Block((Piece(text),), TEXT, float(width)), text)
    assert "".join(found) == text
    assert not [line for line in found if line.rstrip().endswith("/")]


def test_a_symbol_wider_than_the_column_is_broken() -> None:
    text = "A/C.2/58/L.37/Add.1/Rev.2/Corr.3"
    block = Block((Piece(text),), TEXT, 90.0)
    assert block.lines > 1
    assert "".join(lines(block, text)) == text
