"""The web door (Flask): public/ for everyone, officers/ behind sign-in."""
