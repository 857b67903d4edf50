"""`python -m livret` is the `livret` command."""

import gc
import os
import sys


def run() -> None:
    """Run the command that was given, and end with its exit status."""
    # To load the modules makes no rings of values: looking for some takes a tenth of that time.
    gc.disable()
    from livret.command import main

    gc.enable()
    status = main()
    if sys.argv[1:2] == ["build"]:
        # An interpreter that ends as usual first frees, one by one, all values of the guide.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    run()
