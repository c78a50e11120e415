"""What a delegation asks for in its own file and in a compilation that others marked is one wish, and so amended."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.wishes import NobodySaid, wished, wished_again, without_place
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.draft import Draft
from models.proposals.proposal import END
from models.proposals.returned import read_returned
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import d, dele, ins, p, parts, t, zipped

AUTHORS = {
    "Anna": "Fiji",
    "Fiji": "Fiji",
    "Boris": "Ghana",
    "Carla": "Kenya",
    "Kenya": "Kenya",
    "Dora": "Japan",
    "Japan": "Japan",
}
FIRST, LAST = "1. Calls upon all States to cooperate;", "2. Takes note of the report."
NEW = "Requests the Secretary-General to report in writing at its next session;"


def by(author: str) -> str:
    return f'w:id="7" w:author="{author}"'


def come(text: str, author: str = "Fiji") -> str:
    """Words that one puts in; those of a compilation are in the name of Fiji."""
    return ins(t(text), by(author))


def struck(text: str, author: str) -> str:
    """Words in the name of Fiji, struck by another."""
    return ins(dele(d(text), by(author)), by("Fiji"))


def within(content: str) -> bytes:
    """A file that came back, with words put into its last paragraph."""
    return zipped(parts(p(FIRST) + p(t(LAST[:-1]) + content + t("."))))


def new(content: str, author: str = "Fiji") -> bytes:
    """A file that came back, with a new paragraph."""
    return zipped(parts(p(FIRST) + p(content, mark=f"<w:ins {by(author)}/>") + p(LAST)))


ANNA = within(come(" and the urgent annex", "Anna"))
BORIS = within(come(" and the ") + struck("urgent ", "Boris") + come("annex"))
CARLA = within(come(" and ") + struck("the urgent", "Carla") + come(" annex"))
DORA = within(come(" and the") + come(" long", "Dora") + come(" urgent annex"))


def compiled(path: Path, *files: bytes) -> tuple[bytes, Draft]:
    """All that is asked for in files that came back, as one file; and the draft."""
    with Dossier.create(path) as dossier:
        base = read_word(zipped(parts(p(FIRST) + p(LAST))))
        (node,) = import_files(dossier, [Incoming(base, "L.1.docx")])
        for number, one in enumerate(files):
            keep_returned(dossier, planned(dossier, read_returned(one), f"{number}.docx", base=node.id))
        for author, delegation in AUTHORS.items():
            dossier.map_author(author, dossier.add_delegation(delegation).key)
        wishes, apart = wished(dossier, node)
        assert apart == 0
        draft = dossier.draft(node.id)
        return write_compilation(draft, joined(draft, wishes)).data, draft


def strikes(data: bytes) -> list[tuple[str | None, str]]:
    """Who strikes which words of a file."""
    root = Package(data).root("word/document.xml")
    found = (
        (one.get(w("author")), "".join(text.text or "" for text in one.iter(w("delText"))))
        for one in root.iter(w("del"))
    )
    return [one for one in found if one[1]]


def last(draft: Draft, at: int = -1) -> str:
    return draft.paragraphs[at].text


@pytest.mark.parametrize("files", [(ANNA, BORIS), (BORIS, ANNA), (BORIS,)])
def test_what_one_strikes_of_words_that_came_in_two_files_is_struck(tmp_path: Path, files: tuple[bytes, ...]) -> None:
    data, draft = compiled(tmp_path / "d.adref", *files)
    assert strikes(data) == [("Ghana", "urgent ")]
    assert last(read_word(data).draft) == "Takes note of the report and the annex."
    assert last(read_word(data, "reject").draft) == last(draft)
    assert last(taken_alone(data, "Fiji")) == "Takes note of the report and the urgent annex."
    assert last(taken_alone(data, "Ghana")) == last(draft)


def test_what_several_strike_in_files_of_their_own_is_struck_in_the_names_of_each(tmp_path: Path) -> None:
    data, _ = compiled(tmp_path / "d.adref", ANNA, BORIS, CARLA)
    assert strikes(data) == [("Kenya", "the "), ("Ghana, Kenya", "urgent"), ("Ghana", " ")]
    assert last(read_word(data).draft) == "Takes note of the report and annex."
    assert last(taken_alone(data, "Fiji")) == "Takes note of the report and the urgent annex."


def test_what_one_puts_in_and_what_others_strike_stands_where_each_had_it(tmp_path: Path) -> None:
    data, _ = compiled(tmp_path / "d.adref", ANNA, BORIS, DORA)
    assert strikes(data) == [("Ghana", "urgent ")]
    assert last(read_word(data).draft) == "Takes note of the report and the long annex."


def test_what_one_puts_into_anothers_words_in_two_files_comes_once(tmp_path: Path) -> None:
    again = within(come(" and the") + come(" long", "Japan") + struck(" urgent", "Boris") + come(" annex"))
    data, _ = compiled(tmp_path / "d.adref", ANNA, DORA, again)
    assert last(read_word(data).draft) == "Takes note of the report and the long annex."


def test_of_a_new_paragraph_each_strikes_its_words(tmp_path: Path) -> None:
    one = new(come(NEW[:31]) + struck(NEW[31:51], "Boris") + come(NEW[51:]))
    other = new(come(NEW[:41]) + struck(NEW[41:-1], "Carla") + come(NEW[-1]))
    data, _ = compiled(tmp_path / "d.adref", new(come(NEW, "Anna"), "Anna"), one, other)
    draft = read_word(data).draft
    assert len(draft.paragraphs) == 3
    assert last(draft, 1) == NEW[:31] + ";"
    assert [name for name, _ in strikes(data)] == ["Ghana", "Ghana, Kenya", "Kenya"]


def test_words_that_go_stay_gone_where_what_comes_for_them_is_struck(tmp_path: Path) -> None:
    def file(content: str, author: str = "Fiji") -> bytes:
        gone = dele(d("report"), by(author))
        return zipped(parts(p(FIRST) + p(t("2. Takes note of the ") + gone + content + t("."))))

    one = file(struck("annual", "Boris") + come(" report and annex"))
    other = file(struck("annual report", "Carla") + come(" and annex"))
    data, _ = compiled(tmp_path / "d.adref", file(come("annual report and annex", "Anna"), "Anna"), one, other)
    assert last(read_word(data).draft) == "Takes note of the  and annex."
    assert strikes(data) == [("Fiji", "report"), ("Ghana, Kenya", "annual"), ("Kenya", " report")]


@pytest.mark.parametrize("words", [("full", "long", "report"), ("全面", "详细", "报告"), ("كامل", "طويل", "تقرير")])
def test_what_comes_into_the_words_in_place_of_others_comes_once_wherever_these_are_cut(
    tmp_path: Path, words: tuple[str, str, str]
) -> None:
    full, long, report = words

    def file(before: str, content: str, author: str = "Fiji") -> bytes:
        return zipped(
            parts(p(FIRST) + p(t("2. Takes note of the ") + before + dele(d("report"), by(author)) + content))
        )

    rest = come(f" {report}")
    own = file("", come(f"{full} {report}", "Anna"), "Anna")
    more = file(come("new and very ", "Anna"), come(f"{full} {report}"))
    one = file(come("new and very "), struck(full, "Carla") + come(long, "Carla") + rest)
    cut = come("new ") + struck("and ", "Boris") + come("very ")
    other = file(cut, struck(full, "Kenya") + come(long, "Kenya") + rest)
    data, _ = compiled(tmp_path / "d.adref", own, more, one, other)
    assert last(read_word(data).draft) == f"Takes note of the new very {long} {report}."


@pytest.mark.parametrize("words", ["very ", "new and ", "good "])
def test_part_of_what_one_puts_into_anothers_words_comes_once_where_a_later_file_has_no_more(
    tmp_path: Path, words: str
) -> None:
    files = [new(come("Welcomes the ") + come(own, "Carla") + come("fund;")) for own in ("very new and good ", words)]
    data, _ = compiled(tmp_path / "d.adref", *files)
    assert last(read_word(data).draft, -2) == "Welcomes the very new and good fund;"


@pytest.mark.parametrize(("again", "other"), [("the", False), ("the kind", True)])
def test_words_that_one_took_out_of_his_own_come_again_where_he_puts_them_in(
    tmp_path: Path, again: str, other: bool
) -> None:
    """Be it that another amends it in between."""

    def amended(was: str, now: str) -> bytes:
        return new(come("Thanks ") + struck(was, "Anna") + come(now, "Anna") + come(" host;"))

    files = [amended("the", "our"), new(come("Thanks our") + come(" dear", "Carla") + come(" host;"))]
    data, _ = compiled(tmp_path / "d.adref", *files[: 1 + other], amended("our", again))
    assert last(read_word(data).draft, -2) == f"Thanks {again}{' dear' * other} host;"


@pytest.mark.parametrize(
    ("files", "there"),
    [
        pytest.param(
            ["|the=our| host and the fund", "the host and |the=our kind| fund"],
            "our host and our kind fund",
            id="one in the words of the other",
        ),
        pytest.param(
            ["the |=kind |host and the fund", "the |=very kind |host and the |=big |fund"],
            "the very kind host and the big fund",
            id="more of it at one",
        ),
    ],
)
def test_what_one_changes_at_several_places_of_anothers_words_stands_at_each(
    tmp_path: Path, files: list[str], there: str
) -> None:
    """Be it in copies of one file; what is changed stands between bars, before and after its sign."""

    def changed(words: str) -> str:
        was, _, now = words.partition("=")
        return struck(was, "Japan") * bool(was) + come(now, "Japan")

    back = [
        within("".join(changed(one) if "=" in one else come(one) for one in f" {file}".split("|") if one))
        for file in files
    ]
    data, draft = compiled(tmp_path / "d.adref", *back)
    assert last(read_word(data).draft) == f"Takes note of the report {there}."
    assert last(read_word(data, "reject").draft) == last(draft)


def test_what_stands_twice_in_one_file_stands_twice(tmp_path: Path) -> None:
    both = zipped(
        parts(
            p(come(NEW), mark=f"<w:ins {by('Fiji')}/>")
            + p(FIRST)
            + p(come(NEW[:31]) + struck(NEW[31:-1], "Boris") + come(";"), mark=f"<w:ins {by('Fiji')}/>")
            + p(LAST)
        )
    )
    data, _ = compiled(tmp_path / "d.adref", both)
    assert [one.text for one in read_word(data).draft.paragraphs].count(NEW) == 1
    assert len(read_word(data).draft.paragraphs) == 4


def taken_back(path: Path, *files: bytes) -> tuple[list[str], list[str], list[str]]:
    """The words of a compilation, of one made when that came back as it was, and who is said to write."""
    with Dossier.create(path) as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(zipped(parts(p(FIRST) + p(LAST)))), "L.1.docx")])
        for author in ("Anna", "Boris"):
            dossier.map_author(author, dossier.add_delegation(AUTHORS[author]).key)

        def keep(data: bytes, name: str) -> None:
            keep_returned(dossier, planned(dossier, read_returned(data), name, base=node.id))

        def written() -> bytes:
            wishes, _ = wished(dossier, node)
            draft = dossier.draft(node.id)
            return write_compilation(draft, joined(draft, wishes)).data

        for number, one in enumerate(files):
            keep(one, f"{number}.docx")
        first = written()
        keep(first, "all.docx")
        second = written()
        texts = [[one.text for one in read_word(data).draft.paragraphs] for data in (first, second)]
        return texts[0], texts[1], [one.author or "" for one in read_word(second).revisions]


def test_a_compilation_that_came_back_as_it_was_asks_for_nothing_more(tmp_path: Path) -> None:
    def anew(author: str, words: str) -> bytes:
        changed = dele(d("all States"), by(author)) + come(words, author)
        fresh = p(come(f"{words} too;", author), mark=f"<w:ins {by(author)}/>")
        return zipped(parts(p(t("1. Calls upon ") + changed + t(" to cooperate;")) + fresh + p(LAST)))

    before, after, names = taken_back(tmp_path / "d.adref", anew("Anna", "Members"), anew("Boris", "Parties"))
    assert len(before) == 4
    assert after == before
    assert set(names) == {"Fiji", "Ghana", "Fiji, Ghana", "Ghana with Fiji"}


def test_what_two_ask_for_alike_stays_one_where_a_compilation_is_amended(tmp_path: Path) -> None:
    both = within(come(" and the ", "Fiji, Kenya") + ins(dele(d("urgent"), by("Boris")), by("Fiji, Kenya")))
    own = [within(come(" and the urgent", author)) for author in ("Anna", "Carla")]
    data, _ = compiled(tmp_path / "d.adref", *own, both)
    assert strikes(data) == [("Ghana", "urgent")]
    assert (
        last(taken_alone(data, "Kenya"))
        == last(taken_alone(data, "Fiji"))
        == "Takes note of the report and the urgent."
    )
    assert last(read_word(data).draft) == "Takes note of the report and the ."


def same(path: Path, *files: bytes) -> list[tuple[int, list[int]]]:
    """Which wishes others hold already, by where the wishes of files that came back stand among all."""
    with Dossier.create(path) as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(zipped(parts(p(FIRST) + p(LAST)))), "L.1.docx")])
        for author, delegation in AUTHORS.items():
            dossier.map_author(author, dossier.add_delegation(delegation).key)
        for number, data in enumerate(files):
            keep_returned(dossier, planned(dossier, read_returned(data), f"{number}.docx", base=node.id))
        at = {one.key: number for number, one in enumerate(dossier.proposals())}
        return sorted((at[key], [at[one] for one in of]) for key, of in wished_again(dossier, node).items())


def test_what_a_compilation_has_of_a_file_before_is_known_as_that_wish(tmp_path: Path) -> None:
    assert same(tmp_path / "d.adref", ANNA, BORIS) == [(1, [0])]


def test_what_is_worded_anew_is_known_as_the_wish_that_has_all_of_it_now(tmp_path: Path) -> None:
    added = within(come(" and the urgent annex") + come(" too", "Boris"))
    taken = within(come(" and the urgent ") + struck("annex", "Anna") + come(" now", "Anna"))
    assert same(tmp_path / "d.adref", ANNA, added, taken) == [(0, [2])]


def test_words_that_two_of_one_delegation_put_in_side_by_side_are_two_wishes(tmp_path: Path) -> None:
    one = zipped(
        parts(p(FIRST) + p(t("2. Takes note of the ") + dele(d("report"), by("Anna")) + come("text", "Anna") + t(".")))
    )
    other = within(come("text", "Otto"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(AUTHORS, "Otto", "Fiji")
        data, _ = compiled(tmp_path / "d.adref", one, other)
    assert last(read_word(data).draft) == "Takes note of the text text."


@pytest.mark.parametrize(("author", "words"), [("Ghana with Fiji", " "), ("Ghana, Fiji", " at once")])
def test_a_person_whose_delegation_was_said_is_no_signature_of_a_compilation(
    tmp_path: Path, author: str, words: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(zipped(parts(p(FIRST) + p(LAST)))), "L.1.docx")])
        *_, kenya = [dossier.add_delegation(name) for name in ("Fiji", "Ghana", "Kenya")]
        dossier.map_author(author, kenya.key)
        read = read_returned(within(come(words, author)))
        keep_returned(dossier, planned(dossier, read, "own.docx", base=node.id))
        assert list(wished(dossier, node)[0]) == ["Kenya"]


def test_two_persons_are_no_third_whose_name_has_a_comma(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(zipped(parts(p(FIRST) + p(LAST)))), "L.1.docx")])
        for author, delegation in (("Doe", "Kenya"), ("John", "Ghana")):
            dossier.map_author(author, dossier.add_delegation(delegation).key)
        read = read_returned(within(come(" at once", "Doe, John")))
        keep_returned(dossier, planned(dossier, read, "own.docx", base=node.id))
        with pytest.raises(NobodySaid):
            wished(dossier, node)


def test_what_has_no_authors_name_stays_out_and_is_told_until_it_is_said_whose_it_is(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(zipped(parts(p(FIRST) + p(LAST)))), "L.1.docx")])
        fiji, kenya = (dossier.add_delegation(name).key for name in ("Fiji", "Kenya"))

        def keep(words: str, author: str) -> None:
            read = read_returned(within(come(words, author)))
            keep_returned(dossier, planned(dossier, read, f"{author}.docx", base=node.id))

        keep(" at once", "")
        with pytest.raises(NobodySaid, match="an author without a name"):
            wished(dossier, node)
        keep(" again", "Anna")
        with pytest.raises(NobodySaid, match="“Anna”"):
            wished(dossier, node)
        dossier.map_author("Anna", fiji)
        assert list(wished(dossier, node)[0]) == ["Fiji"]
        assert without_place(dossier, node) == (
            "Not in the file: one proposal of an author without a name; say which delegation that is and compile again",
        )
        dossier.map_author("", kenya)
        assert list(wished(dossier, node)[0]) == ["Fiji", "Kenya"]
        assert without_place(dossier, node) == ()


def reworded(old: str, new: str, author: str) -> bytes:
    """A file that came back, with a word of its first paragraph replaced."""
    before, _, after = FIRST.partition(old)
    return zipped(parts(p(t(before) + dele(d(old), by(author)) + come(new, author) + t(after)) + p(LAST)))


def without_first(text: str, author: str) -> bytes:
    """A file that came back, with its first paragraph, that reads so now, struck."""
    return zipped(parts(p(dele(d(text), by(author)), mark=f"<w:del {by(author)}/>") + p(LAST)))


AROUND = "puts in at OP1, “act”, is not in it: it takes out the words around it too"
ANEW = "asked for at OP1 in an earlier file is not in it: a later one words it anew"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        # What she typed without tracking her own deletion strikes.
        pytest.param([without_first(FIRST.replace("cooperate", "act"), "Anna")], None, id="without tracking"),
        pytest.param([reworded("cooperate", "act", "Otto"), without_first(FIRST, "Anna")], AROUND, id="two persons"),
        pytest.param([reworded("cooperate", "act", "Anna"), without_first(FIRST, "Anna")], ANEW, id="a later file"),
        pytest.param([reworded("cooperate", "act", "Carla"), without_first(FIRST, "Anna")], None, id="of another"),
        pytest.param([without_first(FIRST, "Anna")], None, id="struck alone"),
    ],
)
def test_what_a_delegation_puts_in_where_it_takes_out_the_words_around_is_told(
    tmp_path: Path, files: list[bytes], told: str | None
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(zipped(parts(p(FIRST) + p(LAST)))), "L.1.docx")])
        for number, one in enumerate(files):
            plan = planned(dossier, read_returned(one), f"Anna {number}.docx", base=node.id)
            plan, also = plan.with_unasked("Anna")
            keep_returned(dossier, plan, also=also)
        for author, delegation in {**AUTHORS, "Otto": "Fiji"}.items():
            dossier.map_author(author, dossier.add_delegation(delegation).key)
        wishes, _ = wished(dossier, node)
        draft = dossier.draft(node.id)
        data = write_compilation(draft, joined(draft, wishes)).data
        assert [one.text for one in taken_alone(data, "Fiji").paragraphs] == ["Takes note of the report."]
        assert [*without_place(dossier, node)] == ([f"What “Fiji” {told}"] if told else [])


@pytest.mark.parametrize("word", ["Notes", "Sees", "Reads", "Hears", "Has", "Requests"])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("above", ["", " more"])
@pytest.mark.parametrize("author", ["Anna", "Fiji"])
def test_a_new_paragraph_of_one_file_stands_before_the_first_word_of_another(
    tmp_path: Path, word: str, first: bool, above: str, author: str
) -> None:
    """Be it that the file has more above it: what comes is counted in each file for itself."""
    head = p(t(FIRST[:-1]) + (come(above, author) if above else "") + t(";"))
    own = zipped(parts(head + whole(NEW, author=author) + p(LAST)))
    other = zipped(parts(p(FIRST) + p(t("2. ") + dele(d("Takes"), by(author)) + come(word, author) + t(LAST[8:]))))
    data, _ = compiled(tmp_path / "d.adref", *((own, other) if first else (other, own)))
    texts = [one.text for one in read_word(data).draft.paragraphs]
    assert texts == [f"{FIRST[3:-1]}{above};", NEW, f"{word}{LAST[8:]}"]


def whole(*texts: str, author: str) -> str:
    return "".join(p(come(text, author), mark=f"<w:ins {by(author)}/>") for text in texts)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("files", "there"),
    [
        pytest.param(
            [
                whole(NEW, author="Anna")
                + p(t("2. ") + dele(d("Takes"), by("Anna")) + come("Has", "Anna") + t(LAST[8:])),
                p(t("2. ") + come("Also ", "Otto") + t(LAST[3:])),
            ],
            [NEW, f"Also Has{LAST[8:]}"],
            id="words of two persons",
        ),
        pytest.param(
            [
                whole("Urges all;", "Affirms it;", author="Carla") + p(LAST),
                p(t("2. ") + dele(d("Takes"), by("Anna")) + come("Has", "Anna") + t(LAST[8:])),
                whole("Welcomes the new fund;", "Affirms it;", author="Anna") + p(LAST),
            ],
            ["Welcomes the new fund;", "Urges all;", "Affirms it;", f"Has{LAST[8:]}"],
            id="a paragraph of two delegations",
        ),
    ],
)
def test_words_that_stand_behind_new_paragraphs_leave_all_else_in_order(
    tmp_path: Path, files: list[str], there: list[str], turned: bool
) -> None:
    back = [zipped(parts(p(FIRST) + one)) for one in files]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(AUTHORS, "Otto", "Fiji")
        data, _ = compiled(tmp_path / "d.adref", *(back[::-1] if turned else back))
    assert [one.text for one in read_word(data).draft.paragraphs[1:]] == there


@pytest.mark.parametrize(
    ("inserted", "there"),
    [
        pytest.param(come("really ", "Carla") + come("to go;"), "really to go;", id="before its words"),
        pytest.param(come("to ") + come("really ", "Carla") + come("go;"), "to really go;", id="between them"),
        pytest.param(come("to go") + come(" now", "Carla") + come(";"), "to go now;", id="behind them"),
        pytest.param(come("to ") + struck("go", "Carla") + come("be", "Carla") + come(";"), "to be;", id="for them"),
        pytest.param(come("至") + come("今", "Carla") + come("日；"), "至今日；", id="in Chinese"),
    ],
)
def test_what_another_changes_in_a_paragraph_begun_by_enter_at_an_end_stands_in_it(
    tmp_path: Path, inserted: str, there: str
) -> None:
    def begun(content: str, author: str) -> bytes:
        """The paragraph before has the new end, and the new one that which was there."""
        return zipped(parts(p(t(FIRST), mark=f"<w:ins {by(author)}/>") + p(content) + p(LAST)))

    back = begun(inserted, "Fiji")
    wishes = [one for one in read_returned(back).proposals if one.against is None]
    words = "".join(edit.come_text for one in wishes for edit in one.edits).strip(END)
    data, draft = compiled(tmp_path / "d.adref", back)
    assert [one.text for one in read_word(data).draft.paragraphs] == [FIRST[3:], there, LAST[3:]]
    assert read_word(data, "reject").draft == draft
    assert [one.text for one in taken_alone(data, "Fiji").paragraphs] == [FIRST[3:], words, LAST[3:]]
