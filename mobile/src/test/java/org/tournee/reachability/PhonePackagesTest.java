package org.tournee.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.tournee.endtoend.ServerProcess;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the phones' systems are told of the app fits the pom, and asks for nothing that the app does not use. */
class PhonePackagesTest {

    private static final Path MOBILE = ServerProcess.root().resolve("mobile");
    private static final Path ICONS = MOBILE.resolve("src/ios/assets/Assets.xcassets/AppIcon.appiconset");

    @Test
    void androidGrantsTheNetworkAndTheCameraAndKeepsTheStoreOnThePhone() throws Exception {
        Document manifest = parse(MOBILE.resolve("src/android/AndroidManifest.xml"));
        Element application = elements(manifest, "application").get(0);

        assertThat(elements(manifest, "uses-permission"))
                .extracting(permission -> permission.getAttribute("android:name"))
                .containsExactly(
                        "android.permission.INTERNET",
                        "android.permission.CAMERA",
                        // by which alone Attach's pictures service opens the camera
                        "android.permission.READ_EXTERNAL_STORAGE",
                        "android.permission.WRITE_EXTERNAL_STORAGE");
        assertThat(elements(manifest, "uses-feature"))
                .as("a tablet without a camera takes the app all the same")
                .allMatch(feature -> feature.getAttribute("android:required").equals("false"));
        assertThat(application.getAttribute("android:allowBackup")).isEqualTo("false");
        assertThat(application.getAttribute("android:usesCleartextTraffic")).isEqualTo("false");
        assertThat(application.getAttribute("android:dataExtractionRules")).isEqualTo("@xml/data_extraction_rules");
        assertThat(elements(parse(MOBILE.resolve("src/android/res/xml/data_extraction_rules.xml")), "exclude"))
                .hasSize(10);
        assertThat(manifest.getDocumentElement().getAttribute("android:versionName"))
                .isEqualTo(property("release.version"));
        assertThat(manifest.getDocumentElement().getAttribute("android:versionCode"))
                .isEqualTo(property("release.number"));
    }

    @Test
    void otherAppsReachTheCopiesAloneThatAreMadeForThem() throws Exception {
        Element paths = parse(MOBILE.resolve("src/android/res/xml/file_provider_paths.xml"))
                .getDocumentElement();

        assertThat(IntStream.range(0, paths.getChildNodes().getLength())
                        .mapToObj(paths.getChildNodes()::item)
                        .filter(Element.class::isInstance)
                        .map(Node::getNodeName))
                .containsExactly("cache-path");
    }

    @Test
    void everyServiceOfAttachThatTheAppCallsIsOnTheListOfThePhonesBuild() throws Exception {
        Document pom = parse(MOBILE.resolve("pom.xml"));
        List<String> listed =
                elements(pom, "list").stream().map(Element::getTextContent).toList();
        List<String> compiled = elements(pom, "dependency").stream()
                .filter(each -> text(each, "groupId").equals("com.gluonhq.attach"))
                .map(each -> text(each, "artifactId"))
                .filter(name -> !name.equals("util"))
                .distinct()
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(compiled);
    }

    @Test
    void iosSaysInFrenchWhatTheCameraIsForAndKnowsTheSameAppInTheSameVersion() throws Exception {
        Document plist = parse(MOBILE.resolve("src/ios/Default-Info.plist"));

        assertThat(elements(plist, "key"))
                .extracting(Element::getTextContent)
                .filteredOn(key -> key.endsWith("UsageDescription") || key.equals("NSAppTransportSecurity"))
                .containsExactlyInAnyOrder(
                        "NSCameraUsageDescription",
                        "NSPhotoLibraryUsageDescription",
                        "NSPhotoLibraryAddUsageDescription");
        assertThat(value(plist, "NSCameraUsageDescription")).startsWith("Pour photographier une pièce");
        assertThat(value(plist, "CFBundleIdentifier")).isEqualTo(property("app.id"));
        assertThat(value(plist, "CFBundleShortVersionString")).isEqualTo(property("release.version"));
        assertThat(value(plist, "CFBundleVersion")).isEqualTo(property("release.number"));
    }

    @Test
    void everyIconThatIosIsPromisedIsThereInItsSize() throws IOException {
        Object contents = NativeImageLists.json(ICONS.resolve("Contents.json"));
        for (Object image : NativeImageLists.list(NativeImageLists.map(contents).get("images"))) {
            double points =
                    Double.parseDouble(NativeImageLists.text(image, "size").split("x", 2)[0]);
            double scale =
                    Double.parseDouble(NativeImageLists.text(image, "scale").replace("x", ""));
            Path file = ICONS.resolve(NativeImageLists.text(image, "filename"));

            assertThat(ImageIO.read(file.toFile()).getWidth())
                    .as(file.toString())
                    .isEqualTo((int) (points * scale));
        }
    }

    @Test
    void theListsOfSqliteThatThisGraalVmCannotReadAreLeftOutAndItsLibrariesAreNamedForEachTarget() throws Exception {
        List<String> arguments = elements(parse(MOBILE.resolve("pom.xml")), "arg").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(arguments)
                .containsSubsequence("--exclude-config", ".*sqlite-jdbc.*\\.jar", "META-INF/native-image/.*");
        assertThat(elements(parse(MOBILE.resolve("pom.xml")), "sqlite.natives"))
                .extracting(Element::getTextContent)
                .filteredOn(pattern -> "org/sqlite/native/Linux-Android/aarch64/libsqlitejdbc.so".matches(pattern))
                .hasSize(1);
        assertThat(SqliteNamesTest.class.getResource("/org/sqlite/native/Linux-Android/aarch64/libsqlitejdbc.so"))
                .isNotNull();
    }

    private static Document parse(Path file) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String property(String name) throws Exception {
        return elements(parse(MOBILE.resolve("pom.xml")), name).get(0).getTextContent();
    }

    /** What stands after a key. */
    private static String value(Document plist, String key) {
        Element found = elements(plist, "key").stream()
                .filter(element -> element.getTextContent().equals(key))
                .findFirst()
                .orElseThrow();
        return found.getNextSibling().getNextSibling().getTextContent();
    }
}
