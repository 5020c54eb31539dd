# Completions of octoglance for bash; "octoglance completion bash" prints them.
_octoglance() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  if [[ $word == -* ]]; then
    local flags='--show --hidden --demo --status-stream --user-data-dir= --version --help'
    [[ $command == status ]] && flags='--json --watch'
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$word")
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
  elif ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W 'status open refresh names completion' -- "$word")
  elif [[ $command == completion ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'bash zsh fish' -- "$word")
  elif [[ $command == open || $command == refresh ]] && ((COMP_CWORD == 2)); then
    local name typed quote=''
    # In an open quote the shell keeps the quote and closes it.
    if [[ $word == [\'\"]* ]]; then
      quote=${word:0:1} typed=${word:1}
    else
      printf -v typed '%b' "${word//\\ / }"
    fi
    while IFS= read -r name; do
      [[ ${name,,} == "${typed,,}"* ]] || continue
      [[ -z $quote ]] && printf -v name '%q' "$name"
      COMPREPLY+=("$name")
    done < <("${COMP_WORDS[0]}" names 2>/dev/null)
  fi
}
complete -F _octoglance octoglance
