"""The shapes in which wires print days and clocks, as regular expressions that run in linear time.

A day needs a year; guards on both sides keep version numbers, telephone numbers and scores out.
Blanks must already be plain and digits Western: see :data:`WESTERN`.
"""

from __future__ import annotations

import re

from index.wire.zones import PATTERN as ZONE

WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\t\xa0\u2009\u202f", "01234567890123456789    ")
"""Arabic-Indic digits and uncommon blanks -> plain ones, each one for one so that spans hold."""

_NAME = r"[^\W\d_]{3,12}\.?(?:[ ](?:الأول|الثاني|الاول))?"
_LEVANTINE = rf"(?:[ ]?/[ ]?{_NAME})?"
"""Arabic wires often print a month twice, ``أكتوبر/تشرين الأول``."""
_ORDINAL = r"(?:er|re|st|nd|rd|th|\.|º|°|ª)?"
_OF = r"(?:[ ](?:de|del|of|da)(?=[ ]))?"
_SHORT_YEAR = r"\d\d(?![:.h])"

DAY = re.compile(
    rf"""(?<![\w/])(?<!\d[.,:])(?:
      (?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)
    | (?P<y6>\d{{4}})(?:\.|[ ]m\.)[ ](?:(?P<n6>{_NAME})|(?P<m6>\d\d?)\.)[ ]?(?P<d6>\d\d?)
      (?:\.|[ ]d\.)?
    | (?P<a>\d\d?)(?P<s2>[-/.]|\.[ ])(?P<b>\d\d?)(?P=s2)
      (?P<y2>\d{{4}}|(?<=\d\d[./]\d\d[./]){_SHORT_YEAR})
    | (?P<d3>\d\d?)(?P<o3>{_ORDINAL})(?:{_OF}[ ]|-)(?P<n3>{_NAME}){_LEVANTINE},?(?:{_OF}[ ]?|-)'?
      (?P<y3>\d{{4}}|(?<=[-']){_SHORT_YEAR})
    | (?P<n4>{_NAME}){_LEVANTINE}[ ]?(?P<d4>\d\d?){_ORDINAL},?[ ]
      (?P<mid>\d\d?:\d\d(?::\d\d)?[ ](?:{ZONE}[ ])?)?(?P<y4>\d{{4}})
    | (?P<y5>\d{{4}})[ ]?[年년][ ]?(?P<m5>\d\d?)[ ]?[月월][ ]?(?P<d5>\d\d?)[ ]?[日일]
    )(?!(?!T\d)\w)(?!(?!/\d\d:\d\d)[./-]\d)""",
    re.VERBOSE,
)
"""A calendar day: machine, year-month-day as in Hungarian and Lithuanian, numeric, day-month-year,
month-day-year, East Asian."""

MONTH = re.compile(rf"(?P<name>{_NAME}){_LEVANTINE},?[ ](?:de[ ]|del[ ])?(?P<year>\d{{4}})\Z")
"""A month alone, for whole strings only."""

_HALF = r"[ap]\.?m\b\.?"
_MINUTES = r"[:h.]\d\d(?::\d\d(?:[.,]\d+)?)?(?!\.?\d)"
_CLOCK = (
    rf"(?P<clock>\d\d?(?:{_MINUTES}(?:[ ]?{_HALF})?|[ ]?{_HALF}|[ ]?Uhr))"
    rf"(?:[ ](?:Uhr|hrs|h))?[ ]?[(\[]?(?P<zone>{ZONE})?"
)
_AT = r"(?:at|à|um|a[ ]las|alle|ore|às|saat|kl\.?|vers|الساعة)"

CLOCK_AFTER = re.compile(rf"(?:T|[ ]?[,|·•–—(/-]?[ ]?(?:{_AT}[ ])?){_CLOCK}", re.IGNORECASE)
"""A clock right behind a day."""

CLOCK_BEFORE = re.compile(
    rf"(?<![\d:.]){_CLOCK}\)?[ ]?[,|·•–—-]?[ ]?(?:on[ ]|le[ ]|am[ ]|el[ ]|il[ ])?\Z", re.IGNORECASE
)
"""A clock right before a day or its weekday."""

WEEKDAY_BEFORE = re.compile(
    r"(?<!\w)([^\W\d_]{2,12})(?:-feira)?\.?,?[ ](?:the[ ]|le[ ]|den[ ]|el[ ])?\Z"
)

WEEKDAY_AFTER = re.compile(r",?[ ]\(?([^\W\d_]{4,12})\)?(?!\w)")
"""Turkish wires print ``18 Ekim 2024 Cuma``, Hungarian ones ``2024. március 4., hétfő``."""

ZONE_PRINTED = re.compile(ZONE)

MACHINE = re.compile(
    r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)"
    r"(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?[ ]?(Z|[+-]\d\d:?(?:\d\d)?)?)?)?)?\Z",
    re.IGNORECASE,
)
"""ISO 8601, extended or compact, from a year on."""

FILLER = re.compile(r"(?:on|le|el|il|am|den|the|em|г|року|god|[,.()\s])*\Z", re.IGNORECASE)
"""What may stand around a date in a string that is nothing else."""
