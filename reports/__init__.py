"""Facts in, documents out. The only room that knows python-docx."""
