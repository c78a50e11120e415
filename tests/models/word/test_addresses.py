"""Addresses that tell of somebody are no public pages; what others may tell is told."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.word.leaving.looked_for.told import told_beside
from models.word.leaving.parts.addresses import addresses_in, is_inside, is_public, told_of
from models.word.leaving.parts.fields import is_harmless
from models.word.leaving.scrub import scrubbed
from models.word.namespaces import w
from models.word.package import Package
from tests.models.word.links_of_the_world import MAY_TELL, OF_SOMEBODY, ORDINARY
from tests.models.word.word_xml import docx, p
from tests.timed import soon

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TELLS = "Links that may say who shared them, or whom they name"
SHOWN = "Addresses in the text that are not public, or may say who shared them"


@pytest.mark.parametrize(
    ("address", "public", "told"),
    [
        ("https://docs.un.org/en/A/C.2/80/L.39", True, ""),
        ("https://www.un.org/en/ga?session=80&member=Kenya&page=2", True, ""),
        ("https://example.org/find?q=Climate+change&file=report.pdf", True, ""),
        ("https://example.org/page?utm_source=note", True, "utm_source=note"),
        ("https://example.org/page?q=Jane+Doe", True, "q=Jane Doe"),
        ("https://example.org/page?q=jane.doe", True, "q=jane.doe"),
        ("https://example.org/page?created_by=jd", True, "created_by=jd"),
        ("https://example.org/page?User=jdoe", False, None),
        ("https://example.org/#/page?user_id=7", False, None),
        ("https://example.org/page;jsessionid=4F", False, None),
        ("https://example.org/page?mc_eid=4f", False, None),
        ("https://example.org/page?q=jane%40mission.example", False, None),
        ("https://example.org/~jdoe/page", False, None),
        ("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fun.org", False, None),
        ("https://urldefense.com/v3/__https://un.org__;!!x", False, None),
        ("file://server/share/page", False, None),
    ],
)
def test_what_an_address_tells(address: str, public: bool, told: str | None) -> None:
    assert is_public(address) is public
    assert is_harmless(f'HYPERLINK "{address}"') is public
    assert told is None or told_of(address) == told


@pytest.mark.parametrize("address", OF_SOMEBODY)
def test_links_that_know_who_got_them_are_taken_off(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", MAY_TELL)
def test_links_that_may_tell_who_made_or_got_them_stay_and_are_told(address: str) -> None:
    assert is_public(address)
    assert told_of(address)


@pytest.mark.parametrize("address", ORDINARY)
def test_of_ordinary_addresses_nothing_is_said(address: str) -> None:
    assert is_public(address)
    assert told_of(address) == ""


@pytest.mark.parametrize("name", ["jane@163.com", "jane:pw@10.0.0.1", "jane%2540mission.example"])
def test_an_address_of_mail_within_one_of_the_web_is_found_however_it_is_written(name: str) -> None:
    assert not is_public(f"https://{name}/page")
    assert not is_public(f"https://example.org/page?q={name}")


def test_letters_in_base_64_are_read_for_addresses_of_mail() -> None:
    said = base64.urlsafe_b64encode(b"list=7&to=jane@mission.example&n=1").decode()
    assert not is_public(f"https://example.org/view?n={said}")
    assert is_public(f"https://example.org/view?n={base64.urlsafe_b64encode(b'list=7&to=everybody').decode()}")


@given(st.text(alphabet="aZ09./:?#&=%@[]_-+;é ", max_size=60))
def test_no_address_is_too_odd_to_be_looked_at(rest: str) -> None:
    address = f"https://{rest}"
    assert is_public(address) in (True, False)
    assert isinstance(told_of(address), str)


def test_long_addresses_are_looked_at_soon() -> None:
    def look() -> None:
        for piece in ("click", "a.", "/@a", "@a.b", "1aB2", "https://", "%3a", "___", "=&", "e=1&"):
            for glue in ("/", "?a=", "#"):
                is_public(f"https://click.example.org{glue}{piece * 40_000}!")
                told_of(f"https://link.example.org{glue}{piece * 40_000}!")

    soon(look, 30)


def test_the_sign_that_ends_a_sentence_is_no_part_of_an_address() -> None:
    found = list(addresses_in("See https://un.org/a, (http://intranet/b) and http://10.0.0.1/c."))
    assert found == ["https://un.org/a", "http://intranet/b", "http://10.0.0.1/c"]
    assert list(map(is_inside, found)) == [False, True, True]


def test_links_are_taken_off_or_told_and_what_the_text_says_is_told() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://intra.example/d"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>desk</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    made = Package(docx(p("See https://urldefense.com/v3/x and https://un.org.") + p(field)))
    for address in ("https://example.org/?user=jd", "https://example.org/?author=Jane+Doe", "https://un.org/"):
        link = made.edit(made.main).makeelement(w("hyperlink"))
        link.set(f"{{{HYPERLINK.rpartition('/')[0]}}}id", made.relate(address, HYPERLINK, external=True))
        next(made.edit(made.main).iter(w("p"))).append(link)
    left = Package(scrubbed(made.to_bytes()))
    assert [one.target for one in left.relationships() if one.external] == [
        "https://example.org/?author=Jane+Doe",
        "https://un.org/",
    ]
    assert told_beside(left)[:3] == (
        "Links to places that are not public: “https://intra.example/d”",
        f"{TELLS}: “author=Jane Doe (example.org)”",
        f"{SHOWN}: “https://urldefense.com/v3/x”",
    )
