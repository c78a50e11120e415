"""References to sections, annexes and footnotes in a merged text, and those no figure follows: they mean what they
meant on the side that wrote them, or it is told."""

from __future__ import annotations

import pytest

from models.files.read import read_text
from models.merging import Merge, merge

HEAD = "# Water\n\n*The General Assembly*,\n\n"
SECTIONS = (
    "1. *Decides* to act;\n\nI. Water\n\n2. *Requests* action on rivers;\n\nII. Dust\n\n3. *Requests* action on storms;"
    "\n\nIII. Money\n\n4. *Requests* funds for all.\n"
)
WITHOUT_FIRST = (
    "1. *Decides* to act;\n\nI. Dust\n\n2. *Requests* action on storms;\n\nII. Money\n\n3. *Requests* funds for all.\n"
)
ANNEXES = (
    "1. *Adopts* the rules;\n\n2. *Decides* to act.\n\nAnnex I\n\nBudget\n\n1. The budget is 5 dollars.\n\nAnnex II\n\n"
    "Rules\n\n1. The Bureau meets yearly.\n"
)
WITHOUT_BUDGET = "1. *Adopts* the rules;\n\n2. *Decides* to act.\n\nAnnex I\n\nRules\n\n1. The Bureau meets yearly.\n"
NOTES = (
    "*Recalling* its resolution 70/1,[^1]\n\n*Noting* the report,[^2]\n\n1. *Decides* to act.\n\n[^1]: A/RES/70/1.\n\n"
    "[^2]: A/80/12.\n"
)
WITHOUT_NOTE = "*Noting* the report,[^1]\n\n1. *Decides* to act.\n\n[^1]: A/80/12.\n"
LIST = (
    "1. *Decides* to act;\n\n2. *Requests* action on rivers;\n\n3. *Requests* ports:\n\n(a) To report on storms;\n\n"
    "(b) To open at night; and\n\n(c) To close at noon;\n\n4. *Requests* help on seas;\n\n5. *Urges* banks to give.\n"
)
SHORTER = (
    "1. *Decides* to act;\n\n2. *Requests* ports:\n\n(a) To open at night; and\n\n(b) To close at noon;\n\n"
    "3. *Requests* help on seas;\n\n4. *Urges* banks to give.\n"
)


def made(base: str, ours: str, theirs: str) -> Merge:
    return merge(*(read_text(HEAD + one).draft for one in (base, ours, theirs)))


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("base", "other", "last", "said", "says", "told"),
    [
        (SECTIONS, WITHOUT_FIRST, "for all", "section II above", "section I above", "section I, not section II"),
        (SECTIONS, WITHOUT_FIRST, "for all", "section I above", "section I above", "section it meant is gone"),
        (ANNEXES, WITHOUT_BUDGET, "to act", "the rules in annex II", "annex I", "annex I, not annex II"),
        (ANNEXES, WITHOUT_BUDGET, "to act", "the sum in annex I", "annex I", "annex it meant is gone"),
        (NOTES, WITHOUT_NOTE, "to act", "footnote 2 above", "footnote 1 above", "footnote 1, not footnote 2"),
        (NOTES, WITHOUT_NOTE, "to act", "footnote 1 above", "footnote 1 above", "footnote it meant is gone"),
        (
            LIST, SHORTER, "to give", "paragraph 3, subparagraph (c), above", "paragraph 2, subparagraph (b), above",
            "paragraph 2 (b), not paragraph 3 (c)",
        ),
        (
            LIST, SHORTER, "to give", "subparagraphs (b) and (c) of paragraph 3 above",
            "subparagraphs (a) and (b) of paragraph 2 above", "paragraph 2 (a), not paragraph 3 (b)",
        ),
        (
            LIST, SHORTER, "to give", "paragraph 3 (b) and (c) above", "paragraph 2 (a) and (b) above",
            "subparagraph (b), not subparagraph (c)",
        ),
        (
            LIST, SHORTER, "to give", "operative paragraph 4", "operative paragraph 4",
            "“operative paragraph 4”; if that is of this text, what was meant is OP3 now",
        ),
        (LIST, SHORTER, "to give", "the preceding paragraph", "the preceding paragraph", ""),
    ],
)  # fmt: skip
def test_what_one_side_refers_to_and_the_other_moved(
    base: str, other: str, last: str, said: str, says: str, told: str, swapped: bool
) -> None:
    theirs = base.replace(f"{last}.", f"{last} in line with {said}.", 1)
    sides = (theirs, other) if swapped else (other, theirs)
    found = made(base, *sides)
    assert not found.open
    line = next(one.text for one in found.draft.paragraphs if "in line with" in one.text)
    assert line.endswith(f"{says}."), line
    assert (told in " ".join(found.told)) if told else not found.told


def test_a_paragraph_that_came_between_is_told_of_one_that_counts_from_where_it_stands() -> None:
    theirs = LIST.replace("to give.", "to give as in the preceding paragraph.")
    ours = LIST.replace("5. *Urges*", "5. *Requests* laws;\n\n6. *Urges*")
    assert made(LIST, ours, theirs).told == ("OP6 says “the preceding paragraph”; what was meant is OP4 now.",)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "says"),
    [
        (
            SECTIONS.replace("to act", "to act in line with section II below"),
            WITHOUT_FIRST.replace("to act", "to act in line with section I below"),
            SECTIONS.replace("II. Dust\n\n3.", "II. Law\n\n3. *Calls for* laws;\n\nIII. Dust\n\n4.")
            .replace("III. Money\n\n4.", "IV. Money\n\n5.")
            .replace("to act", "to act in line with section III below"),
            "Decides to act in line with section II below;",
        ),
        (
            "Article 1\n\nStates act in line with article 3.\n\nArticle 2\n\nStates shall protect rivers.\n\n"
            "Article 3\n\nPorts shall report on storms.\n",
            "Article 1\n\nStates act in line with article 2.\n\nArticle 2\n\nPorts shall report on storms.\n",
            "Article 1\n\nStates act in line with article 4.\n\nArticle 2\n\nStates shall protect rivers.\n\n"
            "Article 3\n\nEverybody makes laws here.\n\nArticle 4\n\nPorts shall report on storms.\n",
            "States act in line with article 3.",
        ),
        (
            "1. *Decides* to act in line with paragraph 3 below;\n\n2. *Requests* action on rivers;\n\n"
            "3. *Requests* ports to report on storms.\n",
            "1. *Decides* to act in line with paragraph 2 below;\n\n2. *Requests* ports to report on storms.\n",
            "1. *Decides* to act in line with paragraph 4 below;\n\n2. *Requests* action on rivers;\n\n"
            "3. *Calls for* laws;\n\n4. *Requests* ports to report on storms.\n",
            "Decides to act in line with paragraph 3 below;",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("swapped", [False, True])
def test_figures_by_which_both_mean_one_are_no_question(
    base: str, ours: str, theirs: str, says: str, swapped: bool
) -> None:
    found = made(base, *((theirs, ours) if swapped else (ours, theirs)))
    assert not found.open
    assert says in [one.text for one in found.draft.paragraphs]
    assert not any("stands no longer" in one for one in found.told)


LANGUAGES = {
    "ru": (
        "1. *Постановляет* действовать;\n\n2. *Просит* реки;\n\n3. *Просит* порты:\n\na) представить доклад;\n\n"
        "b) открыть ночью;\n\nc) закрыть в полдень;\n\n4. *Призывает* банки выделить средства@.\n",
        "1. *Постановляет* действовать;\n\n2. *Просит* порты:\n\na) открыть ночью;\n\nb) закрыть в полдень;\n\n"
        "3. *Призывает* банки выделить средства.\n",
        (" в соответствии с подпунктом {1}) пункта {0} выше", " в соответствии с пунктом {0} {1}) выше"),
        "cb",
    ),
    "zh": (
        "1. 决定采取行动；\n\n2. 请河流采取行动；\n\n3. 请港口：\n\n(a) 提交报告；\n\n(b) 夜间开放；\n\n"
        "(c) 中午关闭；\n\n4. 敦促各银行提供资金@。\n",
        "1. 决定采取行动；\n\n2. 请港口：\n\n(a) 夜间开放；\n\n(b) 中午关闭；\n\n3. 敦促各银行提供资金。\n",
        ("，符合上文第{0}段({1})", "，符合本决议第{0}({1})段"),
        "cb",
    ),
    "ar": (
        "1. *تقرر* أن تعمل؛\n\n2. *تطلب* الأنهار؛\n\n3. *تطلب* إلى الموانئ ما يلي:\n\n(أ) تقديم تقرير؛\n\n"
        "(ب) فتح الأبواب ليلا؛\n\n(ج) إغلاق الأبواب ظهرا؛\n\n4. *تحث* المصارف على تقديم الأموال@.\n",
        "1. *تقرر* أن تعمل؛\n\n2. *تطلب* إلى الموانئ ما يلي:\n\n(أ) فتح الأبواب ليلا؛\n\n(ب) إغلاق الأبواب ظهرا؛\n\n"
        "3. *تحث* المصارف على تقديم الأموال.\n",
        (" وفقا للفقرة الفرعية ({1}) من الفقرة {0} أعلاه", " وفقا للفقرة {0} ({1}) أعلاه"),
        "جب",
    ),
    "fr": (
        "1. *Décide* d’agir ;\n\n2. *Prie* les rivières ;\n\n3. *Prie* les ports :\n\na) De faire rapport ;\n\n"
        "b) D’ouvrir la nuit ;\n\nc) De fermer à midi ;\n\n4. *Exhorte* les banques à verser des fonds@.\n",
        "1. *Décide* d’agir ;\n\n2. *Prie* les ports :\n\na) D’ouvrir la nuit ;\n\nb) De fermer à midi ;\n\n"
        "3. *Exhorte* les banques à verser des fonds.\n",
        (", visés à l’alinéa {1}) du paragraphe {0} ci-dessus", ", visés au paragraphe {0}, alinéa {1}), ci-dessus"),
        "cb",
    ),
    "es": (
        "1. *Decide* actuar;\n\n2. *Pide* ríos;\n\n3. *Pide* a los puertos:\n\na) Que informen;\n\n"
        "b) Que abran de noche;\n\nc) Que cierren a mediodía;\n\n4. *Exhorta* a los bancos a aportar fondos@.\n",
        "1. *Decide* actuar;\n\n2. *Pide* a los puertos:\n\na) Que abran de noche;\n\nb) Que cierren a mediodía;\n\n"
        "3. *Exhorta* a los bancos a aportar fondos.\n",
        (", según el apartado {1}) del párrafo {0} supra", ", según el párrafo {0} {1}) de la presente resolución"),
        "cb",
    ),
}
HEADS = {
    "ru": "Генеральная Ассамблея", "zh": "大会", "ar": "إن الجمعية العامة", "fr": "L’Assemblée générale",
    "es": "La Asamblea General",
}  # fmt: skip


@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_numbers_and_letters_follow_in_every_language(language: str, way: int) -> None:
    text, shorter, forms, letters = LANGUAGES[language]
    said, says = (forms[way].format(number, letter) for number, letter in zip("32", letters, strict=True))
    texts = (text.replace("@", ""), shorter, text.replace("@", said))
    found = merge(*(read_text(f"*{HEADS[language]}*,\n\n{one}").draft for one in texts))
    assert not found.open
    assert says in found.draft.paragraphs[-1].text
    assert len(found.told) == 1


ONE_ANNEX = "1. *Adopts* the rules;\n\n2. *Decides* to act.\n\nAnnex\n\nRules\n\n1. The Bureau meets yearly.\n"
NO_ANNEX = "1. *Adopts* the rules;\n\n2. *Decides* to act.\n"


@pytest.mark.parametrize(
    "words",
    ["the annex to the present resolution", "the annex hereto", "annexed to this resolution", "l’annexe à la présente "
     "résolution", "el anexo de la presente resolución", "приложении к настоящей резолюции", "本决议附件"],
)  # fmt: skip
def test_the_only_annex_struck_that_the_other_side_refers_to_is_told(words: str) -> None:
    names = ONE_ANNEX.replace("to act.", f"to act, as set out in {words}.")
    for found in made(ONE_ANNEX, names, NO_ANNEX), made(ONE_ANNEX, NO_ANNEX, names):
        assert not found.open
        (told,) = (one for one in found.told if "what was meant is gone" in one)
        assert told.startswith("OP2 says “")
        assert words in told


def test_an_annex_that_is_there_or_that_its_own_side_struck_is_not_told() -> None:
    names = ONE_ANNEX.replace("to act.", "to act, as set out in the annex to the present resolution.")
    struck = names.split("\n\nAnnex")[0] + "\n"
    other = ONE_ANNEX.replace("to act.", "to act, as set out in the annex to resolution 70/1.")
    for base, ours, theirs in (
        (ONE_ANNEX, names, ONE_ANNEX),
        (names, names, struck),
        (ONE_ANNEX, other, NO_ANNEX),
    ):
        assert not made(base, ours, theirs).told
