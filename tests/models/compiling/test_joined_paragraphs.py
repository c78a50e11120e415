"""Two paragraphs joined by one delegation: in its compiled file the mark between them goes and nothing else."""

from __future__ import annotations

import re

import pytest

from models.compiling.compilation import write_compilation
from models.compiling.unasked import unasked
from models.draft import Draft
from models.proposals.returned import read_returned
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from tests.models.word.word_xml import d, dele, docx, ins, p, t

_FRANCE = 'w:id="1" w:author="France"'
_JOINED = f"<w:del {_FRANCE}/>"
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_NOTES = (
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> See resolution 1.</w:t></w:r></w:p></w:footnote>'
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
        (p(_LONG, mark=_JOINED) + p("of it;") + _MOVED[0] + p("Invites donors;") + _MOVED[1], 1),
    ],
    ids=lambda one: "",
)  # fmt: skip
def test_only_the_mark_goes(body: str, marks: int) -> None:
    data = docx(p("Recalling its resolution 55/196,") + body + p("Decides to remain seized."), footnotes=_NOTES)
    package = Package(data)
    resolve(package, "reject")
    file = package.to_bytes()
    base, wishes = read_word(file), {"France": list(read_returned(data).proposals)}
    made = write_compilation(base.draft, wishes, base=file, origins=base.origins)
    assert list(unasked(made.data, base.draft, wishes)) == []
    assert _read(read_word(made.data, "reject").draft) == _read(base.draft)
    assert _read(read_word(made.data).draft) == _read(read_word(data).draft)
    found = [one.kind for one in read_word(made.data).revisions]
    assert found.count("paragraph-delete") == marks
    assert [one.text for one in read_word(made.data).revisions if one.kind == "delete"] == re.findall(
        "<w:delText[^>]*>([^<]*)<", body
    )
