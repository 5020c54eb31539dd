#!/usr/bin/env bash
# gnome.sh as a Wayland session, which has fractional scales.
GNOME_SESSION=wayland exec "$(dirname "$0")/gnome.sh" "$@"
