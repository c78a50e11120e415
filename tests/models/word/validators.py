"""Outside judges of a Word file: the Open XML SDK's validator, ooxml-integrity, and the project's own lint."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.models.word.lint import lint

_SOON = {"DOTNET_gcConcurrent": "0", "DOTNET_TieredPGO": "0", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
"""For a program that ends with its first file: nothing is compiled better for later, no language's order is read."""
_TOOLS = Path(__file__).resolve().parents[3] / ".tools" / "node_modules"


def sdk_validator() -> str | None:
    """The command of the Open XML SDK's validator, from the environment or the checkout's tools."""
    # The program itself, where it stands beside what npm calls: a third of the time went to starting Node before it.
    itself = [str(path) for path in sorted((_TOOLS / "@xarsh").glob("ooxml-validator-*/ooxml-validator*"))]
    named = os.environ.get("ADREF_OOXML_VALIDATOR")
    asked = [named] if named else [*itself, str(_TOOLS / ".bin" / "ooxml-validator")]
    return next((one for one in asked if shutil.which(one)), None)


def sdk_faults(paths: Sequence[Path], validator: str) -> list[str]:
    """What the SDK's validator has to say, one line a fault."""
    found = []
    for path in paths:
        answer = subprocess.run([validator, path], capture_output=True, text=True, check=False, env=os.environ | _SOON)
        told = json.loads(answer.stdout)
        found += [f"{path.name}: {one['description']} {one['xPath']}" for one in told["errors"]]
    return found


def kinds_of_faults(paths: Sequence[Path], validator: str) -> set[str]:
    """The same without their files and places."""
    return {line.partition(": ")[2].rpartition(" ")[0] for line in sdk_faults(paths, validator)}


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
