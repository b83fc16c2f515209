"""Django's own commands for people who work on placewell; everybody else uses `placewell`."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placewell.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
