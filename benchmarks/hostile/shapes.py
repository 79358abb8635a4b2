"""All shapes."""

from __future__ import annotations

from hostile.documents import DOCUMENTS
from hostile.logs import LOGS
from hostile.runs import RUNS
from hostile.yaml_texts import YAML_TEXTS

SHAPES = (*DOCUMENTS, *LOGS, *YAML_TEXTS, *RUNS)
"""Every shape of content that is tried."""
