"""Clean Word files made into PDFs by LibreOffice: what is read from the pages is what was written, in five scripts."""

from __future__ import annotations

import subprocess
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from models.draft import Draft, Kind
from models.files.read import read_file, read_text
from models.word.clean import write_clean

ENGLISH = resources.files("resources.sample").joinpath("vice_chairmans_text.txt").read_text("utf-8")
WIDE_NUMBERS = """The General Assembly,

1. Condemns what is listed below, wherever it happens and whoever does it:

(a) Violations of the human rights and fundamental freedoms of all, in particular through:

""" + "\n\n".join(
    f"({number}) Violations of {sort} and of the fundamental freedoms of women and girls, including unequal access to "
    "employment and discriminatory regulations, as well as conditions that force women and girls to leave the country;"
    for number, sort in zip(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"),
        ("economic, social and cultural rights", "rights", "all rights", "peace", "land", "water", "the human rights",
         "the human rights"),
        strict=True,
    )
) + "\n"  # fmt: skip
"""Numbers of which some are wider than the place before the words that hang from them."""
TEXTS = {
    "english": ENGLISH,
    "wide numbers": WIDE_NUMBERS,
    "french": """L’Assemblée générale,

Rappelant sa résolution 56/203 du 21 décembre 2001, dans laquelle elle a prié le Secrétaire général de lui présenter
à sa cinquante-huitième session un rapport sur les migrations internationales et le développement ; et « sa » décision,

1. Prend note du rapport du Secrétaire général ;

2. Décide d’inscrire à l’ordre du jour provisoire de sa soixantième session la question intitulée « Migrations », et
prie le Secrétaire général de lui rendre compte : a) de l’application ; b) du reste.
""",
    "russian": """Генеральная Ассамблея,

ссылаясь на свою резолюцию 56/203 от 21 декабря 2001 года, в которой она просила Генерального секретаря представить ей
на ее пятьдесят восьмой сессии доклад по вопросу о международной миграции и развитии,

1. принимает к сведению доклад Генерального секретаря;

2. постановляет включить в предварительную повестку дня своей шестидесятой сессии подпункт, озаглавленный «Миграция»,
и просит Генерального секретаря представить доклад о ходе осуществления настоящей резолюции.
""",
    "chinese": "大会，\n\n回顾其2001年12月21日第56/203号决议，"
    + "其中请秘书长就国际移徙与发展问题向大会第五十八届会议提交一份报告，" * 3
    + "\n\n1. 注意到秘书长的报告；\n\n2. "
    + "决定将题为“国际移徙与发展”的分项列入大会第六十届会议临时议程，" * 3
    + "并请秘书长提出报告。\n",
    # LibreOffice printed none of the marks that hung over the end of a spread line.
    "chinese marks": "大会，\n\n1. 敦促小岛屿发展中国家：确认，可持续发展可持续发展：可持续发展、筹资，"
    + "在国家一级、确认；国际合作、在国家一级在国家一级，按照各自的国情按照各自的国情，"
    + "发展中国家发展中国家，会员国，国际合作，A/RES/70/1号决议。\n",
    "arabic": """إن الجمعية العامة،

إذ تشير إلى قرارها 56/203 المؤرخ 21 كانون الأول/ديسمبر 2001، الذي طلبت فيه إلى الأمين العام أن يقدم إليها في دورتها
الثامنة والخمسين تقريرا عن الهجرة الدولية والتنمية (A/58/98)، وإذ تضع في اعتبارها آراء الدول الأعضاء،

1. تحيط علما بتقرير الأمين العام؛

2. تقرر أن تدرج في جدول الأعمال المؤقت لدورتها الستين البند الفرعي الخاص بالهجرة الدولية والتنمية، وتطلب إلى الأمين
العام أن يقدم تقريرا عن تنفيذ هذا القرار.

3. تُعرّف أولاً، في المادتين ١٨٢ و٢٧، الأطفال واليافعين[^1][^2] بأنهم أشكالاً وفئاتٍ في منظمة (UNICEF) وفي خطة
2015–2030، بدلاً من الفقرات 70-74، وتُفهم دليلاً في A/HRC/22/53.

4. تقرر أن تدرج فيه بندا بعنوان ”تحويل عالمنا“ وبندا بعنوان «الماء والناس»، و‘الخطة’ و“السلام”.

[^1]: انظر A/66/230، الفقرات 44-49.

[^2]: انظر A/HRC/32/32.
""",
}


@cache
def written(name: str) -> Draft:
    return read_text(TEXTS[name]).draft


def _has_chinese_letters() -> bool:
    try:
        return bool(subprocess.run(["fc-list", ":lang=zh"], check=True, capture_output=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        return False


@pytest.fixture(scope="module")
def folder(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each text as a PDF."""
    found = tmp_path_factory.mktemp("converted")
    for name in TEXTS:
        (found / f"{name}.docx").write_bytes(write_clean(written(name)))
    profile = f"-env:UserInstallation={(found / 'profile').as_uri()}"
    files = [str(found / f"{name}.docx") for name in TEXTS]
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(found), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_what_was_written_is_read_from_the_pages(folder: Path, name: str) -> None:
    if name.startswith("chinese") and not _has_chinese_letters():
        pytest.skip("no font here has Chinese letters")
    reading = read_file(folder / f"{name}.pdf")
    body = [p for p in reading.draft.paragraphs if p.kind is not Kind.MASTHEAD]
    expected = [p for p in written(name).paragraphs if p.kind is not Kind.MASTHEAD]
    told = [(p.kind, p.level, p.number, p.text) for p in body]
    assert told == [(p.kind, p.level, p.number, " ".join(p.text.split())) for p in expected]
    notes = [(note.mark, note.text) for note in reading.draft.footnotes]
    assert notes == [(note.mark, note.text) for note in written(name).footnotes]
    for one, other in zip(body, expected, strict=True):
        cited = [run.footnote for run in one.runs if run.footnote is not None]
        assert cited == [run.footnote for run in other.runs if run.footnote is not None]
