"""The only room that speaks SQL. Rows stay inside; frozen facts leave."""
