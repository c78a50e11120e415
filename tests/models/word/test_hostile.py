"""Files made to hurt, and real files damaged at random: read or refused in a sentence, soon and in little room.

ADREF_VARIANTS says how many of the damaged files (500 usually). Each takes two seconds of the processor at most, and in
a single run three times as many on a machine that is slow or busy.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from importlib import resources
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.files.read import CannotRead, read_bytes
from models.reading.reading import Reading
from models.word.clean import write_clean
from models.word.leaving.scrub import scrubbed
from models.word.redline import write_redline
from tests.models.word.hostile_packages import BOTH_WAYS, HOSTILE, a_long_style_id, long_names, many_relationships
from tests.models.word.mutated_packages import Source, mutated, source_of
from tests.models.word.word_xml import docx, p
from tests.timed import soon

_SECONDS, _MEGABYTES = 2, 500
_VARIANTS, _EDITED = int(os.environ.get("ADREF_VARIANTS", "500")), 60
_SENTENCE = re.compile(r"[^\n]{10,300}\.")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="what a reading takes is measured in a process of its own")
def test_files_made_to_hurt_are_read_or_refused_soon_and_in_little_room() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.models.word.hostile_packages"],
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[3],
        check=True,
    )
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(told) == len(HOSTILE) + len(BOTH_WAYS)
    for one in told:
        assert "trouble" not in one, one
        assert one["seconds"] < 3 * _SECONDS, one
        assert one["megabytes"] < _MEGABYTES, one
        assert "read" in one or _SENTENCE.fullmatch(one["refused"]), one
        assert sum(mark in one.get("refused", "").replace(".docx). ", "") for mark in (". ", "! ")) == 0, one


def test_names_that_would_take_minutes_to_look_for_are_refused() -> None:
    with pytest.raises(CannotRead, match=r"names of those who changed this file.* have 300\u00a0010 letters"):
        read_bytes(long_names(10, 30_000))
    assert len(read_bytes(long_names(10, 29_000)).revisions) == 10


def test_a_style_that_each_paragraph_would_name_at_length_is_refused() -> None:
    with pytest.raises(CannotRead, match=r"names a style with 5\u00a0001 letters"):
        read_bytes(a_long_style_id(5_001))
    assert len(read_bytes(a_long_style_id(5_000)).draft.paragraphs) == 10


_PAGE = '<w:r><w:br w:type="page"/></w:r>'
_DRAWN = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>'
)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (p('<w:bookmarkStart w:id="1" w:name="a"/>' * 20_001), r"20\u00a0001 bookmarks, more than any text"),
        (p(f"<m:oMath>{'<m:r/>' * 30_001}</m:oMath>"), r"30\u00a0001 pieces of formulas, more than any text"),
        (p(_PAGE * 190) * 27, r"5\u00a0130 pictures and breaks of pages, more than any text"),
        (p(_PAGE * 501), "501 pictures and breaks of pages in one paragraph"),
        (p(_PAGE * 200 + "<w:r><w:br/></w:r>" * 600) * 2, None),
        (p(_DRAWN * 300), None),
        (p(_DRAWN * 501), "501 pictures and breaks of pages in one paragraph"),
    ],
)
def test_more_of_what_each_takes_its_time_than_any_text_has_is_refused(body: str, told: str | None) -> None:
    with contextlib.nullcontext() if told is None else pytest.raises(CannotRead, match=told):
        read_bytes(docx(body))


@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_more_relationships_than_any_file_has_are_refused(mode: str) -> None:
    assert len(read_bytes(many_relationships(19_000, mode)).draft.paragraphs) == 1
    with pytest.raises(CannotRead, match=r"more than 20\u00a0000 links among its parts"):
        read_bytes(many_relationships(20_000, mode))


_EDITABLE = [name for name in HOSTILE if name.startswith("240 nested")] + [
    "absurd numbers", "our own marks", "the same ids", "its own notes and styles", "no relationships",
    "names that climb", "styles in a circle", "a long chain of styles",
]  # fmt: skip


@pytest.mark.parametrize("name", _EDITABLE)
def test_what_opens_is_edited_or_refused_soon(name: str) -> None:
    data = HOSTILE[name]()
    reading = read_bytes(data)

    def edit() -> None:
        with contextlib.suppress(DraftError):
            new = _edited(reading, random.Random(1))
            scrubbed(write_redline(compare(reading.draft, new), base=data, origins=reading.origins))

    soon(edit, 10)


@pytest.fixture(scope="module")
def sources(shared: Path) -> list[Source]:
    files = {path.name: path.read_bytes() for path in sorted((shared / "word_files").glob("*.docx"))}
    text = (resources.files("resources") / "sample" / "vice_chairmans_text.txt").read_bytes()
    files["clean"] = write_clean(read_bytes(text).draft)
    found = [source_of(name, data) for name, data in files.items()]
    return [source for source in found if source is not None]


def test_real_files_damaged_at_random_are_read_or_refused(sources: list[Source]) -> None:
    """Small files more often than large ones."""
    weights = [1 / (20_000 + len(source.data)) for source in sources]
    read, refused = 0, []
    for seed in range(_VARIANTS):
        chance = random.Random(seed)
        source = chance.choices(sources, weights)[0]
        data, done = mutated(source, chance)
        take = partial(_read_or_refused, data, chance.choice(("accept", "reject")))
        try:
            reading = soon(take, _SECONDS)
        except Exception as error:
            raise AssertionError(f"variant {seed} of {source.name}: {done}") from error
        if isinstance(reading, CannotRead):
            refused.append(str(reading))
            continue
        read += 1
        assert reading.package is None or len(reading.origins) == len(reading.draft.paragraphs), (seed, done)
    assert read > _VARIANTS / 2
    assert all(map(_SENTENCE.fullmatch, refused))


def _read_or_refused(data: bytes, revisions: str) -> Reading | CannotRead:
    try:
        return read_bytes(data, revisions, "file.docx")
    except CannotRead as refusal:
        return refusal


def test_damaged_files_that_open_are_edited_or_refused(sources: list[Source]) -> None:
    small = [source for source in sources if len(source.data) < 20_000]
    written, refused = 0, []
    for seed in range(10_000, 10_000 + _EDITED):
        chance = random.Random(seed)
        data, done = mutated(chance.choice(small), chance)
        try:
            reading = read_bytes(data, name="file.docx")
            write_redline(compare(reading.draft, _edited(reading, chance)), base=data, origins=reading.origins)
            written += 1
        except DraftError as refusal:
            refused.append(str(refusal))
        except Exception as error:
            raise AssertionError(f"variant {seed}: {done}") from error
    assert written > _EDITED / 2
    assert all(map(_SENTENCE.fullmatch, refused))


def _edited(reading: Reading, chance: random.Random) -> Draft:
    paragraphs = list(reading.draft.paragraphs) or [Paragraph(Kind.TEXT, ())]
    at = chance.randrange(len(paragraphs))
    paragraphs[at] = replace(paragraphs[at], runs=(*paragraphs[at].runs, Run(" and thereafter")))
    return replace(reading.draft, paragraphs=tuple(paragraphs))
