#!/bin/sh
# Puts a Chromium where the browser tests find one: Debian's where we are root there, Playwright's elsewhere; and where
# we are root on Debian a Firefox (80 MB to fetch), in which one test searches.
# Where neither can be had the tests say so and are skipped; in CI that is a failure, but for Firefox.
set -u
python=$1

with_apt() {
    echo "Installing $1 with apt-get"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

root_on_debian=
command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && root_on_debian=yes

if ! command -v firefox-esr >/dev/null 2>&1 && ! command -v firefox >/dev/null 2>&1 && [ "$root_on_debian" ]; then
    with_apt firefox-esr || echo "Firefox could not be installed; the search is not tried in it." >&2
fi
if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if [ "$root_on_debian" ]; then
    with_apt chromium && exit 0
else
    echo "Installing Playwright's Chromium"
    "$python" -m playwright install chromium && exit 0
fi
echo "No browser could be installed; the browser tests will be skipped." >&2
exit 0
