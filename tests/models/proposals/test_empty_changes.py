"""Changes that hold nothing, as Word leaves them behind, make no difference: not to the texts, nor to whose is what."""

from __future__ import annotations

import pytest

from models.proposals.returned import Returned, read_returned
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

FRANCE = 'w:id="1" w:author="France"'
KENYA = 'w:id="2" w:author="Kenya"'
NEW = f"<w:ins {KENYA}/>"
# Each with a place, §, for what holds nothing.
BODIES = [
    p("Decides ", "§", ins(t("not "), KENYA), t("to meet;")) + p("The end."),
    p("Decides to meet;") + p(ins(t("Urges all;"), KENYA), mark=NEW) + p("§", ins(t("Urges none;"), KENYA), mark=NEW),
    p("Decides to meet;") + p(ins(t("Urges all;"), KENYA), "§", mark=NEW),
    p("Decides to meet;") + p("§", mark=NEW) + p("The end."),
    p("Decides to meet;", mark=NEW) + "§" + p(ins(t("Urges all;"), KENYA)) + p("The end."),
    p("Decides to meet;", mark=f"<w:del {KENYA}/>") + "§" + p("Urges all;"),
    p("Decides ", ins("§" + t("not "), KENYA), t("to meet;")),
    p("Decides ", f'<w:hyperlink w:anchor="a">§{ins(t("not "), KENYA)}</w:hyperlink>'),
    table(row(cell(p("a", "§"), p(ins(t("b"), KENYA), "§", mark=NEW)))) + p("The end."),
]
INSIDE = {"nothing": "", "a run": "<w:r/>", "a look": "<w:r><w:rPr><w:b/></w:rPr></w:r>", "no letters": "<w:r>{}</w:r>"}


def words(returned: Returned) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    told = [(one.author, edit.come_text) for one in returned.proposals for edit in one.edits]
    texts = ([one.text for one in reading.draft.paragraphs] for reading in (returned.base, returned.sent))
    return (*texts, told)


@pytest.mark.parametrize("inside", INSIDE.values(), ids=INSIDE)
@pytest.mark.parametrize("tag", ["ins", "del", "moveFrom", "moveTo"])
def test_a_change_that_holds_nothing(tag: str, inside: str) -> None:
    letters = "<w:delText/>" if tag in ("del", "moveFrom") else "<w:t/>"
    empty = f"<w:{tag} {FRANCE}>{inside.format(letters)}</w:{tag}>"
    for body in BODIES:
        with_it, without = (read_returned(docx(body.replace("§", one))) for one in (empty, ""))
        assert with_it.exact, body
        assert words(with_it) == words(without), body
        assert any(one.author == "France" for one in with_it.sent.revisions)
