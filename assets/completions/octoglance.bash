# Completions of octoglance for bash; "octoglance completion bash" prints them. They work in bash 3.2 (macOS) too.

# Reads the line up to the cursor into `words` and `word`, without quotes. Bash's own COMP_WORDS are also split at ":", "=" and
# "@", which names may contain. `quote` is the one open at the cursor. Readline keeps the part of `word` in `kept`, and replaces
# the rest by the completion.
_octoglance_read_line() {
  local line=${COMP_LINE:0:COMP_POINT} at char begun=''
  words=() word='' quote='' kept=''
  for ((at = 0; at < ${#line}; at++)); do
    char=${line:at:1}
    if [[ $char == \\ && $quote != \' ]]; then
      ((at++))
      [[ $quote == \" && ${line:at:1} != [\$\`\"\\] ]] && word+=\\
      word+=${line:at:1} begun=yes
    elif [[ -n $quote ]]; then
      if [[ $char == "$quote" ]]; then quote='' kept=$word; else word+=$char; fi
    elif [[ $char == [\'\"] ]]; then
      quote=$char kept=$word begun=yes
    elif [[ $char == [[:space:]] ]]; then
      [[ -n $begun ]] && words+=("$word")
      word='' kept='' begun=''
    else
      # Readline replaces an "@" too.
      [[ $char == @ && $COMP_WORDBREAKS == *@* ]] && kept=$word
      word+=$char begun=yes
      [[ $char != @ && $COMP_WORDBREAKS == *"$char"* ]] && kept=$word
    fi
  done
}

# The printers whose names begin with $1; the first $2 characters are on the line already. "${@:3}" prints the names.
_octoglance_names() {
  local name rest containing=() typed=$1 skipped=$2
  while IFS= read -r name; do
    if [[ $name == "$typed"* ]]; then
      _octoglance_quote "${name:skipped}"
      COMPREPLY+=("$rest")
    elif ((skipped == 0)) && [[ $name == *"$typed"* ]]; then
      _octoglance_quote "$name"
      containing+=("$rest")
    fi
  done < <("${@:3}" 2>/dev/null)
  # Several without a common beginning would replace what was typed by something shorter.
  ((${#COMPREPLY[@]} == 0 && ${#containing[@]} == 1)) && COMPREPLY=("${containing[0]}")
}

# Puts $1 into `rest`, quoted as it has to be at the cursor.
_octoglance_quote() {
  local char at
  rest=$1
  if [[ -z $quote && -n $rest ]]; then
    printf -v rest '%q' "$rest"
  elif [[ $quote == \' ]]; then
    rest=${rest//\'/\'\\\'\'}
  elif [[ $quote == \" ]]; then
    rest=''
    for ((at = 0; at < ${#1}; at++)); do
      char=${1:at:1}
      [[ $char == [\$\`\"\\] ]] && rest+=\\
      rest+=$char
    done
  fi
}

_octoglance() {
  local words word quote kept command='' typed='' asker=() is_folder='' entry restore
  COMPREPLY=()
  _octoglance_read_line
  asker=("${words[0]/#\~\//$HOME/}")
  for entry in "${words[@]:1}"; do
    if [[ -n $is_folder ]]; then
      asker+=("${entry/#\~\//$HOME/}") is_folder=''
    elif [[ $entry == --user-data-dir ]]; then
      asker+=("$entry") is_folder=yes
    elif [[ $entry == --demo || $entry == --user-data-dir=* ]]; then
      asker+=("$entry")
    elif [[ $entry != -* && -z $command ]]; then
      command=$entry
    elif [[ $entry != -* ]]; then
      typed+="$entry "
    fi
  done

  local choices=''
  if [[ -n $is_folder || $word == --user-data-dir=* ]]; then
    [[ -z $is_folder ]] && word=${word#*=}
    while IFS= read -r entry; do COMPREPLY+=("$entry"); done < <(compgen -d -- "$word")
    compopt -o filenames 2>/dev/null
    return
  elif [[ $word == -* && $command == status ]]; then
    choices='--json --watch'
  elif [[ $word == -* ]]; then
    choices='--show --hidden --demo --status-stream --user-data-dir= --version --help'
  elif [[ -z $command ]]; then
    choices='status open refresh names completion'
  elif [[ $command == completion && -z $typed ]]; then
    choices='bash zsh fish'
  elif [[ $command == open || $command == refresh ]]; then
    restore=$(shopt -p nocasematch)
    shopt -s nocasematch
    _octoglance_names "$typed$word" $((${#typed} + ${#kept})) "${asker[@]}" names
    eval "$restore"
    return
  fi
  while IFS= read -r entry; do COMPREPLY+=("$entry"); done < <(compgen -W "$choices" -- "$word")
  [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
}
complete -F _octoglance octoglance
