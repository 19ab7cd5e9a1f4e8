"""Speed and memory of a build, measured on generated reports; not part of the installed package."""
