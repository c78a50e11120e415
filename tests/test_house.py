"""The house itself: packages where they belong, storeys that know only what lies below, locks and commands."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("app", "widgets", "models", "resources")
_LITTER = frozenset(
    line.strip().strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line.strip()
) | {".git"}
NO_QT = """
qt = sorted(name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6", "qtpy", "qtawesome"))
sys.exit(f"Qt came along: {qt}" if qt else 0)
"""


def tracked() -> list[Path]:
    """The files git keeps; all files but the usual litter where this is no repository, or git is not there."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        listed = None
    if listed is not None and listed.returncode == 0:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    return [
        path for path in ROOT.rglob("*") if path.is_file() and not _LITTER.intersection(path.relative_to(ROOT).parts)
    ]


def modules(package: str) -> list[str]:
    """The names of all modules of a package."""
    files = sorted((ROOT / package).rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    return [name.removesuffix(".__init__") for name in names if not name.endswith(".__main__")]


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_resolves_inside_the_tree(package: str) -> None:
    module = importlib.import_module(package)
    assert module.__file__ is not None
    assert Path(module.__file__).resolve() == ROOT / package / "__init__.py"


def test_tests_and_packaging_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("packages", ["models", "resources", "app.commands app.files"])
def test_lower_storeys_and_the_command_line_import_no_qt(packages: str) -> None:
    names = [name for package in packages.split() for name in modules(package.replace(".", "/"))]
    assert names
    code = f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n{NO_QT}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_command_starts_without_qt() -> None:
    code = f"""
import sys
from app.main import main
sys.argv = ["adref", "--version"]
try:
    main()
except SystemExit:
    pass
{NO_QT}"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"])
def test_locks_have_a_hash_for_everything_and_no_address(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^\s*(-i|-f|--index-url|--extra-index-url|--find-links)\b", lock, re.MULTILINE)
    pinned = re.findall(r"^([A-Za-z0-9][\w.\[\]-]*==\S+)((?:.*\n(?=    --hash))*.*)", lock, re.MULTILINE)
    assert len(pinned) > 20
    for requirement, rest in pinned:
        assert "\\" in rest, f"{requirement} has no hash"


def test_readme_opens_with_the_two_commands_and_names_only_targets_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE))
    named = re.findall(r"\bmake ([a-z][\w-]*)", readme)
    assert named[:2] == ["run", "test"]
    assert set(named) <= targets


def test_readme_pictures_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme):
        assert (ROOT / picture).is_file(), picture


def test_architecture_names_each_file_of_the_window_in_its_room_and_none_that_is_not_there() -> None:
    text, leaves = ((ROOT / name).read_text(encoding="utf-8") for name in ("ARCHITECTURE.md", "WHAT_LEAVES.md"))
    files = {path.relative_to(ROOT).as_posix() for path in tracked() if path.suffix == ".py"}
    named = re.findall(r"`([\w/]+\.py)`", text + leaves)
    assert not [name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in files)]
    room, there = "", set()
    for line in text[text.index("| file of `app` |") :].splitlines():
        if begins := re.match(r"\| \*\*`(\w+)`\*\*", line):
            room = f"{begins[1]}/"
        there |= {f"app/{name}" if "/" in name else f"app/{room}{name}" for name in re.findall(r"`([\w/]+\.py)`", line)}
        if not line:
            break
    there |= {"app/pdf.py"} | {file for file in files if file.startswith("app/commands/")}
    assert there - files == set()
    assert {file for file in files if file.startswith("app/") and not file.endswith("/__init__.py")} - there == set()


def test_no_tracked_text_names_a_place_on_one_machine() -> None:
    # The patterns are put together here, so that this file does not find itself.
    places = re.compile("|".join(re.escape("/" + place) for place in ("work/", "home/", "root/", "Users/", "tmp/room")))
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            found = places.search(line)
            assert found is None, f"{path.relative_to(ROOT)}:{number} names {found.group() if found else ''}"


@pytest.mark.parametrize("package", ["app", "widgets", "tests"])
def test_nobody_walks_the_focus_chain(package: str) -> None:
    # `first_in` of app/window/regions.py tells why.
    walks = re.compile(r"\.(next|previous)InFocusChain\b")
    assert not [path for path in (ROOT / package).rglob("*.py") if walks.search(path.read_text(encoding="utf-8"))]


def test_the_rooms_of_the_program_are_given_others_in_one_order() -> None:
    order = ("frame", "page", "pages", "background", "desk", "going")
    takes = re.compile(r"def __init__\(\s*self,([^)]*)\)")
    for path in (ROOT / "app").rglob("*.py"):
        for taken in takes.findall(path.read_text(encoding="utf-8")):
            names = [name for name in re.findall(r"(\w+): ", taken) if name in order]
            assert names == sorted(names, key=order.index), path


def test_no_test_reads_the_clock_of_the_processor_itself() -> None:
    clocks = re.compile(r"\b(process_time|thread_time|perf_counter)\b")
    reads = {path.name for path in (ROOT / "tests").rglob("*.py") if clocks.search(path.read_text(encoding="utf-8"))}
    beside = {path.name for path in (ROOT / "tests" / "bench").glob("*.py")}
    # Where the file is held is no act by itself; the other measures a process of its own.
    assert reads - beside == {"timed.py", "test_house.py", "test_keeping_long_texts.py", "hostile_packages.py"}


def test_shell_scripts_parse() -> None:
    for script in [*sorted((ROOT / "packaging").glob("*.sh")), ROOT / ".ci" / "run"]:
        shell = "bash" if script.name == "run" else "sh"
        done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_wheel_holds_every_module_and_resource(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("adref-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    wanted = {path.relative_to(ROOT).as_posix() for path in tracked() if path.relative_to(ROOT).parts[0] in PACKAGES}
    assert wanted
    assert wanted <= held
    assert not [name for name in held if name.startswith(("tests/", "packaging/"))]
