package org.tournee.simulation;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Loads the whole project and its libraries afresh, with one class compiled from a source in which something else stands.
 */
final class MutantLoader extends URLClassLoader {

    private final Path mutated;

    private MutantLoader(URL[] classPath, Path mutated) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.mutated = mutated;
    }

    /**
     * Compiles the mutant.
     *
     * @param root of the project
     * @param work an empty folder
     */
    static MutantLoader of(Mutant mutant, Path root, Path work) throws IOException {
        Path source = root.resolve(mutant.source());
        String text = Files.readString(source);
        int at = text.indexOf(mutant.snippet());
        if (at < 0 || text.indexOf(mutant.snippet(), at + 1) >= 0) {
            throw new IllegalStateException("Not there, or more than once in " + mutant.source() + ": the mutant \""
                    + mutant.name() + "\" wants another snippet");
        }
        Path changed = work.resolve("src").resolve(source.getFileName());
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, text.replace(mutant.snippet(), mutant.replacement()));
        Path classes = Files.createDirectories(work.resolve("classes"));
        compile(changed, classes);
        return new MutantLoader(classPath(), classes);
    }

    private static void compile(Path source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
        if (result != 0) {
            throw new IllegalStateException("The mutant does not compile: " + source);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            URI uri = Path.of(entry).toUri();
            urls.add(uri.toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Path changed = mutated.resolve(name.replace('.', '/') + ".class");
        if (!Files.exists(changed)) {
            return super.findClass(name);
        }
        try (InputStream in = Files.newInputStream(changed)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Whether the folder holds the sources of all modules. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.of(here, here.getParent())
                .filter(folder -> Files.exists(folder.resolve("shared-model/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The sources are not beside " + here));
    }
}
