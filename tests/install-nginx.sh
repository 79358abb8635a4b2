#!/bin/sh
# Puts Debian's nginx where its tests find one: unpacked into the folder $1, and not installed, so that no server starts.
# Where it cannot be had the tests say so and are skipped; in CI that is a failure.
set -u
folder=$1

if command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]; then
    exit 0
fi
mkdir -p "$folder"
if command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1; then
    echo "Unpacking Debian's nginx"
    [ "$(id -u)" = 0 ] && apt-get update -qq
    (cd "$folder" && apt-get download -qq nginx && dpkg -x nginx_*.deb . && usr/sbin/nginx -v) && exit 0
fi
echo "nginx could not be had; its tests will be skipped." >&2
exit 0
