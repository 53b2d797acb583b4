"""What a young person asks for beside being heard: asked on the form, never assumed from words."""

from enum import StrEnum

PUSHED_BACK = "pushed_back"  # the step of whoever asks after an answer


class Want(StrEnum):
    """Something that somebody has to do, by its own rules and days."""

    COMPLAINT = "complaint"
    ADVOCATE = "advocate"
