"""A sender for tests: it keeps what it gets, or fails as it is told to."""


class Mailbox:
    """Every notice arrives, unless there is trouble."""

    name = "mailbox"

    def __init__(self, trouble=None):
        self.got, self.trouble = [], trouble

    def send(self, notice):
        if self.trouble:
            raise self.trouble
        self.got.append(notice)
