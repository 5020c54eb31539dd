; Included by electron-builder's uninstaller (nsis.include): takes away what the app itself wrote outside its folder.
; An update runs the old version's uninstaller too, and then everything stays.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; Start at login, and whether Windows' settings switched it off. Electron names both by the app's id.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "io.github.octoglance.OctoGlance"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "io.github.octoglance.OctoGlance"
    ; The links that bring the browser back after a sign-in.
    DeleteRegKey HKCU "Software\Classes\octoglance"
    ; Downloaded updates.
    RMDir /r "$LOCALAPPDATA\octoglance-updater"
  ${endIf}
!macroend
