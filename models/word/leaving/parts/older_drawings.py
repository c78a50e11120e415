"""Words of older drawings (VML, ISO/IEC 29500-4): a value with a small word that is none of theirs is somebody's."""

from __future__ import annotations

import re

from models.word.leaving.parts.words_of_format import says_nothing

_SPACES = (
    "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}",
    "{urn:schemas-microsoft-com:office:word}",
)  # fmt: skip
_ELSEWHERE = frozenset(("id", "spid", "type", "path", "v", "style", "string", "name"))
"""Attributes that are names, paths or looks."""
_WORD, _PIECES = re.compile(r"[a-z][A-Za-z]{2,}"), re.compile(r"[\s,;()\[\]]+")
_OF_SHAPES = """
    abs absolute add always and angle any arc aspect atleast atmost auto backwardcompatible bevel blackwhite block
    bottomleft bottomright boundingcube bullseye callout canvas char classic color connector curved custom cycle
    diamond drawingrelative drop edit elbow ellipse emboss engrave fill fillthenline frame gradient gradientcenter
    gradientradial gradientunscaled grayscale height ignore inversegray invert largest lightgrayscale linear linedrawn
    lineorfill linethenfill long max medium metal mid middle min miter mod narrow normal oncall open orgchart oval
    parallel pattern perspective picture pixelheight pixellinewidth pixelwidth plastic position prod radial rect
    reverse reversesubtract round segments short shaperelative sigma sin cos tan sqrt stacked straight stroke subtract
    sum sumangle surface text tile topandbottom topleft topright undrawn user val venn view wide width wireframe
    xcenter ycenter xlimo ylimo hasfill hasstroke grayoutline highcontrast blacktextandlines emuheight emuwidth
    lineheight matte this
"""
_OF_LINES = """
    dash dashdot dashdotdot dashdotstroked dashedsmall dot dotdash doublewave hairline htmlinset htmloutset longdash
    longdashdot longdashdotdot shortdash shortdashdot shortdashdotdot shortdot thickbetweenthin thickbetweenthinlarge
    thickbetweenthinsmall thickthin thickthinlarge thickthinsmall thinthick thinthicklarge thinthicksmall thinthin
    threedemboss threedengrave
"""
_OF_COLOURS = """
    activeborder activecaption appworkspace aqua background buttonface buttonhighlight buttonshadow buttontext
    captiontext darken fuchsia graytext highlight highlighttext inactiveborder inactivecaption inactivecaptiontext
    infobackground infotext lighten lime maroon menu menutext navy olive scrollbar silver teal threeddarkshadow
    threedface threedhighlight threedlightshadow threedshadow window windowframe windowtext
"""
_KNOWN = frozenset(f"{_OF_SHAPES} {_OF_LINES} {_OF_COLOURS}".split())


def says_more(tag: str, attribute: str, value: str) -> bool:
    """Whether an attribute, by its name without the namespace, of an element of older drawings has such a word."""
    if not tag.startswith(_SPACES) or attribute in _ELSEWHERE:
        return False
    words = (piece.casefold() for piece in _PIECES.split(value) if _WORD.fullmatch(piece))
    return any(word not in _KNOWN and not says_nothing(word) for word in words)
