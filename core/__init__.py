"""What is true whichever door it came by: facts, rules, states. No I/O, no framework."""
