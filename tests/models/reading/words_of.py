"""The words of a source and of the draft read from it, to show that none is lost."""

from __future__ import annotations

import re
from collections import Counter

from models.draft import Draft

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def words_of_source(text: str) -> Counter[str]:
    """The words of a text or Markdown file, its signs, comments, contents line and link targets left out."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"(?m)^\s*\{:[^}]*\}\s*$|^\* TOC$", "", text)
    targets = re.findall(r"(?m)^ {0,3}\[([^\]^]+)\]: \S*[/.#]\S*$", text)
    text = re.sub(r"(?m)^ {0,3}\[[^\]^]+\]: \S*[/.#]\S*$", "", text)
    for label in targets:
        text = text.replace(f"][{label}]", "]")
    text = re.sub(r"\[([^\[\]]*)\]\([^()\s]*[/.#][^()\s]*\)", r"\1", text)
    text = re.sub(r"\[\^([^\]\s]+)\]:?", r" \1 ", text)
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda match: f" {match[0].translate(RAISED)} ", text)
    return _words(text)


def words_of_draft(draft: Draft) -> Counter[str]:
    """Every word a draft keeps: numbers, labels, texts, marks of notes at their places and before the notes."""
    parts: list[str] = []
    for paragraph in draft.paragraphs:
        parts += [paragraph.number or "", paragraph.set_label or ""]
        parts.append(
            "".join(
                run.text if run.footnote is None else f" {draft.note[run.footnote].mark} " for run in paragraph.runs
            )
        )
    for note in draft.footnotes:
        parts += [note.mark, note.text] if note.text else []
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda match: f" {match[0].translate(RAISED)} ", " ".join(parts))
    return _words(text)


def _words(text: str) -> Counter[str]:
    text = re.sub(r"(\d)(bis|ter|quater|quinquies|sexies)\b", r"\1 \2", text.replace("*", "").replace("\\", ""))
    return Counter(re.findall(r"[^\W_]+", text))
