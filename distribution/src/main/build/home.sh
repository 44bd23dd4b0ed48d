#!/usr/bin/env bash
# Lays out the folder that the launcher runs from. Plugins are found, not listed: every folder under plugins/ with a jar.
set -euo pipefail
export LC_ALL=C
version=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
root=$(dirname -- "$here")
home="$here/target/home"

mkdir -p "$home/bin" "$home/lib" "$home/plugins" "$home/config"
install -m 755 "$here/src/main/bin/heliograph" "$home/bin/heliograph"

# One jar with nothing but the class path, in a fixed order and with a fixed date.
libraries="$here/target/lib"
manifest="$here/target/manifest"
{
  printf 'Main-Class: io.heliograph.app.Main\n'
  printf 'Class-Path: '
  # A line of a manifest has at most 72 bytes; a space begins its continuation.
  (cd -- "$libraries" && printf '%s ' *.jar) | fold -b -w 60 | sed '2,$s/^/ /'
  printf '\n'
} > "$manifest"
"$JAVA_HOME/bin/jar" --create --file "$libraries/heliograph.jar" --date 2026-11-24T00:00:00Z --manifest "$manifest"

# A jar that did not change stays as it is, date included: the start cache asks for that. One of an earlier build goes.
for jar in "$home"/lib/*.jar; do
  if [ ! -e "$libraries/$(basename -- "$jar")" ]; then rm -f -- "$jar"; fi
done
for jar in "$libraries"/*.jar; do
  kept="$home/lib/$(basename -- "$jar")"
  if ! cmp -s -- "$jar" "$kept"; then mv -f -- "$jar" "$kept"; fi
done
rm -rf -- "$libraries" "$manifest"

rm -f "$home"/plugins/*.jar
for folder in "$root"/plugins/*/; do
  jar="$folder/target/heliograph-$(basename -- "$folder")-$version.jar"
  if [ -f "$jar" ]; then cp -- "$jar" "$home/plugins/"; fi
done
cp -- "$root/LICENSE" "$home/LICENSE"
printf '%s\n' "$version" > "$home/VERSION"
