"""The shapes in which wires print days and clocks, as regular expressions that run in linear time.

A day needs a year; guards on both sides keep version numbers, telephone numbers and scores out.
Blanks must already be plain and digits Western: see :data:`WESTERN`.
"""

from __future__ import annotations

import re

from index.wire.zones import PATTERN as ZONE

WESTERN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९\t\xa0\u2009\u202f", "012345678901234567890123456789    "
)
"""Digits of Arabic, Persian and Hindi and uncommon blanks -> plain ones, each one for one so that
spans hold."""

_NAME = (
    r"(?:[^\W\d_]{3,12}\.?(?:[ ](?:الأول|الثاني|الاول))?"
    r"|آب|اب|مه|[\u0904-\u0939][\u0900-\u0963]{1,11})"
)
"""Vowel signs of Hindi are no letters to a pattern."""
_LEVANTINE = rf"(?:[ ]?/[ ]?{_NAME})?"
"""Arabic wires often print a month twice, ``أكتوبر/تشرين الأول``."""
_ORDINAL = r"(?:er|re|st|nd|rd|th|\.|º|°|ª)?"
_OF = r"(?:[ ](?:de|del|of|da)(?=[ ]))?"
_SHORT_YEAR = r"\d\d(?![:.h])"
_YEAR_WORD = r"(?:[ ]?(?:г\.?|года|р\.|року|god(?:ine)?\.?)(?!\w))?"
"""What Slavic languages print behind a year."""

DAY = re.compile(
    rf"""(?<![\w/])(?<!\d[.,:])(?<![^\W\d_]-)(?:
      (?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)
    | (?P<y7>\d{{4}})\.[ ]gada[ ](?P<d7>\d\d?)\.[ ](?P<n7>{_NAME})
    | (?P<y6>\d{{4}})(?:\.|[ ]m\.)[ ](?:(?P<n6>{_NAME})|(?P<m6>\d\d?)\.)[ ]?(?P<d6>\d\d?)
      (?:\.|[ ]d\.)?
    | (?P<a>\d\d?)(?P<s2>[-/.]|\.[ ])(?P<b>\d\d?)(?P=s2)
      (?P<y2>\d{{4}}|(?<=\d\d[./]\d\d[./]){_SHORT_YEAR})
    | (?P<d3>\d\d?)(?P<o3>{_ORDINAL})(?:{_OF}[ ]|-)(?P<n3>{_NAME}){_LEVANTINE},?(?:{_OF}[ ]?|-)'?
      (?P<y3>\d{{4}}|(?<=[-']){_SHORT_YEAR}){_YEAR_WORD}
    | (?P<n4>{_NAME}){_LEVANTINE}[ ]?(?P<d4>\d\d?){_ORDINAL},?[ ]
      (?P<mid>\d\d?:\d\d(?::\d\d)?[ ](?:{ZONE}[ ])?)?(?P<y4>\d{{4}})
    | (?P<y5>\d{{4}})[ ]?[年년][ ]?(?P<m5>\d\d?)[ ]?[月월][ ]?(?P<d5>\d\d?)[ ]?[日일]
    )(?:(?<=[日일])|(?!(?!T\d)\w))(?!(?!/\d\d:\d\d)[./-]\d)""",
    re.VERBOSE,
)
"""A calendar day: machine, year first as in Latvian, Hungarian and Lithuanian, numeric,
day-month-year, month-day-year, East Asian."""

MONTH = re.compile(rf"(?P<name>{_NAME}){_LEVANTINE},?[ ](?:de[ ]|del[ ])?(?P<year>\d{{4}})\Z")
"""A month alone, for whole strings only."""

_HALF = r"[ap]\.?m\b\.?"
_MINUTES = r"(?:[:h.]|[ ]h[ ])\d\d(?::\d\d(?:[.,]\d+)?|[ ]min\b)?(?!\.?\d)"
_FULL_HOUR = r"(?:(?<=[ ]à[ ]\d)|(?<=[ ]à[ ]\d\d)|(?<=[ ]às[ ]\d)|(?<=[ ]às[ ]\d\d))"
_EASTERN = (
    r"(?:(?:오전|오후|上午|下午|午前|午後)[ ]?\d\d?[:：]\d\d"
    r"|(?:오전|오후|上午|下午|午前|午後)?[ ]?\d\d?[ ]?[点點時时시](?:[ ]?\d\d?[ ]?[分분]?)?)"
)
_CLOCK = (
    rf"(?P<clock>\d\d?(?:{_MINUTES}(?:[ ]?{_HALF})?|[ ]?{_HALF}|[ ]?Uhr|{_FULL_HOUR}[ ]?h\b)"
    rf"|{_EASTERN})"
    rf"(?:[ ](?:Uhr|uur|hrs|h)\b)?[ ]?[(\[]?(?P<zone>{ZONE})?"
)
_AT = (
    r"(?:at|à|um|om|ob|a[ ]las|alle(?:[ ]ore)?|ore|ora|às|saat|kl\.?|klo|klockan|godz\.?|pukul|vers"
    r"|[uвоу@]|الساعة)"
)
"""Short words before a clock, which must have its minutes then."""

CLOCK_AFTER = re.compile(
    rf"(?:T|[ ]?(?:[,|·•–—(/-]|\.(?=[ ](?:[uв][ ]|오)))?[ ]?(?:{_AT}[ ])?){_CLOCK}", re.IGNORECASE
)
"""A clock right behind a day."""

CLOCK_BEFORE = re.compile(
    rf"(?<![\d:.]){_CLOCK}\)?[ ]?[,|·•–—-]?[ ]?(?:on[ ]|le[ ]|am[ ]|el[ ]|il[ ])?\Z", re.IGNORECASE
)
"""A clock right before a day or its weekday."""

WEEKDAY_BEFORE = re.compile(
    r"(?<!\w)([^\W\d_]{2,12})(?:-feira)?\.?,?[ ](?:the[ ]|le[ ]|den[ ]|el[ ])?\Z"
)

WEEKDAY_AFTER = re.compile(
    r",?[ ]\(?([^\W\d_]{4,12})\)?(?!\w)|[ ]?[(（]([月火水木金土日一二三四五六월화수목금토일])[)）]"
)
"""Turkish wires print ``18 Ekim 2024 Cuma``, Hungarian ones ``2024. március 4., hétfő``; East
Asian ones a single sign in brackets."""

ZONE_PRINTED = re.compile(ZONE)

MACHINE = re.compile(
    r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)"
    r"(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?[ ]?(Z|[+-]\d\d:?(?:\d\d)?)?)?)?)?\Z",
    re.IGNORECASE,
)
"""ISO 8601, extended or compact, from a year on."""

FILLER = re.compile(r"(?:on|le|el|il|am|den|the|em|г|року|god|[,.()\s])*\Z", re.IGNORECASE)
"""What may stand around a date in a string that is nothing else."""
