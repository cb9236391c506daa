package org.tournee.reachability;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Loads the phone's program out of its jars, and notes what it asks for by name. JavaFX and Attach are its parent's: for
 * a native image their makers bring lists of their own.
 *
 * <p>As in a native image, the address of a resource begins with {@code resource:} and names no file; what an address
 * leads to, such as a style sheet's font, is noted too.
 */
final class RecordingLoader extends URLClassLoader {

    private static final String PROTOCOL = "resource";

    /** zstd's and Argon2's native libraries: there is none for a phone, so that here there is none either. */
    private static final Pattern NOT_ON_PHONES =
            Pattern.compile("[a-z]+/[a-z0-9_]+/libzstd-jni-.*|de/mkammerer/argon2/.*");

    /** The classes that drive the program; they are loaded here, and are not looked into. */
    private final URLClassLoader driving;

    /**
     * @param lib the folder of the program's jars
     * @param tests the folder of the classes that drive it
     */
    RecordingLoader(Path lib, Path tests) throws IOException {
        super(urls(programs(lib)), RecordingLoader.class.getClassLoader());
        driving = new URLClassLoader(urls(List.of(tests)), null);
        URL.setURLStreamHandlerFactory(protocol -> protocol.equals(PROTOCOL) ? new Addresses() : null);
    }

    private static List<Path> programs(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(RecordingLoader::isOurs).sorted().toList();
        }
    }

    private static boolean isOurs(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return !jar.getFileName().toString().startsWith("javafx-") && file.getEntry("com/gluonhq/") == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path path : paths) {
            urls.add(path.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String file = name.replace('.', '/') + ".class";
            URL program = findResource(file);
            URL driver = name.equals(Recorder.class.getName()) ? null : driving.findResource(file);
            if (program == null && driver == null) {
                return besideTheProgram(name);
            }
            byte[] bytes = program == null ? read(driver) : Rewriting.of(read(program));
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** What a phone has as well: the JDK, JavaFX and Attach; of what is here for tests alone nothing but the recorder. */
    private Class<?> besideTheProgram(String name) throws ClassNotFoundException {
        boolean ofThePhone = name.equals(Recorder.class.getName())
                || name.startsWith("javafx.")
                || name.startsWith("com.sun.")
                || name.startsWith("com.gluonhq.");
        return (ofThePhone ? getParent() : getPlatformClassLoader()).loadClass(name);
    }

    private static byte[] read(URL url) throws ClassNotFoundException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(url.toString(), e);
        }
    }

    @Override
    public URL findResource(String name) {
        return NOT_ON_PHONES.matcher(name).matches() ? null : super.findResource(name);
    }

    @Override
    public URL getResource(String name) {
        if (NOT_ON_PHONES.matcher(name).matches()) {
            return null;
        }
        if (findResource(name) == null) {
            return getParent().getResource(name);
        }
        Recorder.resource(name);
        try {
            return URI.create(PROTOCOL + ":/" + name).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = Collections.list(findResources(name));
        if (!found.isEmpty()) {
            Recorder.resource(name);
        }
        found.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(found);
    }

    @Override
    public void close() throws IOException {
        driving.close();
        super.close();
    }

    private final class Addresses extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            String name = url.getPath().substring(1);
            URL found = findResource(name);
            if (found == null) {
                throw new FileNotFoundException(url.toString());
            }
            Recorder.resource(name);
            return found.openConnection();
        }
    }
}
