"""Reads files that others wrote: surveys and public minutes. In: bytes. Out: facts, or a reason."""
