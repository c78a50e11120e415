"""A Word file with its tracked changes accepted, to be looked at: a command that asks for one several times has one."""

from __future__ import annotations

from models.second_process import ends_soon
from models.word.package import Package
from models.word.resolve import resolve

_MOST = 2  # files: the new text's own, and the one that is made
_held: dict[bytes, Package] = {}  # by their bytes, the last one asked for at the end


def accepted(data: bytes) -> Package:
    """The package of a file with its tracked changes accepted; others look at it, too, so it is not to be changed."""
    package = _held.get(data)
    if package is None:
        package = Package(data)
        resolve(package, "accept")
    hold_accepted(data, package)
    return package


def hold_accepted(data: bytes, package: Package) -> None:
    """Keep a package whose changes were accepted for whoever looks at these bytes next.

    Only in a command, which ends soon: what stays open for long would hold the memory.
    """
    if ends_soon():
        _held.pop(data, None)
        _held[data] = package
        while len(_held) > _MOST:
            del _held[next(iter(_held))]
