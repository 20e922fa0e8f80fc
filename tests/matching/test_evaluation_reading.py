"""Reading open sets: what is held out, what is ranked, and a clear word for a file that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from participate.matching.evaluation.collection import read_collection
from participate.matching.evaluation.crowd import read_crowd
from participate.matching.evaluation.files import NotReadable

Files = dict[str, str]
ITEMS = "".join(json.dumps({"_id": name, "title": f"Group {name}"}) + "\n" for name in "abcdef")
PEOPLE: Files = {
    "meta.json": '{"layout": "people", "language": "fr"}',
    "items.jsonl": ITEMS,
    "interactions.csv": "person,item\n1,a\n1,b\n1,b\n2,c\n3,a\n3,c\n3,d\n3,nowhere\n",
}
TEXTS: Files = {
    "corpus.jsonl": '{"_id": 7, "title": "Bread", "text": null, "tags": ["food"]}\n\n{"_id": "8", "text": "Bees"}\n',
    "queries.jsonl": '{"_id": "q", "text": "baking"}\n{"_id": "unanswered", "text": "x"}\n',
    "qrels/test.tsv": "query-id\tcorpus-id\tscore\nq\t7\t2\nq\t8\t0\nunanswered\t8\t0\n",
}
Write = Callable[[Files], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_files(files: Files) -> Path:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        return tmp_path

    return write_files


def test_a_collection(write: Write) -> None:
    found = read_collection(write(TEXTS))
    assert found.language is None
    assert [document.whole for document in found.documents] == ["Bread food", "Bees"]
    assert found.relevant == {"q": frozenset({"7"})}  # a grade above 0 is relevant
    assert [question.name for question in found.questions] == ["q"]  # one that nothing answers is not asked


def test_one_item_is_held_out_of_each_with_two_or_more(write: Write) -> None:
    found = read_crowd(write(PEOPLE))
    assert found.language == "fr"
    assert {trial.person for trial in found.trials} == {"1", "3"}
    for trial in found.trials:
        whole = {"1": {"a", "b"}, "3": {"a", "c", "d"}}[trial.person]
        assert {trial.item, *trial.joined} == whole
        assert trial.item not in trial.joined
        assert found.joined[trial.person] == trial.joined
        assert trial.apart == frozenset()
    assert found.joined["2"] == ("c",)
    assert found.candidates == tuple("abcdef")


def test_the_same_seed_holds_out_the_same(write: Write) -> None:
    folder = write(
        PEOPLE | {"interactions.csv": "person,item\n" + "".join(f"{n},{i}\n" for n in range(9) for i in "abc")}
    )
    chosen = [[trial.item for trial in read_crowd(folder, seed).trials] for seed in (1, 1, 2)]
    assert chosen[0] == chosen[1] != chosen[2]


def test_a_given_holdout_and_candidates(write: Write) -> None:
    given = {"holdout.csv": "person,item\n3,c\n3,d\n9,e\n", "candidates.txt": "c\nd\ne\nd\nnowhere\n"}
    found = read_crowd(write(PEOPLE | given))
    assert found.candidates == ("c", "d", "e")
    assert [(trial.person, trial.item, trial.joined, trial.apart) for trial in found.trials] == [
        ("3", "c", ("a",), frozenset("d")),  # what is held out is never learned from, and not ranked beside another
        ("3", "d", ("a",), frozenset("c")),
        ("9", "e", (), frozenset()),
    ]
    assert found.joined == {"1": ("a", "b"), "2": ("c",), "3": ("a",)}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("items.jsonl", '{"_id": "a"}\n{"_id": \n', "line 2: this is not JSON"),
        ("items.jsonl", '{"title": "no name"}', "line 1: an object with an “_id” is needed"),
        ("items.jsonl", "[1, 2]", "an object with an “_id” is needed"),
        ("items.jsonl", "\udcff\udcfe", "not UTF-8"),
        ("items.jsonl", "", "nothing is held out"),
        ("interactions.csv", "person,item\n1\n", "line 2: a row needs two columns"),
        ("interactions.csv", "person,item\n1,a\n2,b\n", "nothing is held out"),
        ("candidates.txt", "nowhere\n", "nothing is held out"),
        ("meta.json", "{", "not JSON"),
    ],
)
def test_what_cannot_be_read_is_told(write: Write, name: str, text: str, told: str) -> None:
    with pytest.raises(NotReadable, match=told) as refused:
        read_crowd(write(PEOPLE | {name: text}))
    assert name in str(refused.value) or told == "nothing is held out"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq\t7\thigh\n", "line 2: “high” is not a grade"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\n", "no question has a relevant document"),
        ("queries.jsonl", "", "no question has a relevant document"),
    ],
)
def test_a_collection_that_cannot_be_read_is_told(write: Write, name: str, text: str, told: str) -> None:
    with pytest.raises(NotReadable, match=told):
        read_collection(write(TEXTS | {name: text}))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match=r"test\.tsv: there is no such file"):
        read_collection(tmp_path)
    with pytest.raises(NotReadable, match=r"items\.jsonl: there is no such file"):
        read_crowd(tmp_path)
