#!/bin/sh
# Writes the locks again, after pyproject.toml or a *.in file has changed.
# `requirements/lock.sh --upgrade` takes the newest versions that the ranges allow.
set -eu
cd "$(dirname "$0")/.."
lock() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header "$@"
}
lock pyproject.toml -o requirements/runtime.txt
lock pyproject.toml --extra lake -c requirements/runtime.txt -o requirements/lake.txt
lock pyproject.toml --extra lake --group dev -c requirements/runtime.txt -o requirements/dev.txt
lock requirements/build.in -o requirements/build.txt
lock requirements/installer.in -o requirements/installer.txt
