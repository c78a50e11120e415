"""How a text is set on paper: what can be chosen, whatever the text says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in points, as a house sets it.

    `name` is what the command line takes, `words` what the window says.
    """

    name: str
    words: str
    width: float
    height: float


LETTER = Paper("letter", "Letter", 612.0, 792.0)
A4 = Paper("a4", "A4", 595.3, 841.9)
GENEVA = Paper("geneva", "Geneva", A4.width, A4.height)
"""A4 as the Geneva Office sets it; the others are set as Headquarters does."""
PAPERS: tuple[Paper, ...] = (LETTER, A4, GENEVA)


def paper(name: str) -> Paper:
    """The paper of a name; Letter, on which United Nations Headquarters prints, where there is none of it."""
    return next((one for one in PAPERS if one.name == name), LETTER)


@dataclass(frozen=True, slots=True)
class Typesetting:
    """The options of a file that Adref lays out itself.

    `literal_numbers` types the numbers into the text instead of leaving them to Word, `line_numbers` numbers the lines
    of the text in the margin, all through it, and `ibid` prints "Ibid." for a source that the note before names too.
    """

    paper: Paper = LETTER
    literal_numbers: bool = False
    line_numbers: bool = False
    ibid: bool = False


USUAL = Typesetting()
