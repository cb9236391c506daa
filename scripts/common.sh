# What the commands of this directory share. Sourced, never run.

set -euo pipefail
export LC_ALL=C.UTF-8

cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly STAMPS=target/stamps

fail() {
    echo "$1" >&2
    exit 1
}

# The JDK 25 that the build uses, or one line that says how to get it.
find_java() {
    JAVA_HOME=$(./mvnw --java-home) || exit 1
    export JAVA_HOME
    JAVA="$JAVA_HOME/bin/java"
}

# has_changed <stamp> <path>...: whether any file there is newer than the stamp, or there is no stamp.
has_changed() {
    local stamp="$STAMPS/$1"
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -type f -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Before a build: what is changed while it runs is newer than its stamps.
begin_build() {
    mkdir -p "$STAMPS"
    touch "$STAMPS/begun"
}

# keep_stamps <stamp>...: the build that began is done.
keep_stamps() {
    local stamp
    for stamp in "$@"; do
        cp -p "$STAMPS/begun" "$STAMPS/$stamp"
    done
}

build_programs() {
    local sources=(pom.xml shared-model/pom.xml sync-server/pom.xml mobile/pom.xml
        shared-model/src/main sync-server/src/main mobile/src/main)
    if has_changed programs "${sources[@]}" || [ ! -d mobile/target/dist/lib ]; then
        echo "Construction…"
        begin_build
        ./mvnw -B -q package -Dmaven.test.skip=true || fail "La construction a échoué : voir ci-dessus."
        keep_stamps programs
    fi
}

# The programs and what plays and measures them, with the class path of the latter in mobile/target/test.classpath.
build_with_tests() {
    local sources=(pom.xml shared-model/pom.xml sync-server/pom.xml mobile/pom.xml
        shared-model/src sync-server/src mobile/src)
    if has_changed tests "${sources[@]}" || [ ! -e mobile/target/test.classpath ]; then
        echo "Construction…"
        begin_build
        ./mvnw -B -q package -DskipTests || fail "La construction a échoué : voir ci-dessus."
        keep_stamps programs tests
    fi
}

readonly HEADLESS=(-Dprism.order=sw -Dprism.text=t2k -Dglass.platform=Monocle -Dmonocle.platform=Headless
    -Dheadless.geometry=1280x1024-32 -Dtestfx.robot=glass -Dtestfx.headless=true -Djava.awt.headless=true)
# One thread, which stops and goes on in the middle of what it does.
readonly SIMULATION=(--add-exports java.base/jdk.internal.vm=ALL-UNNAMED
    -Djava.util.concurrent.ForkJoinPool.common.parallelism=1 -XX:+UseSerialGC -Xmx1g)
readonly NATIVE=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# What the app runs with on a desk: little memory, given back; room for twice a caseload of 200 dossiers.
readonly DESK=("${NATIVE[@]}" -XX:+UseSerialGC -Xms92m -Xmx128m -XX:+UseStringDeduplication
    -Xmn32m -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90 # a page that was left dies young
    -XX:-UsePerfData # a file that nobody reads
    -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:+UseCompactObjectHeaders -Xss512k
    -XX:TrimNativeHeapInterval=5000 -XX:MetaspaceSize=40m
    -XX:ReservedCodeCacheSize=28m -XX:SweeperThreshold=30
    -XX:CompileCommand=quiet "-XX:CompileCommand=MemLimit,*.*,4M~stop" # no method is worth more to the compiler
    # What the cache knows of the last start would be compiled twice while the app starts, on the processors that it wants
    # itself: the second compiler waits for what is called a quarter of a million times, ciphers excepted (0080).
    -XX:Tier0InvokeNotifyFreqLog=9 -XX:Tier2InvokeNotifyFreqLog=18 -XX:Tier2BackedgeNotifyFreqLog=21
    "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.001"
    -XX:SoftRefLRUPolicyMSPerMB=0) # JavaFX keeps pictures of pages that were left by soft references

# package_lib <folder, absolute>: what the package has of jars and libraries, so that a start waits for none of it. A signed jar is
# checked at each start and kept out of an AOT cache, and SQLite's library would be unpacked each time.
package_lib() {
    local lib=$1 signed unpacked
    rm -rf "$lib"
    mkdir -p "$lib"
    cp mobile/target/dist/lib/*.jar "$lib"
    signed=$(echo "$lib"/bcprov-*.jar)
    unpacked=$(mktemp -d)
    (cd "$unpacked" && "$JAVA_HOME/bin/jar" -xf "$signed" && rm -r META-INF/MANIFEST.MF META-INF/*.SF META-INF/*.RSA)
    "$JAVA_HOME/bin/jar" -cfm "$signed" <(echo "Multi-Release: true") -C "$unpacked" .
    rm -r "$unpacked"
    (cd "$lib" && "$JAVA_HOME/bin/jar" -xf sqlite-jdbc-*.jar org/sqlite/native/Linux/x86_64/libsqlitejdbc.so)
    mv "$lib/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so" "$lib"
    rm -r "$lib/org"
}

# needs <what for> <package> <check>...: installs a Debian package where that is allowed, else says how.
needs() {
    local purpose=$1 package=$2
    shift 2
    if "$@" >/dev/null 2>&1; then
        return
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installation de $package ($purpose)…"
        if { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$package"; } >/dev/null 2>&1 &&
            "$@" >/dev/null 2>&1; then
            return
        fi
    fi
    fail "Il manque $package ($purpose). À installer : sudo apt-get install $package"
}

has_library() {
    [[ "$(ldconfig -p)" == *"$1"* ]] # a pipe into grep -q fails where ldconfig still writes
}

has_font() {
    [ -n "$(find /usr/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -name '*.[to]tf' -print -quit 2>/dev/null)" ]
}

has_browser() {
    [ -x /usr/bin/chromium ] || command -v chromium
}

need_headless_screen() {
    needs "dessiner le texte sans écran" libpangoft2-1.0-0 has_library libpangoft2
    needs "une police de caractères" fonts-dejavu-core has_font
    needs "le navigateur du bureau" chromium has_browser
}
