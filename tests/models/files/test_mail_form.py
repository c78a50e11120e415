"""Pages and texts kept in the form of an e-mail, as wikis and browsers export them."""

from __future__ import annotations

import base64
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
PLAIN = ("Content-Type: text/plain; charset=utf-8", "\n\n".join((*TEXTS[:1], f"1. {TEXTS[1]}")).encode())
SIGNATURE = (
    "Content-Type: application/pkcs7-signature; name=smime.p7s\n"
    "Content-Disposition: attachment; filename=smime.p7s\nContent-Transfer-Encoding: base64",
    b"MIIB",
)


def nested(kind: str, *parts: tuple[str, bytes]) -> tuple[str, bytes]:
    """Parts as one part of others."""
    head, _, content = of_parts(kind, *parts).replace(b"--x", b"--y").replace(b'"x"', b'"y"').partition(b"\n\n")
    return head.decode().removeprefix(HEAD), content


def sealed(kind: str) -> bytes:
    name = "Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=smime.p7m"
    return f"{HEAD}Content-Type: {kind}; name=smime.p7m\n{name}\n\nMIIB\n".encode()


FILES = {
    "signed": of_parts("signed", PLAIN, SIGNATURE),
    "signed in several shapes": of_parts(
        "signed",
        nested("alternative", ("Content-Type: text/plain", b"plain"), (HTML.format("utf-8", "8bit"), PAGE.encode())),
        SIGNATURE,
    ),
    "with a page without words": of_parts(
        "alternative", PLAIN, (HTML.format("utf-8", "8bit"), b"<html><head><title>A</title></head><body><p>&nbsp;")
    ),
    "with a page without words, and its picture": of_parts(
        "alternative", PLAIN, nested("related", (HTML.format("utf-8", "8bit"), b"<html><body><img src=a>"), PICTURE)
    ),
    "which says where it begins": of_parts(
        'related; start="<two@a>"',
        (HTML.format("utf-8", "8bit") + "\nContent-ID: <one@a>", b"<html><body><p>A frame."),
        (HTML.format("utf-8", "8bit") + "\nContent-ID: <two@a>", PAGE.encode()),
    ),
    "which says that it begins nowhere": of_parts(
        'related; start="<three@a>"',
        (HTML.format("utf-8", "8bit") + "\nContent-ID: <one@a>", PAGE.encode()),
        (HTML.format("utf-8", "8bit") + "\nContent-ID: <two@a>", b"<html><body><p>A frame."),
    ),
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


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize(
    ("said", "written", "text"),
    [
        ("iso-8859-1", "utf-8", "L’Assemblée générale, « l’eau »,"),
        ("koi8-r", "utf-8", "Генеральная Ассамблея,"),
        ("gb2312", "utf-8", "大会，"),
        ("us-ascii", "utf-8", "La Asamblea “General”,"),
        ("iso-8859-1", "cp1252", "L’Assemblée générale, « l’eau »,"),
        ("koi8-r", "koi8-r", "Генеральная Ассамблея,"),
        ("iso-2022-jp", "iso-2022-jp", "大会"),
        ("utf-8", "cp1252", "L’Assemblée générale,"),
        ("utf-16", "utf-16", "L’Assemblée générale,"),
    ],
)
def test_letters_are_those_meant_whatever_an_e_mail_says(kind: str, said: str, written: str, text: str) -> None:
    page = f"<html><body><p>{text}</p></body></html>" if kind == "html" else text
    head = f"{HEAD}Content-Type: text/{kind}; charset={said}\nContent-Transfer-Encoding: base64\n\n"
    reading = read_bytes(head.encode() + base64.encodebytes(page.encode(written)))
    assert [one.text for one in reading.draft.paragraphs] == [text]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (of_parts("mixed", ("Content-Type: text/plain", b"See attached."), PICTURE), "the file that is attached to it"),
        (of_parts("related", PICTURE), "without a text"),
        (sealed("application/pkcs7-mime; smime-type=signed-data"), "its text is sealed; open it in your mail program"),
        (sealed("application/x-pkcs7-mime; smime-type=enveloped-data"), "that is encrypted; open it in your mail"),
        (of_parts("encrypted", ("Content-Type: application/pgp-encrypted", b"Version: 1")), "that is encrypted"),
        (
            of_parts("mixed", nested("encrypted", ("Content-Type: x/y", b"MIIB")), ("Content-Type: text/plain", b"A.")),
            "that is encrypted",
        ),
        (of_parts("signed", *(("Content-Type: text/plain", b"See."), PICTURE)[::-1]), "attached"),
        (
            of_parts("mixed", ("Content-Type: text/plain", b"See it."), ("Content-Type: x/y; name=a.p7m", b"MIIB")),
            "the file that is attached to it",
        ),
        (
            of_parts("alternative", ("Content-Type: text/plain", b" "), (HTML.format("utf-8", "8bit"), b"<html><p>")),
            "holds no words",
        ),
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


def test_parts_make_an_e_mail_of_what_does_not_say_in_which_version_of_its_form() -> None:
    data = of_parts("mixed", PICTURE, PLAIN).replace(b"MIME-Version: 1.0\n", b"")
    with pytest.raises(CannotRead, match="attached"):
        read_bytes(data)
