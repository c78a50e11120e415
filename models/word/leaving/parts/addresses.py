"""Addresses of the web in a Word file: which are open pages that name nobody, and what the others may tell."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from models.draft.late_pattern import late_pattern
from models.word.leaving.parts.redirects import CALLED, is_opaque, knows_who, may_know_who

_PRIVATE = late_pattern(
    r"(?<=[\w.+:-])(?:@|%(?:25)*40)(?!\d+\.(?:pdf|docx?)\b)|sharepoint\.|onedrive|1drv\.ms|teams\.microsoft|(?:docs|drive)\.google|dropbox"
    r"|/personal/|/users?/|/(?:~|%7e)"
    # what guards of mail put around an address, with who got it
    r"|safelinks|urldefense|mimecast|secure-web\.cisco|protect\.checkpoint",
    re.IGNORECASE,
)
_OF_SOMEBODY = frozenset((
    "user", "username", "userid", "uid", "usr", "login", "loginhint", "account", "accountid", "email", "mail",
    "emailaddress", "emailid", "upn", "recipient", "recipientid", "rcpt", "contactid", "subscriber", "subscriberid",
    "memberid", "personid", "customerid", "employeeid", "invitee", "sharedby", "token", "accesstoken", "authtoken",
    "sessionid", "sid", "jsessionid", "phpsessid", "apikey",
))  # fmt: skip
_OF_ONE_CLICK = frozenset((
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "igshid", "mceid", "mkttok", "hsenc", "hsmi",
    "cksubscriberid", "veroid", "olyencid", "trkemail", "ecid",
))  # fmt: skip
"""Parameters by which what sends newsletters knows again who follows an address of its own; signs and case aside."""
_SHARED = late_pattern(r"utm_|pk_|mtm_|hsa_|trk$|shared?$|ref$|source$|si$|igsh$|mibextid$|rcm$", re.IGNORECASE)
_NAMED = late_pattern(
    r"(?:^|_|-)(?:names?|authors?|owners?|by|editors?|creators?|sender|assignee)(?:$|_|-)", re.IGNORECASE
)
_OF_WHOM = late_pattern(
    r"(?:u|usr|whom?)=[^\W\d_]+\d{0,4}(?:[._-][^\W\d_]+\d{0,4})*"
    r"|(?:r|to|from|person|guest|staff|delegate|attendee|invitee)=[^\W\d_]+[._][^\W\d_]+",
    re.IGNORECASE,
)
"""Parameters with what may be a name: in one that is seldom anything else a word is enough, in others it takes two."""
_DOOR = late_pattern(
    r"(?:.*[a-z_-])?(?:pwd|passw(?:or)?d|passcode|secret|token|signature)|(?:pass|pin|otp|sig|h?mac)", re.IGNORECASE
)
"""Parameters that let in whoever has the link: to a meeting, to a file."""
_OF_THINGS = late_pattern(
    r"(?:doc(?:ument)?|obj(?:ect)?|item|rec(?:ord)?|art(?:icle)?|file|page|video|node|story|news|pub(?:lication)?|case"
    r"|treaty|event|meeting|resource|data(?:set)?|map|app|web|project|fb|h)?[_-]?(?:id|guid|uuid|no|code)|u|v|list"
    r"|symbol\w*",
    re.IGNORECASE,
)
"""Parameters that say which thing a page shows, however its server calls it: it is told where it is long."""
_NAME = late_pattern(r"[A-Z][\w’'-]+[ ._+]+[A-Z][\w’'-]+|[^\W\d_]+\.[^\W\d_]{3,}")
_OF_ONE_COPY = late_pattern(r"e=[0-9a-f]{8,16}")  # which copy of a newsletter it stood in
_HANDLE = late_pattern(r"(?<=[/=])(?:@|%40)[^\W\d][\w.-]*(?=$|[/?#&])")
_FILE = late_pattern(
    r"\.(?:pdf|docx?|xlsx?|html?|aspx?|php|json|xml|csv|txt|jpe?g|png|org|com|net|int)$", re.IGNORECASE
)
_INSIDE = late_pattern(r"(?:^|\.)(?:localhost|intranet|intra|local|lan|internal|corp)(?:\.|$)", re.IGNORECASE)
_ADDRESS = late_pattern(r"https?://[^\s\"“”«»<>]+", re.IGNORECASE)


def is_public(address: str) -> bool:
    """Whether an address is a page of the web that names nobody: no mail, no desk of somebody's on a server, and none
    that tells who is logged in, got it or followed it."""
    if not address.lower().startswith(("http://", "https://")) or _PRIVATE.search(address) is not None:
        return False
    keys = {re.sub(r"[\W_]", "", key).casefold() for key, _ in _parameters(address)}
    return not keys & (_OF_SOMEBODY | _OF_ONE_CLICK) and not knows_who(address)


def told_of(address: str) -> str:
    """What of an address may tell who shared it or whom it names, "" where nothing does."""
    told = (
        f"{key}={'…' if _DOOR.fullmatch(key) else value}"
        for key, value in _parameters(address)
        if _may_tell(key, value)
    )
    return next(told, "") or "".join(_HANDLE.findall(address)[:1]) or may_know_who(address)


def is_inside(address: str) -> bool:
    """Whether an address is one of a house's own net."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    if ":" in host or host[-1:].isdecimal():  # no name of a house ends so
        try:
            return not ipaddress.ip_address(host).is_global
        except ValueError:
            return False
    return bool(host) and ("." not in host or _INSIDE.search(host) is not None)


def addresses_in(text: str) -> Iterator[str]:
    """The addresses of the web that words hold, without the signs that end a sentence."""
    if "://" in text:
        yield from (hit[0].rstrip(".,;:!?)]}'’") for hit in _ADDRESS.finditer(text))


def _parameters(address: str) -> list[tuple[str, str]]:
    """The parameters of an address, those behind its "#" too."""
    if not any(sign in address for sign in "?;#"):
        return []
    try:
        parts = urlsplit(address)
        behind = parts.fragment.rpartition("?")[2]  # a page's own address, or its parameters alone
        behind = "" if behind.startswith(":~:") else behind  # words of the page to look for
        found = [pair for said in (parts.query, behind) for pair in parse_qsl(said)]
    except ValueError:
        return []
    return found + [
        (key, unquote(value)) for key, _, value in (one.partition("=") for one in parts.path.split(";")[1:])
    ]


def _may_tell(key: str, value: str) -> bool:
    """Whether a parameter may say who shared a link or whom it names, or lets in whoever has it."""
    if _SHARED.match(key) or _DOOR.fullmatch(key) or _OF_WHOM.fullmatch(f"{key}={value}"):
        return True
    if is_opaque(value) and _OF_THINGS.fullmatch(key) is None and key != CALLED:
        return True
    if _NAMED.search(key) is not None or _OF_ONE_COPY.fullmatch(f"{key}={value}") is not None:
        return True
    return _NAME.fullmatch(value) is not None and _FILE.search(value) is None
