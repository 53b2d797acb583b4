"""Commands that build what is shipped. Nothing of Heard imports this room."""
