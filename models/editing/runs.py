"""Runs cut, joined and marked by place. A place counts code points of the text and each note mark as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Postfix, Prefix

from models.draft import Run, tidy_runs

NOTE_MARK = "\ufffc"
"""Stands for a note mark in `shown`."""

Runs = tuple[Run, ...]


def length(runs: Iterable[Run]) -> int:
    """How many places runs have."""
    return sum([1 if run.footnote is not None else len(run.text) for run in runs])


def shown(runs: Iterable[Run]) -> str:
    """The text of runs with U+FFFC at each note mark: one character a place."""
    return "".join([NOTE_MARK if run.footnote is not None else run.text for run in runs])


def cut(runs: Iterable[Run], start: int = 0, end: int | None = None) -> Runs:
    """The runs between two places; a run on the border is divided."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        long = 1 if run.footnote is not None else len(run.text)
        first, last = max(start, at), at + long if end is None else min(end, at + long)
        if first < last:
            whole = (first, last) == (at, at + long)
            kept.append(run if whole else like(run, run.text[first - at : last - at]))
        at += long
    return tidy_runs(kept)


def like(run: Run, text: str) -> Run:
    """Letters with the marks of some others; `replace` takes several times as long."""
    return Run(text, run.italic, run.bold, run.underline)


def joined(*parts: Sequence[Run]) -> Runs:
    """Runs one after the other."""
    return tidy_runs([run for part in parts for run in part])


def replaced(runs: Sequence[Run], start: int, end: int, new: Sequence[Run]) -> Runs:
    """Runs with what lies between two places replaced."""
    return joined(cut(runs, 0, start), new, cut(runs, end))


def marked(runs: Sequence[Run], start: int, end: int, **marks: bool) -> Runs:
    """Runs with `italic`, `bold` or `underline` set or taken between two places."""
    if start <= 0 and end >= length(runs):
        return _marked_whole(runs, marks)
    return joined(cut(runs, 0, start), [_mark(run, marks) for run in cut(runs, start, end)], cut(runs, end))


def _marked_whole(runs: Sequence[Run], marks: dict[str, bool]) -> Runs:
    """All of some runs marked; what looks alike then is one run, as `tidy_runs` makes it."""
    tidy: list[Run] = []
    for run in runs:
        if run.footnote is None and not run.text:
            continue
        new = _mark(run, marks)
        last = tidy[-1] if tidy else None
        if new.footnote is not None or last is None or last.footnote is not None or last.marks != new.marks:
            tidy.append(new)
        else:
            tidy[-1] = Run(last.text + new.text, italic=new.italic, bold=new.bold, underline=new.underline)
    return tuple(tidy)


def _mark(run: Run, marks: dict[str, bool]) -> Run:
    if run.footnote is not None:
        return run
    return Run(
        run.text,
        italic=marks.get("italic", run.italic),
        bold=marks.get("bold", run.bold),
        underline=marks.get("underline", run.underline),
    )


def all_marked(runs: Sequence[Run], start: int, end: int, mark: str) -> bool:
    """Whether every letter between two places has a mark; False where there is none."""
    letters = [run for run in cut(runs, start, end) if run.footnote is None]
    return bool(letters) and all(getattr(run, mark) for run in letters)


def notes_of(runs: Iterable[Run]) -> Iterator[int]:
    """Ids of the notes cited, in order."""
    return (run.footnote for run in runs if run.footnote is not None)


def place_of(runs: Iterable[Run], offset: int) -> int:
    """The place of an offset into the text without note marks; a mark at the offset lies after it."""
    at = 0
    for run in runs:
        if run.footnote is not None:
            at += 1
            continue
        if offset <= len(run.text):
            return at + offset
        offset -= len(run.text)
        at += len(run.text)
    return at


def offset_of(runs: Iterable[Run], place: int) -> int:
    """The offset into the text without note marks of a place."""
    at = marks = 0
    for run in runs:
        if at >= place:
            break
        if run.footnote is not None:
            marks += 1
            at += 1
        else:
            at += len(run.text)
    return place - marks


def same_start(one: str, two: str) -> int:
    """How many characters two strings begin with in common."""
    return Prefix.similarity(one, two)


def same_end(one: str, two: str) -> int:
    """How many characters two strings end with in common."""
    return Postfix.similarity(one, two)


def differing(old: str, new: str) -> tuple[int, int, int]:
    """Where two strings begin to differ, and where what differs ends in the one and in the other."""
    start = same_start(old, new)
    same = same_end(old[start:], new[start:])
    return start, len(old) - same, len(new) - same
