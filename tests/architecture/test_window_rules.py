"""What the window's code never does: block, render markup, fetch, or load pictures."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source_tree import identifiers, modules

MARKUP = {
    "setHtml", "insertHtml", "appendHtml", "toHtml", "setMarkdown", "insertMarkdown",
    "RichText", "AutoText", "MarkdownText", "QTextBrowser", "QTextEdit", "mightBeRichText",
}  # fmt: skip
PICTURES = {
    "QImageReader", "QMovie", "QPicture", "loadFromData", "fromData", "QGraphicsPixmapItem",
    "insertImage", "QTextImageFormat", "addResource",
}  # fmt: skip
NETWORK = {"QNetworkAccessManager", "QWebEngineView", "QDesktopServices", "QTcpSocket"}
PAINTABLE = {"QPixmap", "QImage"}


@pytest.mark.parametrize("banned", sorted({"processEvents"} | MARKUP | PICTURES | NETWORK))
def test_the_window_does_not_mention(banned: str) -> None:
    found = [
        module.at(node)
        for module in modules("desktop")
        for name, node in identifiers(module)
        if name == banned
    ]
    assert found == []


def test_the_window_never_sleeps() -> None:
    asleep = [
        module.at(node)
        for module in modules("desktop")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"sleep", "msleep", "usleep"}
    ]
    assert asleep == []


def test_pictures_are_drawn_and_never_loaded() -> None:
    loaded = [
        module.at(node)
        for module in modules("desktop")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _loads(node)
    ]
    assert loaded == []


def _loads(call: ast.Call) -> bool:
    """A picture made from one argument is read from a file, unless the argument is a size."""
    match call:
        case ast.Call(func=ast.Name(id=name), args=[argument]) if name in PAINTABLE:
            return "size" not in ast.unparse(argument).lower()
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="load")):
            return name in PAINTABLE
    return False
