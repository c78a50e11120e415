"""Operative verbs that change, and the ladder."""

from __future__ import annotations

import pytest

from models.comparison.change import VerbChange
from models.comparison.compare import compare
from models.comparison.weighing.ladder import ladder
from tests.models.comparison.small_drafts import draft, only

LIST = "Condemns, deplores and rejects"
REST = "the report of the Secretary-General on the matter at hand;"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Takes note of", "Welcomes", ("Takes note", "Welcomes", "stronger")),
        (
            "Takes note of",
            "Takes note with appreciation of",
            ("Takes note", "Takes note with appreciation", "stronger"),
        ),
        ("Welcomes", "Takes note with appreciation of", ("Welcomes", "Takes note with appreciation", "weaker")),
        ("Strongly urges", "Urges", ("Strongly urges", "Urges", "weaker")),
        ("Invites", "Encourages", ("Invites", "Encourages", "stronger")),
        ("Calls upon", "Encourages", ("Calls upon", "Encourages", "weaker")),
        ("Encourages", "Does not encourage", ("Encourages", "Does not encourage", "other")),
        ("Also does not call upon", "Calls upon", ("Does not call upon", "Calls upon", "other")),
        ("Does not recognize", "Does not welcome", ("Does not recognize", "Does not welcome", "other")),
        ("Does not recognize", "Also does not recognize", None),
        ("Alienta a", "No alienta a", ("Alienta", "No alienta", "other")),
        ("Emphasizes", "Emphasises", None),
        ("Does not recognise", "Does not recognize", None),
        ("Strongly emphasises", "Strongly emphasizes", None),
        ("Recognises", "Also recognizes", None),
        ("Recognises", "Emphasizes", ("Recognises", "Emphasizes", "other")),
        ("Encourage", "N’encourage pas", ("Encourage", "N'encourage pas", "other")),
        ("Ne demande pas à", "Demande à", ("Ne demande pas à", "Demande à", "other")),
        ("N’encourage pas", "N’encourage également pas", None),
        ("تشجع الدول", "لا تشجع الدول", ("تشجع", "لا تشجع", "other")),
        ("又鼓励", "不鼓励", ("鼓励", "不鼓励", "other")),
        ("S’oppose à", "Ne s’oppose pas à", ("S'oppose", "Ne s'oppose pas", "other")),
        (
            "Accueille avec satisfaction",
            "Accueille favorablement",
            ("Accueille avec satisfaction", "Accueille favorablement", "other"),
        ),
        ("Se opone a", "Respalda", ("Se opone", "Respalda", "other")),
        ("Elogia", "Agradece a", ("Elogia", "Agradece", "other")),
        (
            "настоятельно призывает",
            "убедительно призывает",
            ("Настоятельно призывает", "Убедительно призывает", "other"),
        ),
        ("отклоняет", "принимает", ("Отклоняет", "Принимает", "other")),
        ("принимает", "принимает к сведению", ("Принимает", "Принимает к сведению", "other")),
        ("تدعو بقوة", "تدعو", ("تدعو بقوة", "تدعو", "weaker")),
        ("تدعو بقوة", "تحث", ("تدعو بقوة", "تحث", "other")),
        ("تطلب إلى", "تناشد", ("تطلب إلى", "تناشد", "other")),
        ("تلاحظ مع القلق", "تلاحظ", ("تلاحظ مع القلق", "تلاحظ", "other")),
        ("يلاحظ", "يلاحظ مع التقدير", ("يلاحظ", "يلاحظ مع التقدير", "stronger")),
        ("恳请", "强烈促请", ("恳请", "强烈促请", "other")),
        ("赞许", "表示遗憾", ("赞许", "表示遗憾", "other")),
        ("再次请", "请", None),
        ("又再次呼吁", "敦促", ("呼吁", "敦促", "stronger")),
        ("大力鼓励", "鼓励", ("大力鼓励", "鼓励", "weaker")),
        ("表示深为关切", "表示关切", ("表示深为关切", "表示关切", "weaker")),
        ("تشجع بقوة", "تشجع", ("تشجع بقوة", "تشجع", "weaker")),
        ("Prie", "Prie également", None),
        ("Encourage également", "Exhorte", ("Encourage", "Exhorte", "stronger")),
        ("Encourage", "Encourage fermement", ("Encourage", "Encourage fermement", "other")),
        ("Exhorta a", "Exhorta firmemente a", ("Exhorta", "Exhorta firmemente", "other")),
        ("Solicita", "Solicita nuevamente", None),
        ("Deeply regrets", "Regrets", ("Deeply regrets", "Regrets", "weaker")),
        ("Strongly urges all States to hear", "Urges strongly all States to hear", None),
        ("Urges all States to hear", "Urges strongly all States to hear", ("Urges", "Strongly urges", "stronger")),
        ("Strongly calls upon all to hear", "Calls strongly upon all to hear", None),
        ("Calls upon all to hear", "Calls strongly upon all", ("Calls upon", "Strongly calls upon", "stronger")),
        (
            "Strongly condemns",
            "Condemns in the strongest terms",
            ("Strongly condemns", "Condemns in the strongest terms", "stronger"),
        ),
        ("Regrets", "Deplores", ("Regrets", "Deplores", "stronger")),
        ("Further invites", "Also urges", ("Invites", "Urges", "stronger")),
        ("Requests", "Urges", ("Requests", "Urges", "other")),
        ("Welcomes", "Encourages", ("Welcomes", "Encourages", "other")),
        ("[Urges]", "[Invites]", ("Urges", "Invites", "weaker")),
        ("Calls upon all States to heed", "Urges all States to heed", ("Calls upon", "Urges", "stronger")),
        ("Reiterates its call upon", "Calls upon", ("Reiterates its call", "Calls upon", "other")),
        ("Urges all", "Urges", None),
        (
            "Welcomes and encourages",
            "Welcomes and invites",
            ("Welcomes and encourages", "Welcomes and invites", "weaker"),
        ),
        ("Once again invites", "Encourages", ("Invites", "Encourages", "stronger")),
        ("Once again invites", "Invites", None),
        ("Welcomes", "Urges", ("Welcomes", "Urges", "other")),
        ("Recognizes the importance of", "Stresses the importance of", ("Recognizes", "Stresses", "other")),
        ("Stresses the importance of", "Welcomes", ("Stresses the importance", "Welcomes", "other")),
        ("Decides to consider", "Requests", ("Decides", "Requests", "other")),
        ("Notes", "Notes with concern", ("Notes", "Notes with concern", "other")),
        (
            "Expresses its deep concern at",
            "Notes with concern",
            ("Expresses its deep concern", "Notes with concern", "weaker"),
        ),
        ("Notes", "Takes note of", ("Notes", "Takes note", "other")),
        ("Looks forward to", "Looks forward with interest to", None),
        ("In this regard, requests", "Requests", None),
        ("Notes, in this regard,", "Welcomes, in this regard,", ("Notes", "Welcomes", "stronger")),
        ("In the light of this, all States may use", "Requests", None),
        ("The Board may use", "All States may use", None),
        ("Firmly condemns", "Condemns", ("Firmly condemns", "Condemns", "weaker")),
        ("Demands", "Demands in the strongest terms", ("Demands", "Demands in the strongest terms", "stronger")),
        ("Is deeply concerned", "Is concerned", ("Is deeply concerned", "Is concerned", "weaker")),
        (
            "Remains concerned",
            "Remains gravely concerned",
            ("Remains concerned", "Remains gravely concerned", "stronger"),
        ),
        ("Is alarmed", "Expresses its concern", ("Is alarmed", "Expresses its concern", "weaker")),
        ("Is deeply concerned", "Expresses deep concern", ("Is deeply concerned", "Expresses deep concern", "other")),
        ("Appeals to", "Strongly appeals to", ("Appeals", "Strongly appeals", "stronger")),
        ("Earnestly urges", "Urges", ("Earnestly urges", "Urges", "weaker")),
        ("Reaffirms", "Reaffirms its commitment to", None),
        ("Stresses", "Stresses the urgency of", None),
        ("Condemns, deplores and rejects", "Condemns and rejects", (LIST, "Condemns and rejects", "other")),
        ("Condemns, deplores and rejects", "Condemns, deplores or rejects", None),
        ("Condemns, deplores and rejects", "Condemns, does not deplore and rejects", None),
        ("Condemns and rejects", "Condemns and does not reject", None),
        ("Observa con preocupación and note", "Observa con preocupación note", None),
        ("Urges and invites States and thanks", "Urges States, and invites the Board and thanks", None),
        (
            "Strongly condemns and rejects",
            "Condemns and strongly rejects",
            ("Strongly condemns and rejects", "Condemns and strongly rejects", "other"),
        ),
        ("Strongly condemns, deplores and rejects", LIST, (f"Strongly {LIST.lower()}", LIST, "weaker")),
        ("Urges, in this regard, and requests", "Urges", ("Urges and requests", "Urges", "other")),
        (
            "Acknowledges",
            "Acknowledges with appreciation",
            ("Acknowledges", "Acknowledges with appreciation", "stronger"),
        ),
        ("Notes requests and calls for", "Welcomes requests and calls for", ("Notes", "Welcomes", "stronger")),
        ("Endorses", "Endorses and supports", ("Endorses", "Endorses and supports", "other")),
        ("Urges and encourages", "Urges and calls upon", ("Urges and encourages", "Urges and calls upon", "stronger")),
        ("Condemns and demands", "Deplores and requests", ("Condemns and demands", "Deplores and requests", "other")),
        ("Also requests", "Requests", None),
        # "Further" before a noun is no part of the verb.
        ("Encourages further cooperation on", "Encourages cooperation on", None),
        ("Encourages further cooperation on", "Urges further cooperation on", ("Encourages", "Urges", "stronger")),
        ("Encourages further the work on", "Encourages the work on", None),
        ("Requests further information on", "Requests information on", None),
        ("Welcomes further work on", "Welcomes work on", None),
        ("Requests", "Urgently requests", ("Requests", "Urgently requests", "stronger")),
        ("Requests once again", "Requests", None),
        ("Urges", "Urges", None),
        ("Invites once again", "Reiterates the invitation to hear", ("Invites", "Reiterates the invitation", "other")),
        ("Requests", "Reiterates its request for", ("Requests", "Reiterates its request", "other")),
        ("Reiterates its request for", "Reiterates the request for", None),
        ("Reiterates, in this regard, the call for", "Reiterates, in this regard, the calls for", None),
        ("Reiterates its demand for", "Reiterates its demands for", None),
        ("Reiterates, in this regard, its call for", "Urges", ("Reiterates its call", "Urges", "other")),
        (
            "Reiterates its call for",
            "Reiterates its request for",
            ("Reiterates its call", "Reiterates its request", "other"),
        ),
        ("Reiterates its concern at", "Reiterates the concern at", None),
        ("Expresses concern at", "Expresses its concern at", None),
    ],
)
def test_verbs_of_operative_paragraphs(old: str, new: str, expected: tuple[str, str, str] | None) -> None:
    change = only(f"1. {old} {REST}", f"2. {new} {REST}")
    assert change.verb == (VerbChange(*expected) if expected else None)


@pytest.mark.parametrize(
    ("preambular", "operative", "expected"),
    [
        (
            "Noting with concern",
            "Notes with deep concern",
            ("Noting with concern", "Notes with deep concern", "stronger"),
        ),
        ("Noting with concern", "Notes with concern", None),
        ("Also recognizing", "Recognizes", None),
        ("Welcoming", "Takes note of", ("Welcoming", "Takes note", "weaker")),
        ("Deeply regretting", "Deplores", ("Deeply regretting", "Deplores", "stronger")),
        ("Deeply concerned about", "Notes with concern", None),
        ("Recognising and emphasising", "Recognizes and emphasizes", None),
        (
            "Recognising and emphasising",
            "Recognizes and strongly emphasizes",
            ("Recognising and emphasising", "Recognizes and strongly emphasizes", "stronger"),
        ),
        ("Rappelant", "Rappelle", None),
        ("Prenant note", "Prend note avec satisfaction", ("Prenant note", "Prend note avec satisfaction", "stronger")),
        ("Reconociendo", "Reconoce", None),
        ("Observando con preocupación", "Celebra", ("Observando con preocupación", "Celebra", "other")),
        ("отмечая", "с удовлетворением отмечает", ("Отмечая", "С удовлетворением отмечает", "stronger")),
        ("приветствуя", "приветствует", None),
        ("وإذ ترحب", "تحيط علما", ("وإذ ترحب", "تحيط علما", "weaker")),
        ("وإذ ترحب", "ترحب", None),
        ("赞赏地注意到", "注意到", ("赞赏地注意到", "注意到", "weaker")),
    ],
)  # fmt: skip
def test_verbs_of_what_goes_from_one_part_to_the_other(
    preambular: str, operative: str, expected: tuple[str, str, str] | None
) -> None:
    back = {"stronger": "weaker", "weaker": "stronger"}
    old, new = f"PP {preambular} {REST}", f"1. {operative} {REST}"
    assert only(old, new).verb == (VerbChange(*expected) if expected else None)
    turned = VerbChange(expected[1], expected[0], back.get(expected[2], "other")) if expected else None
    assert only(new, old).verb == turned


STRONGEST = "Condemns in the strongest terms"
OTHERWISE = "Condemns", "other"
STRONGLY = "Strongly condemns", "stronger"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Strongly condemns X", "Condemns X in the strongest terms", ("Strongly condemns", STRONGEST, "stronger")),
        ("Condemns X, in the strongest terms,", "Strongly condemns X", (STRONGEST, "Strongly condemns", "weaker")),
        ("Condemns X", "Condemns X in the strongest terms", ("Condemns", STRONGEST, "stronger")),
        ("Strongly condemns X", "Condemns X strongly", None),
        ("Deeply regrets X", "Regrets X deeply", None),
        ("Takes note of X with appreciation", "Takes note with appreciation of X", None),
        ("Notes X with concern", "Welcomes X", ("Notes with concern", "Welcomes", "other")),
        ("Urges X", "Urges X strongly", ("Urges", "Strongly urges", "stronger")),
        # No rule ranks these.
        ("Strongly condemns X", "Condemns X categorically", ("Strongly condemns", "Categorically condemns", "other")),
        ("Categorically condemns X", "Condemns X categorically", None),
        ("Strongly condemns X", "Condemns very strongly X", ("Strongly condemns", "Very strongly condemns", "other")),
        ("Urges X", "Urges in no uncertain terms X", ("Urges", "Urges in no uncertain terms", "other")),
        ("Strongly encourages X", "Encourages actively X", ("Strongly encourages", "Encourages", "other")),
        ("Calls upon X", "Calls urgently upon X", ("Calls upon", "Urgently calls upon", "stronger")),
        ("Strongly calls upon X", "Calls upon X strongly", None),
        # What is on no rung makes no verb weaker.
        ("Regrets X", "Deplores X categorically", ("Regrets", "Categorically deplores", "stronger")),
        ("Regrets X categorically", "Deplores X", ("Categorically regrets", "Deplores", "other")),
        # Other words may be said so, and not the verb.
        ("Condemns X", "Condemns harm to X in the strongest terms", None),
        ("Strongly condemns X", "Condemns harm to X in the strongest terms", ("Strongly condemns", *OTHERWISE)),
        ("Encourages timely acts", "Urges timely acts", ("Encourages", "Urges", "stronger")),
        ("Urges all to decry X with concern", "Invites all to decry X with concern", ("Urges", "Invites", "weaker")),
        ("Urges timely acts", "Encourages timely and costly acts", ("Urges", "Encourages", "weaker")),
        ("Urges timely acts", "Encourages costly acts", ("Urges", "Encourages", "other")),
        ("Requests X to act", "Requests X to act urgently", None),
        ("Condemns X, and demands in the strongest terms that it end", "Strongly condemns X", ("Condemns", *STRONGLY)),
        ("Welcomes X", "Welcomes X, with deep concern", None),
        ("Notes X", "Welcomes with deep concern X", ("Notes", "Welcomes with deep concern", "other")),
        ("Strongly urges X to act", "Urges X to act firmly", ("Strongly urges", "Urges", "weaker")),
        ("Notes X", "Notes X, which others noted with interest", None),
        ("Notes X", "Notes X, and takes note of Y with interest", None),
        ("Notes loans", "Notes loans with interest rates", None),
        ("Supports X", "Supports X in the most effective manner", None),
    ],
)  # fmt: skip
def test_how_something_is_said_stands_behind_other_words_too(
    old: str, new: str, expected: tuple[str, str, str] | None
) -> None:
    said = [f"1. {text.replace('X', 'all acts of violence in the region')};" for text in (old, new)]
    change = only(*said)
    assert change.weight == "substance"
    assert change.verb == (VerbChange(*expected) if expected else None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Condamne fermement les actes", "Condamne les actes dans les termes les plus énergiques", "stronger"),
        ("Condamne fermement les actes", "Condamne les actes de la façon la plus énergique", "other"),
        ("Prend note avec intérêt du rapport", "Prend note du rapport avec satisfaction", "stronger"),
        ("Condena enérgicamente los actos", "Condena los actos en los términos más enérgicos", "stronger"),
        ("Condena enérgicamente los actos", "Condena los actos con la mayor firmeza", "other"),
        ("Toma nota con interés del informe", "Toma nota del informe con aprecio", "stronger"),
        ("решительно осуждает все акты", "осуждает все акты самым решительным образом", "other"),
        ("تدين بشدة جميع أعمال العنف", "تدين جميع أعمال العنف بأشد العبارات", "other"),
        ("تدين بشدة جميع أعمال العنف", "تدين جميع أعمال العنف بشدة", None),
    ],
)
def test_how_something_is_said_in_other_languages(old: str, new: str, expected: str | None) -> None:
    verb = only(f"1. {old};", f"1. {new};").verb
    assert (verb.direction if verb else None) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1. Prend note du rapport du Comité;", "1. Se félicite du rapport du Comité;", "stronger"),
        ("1. Engage les États à participer;", "1. Engage vivement les États à participer;", "stronger"),
        ("1. Invite les États à participer;", "1. Engage les États à participer;", "stronger"),
        ("1. Engage les États à participer;", "1. Exhorte les États à participer;", "other"),
        ("1. Déplore les retards;", "1. Regrette les retards;", "weaker"),
        ("1. Exige le respect du droit;", "1. Exige fermement le respect du droit;", "stronger"),
        ("1. Se déclare vivement préoccupée par cela;", "1. Se déclare préoccupée par cela;", "weaker"),
        ("1. Rejette cet acte;", "1. Rejette catégoriquement cet acte;", "stronger"),
        ("1. Exige el respeto;", "1. Exige enérgicamente el respeto;", "stronger"),
        ("1. настоятельно требует соблюдения;", "1. требует соблюдения;", "weaker"),
        ("1. تعرب عن قلقها البالغ إزاء ذلك؛", "1. تعرب عن قلقها إزاء ذلك؛", "weaker"),
        ("1. 深表关切各国局势；", "1. 表示关切各国局势；", "weaker"),
        ("1. Apoya al Comité;", "1. Apoya firmemente al Comité;", "stronger"),
        ("1. отмечает доклад Комитета;", "1. с удовлетворением отмечает доклад Комитета;", "stronger"),
        ("1. Insta a los Estados a que participen;", "1. Invita a los Estados a que participen;", "weaker"),
        (
            "1. приветствует доклад Генерального секретаря;",
            "1. принимает к сведению доклад Генерального секретаря;",
            "weaker",
        ),
        ("1. 邀请秘书长向大会提交报告；", "1. 敦促秘书长向大会提交报告；", "stronger"),
        ("1. 请秘书长向大会提交报告；", "1. 又请秘书长向大会提交报告；", None),
        ("1. 请会员国采取措施；", "1. 又敦促会员国采取措施；", "other"),
        ("1. 敦促[邀请]会员国采取措施；", "1. 邀请[敦促]会员国采取措施；", None),
        ("1. 邀请[所有]会员国采取措施；", "1. 敦促[所有]会员国采取措施；", "stronger"),
        ("1. [Insta] [Invita] a los Estados a que actúen;", "1. [Invita] [Insta] a los Estados a que actúen;", None),
        ("1. 注意到秘书长的报告；", "1. 赞赏地注意到秘书长的报告；", "stronger"),
        ("1. 欢迎秘书长的报告；", "1. 热烈欢迎秘书长的报告；", "stronger"),
        ("1. 欢迎会员国就此采取的措施；", "1. 敦促会员国就此采取措施；", "other"),
        ("1. تدعو الدول الأعضاء إلى تعزيز التعاون؛", "1. تحث الدول الأعضاء على تعزيز التعاون؛", "stronger"),
        ("1. ترحب بتقرير الأمين العام؛", "1. تحيط علما مع التقدير بتقرير الأمين العام؛", "weaker"),
        (
            "1. تحيط علما بتقرير الأمين العام عن حالة البحيرات؛",
            "1. تحث على النظر في تقرير الأمين العام عن حالة البحيرات؛",
            "other",
        ),
        ("1. تطلب إلى الأمين العام تقديم تقرير؛", "1. تطلب أيضا إلى الأمين العام تقديم تقرير؛", None),
        ("1. تحث الدول الأعضاء على التعاون؛", "1. تحثّ الدول الأعضاء على التعاون؛", None),
        ("1. تشجّع الدول الأعضاء على التعاون؛", "1. تشجع الدول الأعضاء على التعاون؛", None),
        ("1. تحيط علما بالتقرير؛", "1. تحيط علماً بالتقرير؛", None),
        ("1. تحثّ الدول الأعضاء على التعاون؛", "1. تشجع الدول الأعضاء على التعاون؛", "weaker"),
        ("1. يدعو الدول الأعضاء إلى التعاون؛", "1. يهيب بالدول الأعضاء أن تتعاون؛", "stronger"),
        (
            "1. призывает государства-члены принять меры;",
            "1. настоятельно призывает государства-члены принять меры;",
            "stronger",
        ),
        ("1. также призывает государства-члены принять меры;", "1. призывает государства-члены принять меры;", None),
        ("1. вновь призывает государства-члены принять меры;", "1. призывает государства-члены принять меры;", None),
        ("1. Encourage les États à coopérer ;", "1. Exhorte les États à coopérer ;", "stronger"),
        ("1. Demande aux États de coopérer ;", "1. Demande instamment aux États de coopérer ;", "stronger"),
        ("1. Prie instamment le Bureau d’agir ;", "1. Prie le Bureau d’agir ;", "weaker"),
        ("1. Demande à tous les États d’agir ;", "1. Demande aux États d’agir ;", None),
        ("1. Exhorte les États à agir ;", "1. Demande à tous les États d’agir ;", "weaker"),
        ("1. Pide a la Mesa que actúe;", "1. Pide encarecidamente a la Mesa que actúe;", "stronger"),
        ("1. просит Бюро принять меры;", "1. настоятельно просит Бюро принять меры;", "stronger"),
        ("1. Prend acte du rapport ;", "1. Prend note avec intérêt du rapport ;", "stronger"),
        ("1. Prend note avec intérêt du rapport ;", "1. Prend acte avec satisfaction du rapport ;", "stronger"),
        ("1. Invite les États à coopérer ;", "1. Invite instamment les États à coopérer ;", "stronger"),
        ("1. предлагает Бюро принять меры;", "1. настоятельно предлагает Бюро принять меры;", "other"),
    ],
)
def test_verbs_of_other_languages(old: str, new: str, expected: str | None) -> None:
    verb = only(old, new).verb
    assert (verb.direction if verb else None) == expected


def test_a_verb_with_points_is_the_same_and_a_change_of_them_is_shown() -> None:
    change = only("1. تحث الدول الأعضاء على التعاون؛", "1. تحثّ الدول الأعضاء على التعاون؛")
    assert (change.weight, change.reasons, change.verb) == ("housekeeping", ("typography",), None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Se félicite du rapport", "Ne se félicite pas du rapport", ("Se félicite", "Ne se félicite pas")),
        ("Ne se félicite pas du rapport", "Prend note du rapport", ("Ne se félicite pas", "Prend note")),
        ("Se dit préoccupée par la crise", "Ne se dit plus préoccupée par la crise",
         ("Se dit préoccupée", "Ne se dit plus préoccupée")),
        ("No longer encourages all States", "Encourages all States", ("No longer encourages", "Encourages")),
        ("鼓励所有国家采取行动", "不再鼓励所有国家采取行动", ("鼓励", "不再鼓励")),
        ("Calls on all States", "Calls upon all States", None),
        ("Strongly calls on all States", "Strongly calls upon all States", None),
        ("Recognises and emphasises the need", "Recognizes and emphasizes the need", None),
        ("Recognises and emphasises the need", "Recognizes and stresses the need",
         ("Recognises and emphasises", "Recognizes and stresses")),
    ],
)  # fmt: skip
def test_verbs_that_are_denied_or_spelt_otherwise(old: str, new: str, told: tuple[str, str] | None) -> None:
    verb = only(f"1. {old};", f"1. {new};").verb
    assert (verb and (verb.old, verb.new)) == told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[Urges] [Calls upon]", "[Calls upon] [Urges]"),
        ("Urges", "[Calls upon] [Urges]"),
        ("[Calls upon] [Urges]", "Urges"),
        ("[Urges/Calls upon]", "[Calls upon/Urges]"),
        ("[Calls upon or urges]", "Urges"),
        ("Urges", "[Urges] [Calls upon]"),
        ("Urges", "Calls upon [urges]"),
        ("Urges", "[Strongly] urges"),
        ("Takes note of", "Takes note [with appreciation] of"),
        ("Welcomes", "[[Takes note of] [Welcomes]]"),
        ("Also urges", "[Also] [calls upon] [urges]"),
    ],
)
def test_no_verb_stands_instead_of_another_while_brackets_offer_both(old: str, new: str) -> None:
    change = only(f"1. {old} {REST}", f"1. {new} {REST}")
    assert change.verb is None
    assert change.weight in ("substance", "bracket")


@pytest.mark.parametrize(
    ("old", "new"),
    [("[Urges] all [States]", "Invites all [States]"), ("[Also] urges the", "Further invites the")],
)
def test_brackets_around_or_behind_the_verb_offer_no_other(old: str, new: str) -> None:
    assert only(f"1. {old} {REST}", f"2. {new} {REST}").verb == VerbChange("Urges", "Invites", "weaker")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Notes all the proposals of States",
            "Also welcomes all the proposals of States",
            ("Notes", "Welcomes", "stronger"),
        ),
        (
            "Stresses the call for a process",
            "Looks forward to the call for a process",
            ("Stresses", "Looks forward", "other"),
        ),
        ("Calls upon States to act", "Urges States to act", ("Calls upon", "Urges", "stronger")),
        ("Requests for funds of States", "Demands for funds of States", None),
        ("Notes of the meetings of States", "Reviews of the meetings of States", None),
        ("Recognizing the proposals of States", "Welcoming the proposals of States", None),
        ("Recognizing the proposals of States", "Recognizes the proposals of States", None),
        ("To note the proposals of States", "To welcome the proposals of States", None),
        ("The right to act of States", "The duty to act of States", None),
    ],
)
def test_an_item_that_has_a_verb_of_its_own(old: str, new: str, expected: tuple[str, str, str] | None) -> None:
    head = "1. Emphasizes the need for new measures of progress, and in this regard:"
    (change,) = [one for one in compare(draft(head, f"(a) {old};"), draft(head, f"(a) {new};")).changes if one.weight]
    assert change.verb == (VerbChange(*expected) if expected else None)


@pytest.mark.parametrize(
    ("old", "new", "instead"),
    [
        ("Urges all States to act;", "Recalls its resolution 70/1, and urges all States to act;", False),
        ("Urges all States to act;", "Recalls its resolution 70/1, urges all States to act;", False),
        ("Urges all States to act;", "Recalls the law and, in this regard, strongly urges all States to act;", False),
        ("Invites States to act;", "Welcomes the report and invites States to act;", False),
        ("Welcomes the report, and calls upon States to act;", "Calls upon States to act;", False),
        ("Demande aux États d’agir ;", "Rappelle sa résolution et demande aux États d’agir ;", False),
        ("促请会员国采取措施；", "回顾其决议，并促请会员国采取措施；", False),
        ("تحث الدول الأعضاء على العمل؛", "تشير إلى قرارها، وتحث الدول الأعضاء على العمل؛", False),
        ("настоятельно призывает государства;", "напоминает о докладе и настоятельно призывает государства;", False),
        ("[Urges States to act] [Invites States to meet];", "[Invites States to meet] [Urges States to act];", False),
        ("Requests the Board to act;", "Urges the Board to act on the requests of States;", True),
        ("Requests the Board to act;", "Urges the Board and the requests of States;", True),
        ("Urges all States to act;", "Invites all States to act, as urgently as they can;", True),
    ],
)  # fmt: skip
def test_a_verb_that_stands_further_on_was_not_put_instead(old: str, new: str, instead: bool) -> None:
    change = only(f"1. {old}", f"1. {new}")
    assert change.weight == "substance"
    assert change.verb is not None
    assert change.verb.instead is instead
    assert instead or change.verb.direction == "other"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Requests the Department of Economic Affairs to begin a network;",
            "Recalls the Plan, which asks for focal points, and invites the Department of Economic Affairs to help;",
            ("Requests", "Invites", "other"),
        ),
        (
            "Urges all States of the region to act;",
            "Welcomes the report, and further encourages all States of the region to act;",
            ("Urges", "Encourages", "weaker"),
        ),
        (
            "Recalls its resolution 70/1, and invites all States of the region to act;",
            "Urges all States of the region to act;",
            ("Invites", "Urges", "stronger"),
        ),
        # What is asked stands further on, but not behind a verb that asks.
        (
            "Urges all States of the region to act;",
            "Welcomes the wish of all States of the region to act;",
            ("Urges", "Welcomes", "other"),
        ),
    ],
)
def test_what_is_asked_further_on_is_asked_instead(old: str, new: str, expected: tuple[str, str, str]) -> None:
    assert only(f"1. {old}", f"1. {new}").verb == VerbChange(*expected)


def test_other_paragraphs_have_no_verb() -> None:
    assert only(f"PP Noting {REST}", f"PP Welcoming {REST}").verb is None


def test_the_ladder_is_data_that_can_be_read() -> None:
    assert len({rank for families in ladder().values() for one, rank in families.items() if one == "en address"}) > 4
    assert all(verb == verb.strip().lower() for verb in ladder())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("In accordance with the law, urges", "In accordance with the law, invites", ("Urges", "Invites", "weaker")),
        ("Recalling its mandate, invites", "Recalling its mandate, urges", ("Invites", "Urges", "stronger")),
        ("In accordance with the Charter, urges", "Invites", ("Urges", "Invites", "weaker")),
        ("In accordance with the Charter, urges", "In line with the Charter, urges", None),
        ("In accordance with the Charter, urges", "Urges", None),
        ("In accordance with the law, [urges]", "In accordance with the law, [urges][invites]", None),
        (
            "Acting under the Charter, decides to ask",
            "Acting under the Charter, requests all to ask",
            ("Decides", "Requests", "other"),
        ),
        ("To that end, invites", "To that end, urges", ("Invites", "Urges", "stronger")),
        ("In view of the law, notes and plans shall bind", "In view of the law, invites", None),
        ("Accordingly, urges", "Invites", ("Urges", "Invites", "weaker")),
        ("Dans ce contexte, prend note du rapport et", "Dans ce contexte, se félicite du rapport et", "stronger"),
        ("Conformément à son mandat, invite", "Conformément à son mandat, exhorte", "stronger"),
        ("En este contexto, insta a", "En este contexto, invita a", "weaker"),
    ],
)
def test_what_only_leads_to_the_verb_is_passed_over(
    old: str, new: str, expected: tuple[str, str, str] | str | None
) -> None:
    found = only(f"1. {old} {REST}", f"1. {new} {REST}").verb
    if isinstance(expected, str):
        assert found is not None
        assert found.direction == expected
    else:
        assert found == (VerbChange(*expected) if expected is not None else None)


def test_the_verb_behind_a_long_leading_clause_is_seen() -> None:
    before = f"In accordance with {'the Charter and ' * 12}the law,"
    found = only(f"1. {before} urges {REST}", f"1. {before} invites {REST}").verb
    assert found == VerbChange("Urges", "Invites", "weaker")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We take note of", "We welcome", ("Takes note", "Welcomes", "stronger")),
        ("We also strongly urge", "We further invite", ("Strongly urges", "Invites", "weaker")),
        ("We, in this regard, invite", "We, in this regard, urge", ("Invites", "Urges", "stronger")),
        ("To that end, we call upon", "To that end, we encourage", ("Calls upon", "Encourages", "weaker")),
        (
            "We express our deep concern at",
            "We note with concern",
            ("Expresses its deep concern", "Notes with concern", "weaker"),
        ),
        ("Encourage all to hear", "Urge all to hear", ("Encourages", "Urges", "stronger")),
        ("We welcome", "We also welcome", None),
        ("We welcome", "Welcomes", None),
        ("We [urge][invite]", "We invite", None),
        ("Support shall be given for", "Demands shall be made for", None),
        ("Respect for", "Support for", None),
        ("Call for", "Support", ("Calls for", "Supports", "other")),
        ("We do not urge all to hear", "We urge all to hear", ("Does not urge", "Urges", "other")),
        ("We do not urge all to hear", "We also do not urge all to hear", None),
        ("The Board may use", "We may use", None),
        ("We not only recall but urge", "We recall and urge", None),
        ("To that end, each Party shall act, support", "To that end, each Party shall act, strengthen", None),
    ],
)
def test_verbs_of_a_declaration_are_told_as_those_of_an_organ(
    old: str, new: str, expected: tuple[str, str, str] | None
) -> None:
    found = only(f"1. {old} {REST}", f"1. {new} {REST}").verb
    assert found == (VerbChange(*expected) if expected else None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Note", "Welcome", None),
        ("Not be against", "Support", None),
        ("We note", "We welcome", VerbChange("Notes", "Welcomes", "stronger")),
        ("Notes", "Welcomes", VerbChange("Notes", "Welcomes", "stronger")),
    ],
)
def test_what_an_item_asks_of_somebody_is_no_verb_of_the_organ(old: str, new: str, expected: VerbChange | None) -> None:
    chapeau = "1. Requests the Secretary-General:"
    comparison = compare(draft(chapeau, f"(a) {old} {REST}"), draft(chapeau, f"(a) {new} {REST}"))
    assert comparison.changes[-1].verb == expected


def test_a_verb_of_a_declaration_that_stands_further_on_was_not_put_instead() -> None:
    found = only(
        f"1. We urge all States to use {REST}", f"1. We recall the law, and urge all States to use {REST}"
    ).verb
    assert found == VerbChange("Urges", "Recalls", "other", instead=False)


def test_the_verb_of_the_same_words_is_another_though_the_old_one_stands_further_on_of_others() -> None:
    found = only(
        "1. Further welcomes the first part of the meeting, and looks forward to the second part of it;",
        "1. Recalls the first part of the meeting, and welcomes the second part of it;",
    ).verb
    assert found == VerbChange("Welcomes", "Recalls", "other")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "Welcomes the report of the Secretary-General on water;",
            "Recalls the report of the Board on trade, and welcomes the report of the Secretary-General on water;",
            VerbChange("Welcomes", "Recalls", "other", instead=False),
        ),
        (
            "Requests all Member States to act, and urges all Member States to pay;",
            "Urges all Member States to act, and requests all Member States to pay;",
            VerbChange("Requests", "Urges", "other", instead=False),
        ),
        (
            "Requests all Member States to act, and urges all Member States to pay;",
            "Invites all Member States to act, and urges all Member States to pay;",
            VerbChange("Requests", "Invites", "other"),
        ),
    ],
)
def test_of_two_clauses_that_begin_alike_each_has_its_own_verb(old: str, new: str, told: VerbChange) -> None:
    assert only(f"1. {old}", f"1. {new}").verb == told


def test_no_two_families_rank_two_verbs_each_the_other_way_round() -> None:
    for one, families in ladder().items():
        for two, others in ladder().items():
            steps = [others[family] - rank for family, rank in families.items() if family in others]
            assert not steps or min(steps) >= 0 or max(steps) <= 0, (one, two)
