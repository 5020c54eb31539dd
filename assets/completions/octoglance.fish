# Completions of octoglance for fish; "octoglance completion fish" prints them.

# Prints the names of the app that the line's flags lead to. Without quotes a name is several words, each completed on its own.
function __octoglance_names
    set -l asker octoglance
    set -l command
    set -l typed
    set -l is_folder
    for word in (commandline -opc)[2..-1]
        if test -n "$is_folder"
            set -a asker (string replace -r '^~/' "$HOME/" -- $word)
            set -e is_folder
        else if test $word = --user-data-dir
            set -a asker $word
            set is_folder yes
        else if string match -q -- --demo $word; or string match -q -- '--user-data-dir=*' $word
            set -a asker $word
        else if string match -qv -- '-*' $word
            if test -z "$command"
                set command $word
            else
                set -a typed $word
            end
        end
    end
    set -l start (string join ' ' -- $typed '')
    for name in ($asker names 2>/dev/null)
        if test (string lower -- (string sub -l (string length -- $start) -- $name)) = (string lower -- $start)
            string sub -s (math (string length -- $start) + 1) -- $name
        end
    end
end

set -l commands status open refresh names completion
complete -c octoglance -f
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a status -d 'print one line for each printer'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a open -d 'open the page of a printer in the browser'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a refresh -d 'check a printer now, or all of them'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a names -d 'print the names of the printers'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -a completion -d 'print completions for a shell'
complete -c octoglance -n '__fish_seen_subcommand_from status' -l json -d 'as one JSON line'
complete -c octoglance -n '__fish_seen_subcommand_from status' -l watch -d 'go on with each change'
complete -c octoglance -n '__fish_seen_subcommand_from open refresh' -a '(__octoglance_names)'
complete -c octoglance -n '__fish_seen_subcommand_from completion; and not __fish_seen_subcommand_from bash zsh fish' -a 'bash zsh fish'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l show -d 'open the window at start'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l hidden -d 'open no window at start'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l demo -d 'simulated printers; nothing is saved'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l status-stream -d 'print each change as a JSON line'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l user-data-dir -r -F -d 'keep everything in this folder'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -l version -d 'print the version'
complete -c octoglance -n "not __fish_seen_subcommand_from $commands" -s h -l help -d 'print the help'
