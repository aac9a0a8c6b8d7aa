# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ./winnow and ./winnow-bench, which set:
#   home     the folder of the sources
#   name     what the command is called; its copies of the jars lie in target/$name/
#   module   the Maven module that has it
#   without  a module that it does not need, so that a change there builds nothing, or empty
#   warm     arguments of a run that loads most classes, for the class-data archive, or empty
#
# Builds the command first when the sources are newer than the build. What runs is a copy of the
# jars, so that a later build never pulls them from under a running crawl.
set -u

say() { printf '%s\n' "$name: $*" >&2; }

runs=$home/target/$name

java=java
[ -n "${JAVA_HOME:-}" ] && java=$JAVA_HOME/bin/java
if ! command -v "$java" >/dev/null 2>&1; then
  say "no Java found ($java); install a JDK, version 17 or newer, or set JAVA_HOME"
  exit 2
fi

# The copy that runs: target/$name/current holds its name and is replaced as a whole.
run_folder() {
  name=$(cat "$runs/current" 2>/dev/null)
  printf '%s\n' "$runs/${name:-none}"
}

# Prints something if a source is newer than the build, or if there is none.
newer() {
  built=$(run_folder)/built
  [ -f "$built" ] || { echo missing; return; }
  find "$home/pom.xml" "$home"/*/pom.xml "$home/.mvn" "$home"/*/src/main "$home/site-rules/sites" \
    -not -path "$home/rendering/*" ${without:+-not -path "$home/$without/*"} -newer "$built" 2>/dev/null | head -n 1
}

check_java() {
  version=$("$java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = //p')
  case ${version%%.*} in
    '' | ? | 1[0-6])
      say "Java ${version:-of an unknown version} found ($java); Winnow needs 17 or newer (set JAVA_HOME)"
      exit 2 ;;
  esac
}

check_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    say "Maven (mvn) not found, and Winnow has to be built; install Maven 3.8 or newer"
    exit 2
  fi
}

build() {
  log=$home/target/build.log
  previous=$(run_folder)
  if [ -d "$previous" ]; then
    say "the sources changed, building…"
  else
    say "Building (first use takes a few minutes)…"
  fi
  new=$runs/$(date +%Y%m%d%H%M%S).$$
  mkdir "$new" && : >"$new/started" || return 1
  if ! (cd "$home" && mvn -B -Dstyle.color=never package -P launch \
    -pl "$module" -am -Dmaven.test.skip=true -Denforcer.skip -Djacoco.skip) \
    >"$log" 2>&1; then
    rm -rf "$new"
    say "the build failed:"
    grep -E '^\[(ERROR|WARNING)\] (/|Failed)' "$log" | head -n 15 >&2
    say "the whole log: $log"
    return 1
  fi
  cp "$(ls -t "$home/$module/target/$module"-*.jar | head -n 1)" "$new/$name.jar" &&
     cp -R "$home/$module/target/lib" "$new/lib" ||
    return 1
  # A class-data archive makes starting about three times as fast. Without one, all works as well.
  if [ -n "$warm" ]; then
    # shellcheck disable=SC2086 # a list of arguments
    "$java" -XX:ArchiveClassesAtExit="$new/classes.jsa" -Xlog:disable -XX:+UseParallelGC \
      -jar "$new/$name.jar" $warm --data "$new/scratch" >"$home/target/archive.log" 2>&1 ||
      rm -f "$new/classes.jsa"
    rm -rf "$new/scratch"
  fi
  printf '%s\n' "$java" >"$new/java"
  mv "$new/started" "$new/built" &&
    printf '%s\n' "${new##*/}" >"$runs/next" && mv -f "$runs/next" "$runs/current" || return 1
  # The previous copy stays: something may still run from it.
  for old in "$runs"/2*; do
    case $old in "$new" | "$previous") ;; *) rm -rf "$old" ;; esac
  done
}

# One build at a time, of whatever command: all write to the same folders. Who waited uses what the
# other one built.
if [ -n "$(newer)" ]; then
  check_java
  check_maven
  mkdir -p "$runs" || { say "cannot write to $home/target"; exit 2; }
  lock=$home/target/lock
  waited=
  until mkdir "$lock" 2>/dev/null; do
    [ -n "$waited" ] || say "another build is running; waiting for it…"
    waited=yes
    owner=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 1
    fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT TERM HUP
  if [ -n "$(newer)" ]; then
    build || exit 2
  fi
  rm -rf "$lock"
  trap - EXIT INT TERM HUP
fi

# Arabic file names and arguments need a UTF-8 locale.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*8*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

terminals=
columns=80
[ -t 1 ] && terminals=out
if [ -t 2 ]; then
  terminals=$terminals,err
  size=$(stty size <&2 2>/dev/null) && columns=${size#* }
fi

# A crawl or a server waits more than it computes, and runs for long: small rather than fast. Measured
# on 2,000 pages without any delay: two thirds of the processor time and half of the memory of the
# others.
flags=-XX:+UseParallelGC
case ${1:-} in
  crawl) flags='-XX:+UseSerialGC -Xms48m -XX:TieredStopAtLevel=1' ;;
  serve) flags='-XX:+UseSerialGC -Xms32m -XX:TieredStopAtLevel=1' ;;
esac

run=$(run_folder)
[ "$(cat "$run/java" 2>/dev/null)" = "$java" ] || check_java
# shellcheck disable=SC2086 # a list of flags
exec "$java" -Xshare:auto -XX:SharedArchiveFile="$run/classes.jsa" -Xlog:disable \
  $flags -Dwinnow.terminals="$terminals" -Dwinnow.columns="$columns" \
  -Dwinnow.rendering="$home/rendering/target/addon" \
  ${WINNOW_JAVA_OPTIONS:-} -jar "$run/$name.jar" "$@"
