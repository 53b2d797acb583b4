"""What a young person asks for beside being heard: asked on the form, never assumed from words."""

from enum import StrEnum


class Want(StrEnum):
    """Something that somebody has to do, by its own rules and days."""

    COMPLAINT = "complaint"
    ADVOCATE = "advocate"
