"""Notes in a redline: edited within their own paragraphs, new ones where the file has its notes, ids that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from models.word.signs import NOTED
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, t, table

KINDS = ("footnote", "endnote")
SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


def place(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(*texts: tuple[int, str], kind: str = "footnote") -> str:
    """The notes of a part by id, the lines of their texts as paragraphs."""
    made = "".join(f'<w:{kind} w:type="{name}" w:id="{at}">{p(f"<w:r><w:{name}/></w:r>")}</w:{kind}>'
                   for name, at in SEPARATORS)  # fmt: skip
    for number, text in texts:
        first, *others = text.split("\n")
        paragraphs = p(f"<w:r><w:{kind}Ref/></w:r>", t(f" {first}")) + "".join(map(p, others))
        made += f'<w:{kind} w:id="{number}">{paragraphs}</w:{kind}>'
    return made


def redlined(old: bytes, new: bytes, lost: int = 0) -> Package:
    """The redline of two files, which holds both exactly and has no fault but places without a note."""
    base, other = read_word(old), read_word(new)
    comparison = compare(base.draft, other.draft)
    written = write_redline(comparison, base=old, origins=base.origins)
    assert differences(comparison, written) == ()
    assert [fault.code for fault in lint(written)] == ["note-missing"] * lost
    return Package(written)


def told(package: Package, kind: str = "footnote") -> list[str]:
    """The notes of a file by their ids, their paragraphs parted by ¶; struck words in (), new ones in [], marks too."""
    found = []
    for note in package.root(f"word/{kind}s.xml").iterchildren(w(kind)):
        if note.get(w("type")) is None:
            found.append(f"{note.get(w('id'))}: {'¶'.join(map(_told, note.iterchildren(w('p'))))}")
    return found


def _told(paragraph: etree._Element) -> str:
    said = ""
    for child in paragraph:
        text = "".join(part.text or "" for part in child.iter(w("t"), w("delText")))
        said += {w("ins"): f"[{text}]", w("del"): f"({text})", w("r"): text}.get(str(child.tag), "")
    mark = {w("ins"): "[", w("del"): "("}
    return said + "".join(mark.get(str(one.tag), "") for one in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("one two\nthree\nfour", "one two\nthree and\nfour", " one two¶three[ and]¶four"),
        ("one two\nthree\nfour", "one two\nfour", " one two¶(three)(¶four"),
        ("one two\nthree\nfour", "one two\nthree", " one two¶three(¶(four)"),
        ("one two\nthree", "one two\nnew line\nthree", " one two¶[new line][¶three"),
        ("one two\nthree", "one two\nthree\nnew line", " one two¶three[¶[new line]"),
        ("one two\nthree", "one two three", " one two(¶[ ]three"),
        ("one two three", "one two\nthree", " one two( )[¶three"),
    ],
    ids=["a word", "a line goes", "the last goes", "a line comes", "a last one comes", "joined", "parted"],
)
def test_a_note_is_edited_within_its_paragraphs(kind: str, old: str, new: str, wanted: str) -> None:
    body = p(t("Recalling this"), place(4, kind), t(","))
    files = [docx(body, **{f"{kind}s": notes((4, text), kind=kind)}) for text in (old, new)]
    assert told(redlined(*files), kind) == [f"4: {wanted}"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (None, "one|two\nthree", "[ one|two][¶[three]"),
        (None, "one|two", "[ one|two]"),
        ("one\nthree", "one|two\nthree", " one[|two]¶three"),
        ("one\nthree", "one\ntwo|and two\nthree", " one¶[two|and two][¶three"),
        ("one|two\nthree", "one\nthree", " one(|two)¶three"),
        ("one|two\nthree", "one|two|more\nthree", " one|two[|more]¶three"),
        ("one", "one|two", " one[|two]"),
        ("one", "one|two\nthree", " one[|two][¶[three]"),
        ("one\nfour", "one|two\nthree\nfour", " one[|two][¶[three]¶four"),
        ("one|two", "one\nthree", " one(|)[¶(two)[three]"),
        ("one|two|three", "one and\ntwo|three", " one[ and](|)[¶two|three"),
        ("one\ntwo", "one|three", " one[|](¶(two)[three]"),
        ("one\ntwo\nthree", "one\ntwo|three and more", " one¶two[|](¶three[ and more]"),
        ("one|two\nthree", "one\ntwo\nthree", " one(|)[¶two¶three"),
        ("one\ntwo\nthree", "one\ntwo|three", " one¶two[|](¶three"),
    ],
)
def test_an_end_of_a_line_in_a_note_ends_no_paragraph(kind: str, old: str | None, new: str, wanted: str) -> None:
    def file(text: str | None) -> bytes:
        cited = place(4, kind) if text is not None else ""
        part = notes(*([(4, text)] if text is not None else []), kind=kind)
        part = part.replace("|", '</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space="preserve">')
        return docx(p(t("Recalling this"), cited, t(",")), **{f"{kind}s": part})

    base, other = file(old), file(new)
    was, now = read_word(base), read_word(other)
    comparison = compare(was.draft, now.draft)
    written = write_redline(comparison, base=base, origins=was.origins, new_file=(other, now.origins))
    assert differences(comparison, written) == ()
    package = Package(written)
    for one in package.root(f"word/{kind}s.xml").iter(w("br")):
        one.tag, one.text = w("t"), "|"
    assert [line.partition(": ")[2] for line in told(package, kind)] == [wanted]


@pytest.mark.parametrize(
    ("new", "stays"),
    [
        ("See all of it.\nWater\nTwelve\nNo more.", True),
        ("See it.\nWater\nThirteen\nNo more.", True),
        ("See it.\nWater\nTwelve\nSo far.\nNo more.", True),
        ("See it.\nWater Twelve\nNo more.", False),
        ("See it.\nWater\nTwelve no more.", False),
        ("See it.\nWater\nNo more.", False),
    ],
)
def test_a_table_in_a_note_stays_unless_words_of_two_cells_are_joined(new: str, stays: bool) -> None:
    held = table(row(cell(p("Water")), cell(p("Twelve"))))
    base = docx(p(t("Recalling it"), place(1)), footnotes=notes((1, "See it.\nNo more.")).replace(
        p("No more."), held + p("No more.")
    ))  # fmt: skip
    package = redlined(base, docx(p(t("Recalling it"), place(1)), footnotes=notes((1, new))))
    text = package.root("word/document.xml")
    assert (next(text.iter(w("del")), None) is None) == stays
    if stays:
        kept = package.root("word/footnotes.xml")
        assert len(list(kept.iter(w("tc")))) == 2
        assert len(list(kept.iter(w("del")))) <= 1


def test_a_line_break_within_a_paragraph_of_a_note_stays() -> None:
    body = p(t("Recalling this"), place(1), t(","))
    old = notes((1, "one\ntwo")).replace("one</w:t>", "one</w:t><w:br/><w:t>half</w:t>")
    package = redlined(docx(body, footnotes=old), docx(body, footnotes=old.replace("two", "three")))
    assert told(package) == ["1:  onehalf¶(two)[three]"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_note_comes_where_the_file_has_its_notes_with_its_paragraphs(kind: str) -> None:
    old = p(t("Recalling this"), place(1, kind), t(",")) + p("Noting that,")
    new = p(t("Recalling this"), place(1, kind), t(",")) + p(t("Noting that"), place(2, kind), t(","))
    package = redlined(
        docx(old, **{f"{kind}s": notes((1, "one"), kind=kind)}),
        docx(new, **{f"{kind}s": notes((1, "one"), (2, "two\nlines"), kind=kind)}),
    )
    assert told(package, kind) == ["1:  one", "2: [ two][¶[lines]"]
    assert [one for one in KINDS if package.related(f"{one}s")] == [kind]


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_of_a_note_that_comes_or_goes_is_not_marked(kind: str) -> None:
    """It goes with its place in the text; where it is marked too, LibreOffice shows the words as if they stayed."""
    old = p(t("Recalling this"), place(1, kind), t(",")) + p("Noting that,")
    new = p("Recalling this,") + p(t("Noting that"), place(1, kind), t(","))
    package = redlined(
        docx(old, **{f"{kind}s": notes((1, "one"), kind=kind)}),
        docx(new, **{f"{kind}s": notes((1, "quite another"), kind=kind)}),
    )
    assert sorted(one[3:] for one in told(package, kind)) == ["( one)", "[ quite another]"]
    numbers = [*package.root(f"word/{kind}s.xml").iter(w(f"{kind}Ref"))]
    assert len(numbers) == 2
    assert not [above for one in numbers for above in one.iterancestors(w("ins"), w("del"))]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Endnotentext"><w:name w:val="endnote text"/><w:basedOn w:val="Standard"/>'
    '<w:link w:val="EndnotentextZchn"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
)


@pytest.mark.parametrize("styles", ["", STYLES], ids=["no styles", "styles"])
def test_a_new_footnote_is_one_in_a_file_that_has_endnotes_alone(styles: str) -> None:
    old = p(t("Recalling this"), place(1, "endnote"), t(",")) + p("Noting that,")
    new = p(t("Recalling this"), place(1, "endnote"), t(",")) + p(t("Noting that"), place(1), t(","))
    ends = notes((1, "one"), kind="endnote")
    more = {"styles": styles} if styles else {}
    settings = '<w:zoom w:percent="100"/><w:endnotePr><w:endnote w:id="-1"/></w:endnotePr><w:compat/>'
    base = docx(old, endnotes=ends, settings=settings, **more)
    package = redlined(base, docx(new, endnotes=ends, footnotes=notes((1, "two")), **more))
    assert (told(package), told(package, "endnote")) == (["1: [ two]"], ["1:  one"])
    assert package.content_type("word/footnotes.xml").endswith("footnotes+xml")
    said = [str(one.tag).partition("}")[2] for one in package.root("word/settings.xml")]
    assert said == ["zoom", "footnotePr", "endnotePr", "compat"]
    between = [one.get(w("type")) for one in package.root("word/footnotes.xml")]
    assert between == ["separator", "continuationSeparator", None]
    assert package.data("word/endnotes.xml") == Package(base).data("word/endnotes.xml")
    if styles:
        added = {one.get(w("styleId")): one for one in package.root("word/styles.xml") if one.tag == w("style")}
        assert set(added) == {"Standard", "Endnotentext", "FootnoteText", "FootnoteReference"}
        assert [str(one.tag).partition("}")[2] for one in added["FootnoteText"]] == ["name", "basedOn", "rPr"]
        (look,) = package.root("word/footnotes.xml").iter(w("pStyle"))
        assert look.get(w("val")) == "FootnoteText"


@pytest.mark.parametrize(
    ("form", "now", "wanted"),
    [
        ("decimal", ((1, "endnote"), (2, "endnote")), "endnote"),  # it goes on in their count
        ("decimal", ((1, "endnote"), (1, "footnote")), "footnote"),
        ("decimal", ((1, "footnote"), (1, "endnote")), "footnote"),
        ("upperLetter", ((1, "endnote"), (2, "endnote")), "endnote"),
        ("upperLetter", ((1, "endnote"), (1, "footnote")), "footnote"),
    ],
)
def test_the_number_of_a_new_note_tells_its_kind(form: str, now: tuple[tuple[int, str], ...], wanted: str) -> None:
    lines = ("Recalling this", "Noting that") if now[0][1] == "endnote" else ("Noting that", "Recalling this")
    old = "".join(p(t(line), *([place(1, "endnote")] if line == "Recalling this" else []), t(",")) for line in lines)
    new = "".join(p(t(line), place(*one), t(",")) for line, one in zip(lines, now, strict=True))
    settings = f'<w:endnotePr><w:numFmt w:val="{form}"/></w:endnotePr>'
    parts = {"endnotes": notes((1, "one"), (2, "two"), kind="endnote"), "settings": settings}
    package = redlined(docx(old, **parts), docx(new, footnotes=notes((1, "two")), **parts))
    fresh = {kind: [one for one in told(package, kind) if "[" in one] for kind in KINDS if package.related(f"{kind}s")}
    assert [kind for kind, added in fresh.items() if added] == [wanted]


def test_a_new_note_with_a_roman_number_is_an_endnote_beside_footnotes() -> None:
    old = p(t("Recalling this"), place(1), t(",")) + p("Noting that,")
    new = p(t("Recalling this"), place(1), t(",")) + p(t("Noting that"), place(1, "endnote"), t(","))
    parts = {"footnotes": notes((1, "one")), "endnotes": notes((1, "two"), kind="endnote")}
    package = redlined(docx(old, footnotes=parts["footnotes"]), docx(new, **parts))
    assert told(package, "endnote") == ["1: [ two]"]


@pytest.mark.parametrize(
    ("stood", "now", "wanted"),
    [
        ((5, 3), (5, 3, 0), [5, 3, 6]),
        ((5, 3), (5, 0, 3), [5, 6, 3]),  # out of their order: LibreOffice mistakes the notes of such a file anyway
        ((1, 2), (1, 2, 0), [1, 2, 3]),
        ((1, 2), (1, 0, 2), [1, 2, 3]),
        ((1, 5), (1, 0, 5), [1, 2, 5]),
        ((2, 5), (0, 2, 5), [1, 2, 5]),
        ((2, 5), (2, 0, 0, 0, 5), [2, 3, 4, 5, 6]),
        ((2, 3, 4, 5), (2, 0, 3, 4, 5), [1, 2, 3, 4, 5]),  # one gives way, and not three
        ((1, 5, 6, 7), (1, 5, 0, 6, 7), [1, 2, 3, 6, 7]),
        ((3, 4, 9), (0, 3, 0, 4, 0, 9, 0), [1, 3, 4, 5, 6, 9, 10]),
        ((1, 2, 3), (0, 1, 2, 3), [1, 2, 3, 4]),  # no number is free before the first: all give way
    ],
)
def test_ids_of_notes_stay_unless_a_new_one_comes_before_them(
    stood: tuple[int, ...], now: tuple[int, ...], wanted: list[int]
) -> None:
    """LibreOffice gives the n-th place the note with the n-th lowest id."""

    def file(ids: tuple[int, ...]) -> bytes:
        fresh = iter(range(21, 30))
        shown = [one or next(fresh) for one in ids]
        body = "".join(p(t(f"Recalling matter {at}"), place(at), t(",")) for at in shown)
        return docx(body, footnotes=notes(*((at, f"Resolution {at}.") for at in sorted(shown))))

    package = redlined(file(stood), file(now))
    places = [int(one.get(w("id")) or 0) for one in package.root(package.main).iter(w("footnoteReference"))]
    assert places == wanted
    words = dict(line.split(": ") for line in told(package))
    assert [words[str(at)] for at, one in zip(wanted, now, strict=True) if one] == [
        f" Resolution {at}." for at in stood
    ]


def test_a_place_without_a_note_gets_no_new_one() -> None:
    def file(*ids: int, lost: int) -> bytes:
        body = "".join(p(t(f"Recalling matter {at}"), place(at), t(",")) for at in (*ids, lost))
        return docx(body, footnotes=notes(*((at, f"Resolution {at}.") for at in ids)))

    for lost in (2, 3, 7):
        package = redlined(file(1, lost=lost), file(1, 9, lost=lost), lost=1)
        there = {line.split(":")[0] for line in told(package)}
        places = [one.get(w("id")) or "" for one in package.root(package.main).iter(w("footnoteReference"))]
        assert [one in there for one in places] == [True, True, False]


def test_the_place_of_another_note_within_a_note_stays_where_it_is() -> None:
    def file(words: str, inner: str) -> bytes:
        within = notes((2, words), (3, "See resolution 78/1.")).replace(
            f"{words}</w:t></w:r>", f"{words}</w:t></w:r>{inner}"
        )
        return docx(p("Recalls", place(2), " the report", place(3), ";"), footnotes=within)

    cited = place(3) + t(" below.")
    written = redlined(file("As agreed; see also note ", cited), file("As agreed in June; see also note ", cited))
    note = next(one for one in written.root("word/footnotes.xml") if one.get(w("id")) == "2")
    assert [one.getparent().getparent().tag for one in note.iter(w("footnoteReference"))] == [w("p")]
    assert told(written)[0].count("See") == 0


def test_what_cites_a_note_that_hangs_elsewhere_now_is_foreseen() -> None:
    def citing(words: str, note: int) -> Paragraph:
        return Paragraph(Kind.OPERATIVE, (Run(words), Run(footnote=note), Run(" of the year;")))

    def draft(*paragraphs: tuple[str, int], first: int) -> Draft:
        sources = (first, 3 - first)
        notes = tuple(Footnote(at, str(at), (Run(f"Resolution 70/{n}."),)) for at, n in enumerate(sources, 1))
        return Draft(tuple(citing(*one) for one in paragraphs), notes)

    stay = ("Notes the water", "Urges all trade", "Invites schools")
    old = draft(("Recalls the report", 1), *zip(stay, (2, 1, 1), strict=True), first=1)
    new = draft(*zip(stay, (1, 2, 2), strict=True), first=2)
    attempts: list[bytes] = []
    write_redline(compare(old, new), base=None, made=attempts.append)
    assert len(attempts) == 1


def test_a_repeated_mention_of_a_note_made_anew_is_all_that_is_replaced_in_its_paragraph() -> None:
    """The paragraph that cites it first is cut in two; what cites it later names its place there."""
    first, again = Run("Recalling its report"), Run("Taking note of what the same report says of water,")
    old = Draft(
        (
            Paragraph(Kind.PREAMBULAR, (first, Run(footnote=1), Run(" and the decision of its board,"))),
            Paragraph(Kind.PREAMBULAR, (again, Run(footnote=1))),
        ),
        (Footnote(1, "1", (Run("A report."),)),),
    )
    cut = (
        Paragraph(Kind.PREAMBULAR, (first, Run(","), Run(footnote=1))),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling also the decision of its board,"),)),
    )
    base = write_clean(old)
    read = read_word(base)
    comparison = compare(read.draft, Draft((*cut, old.paragraphs[1]), old.footnotes))
    written = write_redline(comparison, base=base, origins=read.origins)
    assert differences(comparison, written) == ()
    later = list(Package(written).root("word/document.xml").iter(w("p")))[-1]
    assert "".join(one.text or "" for one in later.iter(w("delText"))) == "1"
    assert again.text in "".join(one.text or "" for one in later.iter(w("t")))


def test_a_note_is_as_seen_at_its_new_place_as_at_its_old_one() -> None:
    """Another that the file hides comes first: a note that moved, or is new, took its look and was seen no more."""
    hidden = place(1).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    texts = notes((1, "Hidden."), (2, "Seen."), (3, "New."))
    first, second, third = p("First", hidden, " of all;"), p("Second", place(2), " of all;"), p("Third of all;")
    old = docx(p("The General Assembly,") + first + second + third, footnotes=texts)
    for now in (second + first + third, second + third + first, first + second + p("Third", place(3), " of all;")):
        package = redlined(old, docx(p("The General Assembly,") + now, footnotes=texts))
        root = package.root("word/footnotes.xml")
        words = {note.get(w("id")): "".join(one.text or "" for one in note.iter(w("t"), w("delText"))) for note in root}
        places = list(package.root(package.main).iter(w("footnoteReference")))
        assert len(places) == 3
        for one in places:
            run = one.getparent()
            assert run is not None
            assert (run.find(f"{w('rPr')}/{w('vanish')}") is not None) == ("Hidden." in words[one.get(w("id"))])


def test_a_note_that_stands_at_two_places_is_edited_and_not_struck_where_one_of_them_goes() -> None:
    """Word has a note at one place only; other programs write files in which one id stands at several."""
    first, second, last = p("First", place(1), " of all;"), p("Second", place(1), " of all;"), p("Decides to meet.")
    old = docx(first + second + last, footnotes=notes((1, "one two")))
    base, new = read_word(old), read_word(docx(first + last, footnotes=notes((1, "one three"))))
    comparison = compare(base.draft, new.draft)
    written = write_redline(comparison, base=old, origins=base.origins)
    assert differences(comparison, written) == ()
    assert told(Package(written)) == ["1:  one (two)[three]"]


def of_notes(many: int) -> Draft:
    every = range(1, many + 1)
    words = Paragraph(Kind.TEXT, tuple(run for at in every for run in (Run(f"word{at}"), Run(footnote=at), Run(" "))))
    return Draft((words,), tuple(Footnote(at, str(at), (Run(f"Source {at}."),)) for at in every))


def spaces(data: bytes | Package) -> list[int]:
    """By how much the space behind the mark of each note is wider, in twentieths of a point."""
    package = data if isinstance(data, Package) else Package(data)
    lines = [list(one.iter(w("r"))) for one in package.root("word/footnotes.xml").iter(w("footnote"))]
    looks = [line[1].find(f"{w('rPr')}/{w('spacing')}") for line in lines if len(line) > 1]
    return [0 if look is None else int(look.get(w("val"), 0)) for look in looks]


@pytest.mark.parametrize(("before", "after"), [(1, 2), (9, 11), (11, 12), (98, 101)])
def test_the_words_of_a_new_note_begin_where_those_of_the_others_do(before: int, after: int) -> None:
    there, wanted = spaces(write_clean(of_notes(before))), spaces(write_clean(of_notes(after)))
    made = spaces(redlined(write_clean(of_notes(before)), write_clean(of_notes(after))))
    assert made[:before] == there
    assert len(made) == len(wanted) == after
    assert all(abs(one - other) <= 15 for one, other in zip(made, wanted, strict=True))  # three quarters of a point


@pytest.mark.parametrize(
    ("fewer", "more"),
    [
        (("Members", " to act"), ("Members present", " to act")),
        (("Members", ", to act"), ("Members, all", ", to act")),
        (("Members", " to act"), ("Members of it, present", " to act")),
    ],
)
def test_a_note_stays_where_words_come_or_go_before_its_mark(fewer: tuple[str, str], more: tuple[str, str]) -> None:
    files = [
        docx(p(t(f"Requests all {one}"), place(1), t(f"{two}.")), footnotes=notes((1, "See there.")))
        for one, two in (fewer, more)
    ]
    for old, new in (files, files[::-1]):
        package = redlined(old, new)
        assert told(package) == ["1:  See there."]
        reference = next(package.root(package.main).iter(w("footnoteReference")))
        assert not [*reference.iterancestors(w("ins"), w("del"))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("the Goals,", " and all else,"), ("the Goals", ", and all else,")),
        (("the Goals,", " and all else,"), ("the Goals", " and what comes, and all else,")),
        (("the old Goals,", " and all else,"), ("the new Goals", " and what comes, and all else,")),
        (("the Goals;", ""), ("the Goals", " in all;")),
        (("“the Goals”,", " in all;"), ("“the Goals”", ", and more, in all;")),
    ],
)
def test_a_note_whose_mark_steps_over_a_comma_stays(one: tuple[str, str], other: tuple[str, str]) -> None:
    files = [
        docx(p(t(f"Recalling {before}"), place(1), t(after)), footnotes=notes((1, "See there.")))
        for before, after in (one, other)
    ]
    for old, new in (files, files[::-1]):
        package = redlined(old, new)
        assert told(package) == ["1:  See there."]
        reference = next(package.root(package.main).iter(w("footnoteReference")))
        assert not [*reference.iterancestors(w("ins"), w("del"))]


def test_a_note_that_a_file_has_at_several_places_stays_at_each() -> None:
    body = p("Requests", place(1), t(" a report"), place(1), t(".")) + p("Decides", place(2), t(" to stay"), place(1))
    told_there = notes((1, "See there."), (2, "And here."))
    old = docx(body, footnotes=told_there)
    base = read_word(old)
    for new, changes in (body, 0), (body.replace("to stay", "to go on"), 2), (p("Requests a report", place(1)), None):
        comparison = compare(base.draft, read_word(docx(new, footnotes=told_there)).draft)
        written = write_redline(comparison, base=old, origins=base.origins)
        assert differences(comparison, written) == ()
        root = Package(written).root("word/document.xml")
        if changes is not None:
            assert len([*root.iter(w("ins"), w("del"))]) == changes
            standing = [
                one for one in root.iter(w("footnoteReference")) if not [*one.iterancestors(w("ins"), w("del"))]
            ]
            assert len(standing) == 4


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 2, 3, 0)], ids=["stays", "moves"])
def test_a_place_of_a_note_that_the_file_has_not_stays_where_it_stands(order: tuple[int, ...]) -> None:
    lines = [p(t("Notes with all States"), place(9), t(" the report of it;"))]
    lines += [p(f"{verb} all of them to meet in the capital;") for verb in ("Invites", "Requests", "Urges")]
    new = [lines[0].replace("of it", "of it and another"), *lines[1:]]
    package = redlined(docx("".join(lines)), docx("".join(new[at] for at in order)), lost=1)
    changes = [*package.root(package.main).iter(w("ins"), w("del"))]
    assert ["".join(one.itertext()) for one in changes if len(one)] == [" and another"]


def test_typed_marks_stay_as_they_are_where_a_note_comes() -> None:
    """Raised figures of a file without notes are read as further places of a note that has their number now."""
    raised = t("1", "<w:vertAlign w:val='superscript'/>")
    lines = [p(t("Noting the study"), raised, t(" of the Institute,")), p(raised, t(" Institute of Water."))]
    base = docx(p("Recalling its resolution,") + "".join(lines) + p("Decides to meet again."))
    before = read_word(base)
    first, *others = before.draft.paragraphs
    noted = Paragraph(first.kind, (*first.runs, Run(footnote=1)))
    comparison = compare(before.draft, Draft((noted, *others), (Footnote(1, "1", (Run("Resolution 1."),)),)))
    written = write_redline(comparison, base=base, origins=before.origins)
    assert {one.what for one in differences(comparison, written)} <= {"number"}
    kept = [list(one.root(one.main).iter(w("p")))[1:3] for one in (Package(base), Package(written))]
    assert [etree.tostring(one, method="c14n") for one in kept[0]] == [
        etree.tostring(one, method="c14n") for one in kept[1]
    ]
    assert len(read_word(written, "reject").draft.footnotes) == 0


@pytest.mark.parametrize(
    ("old", "new", "struck", "inserted"),
    [
        (": draft", ": new draft", [], ["new "]),
        (": draft", "", ["*", "*"], []),  # the place goes with all of its mark
    ],
)
def test_a_mark_of_its_own_in_several_runs_stays_or_goes_whole(
    old: str, new: str, struck: list[str], inserted: list[str]
) -> None:
    style = '<w:rStyle w:val="FootnoteReference"/>'
    own = f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    noted = own + t("*", style)
    styles = '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/></w:style>'
    their = {"footnotes": notes((1, "On behalf")), "styles": styles}
    changed = redlined(
        docx(p("Iraq", noted, t(old)), **their),
        docx(p("Iraq", noted, t(new)), **their) if new else docx(p("Iraq", t(old)), styles=styles),
    )
    for tag, words in (("del", struck), ("ins", inserted)):
        marked = changed.root(changed.main).iter(w(tag))
        assert [one.text for node in marked for one in node.iter(w("t"), w("delText"))] == words


def _cites(*marks: str | int) -> Draft:
    """A paragraph of words and places of notes, each note with words of its own."""
    runs = tuple(Run(one) if isinstance(one, str) else Run("", footnote=one) for one in marks)
    ids = dict.fromkeys(one for one in marks if isinstance(one, int))
    found = tuple(Footnote(one, str(at), (Run(f"Source {one}."),)) for at, one in enumerate(ids, 1))
    return Draft((Paragraph(Kind.PREAMBULAR, runs),), found)


@pytest.mark.parametrize(
    ("old", "new", "parted"),
    [
        (("Goals", 1, " and more"), ("Goals", 1, 2, " and more"), ["tracked"]),
        (("Goals", 1, " and more"), ("Goals", 2, 1, " and more"), ["new"]),
        (("Goals", " and more"), ("Goals", 1, 2, " and more"), ["new"]),
        (("Goals", 1, " and", 1, " more"), ("Goals", 1, " and", 2, 1, " more"), ["new"]),
        (("Goals", 1, " and more"), ("Goals", 1, " and", 2, " more"), []),
        (("Goals", 1, " and more"), ("Goals", 2, " and more"), []),
        (("Goals", 1, 2, " and more"), ("Goals", 1, " and more"), []),
    ],
)
def test_a_mark_beside_another_is_not_seen_as_one_number_with_it(
    old: tuple[str | int, ...], new: tuple[str | int, ...], parted: list[str]
) -> None:
    package = redlined(write_clean(_cites(*old)), write_clean(_cites(*new)))
    coming = [run for change in package.root(package.main).iter(w("ins")) for run in change.iter(w("r"))]
    tracked = package.root(package.main).iter(w("rPrChange"))
    roomy = ["new" for run in coming if run.find(f"{w('rPr')}/{w('spacing')}") is not None]
    assert [*roomy, *("tracked" for _ in tracked)] == parted


def test_a_raised_comma_between_two_marks_stays_and_goes_with_the_second() -> None:
    comma = t(",", '<w:vertAlign w:val="superscript"/>')
    texts = notes((1, "One."), (2, "Two."))

    def struck(*new: str) -> list[str]:
        other = docx(p(t("The armed conflict,"), *new, t(" and so on;")), footnotes=texts)
        package = redlined(
            docx(p(t("The conflict,"), place(1), comma, place(2), t(" and on;")), footnotes=texts), other
        )
        return [one.text or "" for one in package.root(package.main).iter(w("delText"))]

    assert struck(place(1), place(2)) == []
    assert struck(place(1)) == [","]
    assert struck(place(2)) == ["The conflict,", ",", " and on;"]


@pytest.mark.parametrize(("marks", "looks"), [("1*", ["superscript", "baseline"]), ("*1", ["baseline", "superscript"])])
def test_a_sign_that_is_a_mark_stands_as_the_words_and_a_figure_does_not_look_like_it(
    marks: str, looks: list[str]
) -> None:
    own = '<w:r><w:rPr><w:vertAlign w:val="{}"/></w:rPr><w:footnoteReference w:id="1"{}/>{}</w:r>'
    at = own.format(looks[0], *((' w:customMarkFollows="1"', "<w:t>*</w:t>") if marks[0] == "*" else ("", "")))
    base = docx(p(t("Iraq:"), at, t(" draft")) + p("Recalling it,"), footnotes=notes((1, "On behalf.")))
    read = read_word(base)
    added = replace(read.draft.footnotes[0], id=7, mark=marks[1], runs=(Run("Another."),))
    line = replace(read.draft.paragraphs[1], runs=(Run("Recalling it,"), Run(footnote=7)))
    new = Draft((read.draft.paragraphs[0], line), (*read.draft.footnotes, added))
    package = Package(write_redline(compare(read.draft, new), base=base, origins=read.origins))
    found = [next(one.getparent().iter(w("vertAlign"))) for one in package.root(package.main).iter(*NOTED)]
    assert [one.get(w("val")) for one in found] == looks


@pytest.mark.parametrize(("before", "after", "look"), [("*", "1", "superscript"), ("a", "*", "baseline")])
def test_a_figure_in_place_of_a_sign_is_raised_and_a_sign_in_place_of_a_figure_is_not(
    before: str, after: str, look: str
) -> None:
    own = '<w:r><w:rPr><w:vertAlign w:val="{}"/></w:rPr><w:footnoteReference w:id="1" w:customMarkFollows="1"/>{}</w:r>'
    at = own.format("baseline" if before == "*" else "superscript", f"<w:t>{before}</w:t>")
    base = docx(p(t("Recalling it"), at, t(" here,")), footnotes=notes((1, "On behalf.")))
    read = read_word(base)
    new = replace(read.draft, footnotes=(replace(read.draft.footnotes[0], mark=after),))
    written = write_redline(compare(read.draft, new), base=base, origins=read.origins)
    assert differences(compare(read.draft, new), written, of_file=True) == ()
    package = Package(written)
    resolve(package, "accept")
    (place,) = package.root(package.main).iter(*NOTED)
    assert [one.get(w("val")) for one in place.getparent().iter(w("vertAlign"))] == [look]
