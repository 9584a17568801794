"""Looks, before Qt is loaded, for what would make it abort: no display, missing libraries."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt itself needs: shared library -> Debian and Ubuntu package."""
X11_LIBRARIES = {
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's X11 plugin needs on top."""

NO_DISPLAY = """\
Dispatch Reader cannot open a window: {reason}.

Without a display, use the command line:
  dispatch-reader --help
or let Qt draw into memory, for tests and screenshots:
  QT_QPA_PLATFORM=offscreen dispatch-reader
"""
NO_LIBRARIES = """\
Dispatch Reader cannot open a window: Qt needs system libraries that are not installed
({libraries}). On Debian or Ubuntu, install them with:
  sudo apt-get install {packages}
"""


def obstacle() -> str:
    """Return why no window can be opened and what to do; empty when all is well."""
    if not sys.platform.startswith("linux"):
        return ""
    missing = _missing(LIBRARIES)
    if missing:
        return _libraries(missing)
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform and platform != "xcb":
        return _named(platform)
    if os.environ.get("WAYLAND_DISPLAY") and platform != "xcb":
        return ""
    return _x11()


def _x11() -> str:
    display = os.environ.get("DISPLAY")
    if not display:
        return NO_DISPLAY.format(reason="neither DISPLAY nor WAYLAND_DISPLAY is set")
    missing = _missing(X11_LIBRARIES)
    if missing:
        return _libraries(missing)
    if not _answers():
        return NO_DISPLAY.format(reason=f"the display {display} does not answer")
    return ""


def _named(platform: str) -> str:
    """Tell where the platform that QT_QPA_PLATFORM names does not exist."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return ""
    plugins = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    names = {path.stem.removeprefix("libq") for path in plugins.glob("libq*.so")}
    if not names or platform.removesuffix("-egl") in names:
        return ""
    known = ", ".join(sorted(names))
    return NO_DISPLAY.format(reason=f"QT_QPA_PLATFORM={platform} is none of {known}")


def _missing(needed: dict[str, str]) -> dict[str, str]:
    return {library: package for library, package in needed.items() if not _loads(library)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _libraries(missing: dict[str, str]) -> str:
    return NO_LIBRARIES.format(libraries=", ".join(missing), packages=" ".join(missing.values()))


def _answers() -> bool:
    """Connect to the X server as Qt will, so that Qt need not abort when nobody is there."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    works = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return works
