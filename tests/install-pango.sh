#!/bin/sh
# Puts Debian's Pango where WeasyPrint finds it, where we are root: it makes the PDF files of packs.
# Where it cannot be had the tests say so and are skipped; in CI that is a failure.
set -u
python=$1

if "$python" -c "import weasyprint" 2>/dev/null; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Pango with apt-get"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null && exit 0
fi
echo "Pango could not be installed; the tests of packs will be skipped." >&2
exit 0
