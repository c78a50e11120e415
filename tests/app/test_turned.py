"""What becomes of paragraphs that are chosen to be agreed: which turn, and what is said."""

from __future__ import annotations

import pytest

from app.text.turned import Chosen, turned
from models.draft import Kind, Paragraph, Run
from models.draft.agreed import agreed_words

ALL = {f"OP{at}": Chosen(Paragraph(Kind.OPERATIVE, (Run(f"Decides on item {at};"),)), f"OP{at}") for at in range(1, 6)}


def words(labels: str) -> tuple[str, ...]:
    return tuple(agreed_words(ALL[label].paragraph) for label in labels.split())


@pytest.mark.parametrize(
    ("clear", "barred", "known", "turn", "agreed", "said"),
    [
        ("OP1", "", "", "OP1", True, "OP1 is agreed ad ref."),
        ("OP1 OP2", "", "OP1", "OP2", True, "OP2 is agreed ad ref."),
        ("OP1 OP2", "", "OP1 OP2", "OP1 OP2", False, "OP1 and OP2 are open again."),
        ("OP1 OP2 OP3 OP4", "", "", "OP1 OP2 OP3 OP4", True, "4 paragraphs are agreed ad ref."),
        ("OP1 OP2", "OP3", "OP2", "OP1", True, "OP1 is agreed ad ref; OP3 is not, for the brackets there."),
        ("OP1", "OP3", "OP1", "", True, "OP3 cannot be agreed while there are brackets: unbracket first."),
    ],
)
def test_what_is_open_is_agreed_and_else_all_is_open_again(
    clear: str, barred: str, known: str, turn: str, agreed: bool, said: str
) -> None:
    found = turned([ALL[label] for label in clear.split()], barred.split(), set(words(known)))
    assert (found.words, found.agreed, found.said) == (words(turn), agreed, said)
    assert turned((), ["", "", "", ""], set()).said.startswith("4 paragraphs cannot be agreed")
