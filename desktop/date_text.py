"""Dates as they are shown: never finer than the source states them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from index import Precision, Zone

if TYPE_CHECKING:
    from datetime import datetime

    from index import Timestamp

translate = QCoreApplication.translate


def stamp_text(stamp: Timestamp, locale: QLocale | None = None) -> str:
    """Return a timestamp in the user's locale, with what is known of its zone."""
    locale = locale or QLocale()
    value = stamp.value
    day = QDate(value.year, value.month, value.day)
    match stamp.precision:
        case Precision.YEAR:
            return locale.toString(day, "yyyy")
        case Precision.MONTH:
            return locale.toString(day, "MMMM yyyy")
        case Precision.DAY:
            text = locale.toString(day, "d MMMM yyyy")
        case Precision.MINUTE | Precision.SECOND:
            clock = locale.toString(QTime(value.hour, value.minute), "HH:mm")
            text = f"{locale.toString(day, 'd MMMM yyyy')}, {clock} ({_zone(stamp)})"
    uncertain = translate("date_text", "(day and month uncertain)")
    return f"{text} {uncertain}" if stamp.ambiguous else text


def day_text(moment: datetime, locale: QLocale | None = None) -> str:
    """Return the calendar day of an aware moment where the user is."""
    local = moment.astimezone()
    return (locale or QLocale()).toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")


def _zone(stamp: Timestamp) -> str:
    offset = _offset(stamp.value)
    match stamp.zone:
        case Zone.STATED:
            return offset
        case Zone.ASSUMED:
            return translate("date_text", "{offset} assumed").format(offset=offset)
        case Zone.UNKNOWN:
            return translate("date_text", "zone unknown")


def _offset(value: datetime) -> str:
    minutes = int((value.utcoffset() or timedelta()).total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
