"""Fields, links, content controls and the like around words, in redlines: where all they show goes, they go along."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve, text_parts
from models.word.showing import hollow
from tests.models.word.libreoffice_oracle import has_uno, read_with_libreoffice
from tests.models.word.lint import lint
from tests.models.word.validators import integrity_faults, sdk_faults, sdk_validator
from tests.models.word.word_xml import BY, BY_OTHER, cell, dele, docx, p, row, t, table

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText> QUOTE x </w:instrText></w:r>"
CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
AROUND = {
    "simple field": '<w:fldSimple w:instr=" QUOTE x " w:fldLock="1">{}</w:fldSimple>',
    "field": f"{FIELD.format('begin')}{CODE}{FIELD.format('separate')}{{}}{FIELD.format('end')}",
    "link": '<w:hyperlink w:anchor="there">{}</w:hyperlink>',
    "smart tag": '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    "custom XML": '<w:customXml w:element="e">{}</w:customXml>',
    "control": CONTROL,
    "two": f'<w:customXml w:element="e">{CONTROL}</w:customXml>',
    "direction": '<w:dir w:val="ltr">{}</w:dir>',
    "given twice": '<mc:AlternateContent><mc:Choice Requires="wps">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>'
    "</mc:AlternateContent>",
    "direction overridden": '<w:bdo w:val="ltr">{}</w:bdo>',
}
WORDS = "forty five"
WORDS_ALONE = f"<w:t>{WORDS}</w:t>"
SENTENCE = f"There are {WORDS} tables in this text, as all of us can see at first glance."
EDITS = {
    "all": None,
    "what is in it": SENTENCE.replace(f"{WORDS} ", ""),
    "something else for it": SENTENCE.replace(WORDS, "sixty"),
    "a part": SENTENCE.replace(" five", ""),
    "another part": SENTENCE.replace("forty ", "some "),
    "something within": SENTENCE.replace(" ", " or perhaps ").replace("or perhaps five", "and five"),
    "a move": "",
}
FIRST = "Recalls its resolution on the matter, adopted at an earlier session;"
LAST = "Decides to remain seized of the matter, and to consider it again at its next session."


def _base(around: str) -> str:
    head, tail = SENTENCE.split(WORDS)
    return p(t(head) + around.format(t(WORDS)) + t(tail))


def _body(around: str, holder: str) -> bytes:
    one = _base(around)
    if holder == "note":
        inner = one.replace("<w:p>", "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> </w:t></w:r>", 1)
        cites = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        return docx(
            p(t(FIRST), cites, t(" It is so.")) + p(LAST), footnotes=f'<w:footnote w:id="2">{inner}</w:footnote>'
        )
    if holder == "cell":
        return docx(p(FIRST) + table(row(cell(one), cell(p("Here."))), row(cell(p("One.")), cell(p("Two.")))) + p(LAST))
    return docx(p(FIRST) + one + p("Invites all to come;") + p(LAST))


def _edited(draft: Draft, holder: str, edit: str) -> Draft | None:
    """The draft with the edit done; None where nobody would do it there."""
    says = EDITS[edit]
    if holder == "note":
        (note,) = draft.footnotes
        if edit == "a move":
            return None
        if says is None:
            runs = tuple(run for run in draft.paragraphs[0].runs if run.footnote is None)
            return Draft((replace(draft.paragraphs[0], runs=runs), *draft.paragraphs[1:]))
        return replace(draft, footnotes=(replace(note, runs=(Run(says),)),))
    paragraphs = list(draft.paragraphs)
    at = next(at for at, one in enumerate(paragraphs) if one.text == SENTENCE)
    if edit == "a move":
        if holder == "cell":
            return None
        paragraphs.insert(len(paragraphs) - 1, paragraphs.pop(at))
    elif says is None and holder == "cell":
        paragraphs = [one for one in paragraphs if one.cell is None or one.cell[-2] != paragraphs[at].cell[-2]]  # type: ignore[index]
    elif says is None:
        del paragraphs[at]
    else:
        paragraphs[at] = replace(paragraphs[at], runs=(Run(says),))
    return Draft(tuple(paragraphs), draft.footnotes)


def _redlines(holder: str) -> dict[str, tuple[bytes, Draft, bytes]]:
    """By what is done to what: the base, the new draft, and the redline."""
    found = {}
    for (kind, around), edit in product(AROUND.items(), EDITS):
        base = _body(around, holder)
        read = read_word(base)
        new = _edited(read.draft, holder, edit)
        if new is None:
            continue
        comparison = compare(read.draft, new)
        written = write_redline(comparison, base=base, origins=read.origins)
        assert differences(comparison, written, hollow=0) == (), (kind, edit)
        found[f"{kind}, {edit}"] = base, new, written
    return found


@pytest.mark.parametrize("holder", ["text", "note", "cell"])
def test_nothing_is_left_of_what_stood_around_words_that_go(holder: str) -> None:
    for name, (_, _, written) in _redlines(holder).items():
        assert lint(written) == (), name
        for choice in ("accept", "reject"):
            package = Package(written)
            resolve(package, choice)
            assert hollow(package, text_parts(package)) == 0, (name, choice)


def test_a_control_that_goes_is_tracked_around_its_start_and_its_end() -> None:
    redlines = _redlines("text")
    for edit, kind in (("all", "Del"), ("what is in it", "Del"), ("something else for it", "Del"), ("a part", None)):
        package = Package(redlines[f"control, {edit}"][2])
        ranges = [str(one.tag) for one in package.root(package.main).iter("{*}*") if "customXml" in str(one.tag)]
        sides = ("Start", "End", "Start", "End") if kind else ()
        assert ranges == [w(f"customXml{kind}Range{side}") for side in sides], edit
    package = Package(redlines["control, a move"][2])
    starts = [
        one for kind in ("From", "To") for one in package.root(package.main).iter(w(f"customXmlMove{kind}RangeStart"))
    ]
    assert len(starts) == 4


def test_a_field_that_an_element_frames_goes_beside_what_others_struck_in_it() -> None:
    came, went = f"<w:ins {BY}>{t('about ')}</w:ins>", dele("gone", BY_OTHER)
    around = f'{came}<w:fldSimple w:instr=" QUOTE x ">{{}}{went}</w:fldSimple>'
    base = docx(p(FIRST) + _base(around) + p(LAST))
    read = read_word(base)
    new = Draft((read.draft.paragraphs[0], read.draft.paragraphs[-1]))
    comparison = compare(read.draft, new)
    written = write_redline(comparison, base=base, origins=read.origins, base_changes="keep")
    package = Package(written)
    assert next(package.root(package.main).iter(w("fldSimple")), None) is None
    assert read_word(written).draft == new
    assert read_word(written, "reject").draft == read_word(base, "reject").draft


@pytest.mark.parametrize(
    "inner",
    [
        f'<z:new xmlns:z="urn:z">{WORDS_ALONE}</z:new>',
        f'<z:new xmlns:z="urn:z">{t(WORDS)}</z:new>',
        f"<m:oMath><m:r><m:t>{WORDS}</m:t></m:r></m:oMath>",
        '<w:t>forty<z:new xmlns:z="urn:z"> fi</z:new>ve</w:t>',
    ],
)
def test_words_in_what_no_run_should_hold_are_words_of_it(inner: str) -> None:
    base = _body(f"<w:r>{inner}</w:r><!--{{}}-->", "text")
    read = read_word(base)
    for edit in EDITS:
        new = _edited(read.draft, "text", edit)
        assert new is not None
        comparison = compare(read.draft, new)
        written = write_redline(comparison, base=base, origins=read.origins)
        assert differences(comparison, written) == (), edit
        assert lint(written) == (), edit


def test_what_goes_with_its_words_is_valid(tmp_path: Path) -> None:
    validator = sdk_validator()
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    redlines, paths = _redlines("text"), []
    for kind, edit in product(("simple field", "two"), ("all", "something else for it", "a move")):
        paths.append(tmp_path / f"{kind} {edit}.docx")
        paths[-1].write_bytes(redlines[f"{kind}, {edit}"][2])
    assert sdk_faults(paths, validator) == []
    assert integrity_faults(paths) == []


def test_libreoffice_leaves_nothing_of_them_either(soffice: str, tmp_path: Path) -> None:
    if not has_uno():
        pytest.skip("LibreOffice's bridge to Python is not here (make test-tools installs it)")
    wanted: dict[tuple[str, str], list[str]] = {}
    for holder in ("text", "note", "cell"):
        for number, (name, (base, new, written)) in enumerate(_redlines(holder).items()):
            if "field, " in name and ("part" in name or "within" in name):
                continue  # what a field shows is one to LibreOffice, whatever is tracked in it
            path = tmp_path / f"{holder} {number} {name}.docx"
            path.write_bytes(written)
            wanted["accept", path.name], wanted["reject", path.name] = _said(new), _said(read_word(base).draft)
    found = read_with_libreoffice(soffice, [(choice, tmp_path / name) for choice, name in wanted], tmp_path)
    for key, lines in wanted.items():
        told = found[key]
        assert sorted(line for line, _ in told["paragraphs"] if line) + told["notes"] == lines, key


def _said(draft: Draft) -> list[str]:
    return sorted(one.text for one in draft.paragraphs) + [note.text for note in draft.footnotes]


def test_a_paragraph_that_is_split_within_a_field_is_replaced() -> None:
    shown = AROUND["field"].format(t('all "of" those'))
    old, new = docx(p(t("At ") + shown + t(" places"))), docx("".join(map(p, ("all", "of", "those"))))
    base = read_word(old)
    comparison = compare(base.draft, read_word(new).draft)
    written = write_redline(comparison, base=old, origins=base.origins)
    assert differences(comparison, written) == ()
    assert not lint(written)
