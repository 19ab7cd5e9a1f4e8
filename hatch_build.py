"""Build hook: compiles the gazetteer from public tables into the package."""
