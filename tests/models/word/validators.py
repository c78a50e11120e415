"""Outside judges of a Word file: the Open XML SDK's validator, ooxml-integrity, and the project's own lint."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from models.word.package import Package
from tests.models.word.lint import lint

_SOON = {"DOTNET_gcConcurrent": "0", "DOTNET_TieredPGO": "0", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
"""For a program that ends with its first file: nothing is compiled better for later, no language's order is read."""
_sound = set[str]()
"""The shapes of all files that the validator found nothing in: it takes most of a second for each file."""
_FIGURE = re.compile(r"[0-9A-Fa-f-]{6,}|\d+")
_TOOLS = Path(__file__).resolve().parents[3] / ".tools" / "node_modules"


def sdk_validator() -> str | None:
    """The command of the Open XML SDK's validator, from the environment or the checkout's tools."""
    # The program itself, where it stands beside what npm calls: a third of the time went to starting Node before it.
    itself = [str(path) for path in sorted((_TOOLS / "@xarsh").glob("ooxml-validator-*/ooxml-validator*"))]
    named = os.environ.get("ADREF_OOXML_VALIDATOR")
    asked = [named] if named else [*itself, str(_TOOLS / ".bin" / "ooxml-validator")]
    return next((one for one in asked if shutil.which(one)), None)


def sdk_faults(paths: Sequence[Path], validator: str, made_on: Path | None = None) -> list[str]:
    """What the SDK's validator has to say, one line a fault, without those of a file that some were made on.

    It judges how elements and values stand in one another, so a file is shown to it for the shapes that no sound file
    before has. That an id is there once, the other judges look at.
    """
    found, known = [], _shapes(made_on) if made_on is not None else set()
    # Those with the most shapes first: after them the others hold less that is new.
    for path, shapes in sorted(((path, _shapes(path)) for path in paths), key=lambda each: -len(each[1])):
        if shapes <= known | _sound_to_all(path):
            continue
        answer = subprocess.run([validator, path], capture_output=True, text=True, check=False, env=os.environ | _SOON)
        told = json.loads(answer.stdout)
        found += [f"{path.name}: {one['description']} {one['xPath']}" for one in told["errors"]]
        if not told["errors"]:
            _sound.update(shapes)
            _tell_all(path, shapes)
    return found


def _sound_to_all(path: Path) -> set[str]:
    """What this worker and the others of its run found sound."""
    told = _told_by_all(path)
    if told is not None and told.exists():
        _sound.update(told.read_text().split())
    return _sound


def _tell_all(path: Path, shapes: set[str]) -> None:
    told = _told_by_all(path)
    if told is not None:
        with told.open("a") as lines:
            lines.writelines(f"{one}\n" for one in sorted(shapes))


def _told_by_all(path: Path) -> Path | None:
    """The file in which the workers of a run tell one another, beside their folders; None where there are none."""
    return next((folder.parent / "sound_shapes" for folder in path.parents if folder.name.startswith("popen-")), None)


def _shapes(path: Path) -> set[str]:
    """In each part, which element with which attributes stands in which two and behind which one, and which one ends
    it; and each value, with figures and ids as noughts. Each as its digest, all of one length."""
    package, found = Package(path.read_bytes()), set[tuple[str, ...]]()
    for name in package.names:
        if not name.endswith((".xml", ".rels")):
            continue
        for one in package.root(name).iter("*"):
            parent = one.getparent()
            around = parent, parent.getparent() if parent is not None else None, one.getprevious()
            tags = (str(getattr(near, "tag", "")) for near in around)
            found.add((name, *tags, str(one.tag), *sorted(map(str, one.attrib))))
            found.add((name, "ends", str(one.tag), str(one[-1].tag) if len(one) else ""))
            found.update((str(one.tag), str(key), _FIGURE.sub(_size, str(value))) for key, value in one.attrib.items())
    return {hashlib.blake2b(repr(shape).encode(), digest_size=12).hexdigest() for shape in found}


def _size(figure: re.Match[str]) -> str:
    """As many noughts as there are figures, behind an 8 where an id would be below nought."""
    return ("8" if figure[0][0] in "89ABCDEFabcdef" and len(figure[0]) == 8 else "") + "0" * len(figure[0])


def kinds_of_faults(paths: Sequence[Path], validator: str, made_on: Path | None = None) -> set[str]:
    """The same without their files and places."""
    return {line.partition(": ")[2].rpartition(" ")[0] for line in sdk_faults(paths, validator, made_on)}


def integrity_faults(paths: Sequence[Path]) -> list[str]:
    """What ooxml-integrity has to say: every file that it does not call clean."""
    command = Path(sys.executable).with_name("ooxml-integrity")
    answer = subprocess.run([command, "check", *paths], capture_output=True, text=True, check=False)
    lines = [line for line in answer.stdout.splitlines() if line.strip()]
    assert len([line for line in lines if ".docx:" in line]) == len(paths), answer.stderr
    return [line for line in lines if not line.endswith("- clean")]


def lint_faults(paths: Sequence[Path]) -> list[str]:
    """What the project's own lint has to say."""
    return [f"{path.name}: {fault.message}" for path in paths for fault in lint(path.read_bytes())]
