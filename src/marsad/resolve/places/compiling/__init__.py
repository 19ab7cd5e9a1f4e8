"""Compiles the gazetteer when the package is built.

It imports nothing of marsad (its own modules stand side by side, hence the relative imports), so that the build hook
can load it before the package and what the package needs are installed.
"""
