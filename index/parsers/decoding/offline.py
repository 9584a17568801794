"""Keeps libraries that come along from opening a socket while they are imported."""

from __future__ import annotations

import sys


def forbid_probe() -> None:
    """Have urllib3 believe that there is no IPv6; call before importing what imports it.

    Trafilatura and htmldate bring it along for downloads that are never made here. On import it
    binds a socket to ``::1`` to learn whether it could. Nothing is sent, but a program that says
    that it opens no socket should open none.
    """
    sockets = sys.modules.get("socket")
    if sockets is not None:
        vars(sockets)["has_ipv6"] = False
