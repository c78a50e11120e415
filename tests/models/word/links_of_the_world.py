"""Real forms of the links of mail guards and newsletters, with made-up signs, and ordinary addresses of documents."""

from __future__ import annotations

_GUID = "3f2a9c14-7b6e-4d21-9a8f-0c1d2e3f4a5b"
_HEX = "9f2c4e7a1b3d5f60718293a4b5c6d7e8"
_MIXED = "mX7kQ2vLp9RtZ4wNc8BdYs6HfGj3aUeK"

OF_SOMEBODY = f"""
https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2fun.org&umid={_GUID}&auth={_HEX}-{_HEX}
https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=x&umid=y&auth=z
https://cas5-0-urlprotect.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fun.org&umid={_GUID}&auth={_HEX}
https://protect2.fireeye.com/v1/url?k=aa&q=1&e=bb&u=https://un.org
https://protect2.fireeye.com/url?k=d37bc159-8f3bf467-d37be644-0cc47ad9c120-011385b0eacba99e&u=https://un.org/a
https://url.avanan.click/v2/___https://un.org___.YXAzOm
https://url.avanan.click/v2/r01/___https:/un.org/a/b?c=1___.YXAzOnVubWlzc2lvbjphOm86NGQyZWVhYzQ4
https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fun.org&c=E,1,abc&typo=1
https://eu-central-1.protection.sophos.com/?d=un.org&u=aHR0cHM6Ly93d3cudW4ub3JnL2VuLw==&i=NWE2Nzk3ZWZjNWVhZDUxNzljMDQ1ZWZi&h={_HEX}
https://guard.example.org/?d=un.org&u=aHR0cHM6Ly93d3cudW4ub3JnL2VuLw==&i=NWE2Nzk3ZWZjNWVhZDUxNzlj
https://link.edgepilot.com/s/e2b6ca7e/M2-CUdbmsU6-CdFBM7HzkQ?u=https://un.org/
https://scanmail.trustwave.com/?c=20988&d=pL2r5zHAPsW8d92uECdR2T8Eh4fYX_ZwrCyklfTCzQ&u=https%3a%2f%2fun%2eorg%2f
https://atpscan.global.hornetsecurity.com/?d=HzV-JpXnCxhoHNXVsqolz4M0beD_W&f=rhmYUrUT0yf7&i=&k=Eb5a&u=https%3A%2F%2Fun.org%2F
https://mail.mission.example/fmlurlsvc/?fewReq=:B:JVE3PD49Nyt7MD8jPStkaTA9PDc9PCt&url=https%3a%2f%2fun.org
https://secure-web.cisco.com/1{_MIXED}/https%3A%2F%2Fun.org
https://clicktime.symantec.com/3{_MIXED}?u=https%3A%2F%2Fun.org
https://urldefense.proofpoint.com/v2/url?u=https-3A__un.org_&d=DwMFaQ&c={_MIXED}&r={_MIXED}
https://url10.mailanyone.net/scanner?m=1{_MIXED}-000&d=4%7Cmail%2F90%2F1700000000%2F{_MIXED}&o=%2Fphto&s={_MIXED}
https://linklock.titanhq.com/analyse?url=https%3A%2F%2Fun.org&data={_MIXED}
https://urlsand.esvalabs.com/?u=https%3A%2F%2Fun.org&e=5d4b3c2a&h=1f2e3d4c&f=y&p=y
https://mandrillapp.com/track/click/30000/un.org?p=eyJzIjoi
https://mandrillapp.com/track/click/30363097/www.un.org?p=eyJ1cmwiOiJodHRwczpcL1wvd3d3LnVuLm9yZyJ9
https://un.us5.list-manage.com/track/click?u=abc&id=def&e=12345
https://click.pstmrk.it/3s/un.org/abc/def
https://click.pstmrk.it/2s/www.un.org%2Fen/wmxJTyAN/Gc9Q/H5vxf8qJfE
https://click.email.un.org/?qs=8f9e
https://u1234.ct.sendgrid.net/ls/click?upn=u001.abc
https://url4425.news.example.org/ls/click?upn=u001.QWJjZGVm-2BgH
https://trk.klclick.com/ls/click?upn=u001.YWJjZGVmZ2g-3D
https://ctrk.klclick1.com/l/01HZX7K2V9Q4M8N3B6T5R1W0YD_3
https://abcd1234.r.us-east-1.awstrack.me/L0/https:%2F%2Fun.org%2Fen/1/01020199d0963a8e-62776654-144f-4a67-9a8f-f79716dd53dc-000000/p_cF684PcLrl53ujZqNZkf8cXTo=447
https://d2v8tf04.na1.hubspotlinks.com/Ctc/5F+113/d2v8tf04/VVw9Rm4f3trgN8WQSpQxcR8TW8mS6hr5zBGnFN5GS5S-3pyd0W8wLKSR6lZ3mKW7l5Hch7gz
https://r20.rs6.net/tn.jsp?f=001YKO1VR2jLW0SuSLZLfN7qCP9AwEGO0v&c=&ch=
https://9vn5xrabb.cc.rs6.net/tn.jsp?f=001VFBbpKuIWGWciNdVUgPaxKMUKaV&c=HOxKu4lVZ1==
https://t.e2ma.net/click/abcde/fghij/klmno
https://unfoundation.cmail19.com/t/j-l-sktidll-ddhdthjhkj-j/
https://abcd.r.af.d.sendibt2.com/tr/cl/xWXfjX4_130W3wQ7mK9vLp2RtZ4wNc8BdYs6HfGj3aUeK
https://links.govdelivery.com/track?type=click&enid=ZWFzPTEmbXNpZD0mYXVpZD0mbWFpbGluZ2lkPTIwMTgmZW1haWxpZD1qZG9lQHVuLmV4YW1wbGU=
https://substack.com/redirect/{_GUID}?j=eyJ1IjoiMWllZnkifQ.sG3OqnkHDNZpplC0eLA9u0NYhAE4J8yHwSPDyeVA8k8
https://l.facebook.com/l.php?u=https%3A%2F%2Fun.org&h=AT0
https://l.facebook.com/l.php?u=https%3A%2F%2Fun.org&h=AT1jiXMxDmPJt84TA4P51nsGEDSoJrvWATdZOEBvS0B6GnwJ
https://www.google.com/url?q=https://un.org&source=gmail&ust=1684593415394000&usg=AOvVaw16u70RZouwQwLMGFz6hYYB
https://email.mg.example.org/c/eJw0zE2OwiAYgOHTwM4GvgKlCxZuuIb5-KmgUxGKNnr6yUzi-s0bTPA-8EijIYIBUAw00WQUn4RUbg4Amkctg1KjUovw0rHAqKfZMMJTtCb
https://example.org/page#user=jane
https://example.org/page#/in?user=jane
""".split()
"""Links by which whoever sent them, or guards mail, surely knows who follows them."""

MAY_TELL = f"""
https://go.pardot.com/e/12345/en-ga-80/abc123/987654321?h=kT9xQ2vLp7RtZ4wNc8BdYs6HfGj3aUeKmX7
https://lnkd.in/abc
https://www.youtube.com/@janedoe
https://lnkd.in/eXy7abcD
https://bit.ly/3xYzAbC
https://tinyurl.com/ga80
https://t.co/AbCdEf1234
https://go.example.org/x8Kq2vLp9RtZ4w
https://link.example.org/a/{_HEX}
https://example.org/page?state={_MIXED}{_MIXED}
https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=aB3dE5fG7hI9jK1l
https://example.org/page#author=jd
https://mailchi.mp/example/news?e=9a7cdb3223
""".split()
"""Links that may tell who shared, made or got them."""

ORDINARY = f"""
https://undocs.org/en/A/C.2/80/L.37
https://undocs.org/A/RES/78/158
https://undocs.org/zh/A/RES/2758(XXVI)
https://unfccc.int/ttclear/misc_/StaticFiles/gnwoerk_static/tn_meetings/43ef8d5f37e6484ca634479e3b74a3a8/3ee3862a08c84afe971c29f2687a45f1.pdf
https://unfccc.int/news/urban-climate-action#:~:text=Cities%20consume%20over%20two%2Dthirds,Asia%20a
https://link.springer.com/content/pdf/10.1007/BFb0026683.pdf
https://unsdg.un.org/latest/stories/clicks-progress-jordanian-youth-leverage-digital-transformation-sustainable
https://unsdg.un.org/latest?f%5B0%5D=content_type_latest_page%3Astory&f%5B1%5D=content_type_latest_page%3Ablog_post
https://unsdg.un.org/sites/default/files/styles/hero_header_2xl_1x/public/2023-03/Ziynegul.JPG?itok=FdKh0UNZ
https://go.microsoft.com/fwlink/?LinkID=113216
https://hudoc.echr.coe.int/eng#{{%22itemid%22:[%22001-103117%22]}}
https://hudoc.echr.coe.int/eng?i=001-59122
https://click.pocoo.org/6/api/#click.Group
https://github.com/pallets/click/raw/6411f425fae545f42795665af4162006b36c5e4a/setup.cfg
https://www.iso.org/obp/ui/en/#iso:std:iso:8601:-1:ed-1:v1:en
https://www.wto.org/english/docs_e/legal_e/31bis_trips_01_e.htm
https://docs.wto.org/dol2fe/Pages/FE_Search/FE_S_S006.aspx?DataSource=Cat&query=@Symbol=WT/MIN
https://docs.un.org/en/A/80/1
https://documents.un.org/doc/undoc/gen/n23/431/11/pdf/n2343111.pdf
https://documents.un.org/api/symbol/access?s=A/RES/78/158&l=en&t=pdf
https://documents-dds-ny.un.org/doc/UNDOC/GEN/N15/291/89/PDF/N1529189.pdf?OpenElement
https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVII-7-d&chapter=27&clang=_en
https://treaties.un.org/doc/Publication/UNTS/Volume%201155/volume-1155-I-18232-English.pdf
https://daccess-ods.un.org/access.nsf/Get?OpenAgent&DS=A/RES/70/1&Lang=E
https://daccess-ods.un.org/tmp/4291087.68939972.html
https://doi.org/10.1038/s41586-020-2649-2
https://doi.org/10.18356/9789210014359c004
https://link.springer.com/article/10.1007/s11192-020-03690-4
https://link.springer.com/chapter/10.1007/978-3-031-12345-6_7
https://www.youtube.com/watch?v=dQw4w9WgXcQ
https://youtu.be/dQw4w9WgXcQ
https://www.youtube.com/playlist?list=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI
https://digitallibrary.un.org/record/4029844?ln=en&v=pdf
https://www.un.org/sites/un2.un.org/files/our-common-agenda-policy-brief-global-digital-compact-en.pdf
https://www.un.org/sustainabledevelopment/blog/2023/08/what-is-goal-17-everything-you-need-to-know-about-partnerships/
https://news.un.org/en/story/2024/05/1149876
https://sdgs.un.org/partnerships/action-networks/tracks/fast-track-2030
https://www.unodc.org/documents/{_GUID}/report.pdf
https://wedocs.unep.org/bitstream/handle/20.500.11822/40340/END-PLASTIC-POLLUTION-RESOLUTION-English.pdf?sequence=1&isAllowed=y
https://wedocs.unep.org/rest/bitstreams/2f1e0d9c-8b7a-4654-9321-0fedcba98765/retrieve
https://www.ohchr.org/en/documents/thematic-reports/ahrc4842-right-privacy-digital-age
https://tbinternet.ohchr.org/_layouts/15/treatybodyexternal/Download.aspx?symbolno=CCPR%2FC%2FGC%2F37&Lang=en
https://iris.who.int/bitstream/handle/10665/352658/9789240047761-eng.pdf?sequence=1
https://data.unhcr.org/en/documents/details/104245
https://www.imf.org/en/Publications/WEO/Issues/2024/04/16/world-economic-outlook-april-2024
https://openknowledge.worldbank.org/server/api/core/bitstreams/{_GUID}/content
https://data.worldbank.org/indicator/NY.GDP.MKTP.CD?locations=ZG&view=chart
https://unfccc.int/sites/default/files/resource/cma2023_L17_adv.pdf
https://www.icj-cij.org/sites/default/files/case-related/187/187-20241101-pre-01-00-en.pdf
https://legal.un.org/ilc/texts/instruments/english/draft_articles/9_6_2001.pdf
https://web.archive.org/web/20230715093012/https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/70/1
https://translate.google.com/translate?hl=en&sl=fr&u=https%3A%2F%2Fwww.un.org%2Ffr%2F
https://view.officeapps.live.com/op/view.aspx?src=https%3A%2F%2Fwww.un.org%2Fa.docx&wdOrigin=BROWSELINK
https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fwww.un.org%2Fen%2F
https://webtv.un.org/en/asset/k1d/k1dzx7ogfv
https://indico.un.org/event/1009876/registrations/13456/
https://meetings.unoda.org/open-ended-working-group-on-information-and-communication-technologies-2021
https://docs-library.unoda.org/Open-Ended_Working_Group_on_Information_and_Communication_Technologies_-_(2021)/Letter_from_OEWG_Chair_10_July_2025.pdf
https://www.ipcc.ch/report/ar6/wg3/downloads/report/IPCC_AR6_WGIII_SummaryForPolicymakers.pdf
https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32016R0679&qid=1700000000000
https://www.consilium.europa.eu/en/press/press-releases/2024/09/22/pact-for-the-future/
https://e-unwto.org/doi/book/10.18111/9789284424344
https://example.org/files/compilation_4dec@1000.pdf
https://link.example.org/TheFutureWeWantForAllPeople
https://web.archive.org/web/2023/https://example.org/record/aB1cD2eF3gH4iJ5k
https://um.dk/en/foreign-policy/un
https://gov.uk/government/publications/uk-statement-un-general-assembly-2024
https://un.us5.list-manage.com/subscribe?u=25473244c7d18b897f5a1ff6b&id=bcae62b60f
https://papers.ssrn.com/sol3/papers.cfm?abstract_id=5680782
https://www.jstor.org/stable/10.2307/26508115?seq=1
https://links.jstor.org/sici?sici=0020-8183(199823)52:4%3C887:INDAPC%3E2.0.CO;2-M
https://www.un.org/en/about-us/un-charter/full-text#chapter=vii
https://www.un.org/en/ga/80#:~:text=General%20Assembly
https://documents.un.org/prod/ods.nsf/home.xsp
https://www.google.com/maps/place/United+Nations+Headquarters/@40.7489,-73.9680,17z
https://chrome.google.com/webstore/detail/ooxml-viewer/bjmmjfdegplhkefakjkccocjanekbapn
https://www.ungm.org/Public/Notice/219876
https://publications.iom.int/books/world-migration-report-2024
""".split()
"""Public addresses, of which nothing is said."""
