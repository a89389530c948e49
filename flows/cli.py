"""The entry point of the installed `dateline`: listen to Ctrl-C first, then load the commands and run one of them."""

import signal
import sys
from types import FrameType

STOPPED = 130
STOPPED_SENTENCE = "Stopped; what was finished is kept, and the next `dateline run` goes on from there."
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)
MOMENT_SECONDS = 0.05


def main() -> None:
    """The entry point of the installed command."""
    heard = [sent for sent in STOPS if signal.getsignal(sent) is not signal.SIG_IGN]
    try:
        for sent in heard:
            signal.signal(sent, stop)
        from flows.command_line import status

        code = status(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write(f"dateline: {STOPPED_SENTENCE}\n")
        code = STOPPED
    signal.setitimer(signal.ITIMER_REAL, 0)
    for sent in heard:
        signal.signal(sent, signal.SIG_DFL)  # nothing is left to be stopped but Python itself
    sys.exit(code)


def stop(_signal: int, frame: FrameType | None) -> None:
    """Stop now, or in a moment while a module loads: one that is written in C may break or swallow the exception."""
    if _is_loading(frame):
        signal.setitimer(signal.ITIMER_REAL, MOMENT_SECONDS)
    else:
        raise KeyboardInterrupt


def _is_loading(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False
