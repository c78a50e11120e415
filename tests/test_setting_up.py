"""Setting up and starting by the scripts of `packaging`, with something else for Python."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Writes down what it is called with; what it is to make an environment, it makes.
PYTHON = """#!/bin/sh
echo "$*" >>asked
[ "$*" != "-m venv .venv" ] || { mkdir -p .venv/bin && cp "$0" .venv/bin/python; }
"""
# Has no module for environments before apt has installed it.
WITHOUT_VENV = """#!/bin/sh
[ "$*" != "-c import ensurepip, venv" ] || [ -e installed ] || exit 1
""" + PYTHON.removeprefix("#!/bin/sh\n")
# One of its sources is gone.
APT = """#!/bin/sh
case "$*" in *update*) exit 100 ;; *python3-venv*) touch installed ;; esac
"""
WITHOUT_PIP = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "a checkout"
    shutil.copytree(ROOT / "packaging", folder / "packaging", ignore=shutil.ignore_patterns("pictures", "__pycache__"))
    program(folder / "path" / "python3.13", PYTHON)
    return folder


def program(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script)
    file.chmod(0o755)


def asked(checkout: Path, *script: str) -> list[str]:
    """What Python is asked for by a script."""
    env = {"PATH": f"{checkout / 'path'}:{os.defpath}"}
    done = subprocess.run(["sh", *script], cwd=checkout, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return (checkout / "asked").read_text().splitlines()


def test_a_checkout_that_was_moved_starts(checkout: Path) -> None:
    program(checkout / ".venv" / "bin" / "python", PYTHON)
    program(checkout / ".venv" / "bin" / "adref", "#!/where/it/was/before/.venv/bin/python\n")
    assert asked(checkout, "packaging/run.sh") == ["-m app.main --sample"]


@pytest.mark.parametrize(
    ("there", "made"), [(None, True), (WITHOUT_PIP, True), ("#!/gone/python\n", True), (PYTHON, False)]
)
def test_an_environment_that_was_not_made_whole_is_made_again(checkout: Path, there: str | None, made: bool) -> None:
    if there is not None:
        program(checkout / ".venv" / "bin" / "python", there)
    lines = asked(checkout, "packaging/setup.sh", "run")
    assert ("-m venv .venv" in lines) is made
    assert any(line.startswith("-m pip install") and "requirements.lock" in line for line in lines)


def test_a_source_of_apt_that_is_gone_does_not_hold_up_the_setting_up(checkout: Path) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3", "python"):
        program(checkout / "path" / name, WITHOUT_VENV)
    program(checkout / "path" / "apt-get", APT)
    program(checkout / "path" / "id", "#!/bin/sh\necho 0\n")
    assert "-m venv .venv" in asked(checkout, "packaging/setup.sh", "run")
    assert (checkout / "installed").exists()
