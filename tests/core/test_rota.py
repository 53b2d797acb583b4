"""Who is told on a day, when people are away and the rota has holes."""

from datetime import date

from core.rota import Absence, Duty, on_duty


def test_cover_stands_in_and_a_hole_in_the_rota_leaves_nobody_waiting():
    day = date(2026, 12, 24)
    turns = [Duty("a", 1, day, day), Duty("b", 2, day, day)]
    away = [Absence("a", day, day, "c"), Absence("c", day, day, "d"), Absence("b", day, day)]
    everyone = set("abcde")
    assert on_duty(day, turns, away, "e", everyone) == ("d", "e")
    assert on_duty(day, turns, [], "e", everyone) == ("a", "b", "e")
    assert on_duty(date(2026, 12, 25), turns, away, "ae", everyone) == ("a", "e")
    circle = [Absence("a", day, day, "b"), Absence("b", day, day, "a")]
    assert on_duty(day, turns, circle, "", everyone) == ()
    assert on_duty(day, turns, [], "", {"b"}) == ("b",)
