"""Open sets from anywhere, laid out as a borough."""

from participate.matching.evaluation.files import Text
from participate.matching.evaluation.laid_out import documents, middle, most_common, squares_of, wards_of
from participate.places.rules.squares import metres_between

WARSAW = [
    Text("palace", point=(52.2318, 21.0060)),
    Text("castle", point=(52.2480, 21.0153)),  # 1.9 km north-north-east of it
    Text("wawer", point=(52.2100, 21.1500)),  # 10.1 km east-south-east
    Text("nowhere"),
]


def test_distances_are_true_wherever_the_set_is_from() -> None:
    squares = squares_of(WARSAW)
    assert set(squares) == {"palace", "castle", "wawer"}
    assert abs(metres_between(squares["palace"], squares["castle"]) - 1900) < 300
    assert abs(metres_between(squares["palace"], squares["wawer"]) - 10_100) < 400
    assert squares_of([Text("nowhere")]) == {}


def test_a_person_is_in_the_middle_of_what_she_joined() -> None:
    squares = {"a": 10 * 10_000 + 20, "b": 12 * 10_000 + 20, "c": 40 * 10_000 + 60}
    assert middle(squares, ["a", "b", "c", "unknown"]) == squares["b"]
    assert middle(squares, ["unknown"]) is None


def test_a_person_is_where_most_of_it_is() -> None:
    wards = wards_of([Text("a", place="North"), Text("b"), Text("c", place="South"), Text("d", place="North")])
    assert wards == {"a": 1, "c": 2, "d": 1}
    assert most_common(wards, ["c", "a", "d"]) == 1
    assert most_common(wards, ["c", "a"]) == 2  # of two as common, the first
    assert most_common(wards, ["b"]) is None


def test_a_text_becomes_a_project_with_all_its_parts() -> None:
    (found,) = documents([Text("7", "Bread", "We bake.", ("food",), "North")], "fr")
    assert (found.group, found.title, found.tags, found.body) == ("project:7", "Bread", ("food",), "We bake.")
    assert (found.language, found.ward, found.square) == ("fr", 1, None)
