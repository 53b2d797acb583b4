"""Promises of the sample."""
