"""What the command's exit codes mean."""

OK, FOUND, MISTAKE, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 3, 130
