"""What a question brings to a few rows is told from what these hold: the same as by reading all that hold its words."""

from dataclasses import replace

import numpy as np
import pytest

from participate.matching.bench import corpus as corpora
from participate.matching.index.fit import fit
from participate.matching.index.live import Snapshot
from participate.matching.ranking import candidates
from participate.matching.ranking.candidates import find
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.hits import brought_to
from participate.matching.ranking.question import Question, ask
from participate.matching.text.analyser import Analyser
from participate.matching.words import Facet, Kind

SIZE = 6_000  # more than are looked at one by one
CORPUS = corpora.make(SIZE)
OF_A_LATER_WORD = "zzyzx"
OWN, FAR = 1, 9  # wards


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Fitted, and then with a few more, one of which has a word that nobody used before."""
    index = fit(CORPUS.documents(), Analyser())
    for number in range(5):
        index.replace([], [CORPUS.document(number, f"project:{SIZE + 1 + number}")])
    later = Line(Facet.LIKES, OF_A_LATER_WORD)
    assert not len(ask(index.snapshot, [later]).terms)
    index.replace([], [replace(CORPUS.document(9, f"project:{SIZE + 9}"), title=OF_A_LATER_WORD)])
    assert len(ask(index.snapshot, [later]).terms)
    return index.snapshot


def put(snapshot: Snapshot, *numbers: int) -> Question:
    """What several postings say, asked as different facets, with a word of which nobody but one has heard."""
    facets = (Facet.LIKES, Facet.CAN_SHOW, Facet.SAID)
    lines = [Line(facet, " ".join(CORPUS.text(number))) for facet, number in zip(facets, numbers, strict=False)]
    return ask(snapshot, [*lines, Line(Facet.LIKES, OF_A_LATER_WORD)])


def by_reading_all(snapshot: Snapshot, question: Question, place: int) -> dict[tuple[int, int], np.float32]:
    """What each entry brings to each row of a segment."""
    segment = snapshot.segments[place]
    found = {}
    for entry, term in enumerate(question.terms.tolist()):
        for at in np.flatnonzero(segment.terms == term).tolist():
            for posting in range(segment.starts[at], segment.starts[at + 1]):
                row = int(segment.places[posting])
                worth = question.worth[entry, segment.rows.facet[row]]
                found[row, entry] = segment.weights[posting] * question.weights[entry] * worth
    return found


@pytest.mark.parametrize("numbers", [(1,), (2, 3), (4, 4, 5)])
def test_it_is_the_same_as_by_reading_all(snapshot: Snapshot, numbers: tuple[int, ...]) -> None:
    question, several = put(snapshot, *numbers), 0
    for place, segment in enumerate(snapshot.segments):
        every = by_reading_all(snapshot, question, place)
        rows = np.unique([row for row, _entry in every])[::-7].astype(np.int64)  # in no order that it could count on
        brought = brought_to(segment, question, rows)
        told = zip(rows[brought.which].tolist(), brought.entries.tolist(), brought.amounts, strict=True)
        assert {(row, entry): amount for row, entry, amount in told} == {
            key: amount for key, amount in every.items() if key[0] in rows
        }
        assert (np.diff(brought.entries) >= 0).all()
        several += len(brought.entries)
    assert several > 100
    assert len(set(question.terms.tolist())) < len(question.terms) or len(numbers) < 3, "two entries for one term"


def test_of_no_row_nothing_is_told(snapshot: Snapshot) -> None:
    none = np.zeros(0, np.int64)
    assert not len(brought_to(snapshot.segments[0], put(snapshot, 1), none).entries)


@pytest.mark.parametrize("near", [True, False])
def test_none_of_the_best_is_left_aside(snapshot: Snapshot, near: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many rows only those are looked at that can be among the best, close ones and far ones."""
    for number in range(0, SIZE, 500):
        asked = CORPUS.question(number, near)
        assert worthiest(snapshot, asked)[:20] == worthiest_of_all(snapshot, asked, monkeypatch)[:20]


@pytest.mark.parametrize("ward", [OWN, None])
@pytest.mark.parametrize("wards", [(OWN,), None])
def test_nor_where_most_are_close_or_without_a_place(
    ward: int | None, wards: tuple[int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = (replace(one, ward=FAR if number % 5 == 0 else OWN if number % 50 == 1 else ward)
                 for number, one in enumerate(CORPUS.documents()))  # fmt: skip
    crowded = fit(documents, Analyser()).snapshot
    for number in range(0, SIZE, 500):
        asked = replace(CORPUS.question(number, True), ward=OWN, near=(OWN,))
        assert worthiest(crowded, asked, wards)[:20] == worthiest_of_all(crowded, asked, monkeypatch, wards)[:20]


def worthiest(snapshot: Snapshot, asked: Facts, wards: tuple[int] | None = None) -> list[float]:
    """What the candidates are worth, the most first."""
    found = find(snapshot, ask(snapshot, asked.lines), asked, [Kind.PROJECT], wards, 20)
    return sorted((worth for one in found for worth in one.worth.tolist()), reverse=True)


def worthiest_of_all(
    snapshot: Snapshot, asked: Facts, monkeypatch: pytest.MonkeyPatch, wards: tuple[int] | None = None
) -> list[float]:
    """The same where each row is looked at."""
    with monkeypatch.context() as patched:
        patched.setattr(candidates, "FEW", len(snapshot.segments[0]))
        every = worthiest(snapshot, asked, wards)
    assert len(every) > len(worthiest(snapshot, asked, wards)), "or nothing was left aside, and this proves nothing"
    return every
