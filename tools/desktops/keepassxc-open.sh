#!/usr/bin/env bash
# keepassxc-open.sh fresh|open|ask, inside a session: KeePassXC with a database (password "test") that it offers as Secret
# Service. fresh: makes the database and opens it; open: starts again with it open; ask: likewise, and it asks before a
# program may read an entry.
set -euo pipefail
cd "$HOME"
confirm=false; [ "$1" != ask ] || confirm=true
if [ -f keepassxc.pid ]; then kill "$(cat keepassxc.pid)" || true; while kill -0 "$(cat keepassxc.pid)" 2>/dev/null; do sleep 0.2; done; fi
if [ "$1" = fresh ]; then
  cli() { QT_QPA_PLATFORM=offscreen keepassxc-cli "$@"; }
  printf 'test\ntest\n' | cli db-create -q -p plain.kdbx >/dev/null
  printf 'test\n' | cli export -q -f xml plain.kdbx >plain.xml
  # The offered group is stored as the id of the root group (KeePassXC 2.7).
  python3 - <<'P'
import re, base64, uuid
x = open('plain.xml', encoding='utf-8').read()
root = re.search(r'<Root>\s*<Group>\s*<UUID>([^<]+)</UUID>', x).group(1)
item = '<Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{%s}</Value></Item>' % uuid.UUID(bytes=base64.b64decode(root))
head = x.split('</Meta>')[0]
if '<CustomData/>' in head: x = x.replace('<CustomData/>', '<CustomData>' + item + '</CustomData>', 1)
elif '<CustomData>' in head: x = x.replace('<CustomData>', '<CustomData>' + item, 1)
else: x = x.replace('</Meta>', '<CustomData>' + item + '</CustomData></Meta>', 1)
open('plain.xml', 'w', encoding='utf-8').write(x)
P
  printf 'test\ntest\n' | cli import -q -p plain.xml secrets.kdbx >/dev/null
  rm -f plain.kdbx plain.xml
fi
mkdir -p .config/keepassxc .cache/keepassxc
cat >.config/keepassxc/keepassxc.ini <<C
[General]
ConfigVersion=2
UpdateCheckMessageShown=true
[FdoSecrets]
Enabled=true
ConfirmAccessItem=$confirm
ConfirmDeleteItem=false
UnlockBeforeSearch=true
[GUI]
CheckForUpdates=false
C
# It allows one instance per folder for temporary files.
printf 'test\n' | TMPDIR="$XDG_RUNTIME_DIR" keepassxc --pw-stdin secrets.kdbx >keepassxc.log 2>&1 & echo $! >keepassxc.pid
for _ in $(seq 100); do
  gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets --method org.freedesktop.Secret.Service.ReadAlias default 2>/dev/null | grep -q collection && break
  sleep 0.2
done
