#compdef octoglance
# Completions of octoglance for zsh; "octoglance completion zsh" prints them.
_octoglance() {
  local -a commands flags names asker rests
  local command typed word name
  integer at command_at
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
  # Flags may come before the command, and decide which app is asked for names.
  asker=(${${(Q)words[1]}/#\~\//$HOME/})
  for ((at = 2; at < CURRENT; at++)); do
    word=${(Q)words[at]}
    if [[ $word == --user-data-dir ]]; then
      ((at + 1 < CURRENT)) && asker+=($word ${${(Q)words[at + 1]}/#\~\//$HOME/})
      ((at++))
    elif [[ $word == (--demo|--user-data-dir=*) ]]; then
      asker+=($word)
    elif [[ $word != -* && -z $command ]]; then
      command=$word command_at=at
    elif [[ $word != -* ]]; then
      typed+="$word "
    fi
  done
  case $command in
    '')
      _describe command commands
      _arguments $flags
      ;;
    status)
      # Otherwise the command counts as an argument, after which no option is expected.
      shift $((command_at - 1)) words
      ((CURRENT -= command_at - 1))
      _arguments '--json[as one JSON line]' '--watch[go on with each change]'
      ;;
    completion) [[ -z $typed ]] && _values shell bash zsh fish ;;
    open | refresh)
      # Without quotes a name is several words, each completed on its own.
      for name in ${(f)"$($asker names 2>/dev/null)"}; do
        [[ ${(L)name} == ${(L)typed}* ]] && rests+=("${name:$#typed}")
      done
      compadd -M 'm:{[:lower:]}={[:upper:]}' -a rests || compadd -M 'm:{[:lower:]}={[:upper:]} l:|=* r:|=*' -a rests
      ;;
  esac
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
  _octoglance "$@"
else
  compdef _octoglance octoglance
fi
