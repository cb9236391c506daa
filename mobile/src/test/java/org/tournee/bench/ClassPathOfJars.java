package org.tournee.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Class paths with jars alone, as a package has them: an AOT cache knows no folders. */
final class ClassPathOfJars {

    /** The folder with the package's jars. */
    private static final String LIB = "tournee.package.lib";

    private ClassPathOfJars() {}

    /** The jars of the package, and after them the tests with what draws without a screen, packed into that folder. */
    static String ofPackage(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(LIB)))) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .forEach(jars::add);
        }
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (each.endsWith("test-classes")) {
                jars.add(packed(Path.of(each), folder.resolve("tests.jar")));
            } else if (each.contains("monocle")) {
                jars.add(each);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String packed(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packing = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packing.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, packing);
                packing.closeEntry();
            }
        }
        return jar.toString();
    }
}
