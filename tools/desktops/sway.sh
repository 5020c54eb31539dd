#!/usr/bin/env bash
# sway 1.7 (headless wlroots, pixman) with waybar's tray and mako; runs "$@" inside. NO_BAR=1: no waybar yet; start it with
# `waybar -c $HOME/waybar.json &`. Screenshots: grim FILE.  Debian 12: sway waybar mako-notifier grim gnome-keyring dbus-x11 fonts-dejavu-core
set -euo pipefail
if [ -z "${IN_SESSION:-}" ]; then
  export HOME=$(mktemp -d /tmp/sway-home-XXXX) XDG_RUNTIME_DIR=$(mktemp -d /tmp/sway-run-XXXX); chmod 700 "$XDG_RUNTIME_DIR"
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME WAYLAND_DISPLAY DISPLAY
  export XDG_CURRENT_DESKTOP=sway XDG_SESSION_TYPE=wayland XDG_SESSION_DESKTOP=sway WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 \
    WLR_RENDERER=pixman WLR_HEADLESS_OUTPUTS=1 GDK_BACKEND=wayland NO_AT_BRIDGE=1 WAYLAND_DISPLAY=wayland-1
  IN_SESSION=1 exec dbus-run-session -- "$0" "$@"
fi
pids=(); trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done' EXIT
printf 'output HEADLESS-1 resolution %s position 0 0 scale %s\nxwayland disable\ndefault_border normal\nfloating_modifier none\n' "${SCREEN:-1280x800}" "${SCALE:-1}" >"$HOME/sway.conf"
printf '{"layer":"top","position":"top","height":30,"modules-left":["clock"],"modules-right":["tray"],"tray":{"icon-size":18,"spacing":8}}' >"$HOME/waybar.json"
mkdir -p "$HOME/.config/waybar"; cp "$HOME/waybar.json" "$HOME/.config/waybar/config"
printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# sway refuses to run as root, which may own this session; its socket accepts root.
as=(); if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=65534 --regid=65534 --clear-groups); chmod 755 "$HOME"; chmod 777 "$XDG_RUNTIME_DIR"; fi
env -u WAYLAND_DISPLAY "${as[@]}" sway -c "$HOME/sway.conf" >"$HOME/sway.log" 2>&1 & pids+=($!)
for _ in $(seq 60); do [ -S "$XDG_RUNTIME_DIR/wayland-1" ] && break; sleep 0.2; done
export SWAYSOCK=$(ls "$XDG_RUNTIME_DIR"/sway-ipc.* | head -1)
mako >"$HOME/mako.log" 2>&1 & pids+=($!)
if [ -z "${NO_BAR:-}" ]; then waybar >"$HOME/waybar.log" 2>&1 & echo $! >"$HOME/waybar.pid"; pids+=($!); sleep 3; fi
"$@"
