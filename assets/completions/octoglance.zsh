#compdef octoglance
# Completions of octoglance for zsh; "octoglance completion zsh" prints them.
_octoglance() {
  local -a commands flags names
  commands=(
    'status:print one line for each printer'
    'open:open the page of a printer in the browser'
    'refresh:check a printer now, or all of them'
    'names:print the names of the printers'
    'completion:print completions for a shell'
  )
  flags=(
    '--show[open the window at start]'
    '--hidden[open no window at start]'
    '--demo[simulated printers; nothing is saved]'
    '--status-stream[print each change as a JSON line]'
    '--user-data-dir=[keep everything in this folder]:folder:_files -/'
    '--version[print the version]'
    '(-h --help)'{-h,--help}'[print the help]'
  )
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments $flags
    return
  fi
  case ${words[2]} in
    status)
      # Otherwise the command counts as an argument, after which no option is expected.
      shift words
      ((CURRENT--))
      _arguments '--json[as one JSON line]' '--watch[go on with each change]'
      ;;
    completion) ((CURRENT == 3)) && _values shell bash zsh fish ;;
    open | refresh)
      names=("${(@f)$(${words[1]} names 2>/dev/null)}")
      ((CURRENT == 3)) && compadd -M 'm:{[:lower:]}={[:upper:]}' -a names
      ;;
    *) _arguments $flags ;;
  esac
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
  _octoglance "$@"
else
  compdef _octoglance octoglance
fi
