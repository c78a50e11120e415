"""References are taken whole, lists and ranges as they are written in the room, or are nobody's to change."""

from __future__ import annotations

import pytest

from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.unfollowed import unfollowed_in
from models.draft.mentions import Mention, mentions_in, unsure_in

WHOLE = {
    # Labels of the room.
    "OP1": "OP 1", "OP 1": "OP 1", "OP01": "OP 1", "OP1bis": "OP 1 bis", "OP1 (a)": "OP 1(a)", "OP1(a)": "OP 1(a)",
    "OP1b": "OP 1(b)", "OP1a and OP2b": "OP 1(a), 2(b)", "OP1a, 2 and 3": "OP 1(a), 2, 3", "OP[1b]": "OP 1(b)",
    "OP1a-c": "OP 1", "OP1a and b": "OP 1", "OP1b bis": "OP 1", "OP1st": "OP 1", "OP1 a": "OP 1",
    "OP1a‑c": "OP 1", "OP1a—c": "OP 1", "OP1a et b": "OP 1", "OP1a as well as b": "OP 1", "OP1b a": "OP 1(b)",
    "OP1b through a fund": "OP 1(b)", "OP1b, as well as a plan": "OP 1(b)", "OP1b et d’autres": "OP 1(b)",
    "OP1-2": "OP 1-2", "OP1–2": "OP 1-2", "OP1—2": "OP 1-2", "OP1‑3": "OP 1-3", "OP1 − 3": "OP 1-3",
    "OP1-OP2": "OP 1-2", "OP1 to 3": "OP 1-3", "OP1 to OP3": "OP 1-3", "OP1 through 3": "OP 1-3",
    "OP1 through to 3": "OP 1-3",
    "OP1 up to OP3": "OP 1-3", "OPs 1-2": "OP 1-2", "OPs 1–3": "OP 1-3", "OPs 1 to 3": "OP 1-3",
    "OP1, 2 and 3": "OP 1, 2, 3", "OP1,2,3": "OP 1, 2, 3", "OP1 and 2": "OP 1, 2", "OP1 or 3": "OP 1, 3",
    "OP1 & 2": "OP 1, 2", "OP1+2": "OP 1, 2", "OP1/2": "OP 1, 2", "OP1/2/3": "OP 1, 2, 3", "OP1 plus 2": "OP 1, 2",
    "OPs 1, 2 & 3": "OP 1, 2, 3", "OP1-3, 5": "OP 1-3, 5", "OP1 (a)-(c)": "OP 1(a)-(c)",
    "OP1 (a), 2 and 3": "OP 1(a), 2, 3",
    "OP1, OP2 and OP3": "OP 1, 2, 3", "OP1/OP2": "OP 1, 2", "OP1 & OP2": "OP 1, 2",
    "OP1 and OP2 States": "OP 1, 2", "OP1 above and OP2": "OP 1; OP 2", "OP1 and PP2": "OP 1; PP 2",
    "OP1 and OP2 to 4": "OP 1, 2-4", "OP1 as well as 3": "OP 1, 3", "PP1-2": "PP 1-2", "PP1, 2": "PP 1, 2",
    "PP1 to 3 and OP2": "PP 1-3; OP 2", "OP1 to 3 below": "OP 1-3", "OP1 and 2 as amended": "OP 1, 2",
    "OP1-3 hold": "OP 1-3", "OP1 and 2 call for it": "OP 1, 2", "OP1-2 States": "OP 1-2",
    # Words.
    "paragraphs 1-3 above": "OP 1-3", "paragraphs 1–3 above": "OP 1-3", "paragraphs 1 through 3 above": "OP 1-3",
    "paragraphs 1, 2 and 3 above": "OP 1, 2, 3", "paragraphs 1,2 and 3 above": "OP 1, 2, 3",
    "paragraphs 1 and/or 2 above": "OP 1, 2", "paragraphs 1 & 2 above": "OP 1, 2", "paragraphs 1/2 above": "OP 1, 2",
    "paragraphs 1, 3–5 and 7 above": "OP 1, 3-5, 7", "paragraphs 1 to 3 as well as 5 above": "OP 1-3, 5",
    "paragraph 1-3 above": "OP 1-3", "paragraph 1, 2 and 3 above": "OP 1, 2, 3", "paragraph 1 and 2 above": "OP 1, 2",
    "paragraph 1 to paragraph 3 above": "OP 1-3", "paragraph 1 (a)/(b) above": "OP 1(a), (b)",
    "paragraphs 1 (a) to (c) above": "OP 1(a)-(c)", "paragraph 1 (a) & (b) above": "OP 1(a), (b)",
    "paras. 1 and 2 above": "OP 1, 2", "paras 1-2 above": "OP 1-2", "para 1 above": "OP 1", "para. 1 above": "OP 1",
    "paragraph 1 (above)": "OP 1", "paragraph 1, above,": "OP 1", "paragraph 1 of the present draft": "OP 1",
    "operative paragraphs 1 to 3 above": "OP 1-3",
    "operative paragraph 1 and operative paragraph 2 above": "OP 1; OP 2",
    "preambular paragraphs 1 and 2 above": "PP 1, 2", "subparagraphs (a) to (c) above": "item (a)-(c)",
    "(a) above": "item (a)", "(a) and (b) above": "item (a), (b)",
    "paragraph 1 (and 2) above": "OP 1, 2", "paragraphs 1, 2 (or 3 bis) of the present resolution": "OP 1, 2, 3 bis",
    "paragraphs 1 (and 2) and 3 above": "OP 1, 2, 3", "paragraphs 1 (and 2), 3 and 4 above": "OP 1, 2, 3, 4",
    "paragraphs 1 (and 2), 3 (and 4) above": "OP 1, 2, 3, 4", "OP1 (and 2) to 4": "OP 1, 2-4",
    "OP1 (and 2) and 3 States": "OP 1, 2",
    "paragraphs 1 (and 2) above and the 3 States": "OP 1, 2", "paragraph 1 (and 2) above, and 20 States": "OP 1, 2",
    "paragraph no. 1 above": "OP 1", "paragraphs nos. 1 and 2 above": "OP 1, 2", "para. No. 1 above": "OP 1",
    "II. OP2": "OP 2", "section II, OP2 and OP3": "OP 2, 3", "OP1 (and 2)": "OP 1, 2",
    "paragraph [1] above": "OP 1", "OP[1-2]": "OP 1-2",
    # French, Spanish and Arabic.
    "les paragraphes 1 à 3 ci-dessus": "OP 1-3", "les paragraphes 1, 2 et 3 ci-dessus": "OP 1, 2, 3",
    "les paragraphes 1 et/ou 2 ci-dessus": "OP 1, 2", "les paragraphes 1-3 ci-dessous": "OP 1-3",
    "les paragraphes 1 à 3 ci-après": "OP 1-3",
    "les paragraphes 1 à 3 ainsi que 5 ci-dessus": "OP 1-3, 5", "l’alinéa a) ci-dessus": "item (a)",
    "les alinéas a) à c) du paragraphe 2 ci-dessus": "OP 2(a)-(c)", "en los párrafos 1 a 3 supra": "OP 1-3",
    "los párrafos 1, 2 y 3 anteriores": "OP 1, 2, 3", "los párrafos 1 al 3 más arriba": "OP 1-3",
    "los párrafos 1 y/o 2 supra": "OP 1, 2", "los apartados a) a c) supra": "item (a)-(c)",
    "le paragraphe n° 1 ci-dessus": "OP 1", "el párrafo núm. 1 supra": "OP 1", "пункте № 1 выше": "OP 1",
    "les paragraphes 1 (et 2) ci-dessus": "OP 1, 2",
    "el párrafo 1 y el párrafo 2 supra": "OP 1; OP 2", "le paragraphe 1 et l’alinéa b) ci-dessus": "OP 1; item (b)",
    "el apartado b) del párrafo 1 y el párrafo 2 supra": "OP 1(b); OP 2",
    "с учетом пункта 1 и пункта 2 выше": "OP 1; OP 2", "в пункте 1 и в пункте 2 выше": "OP 1; OP 2",
    "ссылаясь на доклад, пункт 1 и пункт 2 выше": "OP 2",
    "الفقرات 1 و3 إلى 5 أدناه": "OP 1, 3-5", "пункты с 1 по 3 выше": "OP 1-3",
    "в пунктах с 1 по 3 и 5 выше": "OP 1-3, 5",
    "(see above, paragraph 1)": "OP 1", "(see also below, paras. 1 and 3)": "OP 1, 3",
    "(voir ci-dessus, par. 1)": "OP 1",
    "(véase supra, párr. 1)": "OP 1", "(véanse más arriba los párrafos 1 a 3)": "OP 1-3", "(см. выше, пункт 1)": "OP 1",
    "(см. ниже, пп. 1–3)": "OP 1-3", "(انظر أعلاه، الفقرة 1)": "OP 1",
    "الفقرة 1 والفقرة 3 أعلاه": "OP 1; OP 3", "الفقرات من 1 إلى 3 والفقرة 5 أعلاه": "OP 1-3; OP 5",
    "الفقرة 1 وفي الفقرة 3 أعلاه": "OP 1; OP 3",
    "пункте 1 бис выше": "OP 1 бис", "пунктах 1 и 2 бис выше": "OP 1, 2 бис", "الفقرة 1 مكررا أعلاه": "OP 1 مكررا",
    "пункте 1-бис выше": "OP 1 бис", "пунктах 1бис и 2‑тер выше": "OP 1 бис, 2 тер",
    "пунктах 1-бис-3 выше": "OP 1 бис-3", "paragraphs 1-3 and 4-bis above": "OP 1-3, 4 bis",
    "paragraphe 1-bis ci-dessus": "OP 1 bis", "OP1-bis": "OP 1 bis", "الفقرة 1 مكرراً أعلاه": "OP 1 مكررا",
    "الفقرة 1 مكررًا أعلاه": "OP 1 مكررا", "الفقرة 1 مكرر أعلاه": "OP 1 مكررا",
    "الفقرة 1 مكرراً ثانياً أعلاه": "OP 1 مكررا ثانيا",
    # Behind "above" goes on what the paragraph is in, or what its words are said of.
    "paragraph 1 above of the present resolution": "OP 1", "paragraph 1 above in the report": "OP 1",
    "paragraph 1 (option 1) above": "OP 1", "paragraphs 1 and 2 (first sentence) above": "OP 1, 2",
    "paragraph 1 (a) (chapeau) above": "OP 1(a)", "paragraph 1 above of the text": "OP 1",
    "paragraph 1 above, of the report": "OP 1",
    "le paragraphe 1 ci-dessus de la présente résolution": "OP 1",
    "el párrafo 1 supra de la presente resolución": "OP 1",
    "пункте 1 выше настоящей резолюции": "OP 1", "указанного в пункте 1 выше доклада": "OP 1",
    "соответствии с пунктом 1 выше решения принимаются": "OP 1",
    "изложенные в пункте 1 выше рекомендации доклада": "OP 1", "в пункте 1 выше доклад": "OP 1",
    "الفقرة 1 أعلاه من هذا القرار": "OP 1",
}  # fmt: skip
"""What is taken whole, and how."""

PARTS = {
    "paragraph 3, subparagraph (c), above": "OP 3(c)", "subparagraph (c) of paragraph 3 above": "OP 3(c)",
    "paragraph 3, item (b), above": "OP 3(b)", "item (b) of paragraph 3 above": "OP 3(b)",
    "paragraph 3, in subparagraph (b), above": "OP 3(b)", "subparagraph 3 (b) above": "OP 3(b)",
    "para. 3, subpara. (b), above": "OP 3(b)", "OP3, item (b)": "OP 3(b)", "item (b) of OP3": "OP 3(b)",
    "subparagraphs (b) and (c) of paragraph 3 above": "OP 3(b), (c)",
    "paragraph 3, subparagraphs (b) and (c), above": "OP 3(b), (c)",
    "item (i) of subparagraph (a) of paragraph 3 above": "OP 3(a)(i)",
    "paragraph 3 (a) bis above": "OP 3(a bis)", "OP3(a)bis": "OP 3(a bis)", "OP3 (a) alt (i) ter": "OP 3(a alt)(i ter)",
    "subparagraph (b) bis of paragraph 3 above": "OP 3(b bis)", "paragraph 3 [(a) bis] above": "OP 3(a bis)",
    "paragraphs 3 (a) bis to (c) and 4 above": "OP 3(a bis)-(c), 4", "au paragraphe 3 a) bis ci-dessus": "OP 3(a bis)",
    "paragraph 3 (a), item (i), above": "OP 3(a)(i)", "point (b) above": "item (b)",
    "paragraph 2, subparagraph (b), and paragraph 4 above": "OP 2(b); OP 4",
    "paragraph 2 above, subparagraph (b) of the present paragraph": "OP 2; item (b)",
    "OP2, subparagraph (b) of the present paragraph": "OP 2; item (b)",
    "l’alinéa c) du paragraphe 3 ci-dessus": "OP 3(c)", "le paragraphe 3, alinéa b), ci-dessus": "OP 3(b)",
    "le paragraphe 3 c) ci-dessus": "OP 3(c)", "les alinéas b) et c) du paragraphe 3 ci-dessus": "OP 3(b), (c)",
    "le point i) de l’alinéa a) du paragraphe 3 ci-dessus": "OP 3(a)(i)",
    "el apartado c) del párrafo 3 de la presente resolución": "OP 3(c)",
    "el párrafo 3, apartado c), supra": "OP 3(c)", "los incisos b) y c) del párrafo 3 supra": "OP 3(b), (c)",
    "подпункте (c) пункта 3 выше": "OP 3(c)", "подпункте c) пункта 3 настоящей резолюции": "OP 3(c)",
    "пункте 3, подпункт (b), выше": "OP 3(b)", "пункте 3 (c) выше": "OP 3(c)",
    "подпунктах (b) и (c) пункта 3 постановляющей части": "OP 3(b), (c)", "пунктах 3 и 4 выше": "OP 3, 4",
    "للفقرة الفرعية (ج) من الفقرة 3 أعلاه": "OP 3(ج)", "للفقرة 3 (ج) أعلاه": "OP 3(ج)",
    "الفقرتين الفرعيتين (ب) و (ج) من الفقرة 3 من هذا القرار": "OP 3(ب), (ج)",
    "الفقرة 3 الواردة أعلاه": "OP 3", "الفقرتين 1 و 2 المذكورتين أدناه": "OP 1, 2",
    "الفقرة 3 (ج) المبينة أدناه": "OP 3(ج)",
    "الفقرة 3 (أ) ’1‘ أعلاه": "OP 3(أ)(’1‘)", "الفقرة 3 (ج) '2' من هذا القرار": "OP 3(ج)('2')",
    "الفقرة 3 (أ) ’1‘ و ’2‘ أعلاه": "OP 3(أ)(’1‘), (’2‘)", "الفقرة الفرعية ’1‘ من الفقرة 3 (أ) أعلاه": "OP 3(أ)(’1‘)",
    "الفقرة الفرعية ’1‘ أعلاه": "item (’1‘)",
    "الفقرة ٣ أعلاه": "OP 3", "الفقرات من 1 إلى 3 أعلاه": "OP 1-3", "الفقرة 3 من منطوق هذا القرار": "OP 3",
    "上文第3段(c)": "OP 3(c)", "上文第3(c)段": "OP 3(c)", "本决议第三段(b)和(c)分段": "OP 3(b), (c)",
    "上文第3段（c）": "OP 3(c)", "上文第2、3段": "OP 2, 3", "上文第2至4段": "OP 2-4", "下文(b)分段": "item (b)",
    "本决议执行部分第12(b)至(d)段": "OP 12(b)-(d)", "上述第3段": "OP 3", "本决议上文第3段": "OP 3",
    "以上第3段": "OP 3", "以下第3至5段": "OP 3-5", "前述第3段": "OP 3", "上面第3段(b)": "OP 3(b)",
    "前文第3段": "OP 3", "下面(b)分段": "item (b)",
    "上文第3段(b)项和第4段": "OP 3(b), 4", "上文第3段(a)和第4段(b)": "OP 3(a), 4(b)",
    "上文第3段(a)项和(b)项": "OP 3(a), (b)",
    "上文第3段(a)至(c)项及第5至7段": "OP 3(a)-(c), 5-7", "本决议第3段(a)分段、第4段(b)分段和第6段": "OP 3(a), 4(b), 6",
    "上文第3段(a)项目": "OP 3(a)", "上文第3段(b)和第5条第2段": "OP 3(b)", "上文第3段(b)项及附件第4段": "OP 3(b)",
    "上文第2段(a)㈠": "OP 2(a)(㈠)", "上文第2(a)㈠段": "OP 2(a)(㈠)", "上文㈠项": "item (㈠)",
    "上文（一）项": "item (一)", "上文第(一)项": "item (一)", "上文(b)项": "item (b)",
    "本决议第2段（一）和（二）项": "OP 2(一), (二)", "上文第2段(a)分段㈡和㈢": "OP 2(a)(㈡), (㈢)",
    "上文第三段（一）至（三）分段": "OP 3(一)-(三)",
    "报告上文第1段": "OP 1", "决定上文第1段": "OP 1", "该报告，上文第1段": "OP 1", "执行该报告和上文第1段": "OP 1",
    "докладах, см. п. 3 выше": "OP 3", "другой части, пункте 3 выше": "OP 3", "en partie, au par. 3 ci-dessus": "OP 3",
    "voir par. 3 b) ci-dessus": "OP 3(b)", "párrs. 3 y 4 supra": "OP 3, 4", "п. 3 настоящей резолюции": "OP 3",
    "см. пп. 3–5 выше": "OP 3-5", "Par. 3 ci-dessus": "OP 3", "главным образом, п. 3 выше": "OP 3", "П. 3 выше": "OP 3",
}  # fmt: skip
"""A paragraph and its items are one reference, in whatever order they are named."""

UNSURE = {
    # Each has its own by one letter.
    "subparagraph (b) of paragraphs 3 and 4 above": "OP 3, 4",
    # How far the list goes nobody can say.
    "paragraph 1 (a) bis and ter above": "OP 1(a bis)",
    "OP1 bis and ter": "OP 1 bis", "OP1 bis-ter": "OP 1 bis", "OP3 and 4 States": "OP 3, 4", "OP1 vs 2": "OP 1",
    "OP1 (and 2), 3 and 4 States": "OP 1, 2, 3, 4", "paragraph 1 (and 2), 3 and 4 States": "OP 1, 2, 3, 4",
    "paragraph 1 (and 2) and 3 to 5 States": "OP 1, 2, 3-5",
    "OP1-2-3": "OP 1-2", "paragraphs 1 bis and ter above": "OP 1 bis",
    # It may be of a list in the words.
    "le point 2 ci-dessus": "OP 2", "les points 1 et 2 ci-dessus": "OP 1, 2", "el punto 2 supra": "OP 2",
    "clause 2 above": "OP 2", "operative clauses 1 and 2 above": "OP 1, 2", "point 2 of the present resolution": "OP 2",
    # Whether it means this text nobody says.
    "paragraph 1": "OP 1", "paragraphs 1 and 2": "OP 1, 2", "paras 1 and 2": "OP 1, 2",
    "пункте 1": "OP 1", "operative paragraph 1": "OP 1",
    "operative paragraphs 1 and 2": "OP 1, 2", "preambular paragraph 1": "PP 1", "[paragraph 1]": "OP 1",
    "paragraph 1 (and 2), and 20 States": "OP 1, 2",
    "the letter of Kenya and paragraph 1": "OP 1", "resolution 57/270 as well as paragraph 1": "OP 1",
    "paragraph 1 in Nairobi": "OP 1", "paragraph 1 in New York, and": "OP 1",
    "le paragraphe 2 de cette résolution": "OP 2", "el párrafo 2 de esta resolución": "OP 2",
    "пункт 2 этой резолюции": "OP 2",
    "paragraph 2 above of resolution 70/1": "OP 2", "paragraphs 1 and 2 above of the report": "OP 1, 2",
    "paragraph 2 above of its decision 70/5": "OP 2", "le paragraphe 2 ci-dessus de la résolution 70/1": "OP 2",
    "le paragraphe 2 ci-dessus du rapport": "OP 2", "el párrafo 2 supra de la resolución 70/1": "OP 2",
    "el párrafo 2 supra de su decisión 70/5": "OP 2",
    "الفقرة 2 أعلاه من القرار 70/1": "OP 2",
    "[EU, II.OP2]": "OP 2", "paragraph 1 (and 2 States) above": "OP 1", "paragraph 1 (and 2)": "OP 1, 2",
}  # fmt: skip
"""What is nobody's to change, and is told."""

NONE = (
    "le point 2 de l’ordre du jour", "point 2", "item 2 above", "at this point 2 States",
    "au point 2 de l’ordre du jour ci-dessus",
    "the viewpoint 2 above", "clause 2 of the contract", "article 5, point 2 ci-dessus",
    "par. 2 de la résolution 60/1", "véase el párr. 2", "(A/78/432, par. 2)", "см. п. 2 резолюции 60/1", "в п. 2",
    "ст. 5, п. 2 выше", "статье 5, пункт 2 выше", "art. 5, par. 2 ci-dessus", "该决议上述第3段",
    "резолюции 60/1, пункт 2 выше", "см. приложение I, п. 2 выше", "sección II, párrafo 2 supra",
    "chapitre II, paragraphe 2 ci-dessus", "القرار 60/1، الفقرة 2 أعلاه",
    "الفقرة 3 من القرار 60/1 الواردة أعلاه", "القرار 60/1، الفقرة 2 الواردة أعلاه",
    "пункте с 1 декабря по 3 марта выше", "القرار 60/1، الفقرة 1، وقرار المجلس",
    "see above, paragraph 1 of resolution 80/1", "(voir ci-dessus, par. 1 de la résolution 80/1)",
    "(см. выше, пункт 1 резолюции 80/1)", "(see above, A/80/1, para. 1)", "(see above, Article 3, paragraph 1)",
    "partie II, par. 2 ci-dessus", "parte II, párrafo 2 supra", "части II, пункт 2 выше",
    "الجزء الثاني، الفقرة 2 أعلاه",
    "докладов и т.п. 2 выше", "докладов и т. п. 2 выше", "大会第80/1号决议上文第3段", "第80/1号决议的上述第3段",
    "第80/1号决议前述第3段", "该决定以上第3段",
    "пункт 2 выше резолюции 70/1",
    "пункт 2 выше её предыдущей резолюции", "пункт 2 выше доклада",
    "пункт 2 выше указанной резолюции", "пункта 2 выше названного доклада",
    "该报告上述第2段", "秘书长的报告上文第2段", "报告（A/80/250）上文第2段", "《巴黎协定》上述第2段", "该公约上文第2段",
    "决议（第79/1号）的上文第2段",
    "上文第1段之二",
    "以上3段", "三分之二以上", "18岁以上的第3类人员", "五年以下第三段婚姻",
    "la résolution 60/1, le paragraphe 2 de cette résolution",
    "para 3 meses", "OP1 of resolution 80/1", "OP1 of L.5", "paragraphs 1 and 2 of resolution 80/1",
    "operative paragraph 1 of resolution 80/1", "“OP1-2”", "paragraph 60/123", "Article 3 (a) above",
    "item 3 (a) above",
    "the Sahara 2 plan", "(a) of the annex", "operative paragraph 2 of the report", "its operative paragraph 3",
    "agenda item 18 (i) above", "пункте 3 резолюции 70/1", "подпункте (b) пункта 3 статьи 5", "该决议第3段(c)",
    "chap. IV, paragraph 24", "paragraph 1 (5) of that letter", "[79/1, II.OP1 and II.OP2]",
    "annex I.OP2", "Annex I, OP2", "OP2, annex I", "paragraph no. 1 of resolution 80/1", "section II, OP2 of L.5",
    "resolution 57/270, in particular paragraph 1", "resolution 57/270, in particular paragraph 1 and paragraph 3",
    "resolution 57/270, paragraph 1 (a) as well as paragraph 3",
    "la résolution 57/270, notamment le paragraphe 1 et le paragraphe 3",
    "la resolución 57/270, en particular los párrafos 1 y 2 y el párrafo 3",
    "la résolution 57/270, en particulier son paragraphe 2", "la résolution 57/270 et leur paragraphe 2",
    "la resolución 57/270, en cuyo párrafo 2 pidió", "la resolución 57/270, en particular su párrafo 2",
    "резолюцию 57/270, в частности на ее пункт 2,", "резолюцию 57/270, в частности пункты 2 и 3",
    "доклад Генерального секретаря, в том числе на пункт 2,", "القرار 57/270، ولا سيما الفقرة 2",
    "قرارها 57/270 الذي طلبت في الفقرة 2 منه إلى الأمين العام", "تقرير الأمين العام، ولا سيما الفقرتان 2 و 3",
    "paragraph 1 in Annex II", "paragraph 1 in Rome Statute", "paragraph 1 in Addis Ababa Action Agenda",
    "paragraph 1 in Samoa Pathway", "paragraph 1 in Kyoto Principles", "paragraph 1 in Nairobi Mandate",
    "el párrafo 1 de la resolución 70/1 y el párrafo 2 de la resolución 71/1",
    "subparagraph (b) of paragraph 3 of resolution 70/1", "paragraph 1 (option 1) of resolution 70/1",
    "paragraph 3, subparagraph (b), of the report",
)  # fmt: skip
"""What is none of this text."""


def _read(mentions: tuple[Mention, ...]) -> str:
    found = []
    for mention in mentions:
        words = mention.part + " "
        for number, item in enumerate(mention.items):
            words += ("-" if item.ranges else ", ") if number else ""
            words += (item.number.text if item.number else "") + "".join(f"({letter.text})" for letter in item.letters)
        found.append(words)
    return "; ".join(found)


@pytest.mark.parametrize(("words", "named"), WHOLE.items())
def test_a_list_or_range_is_taken_whole(words: str, named: str) -> None:
    for text in (f"Invites all as in {words};", f"Invites all as in {words}", f"Notes that {words} will apply."):
        if words.endswith(",") and not text.endswith("apply."):
            continue
        assert _read(mentions_in(text)) == named, text
        assert unsure_in(text) == ()


@pytest.mark.parametrize(("words", "named"), PARTS.items())
def test_a_paragraph_and_its_items_are_one_reference(words: str, named: str) -> None:
    for text in (f"Invites all as in {words};", f"Invites all as in {words}"):
        assert _read(followed_in(text)) == named, text
        assert unfollowed_in(text, followed_in(text)) == ()


@pytest.mark.parametrize("document", ["мандат", "правила процедуры", "план действий", "сообщение"])
def test_a_paragraph_behind_a_russian_document_is_not_followed(document: str) -> None:
    assert _read(mentions_in(f"Действовать, ссылаясь на {document}, пункт 1 и пункт 2 выше;")) == "OP 2"


@pytest.mark.parametrize(("words", "named"), UNSURE.items())
def test_what_nobody_can_say_is_nobodys_to_change(words: str, named: str) -> None:
    for text in (f"Invites all as in {words};", f"Calls for action as in {words};"):
        assert mentions_in(text) == ()
        assert _read(unsure_in(text)) == named


@pytest.mark.parametrize("words", NONE)
def test_what_is_of_another_text_is_left_alone(words: str) -> None:
    text = f"Invites all as in {words};"
    assert mentions_in(text) == ()
    assert followed_in(text) == ()
    assert followed_in(text) == ()
    assert unsure_in(text) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wishes to act under paragraph 3 and 20 States;", "OP 3"),
        ("Wishes to act under paragraph 3, 15 March 2024;", "OP 3"),
        ("Wishes to act under paragraph 3 to 20 States;", "OP 3"),
        ("Decides on OP4, by 2030, that 5 States act;", "OP 4"),
        ("Decides on OP4 within 15 years;", "OP 4"),
        ("OP4. Requests", ""),
        ("OP1-2: to be merged", "OP 1-2"),
    ],
)
def test_what_is_counted_beside_a_reference_is_no_part_of_it(text: str, named: str) -> None:
    assert _read(mentions_in(text)) == named


BESIDE_OTHERS = (
    "fund [79/212, OP2]", "fund [A/RES/79/212, OP2]", "fund (formerly OP2)", "fund [moved from OP2]",
    "fund [79/212: OP2]", "fund [see A/C.2/79/L.5, OP2]", "fund (CRC, OP2)", "fund [79/212, PP2]",
    "fund [79/212 OP2]", "fund [formerly OP2 and OP3]", "fund [ex-OP2]", "fund [ex OP2]", "fund [EU: old OP2]",
    "fund [CRC OP2 bis]", "fund [OP2 of L.39]", "fund [agreed, OP2 in 79/212]", "fund [UNGA79 OP2]",
    "fund [UNGA79: OP2]", "fund (A/RES/79/1, OP2)", "fund (A/RES/79/1, OP2 and OP3)", "fund [OP2, 79/212]",
    "fund [OP2 79/212]", "fund [OP2 (79/212)]", "OP2 [79/212]", "fund [OP2 from 79/212]", "fund [OP2, A/RES/79/212]",
    "fund OP2 (A/RES/79/212)", "fund [based on A/RES/79/212, OP2]", "fund [EU, based on resolution 79/212, OP2]",
    "fund (based on A/RES/79/212, OP2)", "fund (CEDAW OP2)", "fund [CEDAW: OP2]", "fund [Pact for the Future, OP2]",
    "fund [Pact, OP2]", "in line with the Pact for the Future OP2", "fund [2030 Agenda, OP2]", "fund [was OP2]",
    "fund [previously OP2]", "fund [previous OP2]", "fund [prev. OP2]", "fund [originally OP2]",
    "fund [original OP2]", "fund [last year’s OP2]", "fund [last year OP2]", "fund [OP2 last year]", "fund [old OP2]",
    "fund (old numbering: OP2)", "fund [L.39 OP2]", "fund [L.39, OP2]", "fund [OP2 L.39]", "fund [L.39/Rev.1: OP2]",
    "fund [Rev.1 OP2]", "fund [zero draft OP2]", "fund [OP2 zero draft]", "fund [zero draft, OP2]", "fund [v2 OP2]",
    "fund [OP2 (v2)]", "fund [anciennement OP2]", "fonds [ancien OP2]", "fondo [antes OP2]", "fondo (antiguo OP2)",
    "фонд [бывший OP2]", "фонд [ранее OP2]", "фонд [из OP2]", "基金[原 OP2]", "基金（原为 OP2）", "基金【79/212，OP2】",
    "الصندوق [سابقا OP2]", "الصندوق [OP2 سابقاً]", "fund [moved from OP2 of L.39]", "fund [OP2 as adopted in 79/212]",
    "fund [merged from OP2 and OP3]", "fund [ex-PP2]", "fund [2023 OP2]", "fund [OP2 (2023)]", "fund [HRC 55/2, OP2]",
    "fund [S/RES/2250 (2015), OP2]", "fund [resolution 2250 (2015) OP2]", "fund [SCR 2250, OP2]", "fund [CRC’s OP2]",
    "fund [Charter, OP2]", "fund [E/RES/2024/3, OP2, OP4]", "fund [79/212, see OP2]",
    "fund [agreed language: 79/212 OP2]", "fund [source: 79/212, OP2]", "fund [cf. 79/212, OP2]",
    "fund [copied from OP2]", "fund [formerly paragraph 2]", "fund [moved from paragraph 2]",
    "fund moved from paragraph 2", "fund as asked in resolution 79/1 and its OP2", "fund [AU Agenda 2063, OP2]",
    "fund (Kazan Action Plan, OP2)", "fund [agreed in 2nd: OP2 of 78/1]",
    "[1325 (2000), OP2]", "fund [same as 79/212, OP2]", "the fund of the Commitment, OP2, and",
    "fund [identical to 78/100 OP2 (b)]", "fund [78/100, OP2 (b)]",
    "fund as in OP2 of Security Council resolution 1325", "fund, see OP2 of General Assembly resolution 70/1",
    "fund as in paragraph 2 of Security Council resolution 1325 (2000)",
    "fund as in OP2 of Chapter II", "fund as in OP2 in A/C.2/80/L.37", "fund as in OP2 in its report",
    "fund as in OP2 of the text of 2023", "fund as in OP2 of the EU text", "fund [OP2 in 2023]", "fund [79/212; OP2]",
    "fund (source: 79/212; see OP2)", "resolution 79/212, OP1; OP2", "基金第79/212号决议，OP2",
    "基金，见79/212号决议OP2",
    "基金，该决议的OP2", "الصندوق في مشروع القرار OP2",
)  # fmt: skip
"""What names another text, or an earlier state of this one, beside a reference."""

BESIDE_WORDS = (
    "and to report on OP2", "and decides that all shall report under OP2",
    "as in OP2", "Invites all as asked in OP1", "fund [see OP2]", "fund (see OP2)", "fund [agreed with OP2]",
    "fund [merge with OP2]", "fund [EU: merge with OP2]", "[G77: delete OP2]", "[EU: OP2 to be deleted]",
    "[G77: OP2 to be merged]", "fund [see OP2 and OP3]", "fund [linked to OP2]", "[Delete OP2]",
    "[Merge OP2 and OP3]", "fund [move to OP2]", "OP1-2 States", "as in OP2, and requests", "pursuant to OP2 and OP3",
    "Requests the Secretary-General, in line with OP2, to report", "fund as per OP2 [EU: and others]",
    "in OP2 [and OP3]", "Recalls resolution 79/212 of 19 December 2024 and invites all to act as in OP2",
    "[Invites all, in accordance with resolution 79/212 and other texts of this kind, to act together as in OP2 above]",
    "paragraph 2 above", "pursuant to paragraph 2", "[in line with paragraph 2]", "as asked in OP1 (A)",
    "fund [agreed ad ref; see OP2]", "the CRC as asked in OP2", "under OP2 by 2030", "OP2, by 2030", "USA: see OP2",
    "fund [Chair: see OP2]", "as in OP2 (Member States)", "as asked in OP2 [Governments]",
    "as in OP2, Kenya and others,", "as in resolution 79/1 and OP2", "as in resolutions 79/1 and 79/2 and in OP2",
    "as in paragraph 2 of resolution 79/1 and OP2", "as in the report of the Committee and OP2",
    "as in resolution 79/1 and OP1 and OP2", "as under the Charter and OP2",
    # A semicolon ends the reference to the other text.
    "as in resolution 79/1; see OP2", "under the Charter; OP2", "la résolution 79/1 ; voir OP2",
    "la resolución 79/1; véase OP2", "резолюция 79/1; см. OP2", "第79/1号决议；见OP2", "القرار 79/1؛ انظر OP2",
    # What stands behind is no document.
    "under OP2 in 2028", "under OP2 in May 2028", "under OP2 in its entirety", "under OP2 in full",
    "as in OP2 of the text",
    "under paragraph 2 in its entirety", "under paragraph 2 in all countries", "under paragraph 2 of the text",
    "under paragraph 2 in 2028", "OP2 en 2028", "OP2 dans son intégralité", "OP2 du texte", "OP2 en su totalidad",
    "OP2 del texto", "OP2 в 2028 году", "OP2 в полном объеме", "OP2 текста", "执行OP2的全部内容", "OP2 من النص",
)  # fmt: skip
"""The same words where they say no such thing."""


@pytest.mark.parametrize("words", BESIDE_OTHERS)
def test_what_another_text_or_an_earlier_state_is_named_beside_is_left_alone(words: str) -> None:
    text = f"Encourages all to give to the {words};"
    assert mentions_in(text) == ()
    assert unsure_in(text) == ()


@pytest.mark.parametrize(
    "words",
    ["fund [EU, OP2]", "fund [Doha, OP2]", "fund [EU OP2]", "fund [G77, OP2]", "fund (OP2, EU)", "fund, see Kenya OP2",
     "fund in the EU’s OP2", "fund [Fiji, OP1 and OP2]", "fund as in OP2 of the EU",
     "fund as in OP2 of Kenya", "fund [OP2, G77]", "fund OP2 [G77]", "fund [OP2, Fiji and Kenya]", "fund (OP2, Kenya)",
     "fund in OP2 of the Group of 77", "fund in OP2 of the African Group", "fund set out in resolution 79/1 (see OP2)",
     "fund set out in resolution 79/1 (see OP1 and OP2)", "fund under the CRC and OP2", "fund [based on 79/1 and OP2]",
     "fund as asked in OP2 in December", "fund as asked in OP2 in 2023", "fund as in OP2 from 2023",
     "fund under resolution 79/1 and OP2 of the text",
     "fund of the zero draft and OP2", "fund taken from 79/212 and OP2", "fund under L.39 and OP2"],
)  # fmt: skip
def test_a_label_beside_a_mere_name_is_not_followed_and_may_be_of_this_text(words: str) -> None:
    text = f"Encourages all to give to the {words};"
    assert mentions_in(text) == ()
    assert unsure_in(text)[-1].items[-1].signs[0].text == "2"
    assert not any(one.sure for one in unfollowed_in(text, ()))


@pytest.mark.parametrize(
    ("words", "reach"),
    [
        ("pursuant to paragraph 2 (Safeguards)", "bare"),
        ("as set out in paragraph 2 (Safeguards and Monitoring), to", "bare"),
        ("as set out in paragraph 2 (Safeguards) above", "near"),
        ("under paragraph 2 (a) (Safeguards) of the present resolution", "present"),
        ("see paragraphs 2 and 3 (Safeguards)", "bare"),
        ("conformément au paragraphe 2 (Garanties)", "bare"),
        ("under paragraph 2 (Safeguards) of resolution 79/212", None),
        ("see paragraph 2 (EU)", None),
        ("see paragraph 2 (G77)", None),
        ("see paragraph 2 (the African Group)", None),
        ("see paragraph 2 (Paris Agreement)", None),
        ("see OP2 (Kenya)", None),  # or what it is about: nobody can say
    ],
)
def test_what_a_paragraph_is_about_may_stand_behind_its_number(words: str, reach: str | None) -> None:
    text = f"Encourages all to give, {words};"
    assert [one.reach for one in mentions_in(text)] == ([reach] if reach else [])
    assert not (reach and unsure_in(text))


@pytest.mark.parametrize(
    ("behind", "named"),
    [
        (", OP2", "OP 1; OP 2"),
        ("; OP2", "OP 1; OP 2"),
        (", PP1 and OP2", "OP 1; PP 1; OP 2"),
        (", OP2, OP3 and PP3", "OP 1; OP 2, 3; PP 3"),
        (" (see also OP2)", "OP 1; OP 2"),
        (" [, OP2]", "OP 1; OP 2"),
        (", OP2 of the EU", "OP 1"),
        (", OP2 (Kenya)", "OP 1"),
        (", OP2 of resolution 79/1", "OP 1"),
        (", formerly OP2", "OP 1"),
        (", resolution 79/1, OP2", "OP 1"),
        (" and resolution 79/1, PP1 and OP2", "OP 1"),
    ],
)
@pytest.mark.parametrize("first", ["paragraph 1 of the present resolution", "paragraphe 1 de la présente résolution"])
def test_a_label_behind_the_name_of_this_text_is_of_this_text(first: str, behind: str, named: str) -> None:
    assert _read(mentions_in(f"Invites all ({first}{behind});")) == named
    assert _read(mentions_in(f"Invites all (paragraph 1 of resolution 79/1{behind});")) == ""


@pytest.mark.parametrize("words", BESIDE_WORDS)
@pytest.mark.parametrize(("from_one", "from_ten"), [("OP1", "OP10"), ("OP2", "OP21")])
def test_a_reference_to_this_text_is_one_whatever_else_is_named(words: str, from_one: str, from_ten: str) -> None:
    assert mentions_in(f"Encourages all to give {words};")
    words = words.replace(from_one, from_ten)
    assert mentions_in(f"Encourages all to give {words};")


def test_the_references_of_a_long_list_are_all_followed() -> None:
    listed = [f"as in OP{number}" for number in range(1, 120)]
    assert len(mentions_in(f"Invites all {', '.join(listed)};")) == len(listed)
    assert len(mentions_in(f"Invites all {' and '.join(listed)};")) == len(listed)
