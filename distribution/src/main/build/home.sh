#!/usr/bin/env bash
# Lays out the folder that the launcher runs from. Plugins are found, not listed: every folder under plugins/ with a jar.
set -euo pipefail
version=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
root=$(dirname -- "$here")
home="$here/target/home"

mkdir -p "$home/bin" "$home/plugins" "$home/config"
install -m 755 "$here/src/main/bin/heliograph" "$home/bin/heliograph"
rm -f "$home"/plugins/*.jar
for folder in "$root"/plugins/*/; do
  jar="$folder/target/heliograph-$(basename -- "$folder")-$version.jar"
  if [ -f "$jar" ]; then cp -- "$jar" "$home/plugins/"; fi
done
cp -- "$root/LICENSE" "$home/LICENSE"
printf '%s\n' "$version" > "$home/VERSION"
