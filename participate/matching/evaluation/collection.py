"""A collection: documents, questions, and which documents answer which question (the BEIR layout)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from participate.matching.evaluation.files import NotReadable, Text, read_language, read_rows, read_texts

JUDGED = "qrels/test.tsv"


@dataclass(frozen=True, slots=True)
class Collection:
    """`relevant` holds, for each question's name, the names of the documents with a grade above 0; questions without
    one are left out.
    """

    language: str | None
    documents: tuple[Text, ...]
    questions: tuple[Text, ...]
    relevant: dict[str, frozenset[str]]


def read_collection(folder: Path) -> Collection:
    """The collection in a folder; raises NotReadable."""
    judged: dict[str, set[str]] = defaultdict(set)
    for number, (question, document, *grade) in enumerate(read_rows(folder / JUDGED, "\t"), 2):
        try:
            if not grade or float(grade[0]) > 0:
                judged[question].add(document)
        except ValueError:
            raise NotReadable(f"{folder / JUDGED}, line {number}: “{grade[0]}” is not a grade.") from None
    questions = tuple(one for one in read_texts(folder / "queries.jsonl") if judged.get(one.name))
    if not questions:
        raise NotReadable(f"{folder / JUDGED}: no question has a relevant document.")
    relevant = {one.name: frozenset(judged[one.name]) for one in questions}
    return Collection(read_language(folder), read_texts(folder / "corpus.jsonl"), questions, relevant)
