# Shared by up, fleetcontrol and deploy/docker: finds the project and a JDK 25, builds what is missing, runs a main class.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
module=$here

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || fail "The tool '$1' is missing. Install it (Debian: apt-get install $2) and try again."
}

# The first JDK of version 25 or later among those Maven's toolchain selection would see.
find_java() {
  local home version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    "$(command -v java >/dev/null && dirname "$(dirname "$(readlink -f "$(command -v java)")")")"; do
    [ -x "$home/bin/java" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -ge 25 ]; then
      printf '%s' "$home/bin/java"
      return
    fi
  done
  fail "No JDK 25 was found in JAVA_HOME, /usr/lib/jvm, ~/.jdks or ~/.sdkman. Install one (for example Temurin 25), or point JAVA_HOME to it."
}

# Whether the jar of a module is missing or older than a source of it.
is_stale() {
  local jar=$1
  shift
  [ ! -f "$jar" ] || [ -n "$(find "$@" -name node_modules -prune -o -type f -newer "$jar" -print -quit 2>/dev/null)" ]
}

build() {
  local list=$1
  [ -n "${JAVA_HOME:-}" ] || command -v java >/dev/null || export JAVA_HOME="${java%/bin/java}"
  printf 'Building %s ...\n' "${list//,/, }" >&2
  (cd "$project" && ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl "$list" -am package) >&2 ||
    fail "The build failed; the lines above say where. Repair that, or run ./mvnw -DskipTests package to see more."
}

build_local_if_stale() {
  local first
  if is_stale "$module/target/local.jar" "$module/pom.xml" "$module/src/main" "$module/realm-local.json" "$project/deploy/keycloak" "$project/pom.xml"; then
    build deploy/local
    return
  fi
  first=$(cut -d: -f1 "$module/target/classes/org/servicepartner/local/class-path.txt")
  [ -f "$first" ] || build deploy/local
}

applications="identity-service partner-service fleet-connection-service job-service notification-service gateway"

# Builds this module and the applications, as far as their sources are newer than their jars.
build_all_if_stale() {
  local app sources stale=
  for app in $applications; do
    [ -f "$project/$app/pom.xml" ] || fail "The module $app is missing in $project. Is the checkout whole?"
    sources=("$project/$app/src/main")
    [ "$app" != gateway ] || sources+=("$project/gateway/portal/src" "$project/gateway/portal/package-lock.json")
    if is_stale "$project/$app/target/$app.jar" "$project/$app/pom.xml" "${sources[@]}" \
      "$project/platform/pom.xml" "$project/platform/src/main" "$project/pom.xml"; then
      stale="$stale,$app"
    fi
  done
  if [ -n "$stale" ]; then
    build "deploy/local$stale"
  else
    build_local_if_stale
  fi
}

run_java() {
  local main=$1
  shift
  exec "$java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dlogback.configurationFile=servicepartner-local-logback.xml ${SERVICE_PARTNER_JAVA_OPTS:-} \
    -cp "$module/target/local.jar:$(cat "$module/target/classes/org/servicepartner/local/class-path.txt")" "$main" "$@"
}
