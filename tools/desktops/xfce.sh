#!/usr/bin/env bash
# xfce4-panel 4.18 with its status tray, openbox and dunst on Xvfb, with KeePassXC as Secret Service; runs "$@" inside.
# Debian 12: xfce4-panel openbox dunst keepassxc xvfb dbus-x11 scrot xdotool
set -euo pipefail
if [ -z "${IN_SESSION:-}" ]; then
  export HOME=$(mktemp -d /tmp/xfce-home-XXXX) XDG_RUNTIME_DIR=$(mktemp -d /tmp/xfce-run-XXXX); chmod 700 "$XDG_RUNTIME_DIR"
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
  export DISPLAY=:$((100 + RANDOM % 800)) XDG_CURRENT_DESKTOP=XFCE XDG_SESSION_DESKTOP=xfce DESKTOP_SESSION=xfce XDG_SESSION_TYPE=x11 \
    GSETTINGS_BACKEND=keyfile NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1
  # Xfce scales windows by whole numbers; in between it only enlarges text.
  case ${SCALE:-1} in 2) export GDK_SCALE=2 ;; 1) ;; *) export GDK_DPI_SCALE=$SCALE ;; esac
  mkdir -p "$XDG_RUNTIME_DIR/dbus-1/services"
  # KeePassXC is the only Secret Service here.
  printf '[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/bin/false\n' >"$XDG_RUNTIME_DIR/dbus-1/services/org.freedesktop.secrets.service"
  IN_SESSION=1 exec dbus-run-session -- "$0" "$@"
fi
pids=(); trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done; [ ! -f "$HOME/keepassxc.pid" ] || kill "$(cat "$HOME/keepassxc.pid")" 2>/dev/null || true' EXIT
Xvfb "$DISPLAY" -screen 0 "${SCREEN:-1280x800}x24" -nolisten tcp >"$HOME/xvfb.log" 2>&1 & pids+=($!); sleep 1
openbox --sm-disable >"$HOME/openbox.log" 2>&1 & pids+=($!)
# Debian's panel starts with a question; this one has a tray at its right end.
folder="$HOME/.config/xfce4/xfconf/xfce-perchannel-xml"; mkdir -p "$folder"
cat >"$folder/xfce4-panel.xml" <<'P'
<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0"><property name="configver" type="int" value="2"/>
<property name="panels" type="array"><value type="int" value="1"/><property name="panel-1" type="empty">
<property name="position" type="string" value="p=6;x=0;y=0"/><property name="length" type="uint" value="100"/><property name="position-locked" type="bool" value="true"/>
<property name="size" type="uint" value="26"/><property name="icon-size" type="uint" value="0"/>
<property name="plugin-ids" type="array"><value type="int" value="1"/><value type="int" value="2"/></property></property></property>
<property name="plugins" type="empty"><property name="plugin-1" type="string" value="separator"><property name="expand" type="bool" value="true"/><property name="style" type="uint" value="0"/></property>
<property name="plugin-2" type="string" value="systray"><property name="square-icons" type="bool" value="true"/></property></property></channel>
P
mkdir -p "$HOME/.config/dunst"
printf '[global]\norigin = top-right\noffset = 12x44\nmax_icon_size = 48\nmouse_left_click = do_action, close_current\n' >"$HOME/.config/dunst/dunstrc"
dunst >"$HOME/dunst.log" 2>&1 & pids+=($!)
"$(dirname "$0")/keepassxc-open.sh" fresh >&2
xfce4-panel --disable-wm-check --sm-client-disable >"$HOME/panel.log" 2>&1 & echo $! >"$HOME/panel.pid"; pids+=($!)
for i in $(seq 60); do gdbus call --session --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher --method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher IsStatusNotifierHostRegistered 2>/dev/null | grep -q true && break; sleep 0.5; done
echo "the tray is up after about $((i / 2)) s" >&2
"$@"
