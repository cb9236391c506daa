import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the icons of Android and iOS from the service's mark, with Chromium: {@code java scripts/Icons.java}, needed only
 * when the mark changes.
 */
public final class Icons {

    private static final Path MARK = Path.of("sync-server/src/main/resources/style/mark.svg");
    private static final Path ANDROID = Path.of("mobile/src/android/res");
    private static final Path IOS = Path.of("mobile/src/ios/assets/Assets.xcassets/AppIcon.appiconset");
    private static final int LARGE = 1_024;
    private static final String ROUND_CORNERS = " rx=\"9\"";
    private static final Map<String, Integer> DENSITIES =
            Map.of("ldpi", 36, "mdpi", 48, "hdpi", 72, "xhdpi", 96, "xxhdpi", 144, "xxxhdpi", 192);
    /** The points of a side, and how many pixels a point may be. */
    private static final Map<Double, int[]> POINTS = Map.of(
            20.0, new int[] {1, 2, 3},
            29.0, new int[] {1, 2, 3},
            40.0, new int[] {1, 2, 3},
            60.0, new int[] {2, 3},
            76.0, new int[] {1, 2},
            83.5, new int[] {2},
            1_024.0, new int[] {1});

    private Icons() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String mark = Files.readString(MARK);
        BufferedImage round = drawn(mark);
        for (Map.Entry<String, Integer> density : DENSITIES.entrySet()) {
            Path file = ANDROID.resolve("mipmap-" + density.getKey()).resolve("ic_launcher.png");
            write(round, density.getValue(), BufferedImage.TYPE_INT_ARGB, file);
        }
        // iOS cuts the corners itself, and its store takes nothing transparent.
        BufferedImage square = drawn(mark.replace(ROUND_CORNERS, ""));
        for (Map.Entry<Double, int[]> points : POINTS.entrySet()) {
            for (int scale : points.getValue()) {
                int pixels = (int) (points.getKey() * scale);
                write(square, pixels, BufferedImage.TYPE_INT_RGB, IOS.resolve("icon-" + pixels + ".png"));
            }
        }
    }

    private static BufferedImage drawn(String svg) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("icons");
        Path page = Files.writeString(folder.resolve("mark.html"), """
                <!doctype html><style>*{margin:0}svg{display:block;width:%1$dpx;height:%1$dpx}</style>%2$s
                """.formatted(LARGE, svg));
        Path picture = folder.resolve("mark.png");
        int ended = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--hide-scrollbars",
                        "--default-background-color=00000000",
                        "--window-size=" + 2 * LARGE + "," + 2 * LARGE,
                        "--screenshot=" + picture,
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("Chromium did not draw the mark");
        }
        return ImageIO.read(picture.toFile()).getSubimage(0, 0, LARGE, LARGE);
    }

    private static void write(BufferedImage large, int pixels, int type, Path file) throws IOException {
        BufferedImage icon = new BufferedImage(pixels, pixels, type);
        Graphics2D graphics = icon.createGraphics();
        graphics.drawImage(large.getScaledInstance(pixels, pixels, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(icon, "png", file.toFile());
    }
}
