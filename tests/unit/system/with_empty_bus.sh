#!/usr/bin/env bash
# Runs a program on a private bus, session and system in one, that starts no services of its own; the program may end
# the daemon, whose number is in BUS_PID.
set -euo pipefail
folder=$(mktemp -d)
cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$folder/bus</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
BUS_PID=$(dbus-daemon --config-file="$folder/bus.conf" --fork --print-pid=1)
trap 'kill "$BUS_PID" 2>/dev/null || true; rm -rf "$folder"' EXIT
export BUS_PID DBUS_SESSION_BUS_ADDRESS="unix:path=$folder/bus" DBUS_SYSTEM_BUS_ADDRESS="unix:path=$folder/bus"
"$@"
