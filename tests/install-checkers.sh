#!/bin/sh
# Puts axe, Lighthouse and the Nu HTML Checker into tests/browser/node_modules, and Node and Java where we are root.
# Where they cannot be had the tests say so and are skipped; in CI that is a failure.
set -u
cd "$(dirname "$0")/browser"

wanted=""
command -v npm >/dev/null 2>&1 || wanted="nodejs npm"
command -v java >/dev/null 2>&1 || wanted="$wanted default-jre-headless"
if [ -n "$wanted" ] && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing" $wanted "with apt-get"
    # shellcheck disable=SC2086
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
fi
# No package runs a script of its own: one would fetch a Java, and none is needed.
command -v npm >/dev/null 2>&1 && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && exit 0
echo "axe, Lighthouse and the HTML checker could not be installed; the tests that need them will be skipped." >&2
exit 0
