"""What is written without a space is cut nowhere: each is replaced by another of its kind, in several places."""

from __future__ import annotations

from itertools import accumulate

import pytest

from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable

REPLACED = """
11^7 | 11^8 ; 10^-6 | 10^-9 ; 3°31′N | 3°32′N ; 3°31′45″N | 3°31′46″N ; 3°31'45"N | 3°31'46"N ; 34°05.5′S | 34°06.5′S
3° 31′ N | 3° 32′ N ; 45° N | 46° N ; -.5 | -.6 ; −0.5 | −0.6 ; +.5 | +.6 ; 1.5°C | 2.5°C ; 1.5° | 2.5°
20–25°C | 20–26°C ; CO2e | CO2 ; CO2-eq | CO2-equivalent ; CH4 | N2O ; m3 | m2 ; m³ | m² ; km² | km ; kg/m³ | kg/m²
PM2.5 | PM10 ; US$1.5bn | US$2.5bn ; €1,500.50 | €1,600.50 ; 5€ | 6€ ; £1m | £2m ; ¥100 | ¥200 ; ₦100 | ₦200
₹5,00,000 | ₹6,00,000 ; A$5 | NZ$5 ; C$5 | C$6 ; R$5 | R$6 ; $1.5m | $2.5m ; $5–$10 | $5–$20 ; $5-10 | $5-20
12.5%-15% | 12.5%-16% ; 12.5%–15% | 12.5%–16% ; 12.5–15% | 12.5–16% ; 50%/50% | 60%/40% ; >5% | >6% ; ≥5 | ≥6
<5 | <6 ; ~5 | ~6 ; ±5% | ±6% ; 5‰ | 6‰ ; 1:3 | 1:4 ; 3:2:1 | 3:2:2 ; 1/3 | 2/3 ; ½ | ¼ ; 1½ | 1¼ ; 2×3 | 2×4
2x3 | 2x4 ; 2020–2025 | 2020–2030 ; 2020-2025 | 2020-2030 ; 2020/21 | 2021/22 ; 2020/2021 | 2021/2022
2020--2025 | 2020--2030 ; 1990s | 2000s ; '90s | '80s ; ’90s | ’80s ; mid-2020s | mid-2030s
A/79/L.3/Rev.1/Add.2 | A/79/L.3/Rev.1/Add.3 ; A/C.2/80/L.__ | A/C.2/80/L.5 ; A/C.2/80/L.… | A/C.2/80/L.5
A/C.2/80/L.xx | A/C.2/80/L.yy ; A/RES/ES-10/23 | A/RES/ES-10/24 ; A/79/123–S/2024/456 | A/79/123–S/2024/457
A/79/123-S/2024/456 | A/79/123-S/2024/457 ; A/79/123‑S/2024/456 | A/79/124‑S/2024/456
A/HRC/56/L.2/Rev.1 | A/HRC/56/L.3 ; ST/SGB/2003/13 | ST/SGB/2003/14 ; E/CN.5/2024/L.3 | E/CN.5/2024/L.4
FCCC/PA/CMA/2018/3/Add.1 | FCCC/PA/CMA/2018/3/Add.2 ; UNEP/EA.6/L.5 | UNEP/EA.6/L.6 ; A/79/PV.50 | A/79/PV.51
GC(68)/RES/5 | GC(68)/RES/6 ; WHA77.5 | WHA77.6 ; EB154(2) | EB154(3) ; WT/MIN(22)/30 | WT/MIN(22)/31
WT/L/1144 | WT/L/1145 ; TD/B/C.I/50 | TD/B/C.I/51 ; 2024-05-03 | 2024-05-04 ; 2024-05-03T10:00Z | 2024-05-03T11:00Z
2024-05-03T10:00:00+02:00 | 2024-05-03T10:00:00+03:00 ; 03.05.2024 | 04.05.2024 ; 3/5/2024 | 4/5/2024 ; 10am | 11am
10 a.m. | 11 a.m. ; 1.30 p.m. | 1.45 p.m. ; 10:30 a.m. | 10:30 p.m.
10:30:15 | 10:30:16 ; 10h30 | 10h45 ; 10 h 30 | 10 h 45 ; UTC+2 | UTC+3 ; UTC+02:00 | UTC+03:00 ; GMT-5 | GMT-6
6.2(b) | 6.2(c) ; 6(2)(b)(iii) | 6(2)(b)(iv) ; 6.2.1 | 6.2.2 ; OP4.alt | OP5.alt ; OP4.alt.1 | OP4.alt.2
OP4bis | OP4ter ; OP4.bis | OP4.ter ; PP3quater | PP3quinquies ; OP10(a) | OP10(b) ; OP4-6 | OP4-7 ; §4(a) | §4(b)
§§4–5 | §§4–6 ; no.5 | no.6 ; jane.doe@un.org | john.doe@un.org ; o'neil@un.org | o'neal@un.org
www.un.org/en/ga | www.un.org/fr/ga ; https://un.org/a?b=1&c=2 | https://un.org/a?b=1&c=3
https://un.org/a_(b) | https://un.org/a_(c) ; https://undocs.org/A/RES/79/1#p3 | https://undocs.org/A/RES/79/1#p4
un.org | who.int ; doi:10.1000/182 | doi:10.1000/183 ; 10.1000/xyz123 | 10.1000/xyz124
978-92-1-101234-5 | 978-92-1-101235-2 ; +1-212-963-1234 | +1-212-963-1235 ; @UN | @WHO ; #SDG5 | #SDG6
#YouthDay | #WomensDay ; UN-Women | UN-Habitat ; Covid-19 | COVID-19 ; SARS-CoV-2 | SARS-CoV-1 ; H5N1 | H7N9
COP29 | COP30 ; COP-29 | COP-30 ; G-77 | G-20 ; G77+China | G77+Cuba ; States' | State's ; States’ | State’s
women's | women’s ; OHCHR's | OHCHR’s ; d'Ivoire | d’Or ; XXVI.1 | XXVI.2 ; (ii) | (iii) ; (a)–(c) | (a)–(d)
(a)-(c) | (a)-(d) ; (4)(a) | (4)(b) ; l'Assemblée | l'Organisation ; l’Assemblée | l’Organisation
aujourd'hui | aujourd’hui ; n°5 | n°6 ; 1º | 2º ; 1.º | 2.º ; 1.ª | 2.ª ; №5 | №6 ; 5-й | 6-й ; 80-я | 81-я
1990-х | 2000-х ; ٧٩/٢١٢ | ٨٠/١٤٣ ; ١٬٠٠٠ | ٢٬٠٠٠ ; ١٫٥ | ٢٫٥ ; ٥٪ | ٦٪ ; 5٪ | 6٪ ; ٪٥ | ٪٦ ; A/79/٥ | A/79/٦
5％ | 6％ ; 1．5 | 1．6 ; ２０２４年 | ２０２５年 ; 10% | 20% ; 1.5–2.0 | 1.5–2.5 ; 1,5 | 1,6 ; 1 000,50 | 1 000,60
1.000,50 | 1.000,60 ; 1'000 | 2'000 ; 1’000 | 2’000 ; 1e6 | 1e7 ; 1.5e-6 | 1.5e-7 ; 2.5×10⁶ | 2.5×10⁷ ; 10⁶ | 10⁷
x² | x³ ; H₂O | D₂O ; β-HCH | γ-HCH ; α | β ; µg/m³ | mg/m³ ; μg | mg ; m/s | m/h ; kWh | MWh ; kW·h | MW·h ; 5′ | 6′
3.5″ | 4.5″ ; and/or | and ; his/her | her/his ; R&D | R&R ; M&E | M&R ; S&T | S&I ; AT&T | AT&X ; e.g. | i.e.
e.g | i.e ; U.N. | U.S. ; Guinea-Bissau | Guinea-Conakry ; resolution(s) | resolutions ; State(s) | State
(sub)regional | regional ; (re)build | rebuild ; inter-agency | interagency ; South–South | North–South
North-South | South-South ; cost-/time-saving | cost-/energy-saving ; post-2015 | post-2030 ; 24/7 | 24/5 ; 9/11 | 7/7
1st | 2nd ; 21st | 22nd ; twenty-first | twenty-second ; 19-20 | 19-21 ; 3–5 May 2024 | 3–6 May 2024
May 2024 | June 2024 ; 3 May | 4 May ; May 3 | May 4 ; Monday, 3 May 2024 | Tuesday, 4 May 2024
3rd May 2024 | 4th May 2024 ; 2024/25 | 2025/26 ; FY2024 | FY2025 ; Q1 | Q2 ; 1H24 | 2H24 ; v1.2 | v1.3
Rev.1 | Rev.2 ; Add.1–3 | Add.1–4 ; Add.1/Rev.1 | Add.1/Rev.2 ; Corr.1 | Corr.2 ; 5¹ | 6¹ ; __ | 5 ; XX | 20 ; X% | 5%
$X | $5 ; 20XX | 2024 ; #5 | #6
"""
"""Pairs parted by a stroke, one beside the other by a semicolon."""
PLACES = ["the plan of {} is set", "on {}, and then", "see ({}) below", "a share, “{}”; also"]


@pytest.mark.parametrize("pair", [pair.strip() for line in REPLACED.split("\n") for pair in line.split(" ; ") if pair])
def test_what_is_replaced_is_seen_whole(pair: str) -> None:
    before, after = pair.split(" | ")
    for place in PLACES:
        start = place.index("{")
        words = readable(word_diff(place.format(before), place.format(after)))
        for op, token in (("delete", before), ("insert", after)):
            borders = accumulate(len(text) for kind, text in words if kind in ("equal", op))
            assert not any(start < border < start + len(token) for border in borders), (place, words)
