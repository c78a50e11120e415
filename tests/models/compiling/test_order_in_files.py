"""What several put in at one point stands in the next compilation as a compilation that came back has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined, names_in
from models.compiling.wishes import wished
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.draft import Draft
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import cell, d, dele, ins, p, parts, row, t, table, zipped

AUTHORS = {"Anna": "Fiji", "Boris": "Ghana", "Carla": "Kenya"}
_BEGINS = "Welcomes"
FIRST, LAST = "Welcomes the report", "Remains seized."

Side = Sequence[tuple[str, str]]
"""What comes side by side, each with its author: one who has signed it is in the file as it left."""

Made = Callable[[Side], bytes]


def by(author: str) -> str:
    return f'w:id="7" w:author="{author}"'


def paragraphs(side: Side) -> bytes:
    return zipped(parts(p(FIRST) + whole(side) + p(LAST)))


def whole(side: Side) -> str:
    return "".join(p(ins(t(text), by(author)), mark=f"<w:ins {by(author)}/>") for author, text in side)


def begun_by_enter(side: Side) -> bytes:
    """The first of them by Enter at the end of the paragraph before: the end that was there is that of the new one."""
    (author, text), *others = side
    if author not in AUTHORS:
        return paragraphs(side)  # a compilation has it as a whole
    begun = p(t(FIRST), mark=f"<w:ins {by(author)}/>") + p(ins(t(text), by(author)))
    return zipped(parts(begun + whole(others) + p(LAST)))


def words(side: Side) -> bytes:
    return zipped(parts(p(t(FIRST) + "".join(ins(t(f" {text}"), by(author)) for author, text in side)) + p(LAST)))


@pytest.mark.parametrize("made", [paragraphs, begun_by_enter, words])
@pytest.mark.parametrize(
    "files",
    [
        pytest.param([[("Carla", "东道国"), ("Anna", "基金")]], id="of two in one file"),
        pytest.param([[("Boris", "bank"), ("Anna", "fund"), ("Boris", "host")]], id="on both sides in one file"),
        pytest.param([[("Anna", "fund")], [("Carla", "host"), ("Fiji", "fund")]], id="before another's"),
        pytest.param([[("Carla", "host")], [("Kenya", "host"), ("Anna", "fund")]], id="behind another's"),
        pytest.param(
            [[("Boris", "基金")], [("Carla", "东道国"), ("Ghana", "基金"), ("Carla", "会议")]], id="on both sides"
        ),
        pytest.param(
            [[("Carla", "host")], [("Anna", "fund")], [("Fiji", "fund"), ("Boris", "bank"), ("Kenya", "host")]],
            id="between those of two",
        ),
        pytest.param(
            [[("Anna", "fund")], [("Carla", "fund")], [("Fiji, Kenya", "fund"), ("Boris", "host")]],
            id="behind what two put in alike",
        ),
        pytest.param(
            [[("Anna", "fund")], [("Carla", "fund")], [("Boris", "host"), ("Fiji, Kenya", "fund"), ("Boris", "bank")]],
            id="on both sides of that",
        ),
        pytest.param(
            [[("Anna", "fund")], [("Boris", "fund")], [("Carla", "host"), ("Fiji, Ghana", "fund"), ("Anna", "bank")]],
            id="beside it, one of the two behind",
        ),
    ],
)
def test_it_stands_in_the_order_of_the_file(tmp_path: Path, made: Made, files: Sequence[Side]) -> None:
    data, draft, _ = compiled(tmp_path, [made(side) for side in files])
    last = files[-1]
    said = [text for _, text in last]
    assert "".join(one.text for one in read_word(data).draft.paragraphs).split() == all_of(said, made)
    names = [names_in(AUTHORS.get(author, author)) for author, _ in last]
    for name in {name for each in names for name in each}:
        own = [text for each, text in zip(names, said, strict=True) if name in each]
        assert "".join(one.text for one in taken_alone(data, name).paragraphs).split() == all_of(own, made)
    assert read_word(data, "reject").draft == draft


@pytest.mark.parametrize("at", [0, 1, 2], ids=["at the top", "between", "at the end"])
def test_rows_of_two_in_one_file_stand_as_there(tmp_path: Path, at: int) -> None:
    def made(*new: tuple[str, str]) -> bytes:
        old = [row(cell(p(text)), cell(p("1"))) for text in ("Land", "Sea")]
        rows = [
            row(*(cell(p(ins(t(word), by(author)), mark=mark)) for word in (text, "2")), properties=mark)
            for author, text in new
            for mark in (f"<w:ins {by(author)}/>",)
        ]
        return zipped(parts(p(FIRST) + table(*old[:at], *rows, *old[at:]) + p(LAST)))

    others = [[("Anna", "fund")], [("Carla", "host"), ("Boris", "bank"), ("Carla", "会议")]]
    for files in (others[1:], others):
        data, *_ = compiled(tmp_path, [made(*side) for side in files], base=made())
        said = [one.text for one in read_word(data).draft.paragraphs if one.cell]
        assert [one for one in said if one in ("host", "bank", "会议")] == ["host", "bank", "会议"]


def compiled(
    path: Path, files: Sequence[bytes], first: str = FIRST, base: bytes | None = None
) -> tuple[bytes, Draft, set[str]]:
    """What is compiled of some files that came back, on which draft, and in whose names they are kept."""
    base = base or zipped(parts(p(first) + p(LAST)))
    with Dossier.create(path / f"{len(files)}.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(base), "L.1.docx")])
        for author, name in AUTHORS.items():
            dossier.map_author(author, dossier.add_delegation(name).key)
        for number, file in enumerate(files):
            plan = planned(dossier, read_returned(file), f"{number}.docx", base=node.id)
            keep_returned(dossier, judged(plan, Compilations(dossier)))
        draft = dossier.draft(node.id)
        data = write_compilation(draft, joined(draft, wished(dossier, node)[0])).data
        return data, draft, {one.proposal.author for one in dossier.proposals()}


def all_of(said: Sequence[str], made: Made) -> list[str]:
    between = " " + " ".join(said) if made is words else "".join(said)
    return f"{FIRST}{between}{LAST}".split()


@pytest.mark.parametrize(
    ("side", "cut"),
    [
        pytest.param(("host", "gone", "fund"), False, id="before the words that go"),
        pytest.param(("gone", "fund", "host"), False, id="behind both"),
        pytest.param(("gone", "host", "fund"), True, id="between the two"),
        pytest.param(("gone", "host", "fund", "bank"), True, id="between the two and behind"),
        pytest.param(("host", "gone", "bank", "fund"), True, id="before both and between"),
    ],
)
def test_what_comes_for_words_stands_behind_them(tmp_path: Path, side: Sequence[str], cut: bool) -> None:
    """What another puts in before the words that go stands at another point: what comes for them is as it left."""

    def made(side: Sequence[str], name: str) -> bytes:
        pieces = {
            "host": ins(t(" host"), by("Carla")),
            "gone": dele(d(" report"), by(name)),
            "fund": ins(t(" fund"), by(name)),
            "bank": ins(t(" bank"), by("Carla")),
        }
        return zipped(parts(p(t(FIRST[:-7]) + "".join(pieces[one] for one in side)) + p(LAST)))

    data, _, kept = compiled(tmp_path, [made(("gone", "fund"), "Anna"), made(side, "Fiji")])
    left = [one for one in side if one != "gone"]
    for text, own in (
        (read_word(data).draft, left),
        (taken_alone(data, "Kenya"), [one for one in left if one != "fund"]),
    ):
        assert [one for one in text.paragraphs[0].text.split() if one in side] == own
    assert ("Fiji" in kept) == cut


@pytest.mark.parametrize("beside", ["paragraph", "words", "at once"])
def test_what_comes_before_words_that_another_strikes_comes_once(tmp_path: Path, beside: str) -> None:
    """A compilation has it behind these words, and so has the file of whoever asks for something beside it."""
    host, mark = by("Fiji"), f"<w:ins {by('Fiji')}/>"
    struck = f"<w:ins {host}>{dele(d(' of all'), by('Carla'))}</w:ins>"

    def made(before: str, behind: str, then: str = "", after: str = "") -> bytes:
        new = ins(t("Thanks"), host) + before + struck + behind + ins(t(" the host;"), host) + then
        return zipped(parts(p(FIRST) + p(new, mark=mark) + after + p(LAST)))

    now = ins(t(" also"), by("Boris"))
    own, again = ins(t(" and others"), by("Anna")), ins(t(" also"), by("Ghana"))
    new = p(own, mark=f"<w:ins {by('Anna')}/>")
    last = {
        "paragraph": made("", again, after=new),
        "words": made("", again, own),
        "at once": made("", again + own),
    }[beside]
    data, _, _ = compiled(tmp_path, [made("", ""), made(now, ""), last])
    assert "".join(one.text for one in read_word(data).draft.paragraphs).split().count("also") == 1
    if beside == "at once":
        assert taken_alone(data, "Fiji").paragraphs[1].text == "Thanks of all and others the host;"


@pytest.mark.parametrize("host", ["Fiji", "Kenya"])
@pytest.mark.parametrize("strikes", [(" report", " of all"), (" report", " of all", " the members")])
def test_what_stands_between_what_another_words_otherwise_stays_there(
    tmp_path: Path, strikes: Sequence[str], host: str
) -> None:
    """Ghana words otherwise what stands side by side, a file for each; then one puts something in between."""
    gone = (" report", " of all", " the members")
    come = (" fund", " for many", " states")
    one = next(author for author, name in AUTHORS.items() if name == host)

    def made(*authors: str, between: str = "") -> bytes:
        pieces = [
            dele(d(was), by(name)) + ins(t(now), by(name)) for name, was, now in zip(authors, gone, come, strict=False)
        ]
        pieces[1:1] = [between]
        return zipped(parts(p(t(_BEGINS) + "".join(pieces) + t("".join(gone[len(authors) :]))) + p(LAST)))

    files = [made(*["Ghana"] * n, "Boris") for n in range(len(strikes))]
    files.append(made(*["Ghana"] * len(strikes), between=ins(t(" host"), by(one))))
    data, draft, _ = compiled(tmp_path, files, _BEGINS + "".join(gone))
    left = [" fund", " host", *come[1 : len(strikes)]]
    assert read_word(data).draft.paragraphs[0].text == _BEGINS + "".join([*left, *gone[len(strikes) :]])
    assert taken_alone(data, host).paragraphs[0].text == _BEGINS + "".join([gone[0], " host", *gone[1:]])
    assert read_word(data, "reject").draft == draft
