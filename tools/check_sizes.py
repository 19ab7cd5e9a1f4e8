"""Report the sizes that the style rules limit, and fail where one is passed.

Limits: modules under 400 lines, functions at most 60 lines, median function under 10.
"""

import ast
import statistics
import sys
from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 60
MEDIAN_LINES = 10


def functions(path: Path) -> list[tuple[int, str]]:
    """Return (lines, "file:line name") of every function in the module, without its docstring."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            end = node.end_lineno or node.lineno
            docstring = node.body[0] if ast.get_docstring(node) is not None else None
            written = 0 if docstring is None else (docstring.end_lineno or 0) - docstring.lineno + 1
            found.append((end - node.lineno + 1 - written, f"{path}:{node.lineno} {node.name}"))
    return found


def main(root: Path) -> int:
    """Print what passes a limit; return the exit code."""
    modules = sorted(root.rglob("*.py"))
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in modules}
    sizes = [size for path in modules for size in functions(path)]
    median = statistics.median(size for size, _ in sizes)
    faults = [f"{count} lines: {path}" for path, count in lines.items() if count > MODULE_LINES]
    faults += [f"{size} lines: {where}" for size, where in sizes if size > FUNCTION_LINES]
    faults += [f"median function has {median} lines"] * (median >= MEDIAN_LINES)
    report = f"{len(modules)} modules, longest {max(lines.values())} lines; {len(sizes)} functions, median {median}"
    sys.stdout.write("\n".join([report, *faults]) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "src/marsad")))
