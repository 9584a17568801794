"""Typed numbers by which the rows of the record are known to each other."""

from __future__ import annotations

from typing import NewType

AnnotationId = NewType("AnnotationId", int)
ConceptId = NewType("ConceptId", int)
