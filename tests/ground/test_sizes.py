"""The check of sizes sees what is too long, and leaves the rest in peace."""

from pathlib import Path

import pytest

from tools.sizes import TooLong, handed_over, too_long


def _function(lines: int, decorator: str = "") -> str:
    return f"{decorator}def speak():\n" + "    pass\n" * (lines - 1)


def test_a_file_of_251_lines_is_too_long() -> None:
    assert not list(too_long(Path("core/facts.py"), "x = 1\n" * 250))
    assert list(too_long(Path("core/facts.py"), "x = 1\n" * 251)) == [
        TooLong("core/facts.py", 251, 250)
    ]


def test_a_function_of_31_lines_is_too_long() -> None:
    assert not list(too_long(Path("core/rules.py"), _function(30)))
    assert list(too_long(Path("core/rules.py"), _function(31))) == [
        TooLong("core/rules.py:1 speak", 31, 30)
    ]


def test_a_page_or_listener_of_15_lines_is_too_long() -> None:
    for room, decorator in (("web", "@pages.get('/')\n"), ("bot", "@app.view('said')\n")):
        place = Path(room) / "door.py"
        assert not list(too_long(place, _function(14, decorator)))
        assert [found.lines for found in too_long(place, _function(15, decorator))] == [15]


def test_tests_may_tell_long_stories_and_migrations_long_lists() -> None:
    assert not list(too_long(Path("tests/web/test_form.py"), _function(60)))
    assert list(too_long(Path("tests/web/test_form.py"), _function(251)))
    assert not list(too_long(Path("storage/migrations/books/0001_first.py"), _function(400)))
    assert list(too_long(Path("storage/migrations/turns.py"), _function(31)))


@pytest.mark.parametrize(
    ("room", "map_of_the_door"),
    [
        ("web", "desk.add_url_rule('/', view_func=queue.speak)\n"),
        (
            "web",
            "GET = (('/', queue.speak),)\nfor at, do in GET:\n    desk.add_url_rule(at, 'x', do)\n",
        ),
        ("web", "app.register_error_handler(NotFound, speak)\n"),
        ("bot", "app.view('said')(listeners.speak)\n"),
        ("bot", "app.error(speak)\n"),
    ],
)
def test_a_door_registered_by_a_call_in_another_file_may_have_14_lines(room, map_of_the_door):
    doors = handed_over(Path(room) / "app.py", map_of_the_door)
    place = Path(room) / "door.py"
    assert not list(too_long(place, _function(14), doors))
    assert [found.most for found in too_long(place, _function(15), doors)] == [14]
    assert not list(too_long(place, _function(15)))


def test_what_a_room_without_a_door_calls_is_no_door():
    assert not handed_over(Path("services") / "desk.py", "app.view('said')(listeners.speak)\n")
    assert not handed_over(Path("web") / "app.py", "queue.view(speak)\n")


@pytest.mark.parametrize("name", ["web/templates/a.html", "web/static/src/_a.scss", "web/a.js"])
def test_pages_styles_and_scripts_have_250_lines_too(name):
    assert not list(too_long(Path(name), "{\n" * 250))
    assert list(too_long(Path(name), "{\n" * 251)) == [TooLong(name, 251, 250)]
