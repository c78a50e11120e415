"""Links that lead on to another address by way of a place that knows who follows them: guards of mail, newsletters.

No list of such places ends, so they are known by how their links are built: another address packed within, in a host or
path of such words, beside a sign that no person would write.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from models.draft.late_pattern import late_pattern

_CLICKS = late_pattern(r"[a-z-]*(?:click[a-z]*|clk|trk)\d*", re.IGNORECASE)
_WAYS = late_pattern(
    r"(?:track(?:ing|er)?|redir(?:ect(?:ion)?)?|(?:url|link|e?mail)?protect(?:ion)?(?:-[a-z]+)?|ctc)\d*", re.IGNORECASE
)
_MAYBE = late_pattern(r"(?:url|e?links?|lnks?|go|e?mail|e?news|newsletters?|mktg?|ct|em|[celrt])\d*", re.IGNORECASE)
_SHORT = frozenset((
    "bit.ly", "lnkd.in", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "buff.ly", "is.gd", "rb.gy", "cutt.ly", "t.ly",
    "shorturl.at", "tiny.cc", "rebrand.ly", "dlvr.it", "trib.al", "lnks.gd",
))  # fmt: skip
"""Hosts of short addresses, each of which somebody had made: where one leads and who follows it, its maker knows."""
_SENDERS = late_pattern(r"(?:^|\.)(?:(?:cmail|createsend)\d*\.com/t/|rs6\.net/tn\.jsp)", re.IGNORECASE)
"""Where newsletters send that say it in no word of their addresses."""
_HOST = late_pattern(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/|$)", re.IGNORECASE)
_PACKED = late_pattern(r"https?(?::/|:$|%3a|-3a__)", re.IGNORECASE)
_PIECE = late_pattern(r"[A-Za-z0-9]+")
_TURN = late_pattern(r"(?<=[a-z])(?=[0-9]|[A-Z](?![a-z]))|(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_ENCODED = late_pattern(r"[\w+/-]{12,}={0,2}", re.ASCII)
_WEB, _PERSON = re.compile(rb"https?:[\\/]"), re.compile(rb"[\w.+-]@[\w-]+\.\w")
_TIME = late_pattern(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_GUID = late_pattern(r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.IGNORECASE)
CALLED = "enc"
"""By this the server of the human rights offices calls its files, in signs that tell of nobody."""
_SIGN_BESIDE, _SIGN, _OPAQUE, _LONG, _LONGEST, _WORD, _QUOTED = 8, 12, 16, 40, 64, 30, 24  # characters


@dataclass(frozen=True)
class _Built:
    """How an address is built: of what stands outside of another address within, the pieces of path and query."""

    host: str
    segments: tuple[str, ...]
    values: tuple[str, ...]
    packed: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the host before its domain."""
        return tuple(self.host.split(".")[:-2])

    def sign(self, least: int = _SIGN) -> str:
        """The first sign of at least so many characters that no person would write, "" where there is none."""
        return next((one for one in self.values + self.segments if _is_sign(one, least)), "")


def knows_who(address: str) -> bool:
    """Whether a link leads on by way of a place that surely knows whom it was sent to."""
    built = _built(address)
    if built is None:
        return False
    if _SENDERS.search(f"{built.host}/{'/'.join(built.segments)}/") is not None:
        return True
    sign, beside = built.sign(), bool(built.values)
    if _says(_CLICKS, built.labels) and (beside or sign or any(map(_HOST.match, built.segments[:-1]))):
        return True
    if _says(_CLICKS, built.segments) and (beside or _says(_MAYBE, built.labels)):
        return True
    words = built.labels + built.segments
    way = _says(_WAYS, words)
    if built.packed and (built.sign(_SIGN_BESIDE) or (beside and (way or _says(_MAYBE, words)))):
        return True
    if any(_decoded(one, _PERSON) for one in built.values + built.segments):
        return True
    return bool((way and sign) or (_says(_MAYBE, built.labels) and built.sign(_LONG)))


def may_know_who(address: str) -> str:
    """The sign by which a place may know who follows a link, "" where there is none."""
    built = _built(address)
    if built is None:
        return ""
    if built.host in _SHORT:
        return "/" + "/".join(built.segments) if any(built.segments) else ""
    if _says(_MAYBE, built.labels) and (sign := built.sign()):
        return _cut(sign)
    long = [one for one in built.values if _is_sign(one, _LONG)]
    long += [one for one in built.segments if _is_sign(one, _LONGEST) and re.search(r"[g-zG-Z]", one)]
    return _cut(long[0]) if long else ""


def is_opaque(value: str) -> bool:
    """Whether the value of a parameter is signs that no person would write: no time, and no other address."""
    return _is_sign(value, _OPAQUE) and _TIME.fullmatch(value) is None and _PACKED.search(value) is None


def _built(address: str) -> _Built | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    segments, query = parts.path.split("/")[1:], parts.query
    pairs = parse_qsl(query) if "=" in query.rstrip("=") else [("", unquote(query))]
    values = [value for key, value in pairs if key != CALLED]
    outside, within = [], False
    for at, one in enumerate(segments):
        said = unquote(one)
        if _PACKED.search(said) is None:
            outside.append(said)
            continue
        within = True
        if said.endswith(":"):  # its own strokes follow: what comes after is within it, but for what "___" parts
            values = "/".join((*segments[at:], query)).split("___")[2:]
            break
    plain = [one for one in values if one and _PACKED.search(one) is None]
    within |= len(plain) < len(list(filter(None, values)))
    packed = within or any(_decoded(one, _WEB) for one in (*outside, *plain))
    return _Built(host, tuple(outside), tuple(plain), packed)


def _says(words: re.Pattern[str], pieces: Iterable[str]) -> bool:
    """Whether any of some pieces, the kind of a page aside, is one of some words."""
    return any(words.fullmatch(one.partition(".")[0]) for one in pieces if len(one) <= _WORD)


def _decoded(said: str, sought: re.Pattern[bytes]) -> bool:
    """Whether a stretch of letters in base 64 says an address of the web, or in signs alone one of mail."""
    for hit in _ENCODED.finditer(said):
        code = hit[0].rstrip("=").replace("-", "+").replace("_", "/")
        read = base64.b64decode(code[: len(code) // 4 * 4])
        if sought.search(read) and (sought is _WEB or read.isascii()):
            return True
    return False


def _is_sign(said: str, least: int) -> bool:
    """Whether letters are none that a person would write: an identifier, or some that turn from case to case."""
    if len(said) < least or " " in said:
        return False
    if _GUID.fullmatch(said) is not None:
        return True
    return any(len(one) >= min(least, _LONG) // 2 and len(_TURN.findall(one)) >= 3 for one in _PIECE.findall(said)) or (
        said.isdecimal() and len(said) > 15
    )


def _cut(said: str) -> str:
    return said if len(said) <= _QUOTED else said[:_QUOTED] + "…"
