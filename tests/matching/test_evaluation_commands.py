"""flask --app wsgi matching evaluate, evaluate-people and split, on a machine with nothing on it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from participate.app import create_app
from tests.conftest import make_settings

TOPICS = ["bread baking oven", "bees honey hive", "bike repair tools", "choir singing songs", "chess board games"]
MEASURES = {"ndcg@10", "recall@10", "mrr", "map"}
PEOPLE_MEASURES = {
    "ndcg@10", "recall@5", "recall@10", "recall@20", "mrr", "coverage@10", "gini", "tail_recall@10",
}  # fmt: skip
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a command of an app whose database was never made."""
    place = tmp_path_factory.mktemp("empty")
    app = create_app(make_settings(place, f"sqlite:///{place}/never-made.db"), testing=True)

    def run_command(*arguments: str | Path) -> Result:
        told = app.test_cli_runner().invoke(args=["matching", *map(str, arguments)])
        assert not (place / "never-made.db").exists(), "an evaluation asks no database"
        return told

    return run_command


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Twenty-five documents on five topics, and a question on each topic."""
    folder = tmp_path / "texts"
    (folder / "qrels").mkdir(parents=True)
    (folder / "meta.json").write_text('{"layout": "beir", "language": "en"}')
    documents = [{"_id": f"d{number}", "text": f"{TOPICS[number % 5]} number{number}"} for number in range(25)]
    questions = [{"_id": f"q{number}", "text": topic.split()[0]} for number, topic in enumerate(TOPICS)]
    judged = [f"q{number % 5}\td{number}\t1" for number in range(25)]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, documents)))
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, questions)))
    (folder / "qrels" / "test.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *judged]))
    return folder


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Eighty people, each with three groups of one topic."""
    folder = tmp_path / "people"
    folder.mkdir()
    (folder / "meta.json").write_text('{"layout": "people", "language": "en"}')
    items = [
        {"_id": f"g{number}", "title": TOPICS[number % 5], "text": f"group{number}", "place": f"Ward {number % 2}"}
        for number in range(40)
    ]
    joined = [f"{person},g{(person % 5 + 5 * (person // 5 + step)) % 40}" for person in range(80) for step in range(3)]
    (folder / "items.jsonl").write_text("\n".join(map(json.dumps, items)))
    (folder / "interactions.csv").write_text("\n".join(["person,item", *joined]))
    return folder


def test_texts_as_json(run: Run, texts: Path) -> None:
    told = run("evaluate", texts, "--json")
    assert told.exit_code == 0, told.output
    found = json.loads(told.output)
    assert set(found) == {"ours", "tfidf", "bm25s", "ratio"}
    assert all(set(row) == MEASURES for row in found.values())
    assert found["ours"] == found["tfidf"] == found["bm25s"] == dict.fromkeys(MEASURES, 1.0)


def test_texts_as_a_table(run: Run, texts: Path) -> None:
    told = run("evaluate", texts)
    assert told.output.splitlines()[0].split() == ["ndcg@10", "recall@10", "mrr", "map"]
    assert "ratio    1.000      1.000  1.000  1.000" in told.output


def test_people_as_json(run: Run, people: Path) -> None:
    told = run("evaluate-people", people, "--json")
    assert told.exit_code == 0, told.output
    found = json.loads(told.output)
    assert list(found) == ["random", "popularity", "tfidf", "text", "map", "behaviour", "ours", "reranked"]
    assert all(set(row) == PEOPLE_MEASURES for row in found.values())
    # Eight groups of her topic, of which she is in two: the third is one of six that are as good by their words.
    assert found["text"]["recall@10"] == found["tfidf"]["recall@10"] == found["ours"]["recall@10"] == 1.0
    assert found["random"]["recall@10"] < 0.5
    assert found["random"]["ndcg@10"] < found["text"]["ndcg@10"] < found["behaviour"]["ndcg@10"]


def test_a_split_can_be_evaluated(run: Run, people: Path, tmp_path: Path) -> None:
    told = run("split", people, tmp_path / "new", "--new", "0.2", "--seed", "3")
    assert told.exit_code == 0, told.output
    assert "held out" in told.output
    assert len((tmp_path / "new" / "candidates.txt").read_text().split()) == 8
    found = json.loads(run("evaluate-people", tmp_path / "new", "--json").output)
    assert found["text"]["ndcg@10"] > 1.5 * found["random"]["ndcg@10"]
    assert run("split", people, tmp_path / "warm", "--warm").exit_code == 0
    assert not (tmp_path / "warm" / "candidates.txt").exists()


def test_what_is_wrong_is_told_in_words(run: Run, texts: Path, people: Path, tmp_path: Path) -> None:
    wrong = [
        (run("evaluate", people), "test.tsv: there is no such file"),
        (run("evaluate-people", texts), "items.jsonl: there is no such file"),
        (run("split", texts, tmp_path / "out"), "items.jsonl: there is no such file"),
        (run("split", people, people), "a folder of its own"),
        (run("split", people, tmp_path / "out", "--warm", "--new", "0.2"), "not both"),
        (run("evaluate", tmp_path / "nowhere"), "does not exist"),
    ]
    for told, words in wrong:
        assert told.exit_code
        assert words in told.output
        assert "Traceback" not in told.output
