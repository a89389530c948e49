"""The command line: `dateline run`, `query`, `evidence`, `export`, `rebuild`, `doctor`.

Exit codes: 0 done, 1 failed, 2 bad usage, 3 done with rejects, 130 stopped. A failure is one sentence on
standard error; `--verbose` adds the traceback.
"""

import os
import sys
import traceback
from importlib.metadata import version

import click

from flows.cli import STOPPED, STOPPED_SENTENCE
from flows.commands.audit import audit
from flows.commands.correct import correct
from flows.commands.diff import diff
from flows.commands.doctor import doctor
from flows.commands.evidence import evidence
from flows.commands.export import export, export_dbt
from flows.commands.forget import forget
from flows.commands.options import Session
from flows.commands.query import query
from flows.commands.rebuild import rebuild
from flows.commands.rejects import rejects
from flows.commands.run import run
from flows.commands.sources import sources
from flows.commands.status import status as home_status
from flows.commands.up import up
from warehouse.errors import DatelineError

FAILED = 1

EXAMPLES = """\b
Examples:
  dateline run articles/              read a folder of articles
  dateline evidence                   who said how many died, with the words that say so
  dateline query "from marts.tolls"   the same as rows

\b
Completion for your shell, in its start-up file:
  eval "$(_DATELINE_COMPLETE=bash_source dateline)"       (zsh_source, fish_source)
"""


@click.group(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("dateline"), message="%(prog)s %(version)s")
def dateline() -> None:
    """News articles into SQL: who said how many died, where, when, and according to whom."""


for command in (
    run,
    query,
    evidence,
    export,
    export_dbt,
    sources,
    rejects,
    home_status,
    rebuild,
    correct,
    audit,
    forget,
    diff,
    doctor,
):
    dateline.add_command(command)
dateline.add_command(up)


def status(arguments: list[str]) -> int:
    """Run one command line and say what went wrong, if anything; the exit code."""
    session = Session()
    try:
        result = dateline.main(arguments, prog_name="dateline", obj=session, standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _said(STOPPED_SENTENCE, STOPPED)
    except BrokenPipeError:
        return _quiet_pipe()
    except Exception as error:  # noqa: BLE001 - the last line of defence: a sentence, and the traceback if asked
        if session.is_verbose:
            traceback.print_exc()
        return _said(_sentence(error), FAILED)
    return result if isinstance(result, int) else 0


def _sentence(error: Exception) -> str:
    if isinstance(error, DatelineError):
        return str(error)
    return f"Dateline failed unexpectedly ({type(error).__name__}: {error}); add --verbose to see where."


def _said(sentence: str, status: int) -> int:
    click.echo(f"dateline: {sentence}", err=True)
    return status


def _quiet_pipe() -> int:
    """The reader of our output went away, as `head` does: nothing to say, and nothing to flush at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
