"""Names where a Word file has only words of Word's own: in settings, attributes, prefixes and drawn things."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import told_beside
from models.word.leaving.parts.bare_xml import bare_elements
from models.word.leaving.scrub import scrubbed
from models.word.namespaces import RELATION, WORD, w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.full_of_names import MARK, tells
from tests.models.word.lint import lint
from tests.models.word.sought import found_in
from tests.models.word.word_xml import NAMESPACES, docx, p, t

NAME, RUN = f"{MARK}ara Okonkwo", f"{MARK}araOkonkwo"
MORE = (
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OFFICE = "http://schemas.microsoft.com/office"
SHAPE = 'id="s9" style="width:9pt;height:9pt"'


@pytest.mark.parametrize(
    "within",
    [
        t(" ", f'<w:lang w:val="en-x-{MARK}araOk"/>'),
        f'<w:r xml:id="{RUN}" xml:base="{RUN}"><w:t xml:lang="en-{MARK}ara"> </w:t></w:r>',
        f'<w:r w14:{RUN}="1" w:other="{NAME}"><w:{RUN}/><w:t> </w:t></w:r>',
        f'<w:r who="{NAME}"><w:rPr><w:b who="{NAME}"/></w:rPr><w:t> </w:t></w:r>',
        f'<w:r mc:ProcessContent="w14:{RUN}" mc:PreserveElements="w14:{RUN}"><w:t> </w:t></w:r>',
        f"<w:r>{NAME}<w:rPr>{NAME}<w:b/>{NAME}</w:rPr>{NAME}<w:t> </w:t>{NAME}</w:r>",
        f"<w:r><w:rPr><w:t>{NAME}</w:t></w:rPr><w:t> </w:t></w:r>",
        f"<w:bookmarkStart w:id='1' w:name='_GoBack'/><w:t>{NAME}</w:t>",
        t(" ", f'<w:other w:val="{NAME}"/>'),
        f'<w:sdt><w:sdtPr><w:date><w:lid w:val="{RUN}"/><w:calendar w:val="{RUN}"/></w:date><w15:repeatingSection>'
        f'<w15:sectionTitle w15:val="{NAME}"/></w15:repeatingSection></w:sdtPr><w:sdtContent>'
        f"{t(' ')}</w:sdtContent></w:sdt>",
        f'<w:r><w:pict><v:shape {SHAPE}><o:signatureline o:suggestedsigner="{NAME}" o:suggestedsigneremail="{RUN}"/>'
        "</v:shape></w:pict></w:r>",
        f'<w:r><w:pict><v:shape {SHAPE} o:master="{RUN}"><v:formulas><v:f eqn="{RUN}"/></v:formulas></v:shape>'
        "</w:pict></w:r>",
        f'<w:r><w:pict><v:rect id="s9" style="width:9pt;mso-{RUN}:1;font-family:&quot;{NAME}&quot;;flip:{RUN}"/>'
        "</w:pict></w:r>",
        f'<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Picture 1"><a:extLst><a:ext uri="{{C18}}"><q:decorative '
        f'xmlns:q="http://schemas.microsoft.com/office/drawing/2017/decorative" val="{NAME}"/></a:ext></a:extLst>'
        "</wp:docPr></wp:inline></w:drawing></w:r>",
    ],
    ids=[
        "language",
        "of xml",
        "no schema has it",
        "no element",
        "in no namespace",
        "of other programs",
        "bare letters",
        "letters in a look",
        "letters in no run",
        "a control",
        "a signature",
        "a shape",
        "its look",
        "beside the name of a drawing",
    ],
)
def test_it_goes_and_the_words_stay(within: str) -> None:
    tag, rest = within.split(" " if " " in within.split(">")[0] else ">", 1)
    named = docx(p("One.", f"{tag} {MORE}{'>' if within[len(tag)] == '>' else ' '}{rest}") + p("Two."))
    assert tells(named)
    left = scrubbed(named)
    assert not tells(left)
    assert [one.text.strip() for one in read_word(left).draft.paragraphs] == ["One.", "Two."]


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute;margin-left:-9pt;mso-position-horizontal-relative:text;z-index:-251658240;visibility:visible",
        "mso-wrap-distance-left:9pt;mso-next-textbox:#_x0000_s1027;mso-fit-shape-to-text:t;rotation:90;flip:x",
        "v-text-anchor:middle;layout-flow:vertical;mso-layout-flow-alt:bottom-to-top;mso-width-percent:400;",
        "width:9pt; height:9pt; font-family: 'Times New Roman'",
    ],
)
def test_the_look_of_an_older_drawing_stays(style: str) -> None:
    data = docx(p("One.", f'<w:r><w:pict><v:rect id="_x0000_s1026" style="{style}"/></w:pict></w:r>'))
    package = Package(scrubbed(data))
    (shape,) = package.root(package.main).iter("{urn:schemas-microsoft-com:vml}rect")
    assert shape.get("style") == style


@pytest.mark.parametrize(
    ("form", "stays"),
    [
        ("α, β, γ, ...", True),
        ("001, 002, 003, ...", True),
        (NAME, False),
        (f"α, {RUN}, ...", False),
        ("K, e, n, y, a, ...", False),
    ],
)
def test_the_form_of_a_lists_numbers_stays(form: str, stays: bool) -> None:
    level = etree.fromstring(f'<w:lvl xmlns:w="{WORD}"><w:numFmt w:val="custom" w:format="{form}"/></w:lvl>')
    bare_elements(level)
    assert level[0].get(w("format")) == (form if stays else None)


@pytest.mark.parametrize(
    "within",
    [
        f'<q:memo xmlns:q="{OFFICE}/keeper/2031/memo" q:by="o{MARK}"><q:x>{RUN}</q:x></q:memo>',
        f'<w:r><w:rPr><q:look xmlns:q="{OFFICE}/word/2031/wordml" q:val="o{MARK}"/></w:rPr><w:t>Two.</w:t></w:r>',
        f'<w:r xmlns:q="{OFFICE}/word/2031/wordml" q:session="o{MARK}"><w:t>Two.</w:t></w:r>',
        '<w:r><w:pict><v:rect style="width:9pt"><x:ClientData xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f"<x:FmlaMacro>o{MARK}</x:FmlaMacro></x:ClientData></v:rect></w:pict></w:r>",
    ],
)
def test_what_no_program_of_today_knows_goes(within: str) -> None:
    data = docx(p("One.", within))
    assert tells(data)
    assert found_in(data, Allowed())
    assert not tells(scrubbed(data))


def test_names_in_older_drawings_and_of_copies_go() -> None:
    shape = f'<v:rect {SHAPE} tag="{NAME}" fillcolor="Red" strokecolor="black [3213]"><v:h position="{NAME}"/></v:rect>'
    named = f'<w15:repeatingSection {MORE} w15:sectionTitle="o{MARK}"/>'
    control = f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent>{p('Two.')}</w:sdtContent></w:sdt>"
    copy = f'<q:persistentDocumentId xmlns:q="{OFFICE}/word/2018/wordml" q:val="{{{MARK}}}"/>'
    data = docx(p("One.", f"<w:r><w:pict>{shape}</w:pict></w:r>") + control, settings=copy)
    left = Package(scrubbed(data))
    assert not tells(left.to_bytes())
    (drawn,) = left.root(left.main).iter("{urn:schemas-microsoft-com:vml}rect")
    assert (drawn.get("fillcolor"), drawn.get("strokecolor")) == ("Red", "black [3213]")


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ('o:insetmode="jones"', False),
        ('stroked="smith"', False),
        ('fillcolor="martha [3204]"', False),
        ('memo="anna"', False),
        ('o:insetmode="auto"', True),
        ('stroked="false"', True),
        ('strokecolor="windowText [3213]"', True),
        ('fillcolor="fill lighten(51)"', True),
        ('o:connecttype="rect"', True),
        ('coordsize="21600,21600"', True),
        ('adj="val center"', True),
        ('eqn="sum ylimo 0 #0"', True),
        ('eqn="if hasStroke 1 0"', True),
        ('path="m,l,21600r21600,l21600,xe"', True),
    ],
)
def test_small_words_that_older_drawings_do_not_have_go(said: str, stays: bool) -> None:
    space = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    data = docx(p("One.", f'<w:r><w:pict><v:rect {space} id="_x0000_s1026" style="width:9pt" {said}/></w:pict></w:r>'))
    left = Package(scrubbed(data))
    (drawn,) = left.root(left.main).iter("{urn:schemas-microsoft-com:vml}rect")
    assert len(drawn.attrib) == 2 + stays


def test_names_in_drawings_go_and_their_shapes_stay() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    said = f'<a:spPr xmlns:a="{space}" by="{NAME}"><a:prstGeom prst="round2SameRect"/><a:font script="Jpan"/></a:spPr>'
    root = etree.fromstring(f"<w:body {NAMESPACES}>{said}</w:body>")
    bare_elements(root)
    assert [dict(one.attrib) for one in root.iter(f"{{{space}}}*")] == [
        {},
        {"prst": "round2SameRect"},
        {"script": "Jpan"},
    ]


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ("'[Budget 2031.xlsx]Fiji'!$A$1:$B$2", "Sheet1!$A$1:$B$2"),
        ("(Sheet1!$A$1,Fiji!$C$3)", "(Sheet1!$A$1,Sheet1!$C$3)"),
        ("Book1!FijiTotals", "Sheet1!$A$1"),
        ("_xlchart.v1.2", "_xlchart.v1.2"),
        ("'" * 60_001, "Sheet1!$A$1"),
    ],
)
@pytest.mark.parametrize(
    ("space", "named"),
    [
        ("http://schemas.openxmlformats.org/drawingml/2006/chart", "f"),
        ("http://schemas.microsoft.com/office/drawing/2012/chart", "sqref"),
        ("http://schemas.microsoft.com/office/drawing/2014/chartex", "nf"),
    ],
)
def test_cells_behind_a_chart_have_no_names(cells: str, left: str, space: str, named: str) -> None:
    root = etree.fromstring(f'<c:chartSpace xmlns:c="{space}"><c:{named}>{cells}</c:{named}></c:chartSpace>')
    bare_elements(root)
    assert [one.text for one in root] == [left]


@pytest.mark.parametrize(
    "setting",
    [
        f'<w:captions><w:caption w:name="{NAME}" w:pos="below"/></w:captions>',
        f'<w:compat><w:compatSetting w:name="{RUN}" w:uri="{RUN}" w:val="{NAME}"/></w:compat>',
        f'<w:shapeDefaults><o:shapedefaults {MORE}><o:colormru colors="{RUN}"/></o:shapedefaults></w:shapeDefaults>',
        f'<w:decimalSymbol w:val="{NAME}"/><w:documentType w:val="{RUN}"/>',
    ],
)
def test_settings_name_nobody(setting: str) -> None:
    data = docx(p("One."), settings=setting)
    assert tells(data)
    assert not tells(scrubbed(data))


def test_what_word_says_itself_stays() -> None:
    words = (
        '<w:lang w:val="en-GB" w:eastAsia="x-none" w:bidi="ar-SA"/>'
        '<w:compatSetting w:name="differentiateMultirowTableHeaders" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:top w:val="thinThickSmallGap"/>'
        '<w:rFonts w:ascii="Times New Roman"/><w:characterSpacingControl w:val="doNotCompress"/>'
    )
    root = etree.fromstring(f"<w:body {NAMESPACES}>{words}</w:body>")
    before = etree.tostring(root)
    bare_elements(root)
    assert etree.tostring(root) == before


def extended(extensions: str) -> str:
    """A picture with something of newer programs."""
    return (
        f'<w:r {MORE}><w:drawing><wp:inline><wp:docPr id="7" name="P"/><a:graphic><a:graphicData uri="x"><a:blip>'
        f'<a:extLst><a:ext uri="{{C80}}">{extensions}</a:ext></a:extLst></a:blip></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    "said",
    [
        f'<q:webVideoPr xmlns:q="{OFFICE}/word/2012/wordprocessingDrawing" embeddedHtml="&lt;iframe src=&quot;'
        f'https://{MARK}.example&quot;&gt;" h="9" w="9"/>',
        f'<q:oembed xmlns:q="{OFFICE}/drawing/2021/oembed" oEmbedUrl="https://{MARK}.example/film"/>',
        f'<q:signatureLine xmlns:q="{OFFICE}/drawing/2012/main" isSignatureLine="1" suggestedSigner="{NAME}"/>',
        f'<q:later xmlns:q="{OFFICE}/drawing/2099/later">{NAME}</q:later>',
        f'<a:hlinkClick invalidUrl="{NAME}"/>',
        f'<q:later xmlns:q="{OFFICE}/drawing/2099/later" val="o{MARK}"/>',
        f'<q:useLocalDpi xmlns:q="{OFFICE}/drawing/2010/main" val="0" by="o{MARK}"/>',
    ],
)
def test_what_newer_programs_add_to_a_drawing_names_nobody(said: str) -> None:
    data = docx(p("One.", extended(said)))
    assert tells(data)
    assert any(MARK in one.detail for one in found_in(data, Allowed()))
    assert not tells(scrubbed(data))


def test_the_looks_that_newer_programs_add_to_a_drawing_stay() -> None:
    looks = (
        f'<q:useLocalDpi xmlns:q="{OFFICE}/drawing/2010/main" val="0"/>'
        f'<q:brightnessContrast xmlns:q="{OFFICE}/drawing/2010/main" bright="-20000" contrast="40%"/>'
        f'<q:hlinkClr xmlns:q="{OFFICE}/drawing/2018/hyperlinkcolor" val="tx"/>'
        f'<q:lineSketchStyleProps xmlns:q="{OFFICE}/drawing/2018/sketchyshapes" sd="1219033472"/>'
    )
    data = docx(p("One.", extended(looks)))
    left = Package(scrubbed(data))
    assert [one.attrib for one in next(left.root(left.main).iter("{*}ext"))] == [
        {"val": "0"}, {"bright": "-20000", "contrast": "40%"}, {"val": "tx"}, {"sd": "1219033472"},
    ]  # fmt: skip


def test_words_that_are_drawn_over_others_or_along_a_line_are_told() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{t(NAME)}</w:rt><w:rubyBase>{t('One.')}</w:rubyBase></w:ruby></w:r>"
    path = f'<w:r><w:pict><v:shape {SHAPE}><v:textpath string="{RUN}"/></v:shape></w:pict></w:r>'
    told = told_beside(Package(scrubbed(docx(p(ruby, path)))))
    assert f"Words in drawings: “{RUN}”, “{NAME}”" in told


def test_branches_that_nobody_reads_go_where_their_run_is_deleted_too() -> None:
    choice = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    branches = (
        f'<w:r><mc:AlternateContent xmlns:mc="{choice}"><mc:Choice Requires="w14" {MORE}>{{}} </w:delText></mc:Choice>'
        f"<mc:Fallback>{{}}{NAME}</w:delText></mc:Fallback></mc:AlternateContent></w:r>"
    ).replace("{}", "<w:delText>")
    data = docx(p("One.", f'<w:del w:id="1" w:author="Adref">{branches}</w:del>'))
    assert tells(data)
    assert found_in(data, Allowed(authors=frozenset(("Adref",))))
    assert not tells(scrubbed(data))


def test_a_prefix_that_is_a_name_is_found() -> None:
    draft = Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling the matter,"),)),))
    package = Package(write_clean(draft))
    first = next(package.edit(package.main).iter("{*}p"))
    etree.SubElement(
        first, "{urn:schemas-microsoft-com:office:excel}x", nsmap={RUN: "urn:schemas-microsoft-com:office:excel"}
    )
    found = found_in(package.to_bytes(), Allowed())
    assert any(one.what == "names" and RUN in one.detail for one in found)
    assert lint(write_clean(draft)) == ()


_ROOT, _ENTRY, _END = (
    rb"(<(?![?!])[\w:]+)",
    rb"(<(?:Relationship|Override|w:p|w:style|Application))(?=[ >])",
    rb"(?=</[\w:]+>\s*\Z)",
)
_MARK = MARK.encode()


@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml",
     "docProps/app.xml"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (_ROOT, rb' xmlns:x="urn:%b"'),
        (_ROOT, rb' xmlns:x="urn:x" x:by="%b"'),
        (_ROOT, rb' by="%b"'),
        (_ENTRY, rb' xmlns:x="urn:%b"'),
        (_ENTRY, rb' xmlns:x="urn:x" x:by="%b"'),
        (_ENTRY, rb' by="%b"'),
        (_END, rb"<!-- %b -->"),
        (_END, rb"<?x %b?>"),
        (_END, rb'<own xmlns="" by="%b"/>'),
        (_END, rb'<own xmlns="">%b</own>'),
        (_END, rb'<%b xmlns=""/>'),
        (_END, rb'<own xmlns="urn:x" by="%b"/>'),
        (_END, rb"%b"),
    ],
    ids=["space", "attribute of a space", "attribute", "space below", "attribute of a space below", "attribute below",
         "remark", "instruction", "element of no space", "its letters", "its name", "element", "letters"],
)  # fmt: skip
def test_what_a_part_says_in_nobodys_format_is_found_and_goes(part: str, place: bytes, said: bytes) -> None:
    """In the lists of parts and relationships, the properties, the text and its styles alike."""
    package = Package(write_clean(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),), number="1"),))))
    clean = package.to_bytes()
    assert found_in(clean, Allowed()) == ()
    before = package.data(part)
    package.put(part, re.sub(place, lambda hit: hit[0] + said % _MARK, before, count=1))
    data = package.to_bytes()
    assert tells(data)
    assert {one.part for one in found_in(data, Allowed())} >= {part}
    after = scrubbed(data)
    assert not tells(after)
    assert found_in(after, Allowed()) == ()
    assert read_word(after).draft == read_word(clean).draft
    assert scrubbed(after) == after


_STYLES = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"


@pytest.mark.parametrize(
    ("part", "said", "more"),
    [
        ("[Content_Types].xml", b'"application/xml"', b'"application/xml; by=%b"'),
        ("word/_rels/document.xml.rels", _STYLES, b"http://%b.example/styles"),
        ("word/_rels/document.xml.rels", b'Target="styles.xml"', b'Target="styles.xml" TargetMode="%b"'),
        ("word/_rels/document.xml.rels", b"</", b'<Relationship Id="r9" Type="' + _STYLES + b'" Target="%b.xml"/></'),
        ("word/_rels/document.xml.rels", b"</", b'<Relationship Id="r9" Type="' + _STYLES + b'" Target="#%b"/></'),
    ],
)  # fmt: skip
def test_what_an_entry_of_a_list_says_beside_the_format_is_found_and_goes(part: str, said: bytes, more: bytes) -> None:
    package = Package(write_clean(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),), number="1"),))))
    before = read_word(package.to_bytes()).draft
    package.put(part, package.data(part).replace(said, more % _MARK, 1))
    data = package.to_bytes()
    assert tells(data)
    assert found_in(data, Allowed())
    after = scrubbed(data)
    assert not tells(after)
    assert found_in(after, Allowed()) == ()
    assert read_word(after).draft == before
    assert Package(after).root_of("styles") is not None


def test_a_file_with_its_title_among_its_properties_tells_nothing_beside() -> None:
    masthead = ("United Nations", "A/C.3/80/L.1", "General Assembly", "Distr.: Limited", "Draft resolution", "Peace")
    data = write_clean(Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in masthead)))
    package = Package(data)
    assert package.related("core-properties", "") is not None
    assert found_in(data, Allowed(title="Peace")) == ()
    assert Package(scrubbed(data)).relationships("") == package.relationships("")


def test_text_that_reads_as_the_space_of_a_name_is_text() -> None:
    made = scrubbed(write_clean(Draft((Paragraph(Kind.TEXT, (Run('Write xmlns:x="urn:x" there.'),)),))))
    assert found_in(made, Allowed()) == ()


@pytest.mark.parametrize("detour", [b"%b/../", b"%b\\..\\", b"%b%%2F..%%2f", b"%b/%%2e%%2E/"])
def test_a_detour_to_a_part_and_a_bare_attribute_of_newer_words_go(detour: bytes) -> None:
    newer = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    within = f'<w:r><w:rPr><w14:ligatures {newer} w14:val="standard" by="{MARK}"/></w:rPr><w:t> </w:t></w:r>'
    package = Package(docx(p("Decides", within)))
    clean = scrubbed(package.to_bytes())
    assert not tells(clean)
    package.put(
        "_rels/.rels", package.data("_rels/.rels").replace(b'Target="word', b'Target="' + detour % _MARK + b"word")
    )
    data = package.to_bytes()
    assert {("_rels/.rels", f"more than {package.main} in Target"), (package.main, "an attribute of its own: by")} <= {
        (one.part, one.detail) for one in found_in(data, Allowed())
    }
    after = scrubbed(data)
    assert not tells(after)
    assert found_in(after, Allowed()) == ()
    assert read_word(after).draft == read_word(clean).draft


def test_what_somebody_called_the_layout_of_a_diagram_goes() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    titled = "".join(f'<d:{name} val="{MARK}"/>' for name in ("title", "desc"))
    package = Package(docx(p("Decides")))
    layout = f'<d:layoutDef xmlns:d="{space}">{titled}</d:layoutDef>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramLayout+xml"
    package.add_part("word/diagrams/layout1.xml", layout.encode(), kind, f"{RELATION}/diagramLayout")
    data = package.to_bytes()
    assert {one.detail for one in found_in(data, Allowed())} >= {"the title of a diagram", "the desc of a diagram"}
    after = scrubbed(data)
    assert not tells(after)
    assert found_in(after, Allowed()) == ()
    assert [dict(one.attrib) for one in Package(after).root("word/diagrams/layout1.xml")] == [{"val": ""}] * 2
