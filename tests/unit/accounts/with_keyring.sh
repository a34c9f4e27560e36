#!/usr/bin/env bash
# Runs a program on a private bus with a real, unlocked keyring of its own; nothing of the person's is touched.
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
dbus-run-session -- bash -c '
    echo keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    exec "$@"' bash "$@"
