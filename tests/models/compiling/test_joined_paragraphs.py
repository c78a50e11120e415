"""Two paragraphs joined by one delegation: in its compiled file the mark between them goes and nothing else."""

from __future__ import annotations

import re
from random import Random

import pytest

from models.compiling.clashes import clashes
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.unasked import unasked
from models.draft import Draft
from models.proposals.returned import read_returned
from models.reading.reading import Revision
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import d, dele, docx, ins, p, t

_FRANCE = 'w:id="1" w:author="France"'
_JOINED = f"<w:del {_FRANCE}/>"
_COME = f"<w:ins {_FRANCE}/>"
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_NOTES = "".join(
    f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{t(f" See resolution {at}.")}</w:p></w:footnote>'
    for at in range(2, 30)
)
_LONG = (
    "Requests the Secretary-General to submit to the General Assembly at its eighty-first session a report on the "
    "implementation of the present resolution; "
)
_HELD = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
_MOVED = (
    '<w:moveToRangeStart w:id="3" w:author="France" w:name="move1"/>'
    f"<w:p><w:pPr><w:rPr><w:moveTo {_FRANCE}/></w:rPr></w:pPr><w:moveTo {_FRANCE}>{t('Urges donors;')}</w:moveTo></w:p>"
    '<w:moveToRangeEnd w:id="3"/>',
    '<w:moveFromRangeStart w:id="4" w:author="France" w:name="move1"/><w:p><w:pPr><w:rPr>'
    f"<w:moveFrom {_FRANCE}/></w:rPr></w:pPr><w:moveFrom {_FRANCE}>{t('Urges donors;')}</w:moveFrom></w:p>"
    '<w:moveFromRangeEnd w:id="4"/>',
)


def _read(draft: Draft) -> list[tuple[str, list[tuple[int, str]]]]:
    notes = {note.id: note.text.strip() for note in draft.footnotes}
    found = []
    for one in draft.paragraphs:
        at, cited = 0, []
        for run in one.runs:
            at += len(run.text)
            cited += [(at, notes[run.footnote])] if run.footnote is not None else []
        found.append((one.text, cited))
    return found


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        (p(_LONG, properties=_NUMBERED, mark=_JOINED) + p("Also requests a summary;", properties=_NUMBERED), 1),
        (p(_LONG, mark=_JOINED) + p("the report shall cover water;"), 1),
        (p("Requests the ", mark=_JOINED) + p("Secretary-General to report to it."), 1),
        (p("Calls upon States ", mark=_JOINED) + p("and ", mark=_JOINED) + p("others to act;"), 2),
        (p(t("Requests the ") + _NOTE, mark=_JOINED) + p("Secretary-General to report to it;"), 1),
        (p(t(_LONG) + _NOTE + t(" "), mark=_JOINED) + p("Invites donors;"), 1),
        (p("Requests the Secretary-General to report,", mark=_JOINED) + p(_NOTE), 1),
        (p(_LONG, mark=_JOINED) + _HELD(p("Also requests a summary;") + p("Invites donors;")), 1),
        (_HELD(p("Invites donors;") + p(_LONG, mark=_JOINED)) + p("Also requests a summary;"), 1),
        (p(_LONG, mark=_JOINED) + p(ins(t("and a summary "), _FRANCE) + t("of it;"), properties=_NUMBERED), 1),
        (p(_LONG, mark=f"<w:ins {_FRANCE}/>") + p("and of water;", mark=_JOINED) + p("of its report;"), 1),
        (p(_LONG, mark=_JOINED) + p(dele(d("of it;"), _FRANCE), mark=_JOINED) + p("of its report;"), 2),
        (p(_LONG, mark=_JOINED) + p(mark=_JOINED) + p("of its report;"), 2),
        (p(t("Requests it;") + _NOTE, mark=_JOINED) + p(_NOTE.replace("2", "3"), mark=_JOINED) + p("Invites all;"), 2),
        (p(t("Requests ") + ins(t("it"), _FRANCE) + _NOTE, mark=_COME) + p("a ", mark=_JOINED) + p("Invites;"), 1),
        (p(t("The ") + dele(d("States "), _FRANCE) + ins(t("men "), _FRANCE) + _NOTE, mark=_JOINED) + p("shall;"), 1),
        (p("The ", mark=_JOINED) + p("States;", mark=_COME) + p(dele(d("shall;"), _FRANCE), mark=_JOINED), 1),
        (p(_LONG, mark=_JOINED) + p("of it;") + _MOVED[0] + p("Invites donors;") + _MOVED[1], 1),
    ],
    ids=lambda one: "",
)  # fmt: skip
def test_only_the_mark_goes(body: str, marks: int) -> None:
    found = _compiled(p("Recalling its resolution 55/196,") + body + p("Decides to remain seized."))
    assert [one.kind for one in found].count("paragraph-delete") == marks
    struck = re.findall("<w:delText[^>]*>([^<]*)<", body)
    assert [one.text for one in found if one.kind == "delete"] == struck


_KENYA = 'w:id="2" w:author="Kenya"'
_PUT, _TAKEN = f"<w:ins {_KENYA}/>", f"<w:del {_KENYA}/>"
_BETWEEN = (
    "“France” joins paragraph 2 to the next paragraph, and “Kenya” puts another between: all accepted, they stay apart"
)
_ALONE = (
    "“France” joins paragraph 2 to the next paragraph, which “Kenya” takes out: all accepted, nothing is joined to it"
)


@pytest.mark.parametrize(
    ("behind", "taken", "told"),
    [
        (p(mark=_PUT) + p("water."), ["Some ", "water."], [_BETWEEN]),
        (p(mark=_PUT) + p(mark=_PUT) + p("water."), ["Some ", "", "water."], [_BETWEEN]),
        (p(ins(t("All."), _KENYA), mark=_PUT) + p("water."), ["Some ", "All.", "water."], [_BETWEEN]),
        (p(dele(d("all;"), _KENYA), mark=_TAKEN) + p("water."), ["Some ", "water."], [_ALONE]),
        (p(dele(d("all;"), _KENYA)) + p("water."), ["Some ", "water."], []),
        (p(dele(d("all;"), _KENYA), mark=_TAKEN + _JOINED) + p("water."), ["Some water."],
         ["“Kenya” takes out paragraph 3, which “France” amends: all accepted, it is gone"]),
        (p(dele(d("all;"), _FRANCE), mark=_JOINED) + p(ins(t("All."), _KENYA), mark=_PUT) + p("water."),
         ["Some ", "All.", "water."], [_BETWEEN]),
        (p(dele(d("all;"), _FRANCE), mark=_JOINED) + p(dele(d("some;"), _KENYA), mark=_TAKEN) + p("water."),
         ["Some ", "water."], [_ALONE]),
    ],
    ids=["an empty one between", "two", "words between", "it goes", "its words go", "it goes and is joined on",
         "one goes, then another's is between", "one goes, then another's goes"],
)  # fmt: skip
def test_what_another_does_to_the_next_paragraph_is_told(behind: str, taken: list[str], told: list[str]) -> None:
    first, last = "The board", "It ends."
    made, clashing = _of_two(p(first) + p("Some ", mark=_JOINED) + behind + p(last))
    assert made == [first, *taken, last]
    assert clashing == told


def _of_two(body: str) -> tuple[list[str], list[str]]:
    """The compiled text of what France and Kenya ask for, seen to be exact for each; and what cannot be had."""
    data = docx(body)
    package = Package(data)
    resolve(package, "reject")
    file = package.to_bytes()
    base = read_word(file)
    wishes = {
        name: [one for one in read_returned(data).proposals if one.author == name] for name in ("France", "Kenya")
    }
    made = write_compilation(base.draft, joined(base.draft, wishes), base=file, origins=base.origins)
    assert _texts(read_word(made.data, "reject").draft) == _texts(base.draft)
    for name in wishes:
        assert _texts(taken_alone(made.data, name)) == _texts(taken_alone(data, name))
    told = [str(one) for one in clashes(base.draft, joined(base.draft, wishes))]
    return _texts(read_word(made.data).draft), told


@pytest.mark.parametrize(
    ("body", "taken"),
    [
        (p(mark=_TAKEN) + p(dele(d("all "), _FRANCE) + t("water.")), ["Some ", "water."]),
        (p() + p(mark=_TAKEN) + p(dele(d("all "), _FRANCE) + t("water.")), ["Some ", "", "water."]),
        (p() + p(dele(d("all;"), _KENYA), mark=_TAKEN) + p(dele(d("all "), _FRANCE) + t("water.")),
         ["Some ", "", "water."]),
        (p(mark=_PUT) + p(dele(d("all "), _FRANCE) + t("water.")), ["Some ", "", "water."]),
        (p(dele(d("all;"), _KENYA)) + p(dele(d("all "), _FRANCE) + t("water.")), ["Some ", "", "water."]),
        (p(dele(d("all "), _FRANCE) + dele(d("of it;"), _KENYA)) + p("water."), ["Some ", "water."]),
    ],
    ids=["it goes", "one of two goes", "one goes behind it", "it comes", "its words went", "they went by two"],
)  # fmt: skip
def test_an_empty_line_beside_words_that_go_stays_or_goes_as_it_is_asked(body: str, taken: list[str]) -> None:
    first, last = "The board", "It ends."
    made, _ = _of_two(p(first) + p("Some ") + body + p(last))
    assert made == [first, *taken, last]


def _texts(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs]


def _drawn(random: Random) -> str:
    """Some paragraphs of which France puts in, takes out, joins and parts what chance has it."""
    notes = iter(range(2, 30))

    def words(most: int = 8) -> str:
        return "".join(f"{random.choice(_LONG.split())} " for _ in range(random.randint(1, most)))

    def paragraph() -> str:
        change, end = random.random(), random.random()
        said = t(words()) if random.random() < 0.9 else ""
        said += dele(d(words(3)), _FRANCE) if 0.5 < change < 0.8 else ""
        said += ins(t(words(3)), _FRANCE) if change > 0.65 else ""
        said += _NOTE.replace("2", str(next(notes))) if random.random() < 0.3 or not said else ""
        said += t(words()) if random.random() < 0.5 else ""
        if random.random() < 0.1:
            return p(dele(d(words()), _FRANCE), mark=_JOINED)
        return p(said, mark=_JOINED if end < 0.3 else _COME if end < 0.4 else "")

    return "".join(paragraph() for _ in range(random.randint(4, 9)))


@pytest.mark.parametrize("seed", range(30))
def test_whatever_one_joins_and_parts_no_word_goes_that_stays(seed: int) -> None:
    body = _drawn(Random(seed))
    found = _compiled(p("Recalling its resolution 55/196,") + body + p("Decides to remain seized."))
    struck = "".join(re.findall("<w:delText[^>]*>([^<]*)<", body))
    assert "".join(one.text for one in found if one.kind == "delete") == struck


def _compiled(body: str) -> tuple[Revision, ...]:
    """The changes of the compiled file of what France asks for in a text, once it is seen to be what it asks for."""
    data = docx(body, footnotes=_NOTES)
    package = Package(data)
    resolve(package, "reject")
    file = package.to_bytes()
    base, wishes = read_word(file), {"France": list(read_returned(data).proposals)}
    made = write_compilation(base.draft, wishes, base=file, origins=base.origins)
    assert list(unasked(made.data, base.draft, wishes)) == []
    assert _read(read_word(made.data, "reject").draft) == _read(base.draft)
    assert _read(read_word(made.data).draft) == _read(read_word(data).draft)
    return read_word(made.data).revisions
