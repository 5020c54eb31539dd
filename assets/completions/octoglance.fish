# Completions of octoglance for fish; "octoglance completion fish" prints them.
set -l commands status open refresh names completion
complete -c octoglance -f
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a status -d 'print one line for each printer'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a open -d 'open the page of a printer in the browser'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a refresh -d 'check a printer now, or all of them'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a names -d 'print the names of the printers'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a completion -d 'print completions for a shell'
complete -c octoglance -n '__fish_seen_subcommand_from status' -l json -d 'as one JSON line'
complete -c octoglance -n '__fish_seen_subcommand_from status' -l watch -d 'go on with each change'
# One name, and one shell.
complete -c octoglance -n '__fish_seen_subcommand_from open refresh; and test (count (commandline -opc)) -eq 2' -a '(octoglance names 2>/dev/null)'
complete -c octoglance -n '__fish_seen_subcommand_from completion; and test (count (commandline -opc)) -eq 2' -a 'bash zsh fish'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l show -d 'open the window at start'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l hidden -d 'open no window at start'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l demo -d 'simulated printers; nothing is saved'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l status-stream -d 'print each change as a JSON line'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l user-data-dir -r -F -d 'keep everything in this folder'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l version -d 'print the version'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -s h -l help -d 'print the help'
