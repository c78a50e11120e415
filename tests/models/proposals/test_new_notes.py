"""Notes that one author puts in and in whose words others write."""

from __future__ import annotations

from models.compiling.compilation import write_compilation
from models.draft import Draft
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import Returned, read_returned
from models.word.read import read_word
from tests.models.word.word_xml import d, dele, docx, ins, p, t

FRANCE, KENYA, PERU = (f'w:id="{n}" w:author="{name}"' for n, name in enumerate(("France", "Kenya", "Peru"), 1))
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def returned(words: str) -> Returned:
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{words}</w:p></w:footnote>'
    return read_returned(docx(p(t("Recalling it") + ins(REFERENCE, FRANCE) + t(",")) + p("The end."), footnotes=note))


def notes(one: Draft) -> list[str]:
    return [note.text for note in one.footnotes]


def test_each_writes_in_its_own_name() -> None:
    words = ins(t("See A/1"), FRANCE) + ins(t(", para. 2"), KENYA) + ins(dele(d(" again"), KENYA), FRANCE)
    came = returned(words + ins(t(" and A/2"), PERU) + ins(t("."), FRANCE))
    assert came.exact
    france, kenya, peru = came.proposals
    assert [one.kind for one in came.proposals] == ["reword"] * 3
    assert (france.author, kenya.author, peru.author) == ("France", "Kenya", "Peru")
    assert (kenya.against, peru.against, kenya.place.words) == (france.key, kenya.key, ", para. 2")
    assert {n for one in came.proposals for n in one.revisions} == set(range(len(came.sent.revisions)))
    for one in came.proposals:
        assert {came.sent.revisions[n].author for n in one.revisions} == {one.author}
    base = came.base.draft
    assert notes(applied(base, [france])) == ["See A/1 again."]
    assert notes(applied(base, [france, kenya])) == ["See A/1, para. 2."]
    assert notes(applied(base, came.proposals)) == ["See A/1, para. 2 and A/2."]
    assert applied(base, [kenya]) == base


def test_a_compilation_names_each_of_them() -> None:
    came = returned(ins(t("See A/1"), FRANCE) + ins(t(", para. 2"), KENYA) + ins(t("."), FRANCE))
    wishes: dict[str, list[Proposal]] = {"F": [], "K": []}
    for one in came.on(came.base.draft, "node").placed:
        wishes[one.author[0]].append(one)
    made = write_compilation(came.base.draft, wishes)
    assert notes(read_word(made.data).draft) == ["See A/1, para. 2."]
    assert notes(read_word(made.data, "reject").draft) == []
    told = [(one.author, one.text) for one in read_word(made.data).revisions]
    assert ("K", ", para. 2") in told
    assert [text for author, text in told if author == "K"] == [", para. 2"]


def test_what_one_writes_in_its_own_note_is_part_of_it() -> None:
    came = returned(ins(t("See "), FRANCE) + ins(t("A/1."), FRANCE))
    (one,) = came.proposals
    assert one.revisions == tuple(range(len(came.sent.revisions)))
    assert notes(applied(came.base.draft, [one])) == ["See A/1."]
