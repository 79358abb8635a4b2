#!/bin/sh
# Puts a Chromium where the browser tests find one: Debian's where we are root there, Playwright's elsewhere.
# Where neither can be had the tests say so and are skipped; in CI that is a failure.
set -u
python=$1

if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium with apt-get"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
else
    echo "Installing Playwright's Chromium"
    "$python" -m playwright install chromium && exit 0
fi
echo "No browser could be installed; the browser tests will be skipped." >&2
exit 0
