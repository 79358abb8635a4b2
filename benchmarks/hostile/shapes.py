"""All shapes."""

from __future__ import annotations

from hostile.attached import ATTACHED
from hostile.documents import DOCUMENTS
from hostile.logs import LOGS
from hostile.runs import RUNS
from hostile.yaml_texts import YAML_TEXTS

SHAPES = (*DOCUMENTS, *LOGS, *ATTACHED, *YAML_TEXTS, *RUNS)
"""Every shape of content that is tried."""
