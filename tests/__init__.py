"""Tests mirror the rooms; journeys/ walks whole paths."""
