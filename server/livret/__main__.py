"""`python -m livret` is the `livret` command."""

import sys

from livret.command import main

if __name__ == "__main__":
    sys.exit(main())
