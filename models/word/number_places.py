"""What stands before the numbers that are typed in a Word file: brackets."""

from __future__ import annotations

from models.reading.reading import Reading
from models.telling.numbers import before_number
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package


def before_numbers(package: Package, read: Reading) -> list[str]:
    """What of each paragraph of a text stands before its typed number: "[[" of "[[(b)] To report".

    The package is that of the text, its changes resolved as they were read. A number of a list has nothing before it.
    """
    nodes = list(package.root(package.main).iter(w("p")))
    lines = (letters_in(nodes[one.element]) for one in read.origins)
    return [before_number(line, one.text) for line, one in zip(lines, read.draft.paragraphs, strict=True)]
