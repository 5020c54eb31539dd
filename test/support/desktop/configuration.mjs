import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} text
 */
function put(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} line of shell
 * @returns {string} its path
 */
function putProgram(folder, name, line) {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return path;
}

/**
 * Configures a panel across the top with only the tray, at its right end.
 * @param {string} configHome XDG_CONFIG_HOME
 * @param {'dark' | 'light'} look
 * @param {number} heightPixels
 */
export function configurePanel(configHome, look, heightPixels) {
  put(
    join(configHome, 'xfce4', 'xfconf', 'xfce-perchannel-xml'),
    'xfce4-panel.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="${look === 'dark'}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="${heightPixels}"/>
      <property name="icon-size" type="uint" value="0"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
      <property name="hide-new-items" type="bool" value="false"/>
    </property>
  </property>
</channel>
`,
  );
}

const notificationColours = {
  dark: { background: '#2b2f36', foreground: '#e8eaed', frame: '#4a4f57' },
  light: { background: '#fbfbfc', foreground: '#1c1e21', frame: '#b8bfc8' },
};

/**
 * Configures dunst to show every notification until it is closed. A left click performs the default action. The menu
 * program, with which a user chooses an action, chooses the one in a file, as `[id,key]`.
 * @param {string} home
 * @param {string} configHome
 * @param {number} scale
 * @param {'dark' | 'light'} look
 * @returns {string} the file that names the action to pick
 */
export function configureNotifications(home, configHome, scale, look) {
  const choice = join(home, 'notification-action');
  writeFileSync(choice, '');
  const { background, foreground, frame } = notificationColours[look];
  const menu = putProgram(home, 'notification-menu', `grep -F -- "$(cat '${choice}')"`);
  put(
    join(configHome, 'dunst'),
    'dunstrc',
    `[global]
    monitor = 0
    width = ${360 * scale}
    origin = top-right
    offset = ${12 * scale}x${44 * scale}
    notification_limit = 20
    sort = no
    stack_duplicates = false
    indicate_hidden = no
    show_indicators = no
    font = DejaVu Sans ${10 * scale}
    padding = ${8 * scale}
    horizontal_padding = ${8 * scale}
    frame_width = ${Math.floor(scale)}
    corner_radius = ${6 * scale}
    min_icon_size = 0
    max_icon_size = ${48 * scale}
    ellipsize = end
    show_age_threshold = -1
    history_length = 100
    dmenu = ${menu}
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
[urgency_low]
    background = "${background}"
    foreground = "${foreground}"
    frame_color = "${frame}"
    timeout = 0
[urgency_normal]
    background = "${background}"
    foreground = "${foreground}"
    frame_color = "${frame}"
    timeout = 0
[urgency_critical]
    background = "${background}"
    foreground = "${foreground}"
    frame_color = "#c62828"
    timeout = 0
`,
  );
  return choice;
}

/**
 * Creates a "browser" that records the links and files it is given, one per line, and makes it the default.
 * @param {string} home
 * @param {string} configHome
 * @param {string} dataHome
 * @returns {{ program: string, record: string }} its path, and the file it writes
 */
export function configureBrowser(home, configHome, dataHome) {
  const record = join(home, 'opened-links');
  writeFileSync(record, '');
  const program = putProgram(home, 'browser', `printf '%s\\n' "$1" >> '${record}'`);
  const entry = `[Desktop Entry]\nType=Application\nName=Test Browser\nExec=${program} %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;text/plain;\n`;
  put(join(dataHome, 'applications'), 'test-browser.desktop', entry);
  const types = ['http', 'https'].map((scheme) => `x-scheme-handler/${scheme}=test-browser.desktop\n`).join('');
  put(configHome, 'mimeapps.list', `[Default Applications]\n${types}text/plain=test-browser.desktop\n`);
  return { program, record };
}
