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

/** The class path of this process with jars alone, as a package has it: an AOT cache knows no folders. */
final class ClassPathOfJars {

    private ClassPathOfJars() {}

    /** The same class path; its folders are packed into that one. */
    static String in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> jars = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path place = Path.of(each).toAbsolutePath();
            jars.add(Files.isDirectory(place) ? packed(place, folder.resolve(jars.size() + ".jar")) : place.toString());
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
