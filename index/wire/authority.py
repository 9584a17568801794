"""What a source calls its agency, and the one name under which the archive groups it.

A dispatch keeps the statement of its source. Whatever groups, finds or compares dispatches asks
for the authority name: the name that ``resources/agencies.toml`` has for the agency.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from index.folding import fold
from index.wire import agencies

if TYPE_CHECKING:
    from index.wire.agencies import AgencyProfile

_SCHEME = re.compile(r"[A-Za-z][\w.-]*:(?=\w)(?!//)")
_FIRM = re.compile(r"[ ,]+(?:GmbH|Inc|Ltd|LLC|plc|S\.?A)\.?\Z", re.IGNORECASE)
_BRACKETS = " ()[]/*©"
_REMEMBERED = 4096
"""Statements; an archive of 10,000 dispatches holds a few hundred different ones."""


@lru_cache(maxsize=_REMEMBERED)
def authority_name(stated: str) -> str:
    """Return the archive's one name for an agency; an agency it does not know, as stated."""
    profile = profile_of(stated)
    return profile.name if profile else stated


def same_agency(one: str, other: str) -> bool:
    """Tell whether two statements name one agency."""
    return one == other or fold(authority_name(one)) == fold(authority_name(other))


@lru_cache(maxsize=_REMEMBERED)
def profile_of(stated: str) -> AgencyProfile | None:
    """Find an agency by a name, code or domain, with or without article or form of company."""
    known = agencies.load()
    bare = stated.strip()
    for candidate in (bare, _FIRM.sub("", bare), bare.removeprefix("The ")):
        if candidate and (profile := known.named(candidate)):
            return profile
    return known.of_host(bare) if "." in bare else None


@lru_cache(maxsize=_REMEMBERED)
def stated_name(element: str) -> str:
    """Return what an element of a source's metadata calls the agency.

    A name that is spelt out is kept as it stands; for a code, initials or an address of an agency
    that the archive knows, its authority name is returned. What is no known agency is returned as
    printed, without the scheme of a code (``nprov:ACME`` gives ``ACME``).
    """
    printed = element.strip(" /*")
    bare = _SCHEME.sub("", printed, count=1).strip()
    profile = profile_of(bare)
    if profile is None:
        return bare
    name = bare.strip(_BRACKETS)
    return name if bare == printed and _is_spelt_out(name, profile) else profile.name


def _is_spelt_out(name: str, profile: AgencyProfile) -> bool:
    """Tell a name for readers from a code: several words, or one in capital and small letters."""
    is_code = " " not in name and (name.isupper() or name.islower())
    is_known = fold(name) in (fold(profile.name), fold(profile.code))
    return not (is_code or is_known or agencies.load().of_host(name))
