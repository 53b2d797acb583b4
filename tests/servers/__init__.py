"""Real servers on loopback for tests: a Slack Web API and a mail server that keep what they get."""
