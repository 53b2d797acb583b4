"""The sample's pulse: what invented teams said of their supervision, and a question to try."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from core.facts import Officer
from services import soundings
from services.house import House

QUESTION = "Did your supervision happen this month?"
CHOICES = "Yes\nPartly\nNo"
NEXT, NEXT_CHOICES = "Is your workload manageable?", "Yes\nMostly\nNo"
# Answers by team: yes, partly, no. The last team is too small to be told apart.
ANSWERS = {"Duty team": (9, 6, 7), "Long-term team": (11, 8, 6), "Edge of care": (2, 1, 0)}
TEAMS = "\n".join(f"{name} = C0SAMPLE{number}" for number, name in enumerate(ANSWERS))
AGO, DAYS = timedelta(days=40), "14"


def pour_pulse(house: House, officer: Officer) -> None:
    """Ask, answer and close one question some weeks ago, and keep another that nobody asked yet."""
    then = house.now() - AGO
    past = replace(house, now=lambda: then, channels={}, wake=lambda: None)
    asked = soundings.write(past, officer, QUESTION, CHOICES, TEAMS, DAYS)
    soundings.ask(past, officer, asked, 1)
    for number, pressed in enumerate(_presses(past, officer)):
        soundings.answer(past, f"T0SAMPLE/U0SAMPLE{number}", pressed)
    soundings.close(past, officer, asked, 2)
    soundings.write(house, officer, NEXT, NEXT_CHOICES, TEAMS, DAYS)


def _presses(house: House, officer: Officer) -> Iterator[str]:
    [(sounding, _)] = soundings.soundings(house, officer)
    for team in sounding.teams:
        for place, many in enumerate(ANSWERS[team.name]):
            for _ in range(many):
                yield f"{sounding.id}/{team.id}/{place}"
