"""Real servers on loopback for tests: Slack, mail and pages."""
