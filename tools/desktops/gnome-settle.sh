#!/usr/bin/env bash
# Waits, inside gnome.sh, until a GNOME Shell that has just started shows the desktop: it begins with the overview, which it opens
# a while after it answers, and greets root with banners of its own, which would hide others.
set -euo pipefail
gsettings set org.gnome.desktop.notifications show-banners false
property() { gdbus call --session --dest org.gnome.Shell --object-path /org/gnome/Shell --method "org.freedesktop.DBus.Properties.$1" org.gnome.Shell "${@:2}" 2>/dev/null || true; }
for i in $(seq 120); do [ -n "$(property Get ShellVersion)" ] && break; sleep 0.5; done
echo "gnome-shell answers after about $((i / 2)) s" >&2
for _ in $(seq 60); do property Get OverviewActive | grep -q true && break; sleep 0.5; done
for _ in $(seq 20); do property Set OverviewActive '<false>' >/dev/null; sleep 0.5; property Get OverviewActive | grep -q false && break; done
sleep 4
gsettings set org.gnome.desktop.notifications show-banners true
