"""What a compiled file says for one delegation: its changes accepted, no others, read as any Word file is."""

from __future__ import annotations

from models.compiling.taken_alone import leave_alone
from models.draft import Draft
from models.word.package import Package
from models.word.read import read_word


def taken_alone(data: bytes, name: str) -> Draft:
    """The text of a file with the changes of one delegation accepted, those of several too, and no others."""
    package = Package(data)
    leave_alone(package, name)
    return read_word(package.to_bytes()).draft
