"""Comments of Word files: who wrote them, where they stand, what answers them, what is resolved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Run
from models.reading.reading import Comment
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import d, dele, ins, p, parts, t, zipped
from tests.timed import timed

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number: int, *lines: str, author: str = "Delegation A", para: str = "") -> str:
    said = "".join(f'<w:p {W14} w14:paraId="{para}">{t(line)}</w:p>' for line in lines)
    by = f'w:author="{author}" w:initials="A" w:date="2003-11-14T10:00:00Z"'
    return f'<w:comment w:id="{number}" {by}>{said}</w:comment>'


def file(body: str, comments: str, states: str | None = None, ids: str | None = None, **others: str) -> bytes:
    files = parts(body, comments=comments, **others)
    rels = "word/_rels/document.xml.rels"
    for kind, said in (("commentsExtended", states), ("commentsIds", ids), ("commentsExtensible", ids)):
        if said is not None:
            files[f"word/{kind}.xml"] = f"<w15:{kind} {W15}>{said}</w15:{kind}>".encode()
            link = f'<Relationship Id="{kind}" Type="http://y/{kind}" Target="{kind}.xml"/></Relationships>'
            files[rels] = files[rels].replace(b"</Relationships>", link.encode())
    return zipped(files)


def places(data: bytes, revisions: str = "accept") -> list[tuple[str, str | None]]:
    """The words of each comment, and the words it stands on."""
    reading = read_word(data, revisions)
    texts = [paragraph.text for paragraph in reading.draft.paragraphs]
    return [(c.text, None if c.paragraph is None else texts[c.paragraph][c.start : c.end]) for c in reading.comments]


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (p("Decides ", start(0), t("to meet"), end(0), t(" soon;")), "to meet", "to meet"),
        (p("Decides to meet", '<w:r><w:commentReference w:id="0"/></w:r>', t(" soon;")), "", ""),
        (p("Decides ", start(0), t("to ")) + p("meet", end(0), t(";")), "to ", "to "),
        (p("Decides ", start(0), ins(t("not ")), t("to meet"), end(0)), "not to meet", "to meet"),
        (p("Decides ", dele(d("not ")), start(0), t("to meet"), end(0)), "to meet", "to meet"),
        (p("Decides") + start(0) + p("Urges") + end(0), "Urges", "Urges"),
        (p("(a)\tDecides ", start(0), t("to meet"), end(0)), "to meet", "to meet"),
        (p("Decides ", start(0), t("to meet")), "", ""),
        (p("Decides"), None, None),
    ],
)  # fmt: skip
def test_where_a_comment_stands(body: str, accepted: str | None, rejected: str | None) -> None:
    data = file(body, comment(0, "When?"))
    assert places(data) == [("When?", accepted)]
    assert places(data, "reject") == [("When?", rejected)]


def test_a_comment_tells_its_author_and_lines() -> None:
    (read,) = read_word(file(p(start(0), t("Decides"), end(0)), comment(0, "When?", "Where?"))).comments
    assert read == Comment("Delegation A", "A", "2003-11-14T10:00:00Z", "When?\nWhere?", 0, 0, 7)


def test_comments_of_a_deletion_go_with_it() -> None:
    data = file(
        p("Decides", dele(start(0) + d(" not") + '<w:r><w:commentReference w:id="0"/></w:r>')), comment(0, "Why?")
    )
    assert places(data) == []
    assert places(data, "reject") != []


def test_replies_stand_in_their_thread_and_what_is_resolved_is_said() -> None:
    body = p(*(start(n) for n in range(4)), t("Decides"), *(end(n) for n in range(4)))
    said = "".join(
        comment(n, word, para=f"0000000{n}") for n, word in enumerate(("When?", "Soon.", "No, later.", "Who?"))
    )
    states = (
        '<w15:commentEx w15:paraId="00000000" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'
        '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="FFFFFFFF" w15:done="0"/>'
    )
    read = read_word(file(body, said, states)).comments
    assert [(one.text, one.resolved, [reply.text for reply in one.replies]) for one in read] == [
        ("When?", True, ["Soon.", "No, later."]),
        ("Who?", False, []),
    ]


def test_the_ids_of_comments_are_numbers_however_their_letters_are_written() -> None:
    body = p("A ", start(0), start(1), t("b"), end(0), end(1))
    said = comment(0, "Why?", para="0000000A") + comment(1, "So.", para="0000000b")
    states = (
        '<w15:commentEx w15:paraId="0000000a" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="1"/>'
    )
    (one,) = read_word(file(body, said, states)).comments
    assert (one.text, one.resolved, [reply.text for reply in one.replies]) == ("Why?", True, ["So."])


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_comment_in_a_note_stands_in_it(kind: str) -> None:
    said = t("See ") + start(0) + dele(d("the ")) + t("resolution 1") + end(0) + t(".")
    notes = f'<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/></w:r>{t(" ")}{said}</w:p></w:{kind}>'
    body = p("First;") + p(t("Decides"), f'<w:r><w:{kind}Reference w:id="2"/></w:r>', t(" to meet;"))
    for choice in ("accept", "reject"):
        reading = read_word(file(body, comment(0, "Which?"), **{f"{kind}s": notes}), choice)
        (one,) = reading.comments
        assert (one.paragraph, one.footnote) == (1, reading.draft.footnotes[0].id)
        words = reading.draft.footnotes[0].text[one.start : one.end]
        assert words == ("resolution 1" if choice == "accept" else "the resolution 1")


def test_comments_that_answer_each_other_in_a_circle_are_all_read() -> None:
    said = "".join(comment(n, str(n), para=f"0000000{n}") for n in range(3))
    states = "".join(
        f'<w15:commentEx w15:paraId="0000000{n}" w15:paraIdParent="0000000{(n + 1) % 3}"/>' for n in range(3)
    )
    read = read_word(file(p("Decides"), said, states)).comments
    assert sorted(one.text for thread in read for one in (thread, *thread.replies)) == ["0", "1", "2"]


def answered_in_turn(many: int) -> bytes:
    """A file of comments each of which answers the one before."""
    said = "".join(comment(n, f"Word {n}", para=f"{n:08X}") for n in range(many))
    states = "".join(
        f'<w15:commentEx w15:paraId="{n:08X}"' + (f' w15:paraIdParent="{n - 1:08X}"/>' if n else "/>")
        for n in range(many)
    )
    return file(p("Decides"), said, states)


def test_a_thread_of_thousands_takes_no_square_of_the_time() -> None:
    def took(many: int) -> float:
        data = answered_in_turn(many)
        reading, seconds = timed(lambda: read_word(data))
        (thread,) = reading.comments
        assert [one.text for one in thread.replies] == [f"Word {n}" for n in range(1, many)]
        return seconds

    few = min(took(500) for _ in range(3))
    assert took(8000) < 60 * few


def test_comments_with_one_id_are_all_read() -> None:
    assert len(read_word(file(p("Decides"), comment(0, "a") + comment(0, "b"))).comments) == 2


def test_real_comments(shared: Path) -> None:
    folder = shared / "word_files"
    told = {
        path.name: [(one.text, len(one.replies), one.resolved) for one in read_word(path.read_bytes()).comments]
        for path in (
            folder / "JSv4__Docxodus__DD002-DenseComments.docx",
            folder / "ShayHill__docx2python__comments.docx",
            folder / "dotnet__Open-XML-SDK__Comment048.docx",
        )
    }
    assert [replies for _, replies, _ in told["JSv4__Docxodus__DD002-DenseComments.docx"]] == [0] * 6 + [1, 0, 0]
    assert [replies for _, replies, _ in told["ShayHill__docx2python__comments.docx"]] == [2, 0, 2, 0]
    assert [(replies, done) for _, replies, done in told["dotnet__Open-XML-SDK__Comment048.docx"]] == [
        (2, True), (0, False), (1, False), (0, True),
    ]  # fmt: skip


def test_comments_come_back_in_ones_own_redline(shared: Path) -> None:
    """Another paragraph is reworded; in the outcome, either way, every comment stands where it stood."""
    seen = 0
    for path in sorted((shared / "word_files").glob("*omment*.docx")):
        data = path.read_bytes()
        reading = read_word(data)
        held = {one.paragraph for one in reading.comments}
        free = [at for at, one in enumerate(reading.draft.paragraphs) if at not in held and len(one.text) > 20]
        if not reading.comments or not free:
            continue
        paragraphs = list(reading.draft.paragraphs)
        paragraphs[free[0]] = replace(paragraphs[free[0]], runs=(*paragraphs[free[0]].runs, Run(" and thereafter")))
        new = replace(reading.draft, paragraphs=tuple(paragraphs))
        written = write_redline(compare(reading.draft, new), base=data, origins=reading.origins)
        for revisions in ("accept", "reject"):
            assert read_word(written, revisions).comments == reading.comments, path.name
        seen += 1
    assert seen >= 5


@pytest.mark.parametrize("date", [None, "2025-11-17T00:00:00Z"], ids=["without a date", "with one"])
@pytest.mark.parametrize("more", ["", " and of the seas"], ids=["as it was", "reworded"])
def test_a_comment_goes_along_with_a_paragraph_that_moves(more: str, date: str | None) -> None:
    said = "Noting the report of the Secretary-General on the state of oceans"
    others = [f"{one} its resolution on the work of the Council in Geneva," for one in ("Recalling", "Reaffirming")]
    spanning = p(start(1), t(others[0])) + p(end(1), others[1])
    begun = p(start(2), "Whereas") + p(start(0), t(said), end(0), end(2))
    base = file(begun + spanning, comment(0, "When?") + comment(1, "Both?") + comment(2, "All?"))
    read = read_word(base)
    first, one, *rest = read.draft.paragraphs
    new = replace(read.draft, paragraphs=(first, *rest, replace(one, runs=(Run(said + more),))))
    written = write_redline(compare(read.draft, new), base=base, origins=read.origins, date=date)
    assert ("When?", said + more) in places(written)
    assert [text for text, _ in places(written)] == ["Both?", "All?", "When?"]
    assert ("All?", said + more) in places(written)
    assert places(written, "reject") == places(base)


def test_what_answers_a_comment_and_all_that_is_said_of_both_go_along_with_a_paragraph_that_moves() -> None:
    """The words stand in the run that calls; the answer has no place of its own."""
    said = "Noting the report of the Secretary-General on the state of oceans"
    call = f'<w:r><w:t>{said}</w:t><w:commentReference w:id="0"/></w:r>'
    others = [f"{one} its resolution on the work of the Council in Geneva," for one in ("Recalling", "Reaffirming")]
    states = (
        '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="1"/>'
    )
    base = file(
        p(start(0), call, '<w:commentRangeEnd w:id="0"/>') + "".join(map(p, others)),
        comment(0, "When?", para="0000000A") + comment(1, "Soon.", para="0000000B"),
        states,
        '<w15:commentId w15:paraId="0000000a" w15:durableId="7FFFFFFE"/>',
    )
    read = read_word(base)
    new = replace(read.draft, paragraphs=(*read.draft.paragraphs[1:], read.draft.paragraphs[0]))
    written = write_redline(compare(read.draft, new), base=base, origins=read.origins)
    for revisions in ("accept", "reject"):
        (one,) = (came := read_word(written, revisions)).comments
        assert (one.text, one.resolved, [reply.text for reply in one.replies]) == ("When?", True, ["Soon."])
        assert came.draft.paragraphs[one.paragraph or 0].text == said
    for kind, name in (("commentsIds", "00000001"), ("commentsExtensible", "0000000a")):
        root = Package(written).root_of(kind)
        assert root is not None
        assert [[*one.attrib.values()] for one in root] == [["0000000a", "7FFFFFFE"], [name, "00000001"]]
