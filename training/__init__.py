"""How the shipped model was made; not part of the installed package."""
