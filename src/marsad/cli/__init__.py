"""The command line: ``marsad VERB``, one module a verb, each loaded when it is called and not before."""

import errno
import os
import sys
import traceback
from collections.abc import Sequence

import typer

from marsad.cli.verbs import app
from marsad.errors import MarsadError

__all__ = ["main"]

FAILED, WRONG_USAGE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; errors are told in one line on standard error."""
    given, debug = _without_debug(sys.argv[1:] if arguments is None else arguments)
    _accept_every_character()
    try:
        code = typer.main.get_command(app).main(given, prog_name="marsad", standalone_mode=False)
        sys.stdout.flush()  # what cannot be written is told here, and not when the interpreter ends
    except typer.TyperException as error:
        said = error.format_message().rstrip(".?")
        return _fail(f"{said}; see `{_verb(error)} --help`", error, debug=debug, code=WRONG_USAGE)
    except typer.Abort:
        return _fail("stopped", None, debug=debug)
    except BrokenPipeError:
        return _close_pipe()
    except MarsadError as error:
        return _fail(str(error), error, debug=debug)
    except OSError as error:
        if error.filename is None and error.errno == errno.ENOSPC:
            _close_pipe()
        return _fail(_system_said(error), error, debug=debug)
    except Exception as error:  # noqa: BLE001 - a fault of marsad itself, told as one
        said = f"internal error: {type(error).__name__}: {error}; please report it with what --debug prints"
        return _fail(said, error, debug=debug)
    return code if isinstance(code, int) else 0


def _without_debug(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """Take ``--debug`` out of the arguments, wherever it stands before ``--``."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [argument for argument in arguments[:end] if argument != "--debug"]
    return [*options, *arguments[end:]], len(options) < end


def _accept_every_character() -> None:
    """Let a terminal that cannot show a character show another one instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _verb(error: typer.TyperException) -> str:
    """Return the command whose help tells the right usage."""
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "marsad"


def _system_said(error: OSError) -> str:
    """Return what the system refused: of a named file, or else of what is printed."""
    return f"cannot use {error.filename or 'the output'}: {error.strerror or error}"


def _fail(message: str, error: Exception | None, *, debug: bool, code: int = FAILED) -> int:
    if debug and error is not None:
        traceback.print_exception(error)
    typer.echo(f"marsad: {' '.join(message.split())}", err=True)
    return code


def _close_pipe() -> int:
    """Write nothing more, as when the reader of the output has gone (``marsad show RECORD | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
