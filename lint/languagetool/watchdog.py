"""Ends a server when the process that started it is gone, however it went.

    watchdog.py PID      waits for the end of standard input, then ends the process PID

It imports nothing of copydesk, so that it starts in an instant.
"""

import os
import signal
import sys
import time


def main() -> None:
    """Waits for the end of standard input, asks the process to end, and two seconds later makes it."""
    pid = int(sys.argv[1])
    sys.stdin.buffer.read()
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, sign)
        except OSError:
            return
        time.sleep(2)


if __name__ == "__main__":
    main()
