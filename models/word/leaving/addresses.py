"""Addresses of the web in a Word file: which are open pages that name nobody, and what the others may tell."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

_PRIVATE = re.compile(
    r"@|%40|sharepoint\.|onedrive|1drv\.ms|teams\.microsoft|(?:docs|drive)\.google|dropbox|/personal/|/users?/|/(?:~|%7e)"
    # what guards of mail put around an address, with who got it
    r"|safelinks|urldefense|mimecast|cudasvc\.com|secure-web\.cisco|clicktime\.symantec|protect\.checkpoint",
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
_SHARED = re.compile(r"utm_|pk_|mtm_|hsa_|trk$|shared?$|ref$|source$", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|_|-)(?:names?|authors?|owners?|by|editors?|creators?|sender|assignee)(?:$|_|-)", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w’'-]+[ ._+]+[A-Z][\w’'-]+|[^\W\d_]+\.[^\W\d_]{3,}")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|html?|aspx?|php|json|xml|csv|txt|jpe?g|png|org|com|net|int)$", re.IGNORECASE)
_INSIDE = re.compile(r"(?:^|\.)(?:localhost|intranet|intra|local|lan|internal|corp)(?:\.|$)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"“”«»<>]+", re.IGNORECASE)


def is_public(address: str) -> bool:
    """Whether an address is a page of the web that names nobody: no mail, no desk of somebody's on a server, and none
    that tells who is logged in, got it or followed it."""
    if not address.lower().startswith(("http://", "https://")) or _PRIVATE.search(address) is not None:
        return False
    keys = {re.sub(r"[\W_]", "", key).casefold() for key, _ in _parameters(address)}
    return not keys & (_OF_SOMEBODY | _OF_ONE_CLICK)


def told_of(address: str) -> str:
    """What of an address may tell who shared it or whom it names, "" where nothing does."""
    return next(
        (f"{key}={value}" for key, value in _parameters(address) if _SHARED.match(key) or _may_name(key, value)), ""
    )


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
    if "?" not in address and ";" not in address:
        return []
    try:
        parts = urlsplit(address)
        found = [pair for said in (parts.query, parts.fragment.partition("?")[2]) for pair in parse_qsl(said)]
    except ValueError:
        return []
    return found + [
        (key, unquote(value)) for key, _, value in (one.partition("=") for one in parts.path.split(";")[1:])
    ]


def _may_name(key: str, value: str) -> bool:
    return _NAMED.search(key) is not None or (_NAME.fullmatch(value) is not None and _FILE.search(value) is None)
