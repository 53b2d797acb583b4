"""The check of sizes sees what is too long, and leaves the rest in peace."""

from pathlib import Path

from tools.sizes import TooLong, too_long


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
