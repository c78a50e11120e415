"""Pages and texts kept in the form of an e-mail, as wikis and browsers export them."""

from __future__ import annotations

import quopri

import pytest

from models.files.mail_form import is_in_mail_form
from models.files.read import CannotRead, read_bytes

PAGE = "<html><body><p>Rappelant sa résolution 70/1,</p><p>1. Décide de se réunir.</p></body></html>"
HEAD = "Subject: A text\nMIME-Version: 1.0\n"
TEXTS = ["Rappelant sa résolution 70/1,", "Décide de se réunir."]


def of_parts(kind: str, *parts: tuple[str, bytes]) -> bytes:
    within = b"".join(b"--x\n" + head.encode() + b"\n\n" + content + b"\n" for head, content in parts)
    return f'{HEAD}Content-Type: multipart/{kind};\n boundary="x"\n\n'.encode() + within + b"--x--\n"


HTML = 'Content-Type: text/html; charset="{}"\nContent-Transfer-Encoding: {}'
PICTURE = ("Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64", b"iVBORw0K")
FILES = {
    "saved by a wiki": of_parts("related", (HTML.format("utf-8", "8bit"), PAGE.encode()), PICTURE),
    "saved by Word": of_parts(
        "related",
        (HTML.format("windows-1252", "quoted-printable"), quopri.encodestring(PAGE.encode("cp1252"))),
        PICTURE,
    ),
    "of an unknown encoding": of_parts("related", (HTML.format("x-none", "8bit"), PAGE.encode())),
    "of an encoding that is none": of_parts("related", (HTML.format("undefined", "8bit"), PAGE.encode())),
    "of an encoding with a zero in its name": of_parts("related", (HTML.format("utf\0", "8bit"), PAGE.encode())),
    "a page alone": f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{PAGE}".encode(),
    "an e-mail": of_parts(
        "alternative", ("Content-Type: text/plain", b"plain"), (HTML.format("utf-8", "8bit"), PAGE.encode())
    ),
    "an e-mail with a picture in its page": (
        f'{HEAD}Content-Type: multipart/alternative; boundary="y"\n\n--y\n'.encode()
        + of_parts("related", (HTML.format("utf-8", "8bit"), PAGE.encode()), PICTURE)
        + b"--y--\n"
    ),
    "a plain e-mail": (
        f"{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        "Rappelant sa résolution 70/1,\n\n1. Décide de se réunir.\n"
    ).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_the_text_in_it_is_read(name: str) -> None:
    reading = read_bytes(FILES[name])
    assert [one.text for one in reading.draft.paragraphs] == TEXTS
    assert reading.plain == FILES[name]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (of_parts("mixed", ("Content-Type: text/plain", b"See attached."), PICTURE), "the file that is attached to it"),
        (of_parts("related", PICTURE), "without a text"),
        (
            of_parts("mixed", ("Content-Type: text/plain", b"Body."), ("Content-Type: text/html", b"<p>More.</p>")),
            "several",
        ),
        (
            of_parts(
                "mixed",
                ("Content-Type: text/plain", b"See below."),
                ("Content-Type: message/rfc822", HEAD.encode() + b"Content-Type: text/plain\n\nThe text."),
            ),
            "several",
        ),
        (
            HEAD.encode()
            + b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)),
            "damaged",
        ),
        (HEAD.encode() + b"Content-Type: text/plain\n\n" + b"Water. " * 6_000_000, "too long"),
        (of_parts("related", *(("", b""),) * 10_001, (HTML.format("utf-8", "8bit"), PAGE.encode())), "damaged"),
    ],
)
def test_others_are_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        read_bytes(data)


def test_a_text_with_a_head_of_its_own_is_a_text() -> None:
    reading = read_bytes(b"Subject: Water\nFrom: the Chair\n\nRecalling its resolution 70/1,\n\n1. Decides to meet.\n")
    assert "Subject: Water" in reading.draft.paragraphs[0].text


def test_indented_lines_under_a_line_that_reads_as_a_head_take_no_time() -> None:
    assert not is_in_mail_form(b"Note: the Chair said\n" + b"    that all agree,\n" * 800 + b"and closed.\n")
