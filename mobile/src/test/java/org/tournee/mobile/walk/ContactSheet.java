package org.tournee.mobile.walk;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Appearance.Mode;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.OpenDossierPhone;

/**
 * A program that takes a picture of every screen and lays them out on a sheet, to be looked at: {@code ./test
 * --contact-sheet}. A sheet for each of several sizes, languages and looks, and one of a phone that holds nothing yet.
 */
public final class ContactSheet {

    /** How wide a screen is on the sheet, in pixels. */
    private static final int SHOWN = 168;

    private static final int COLUMNS = 12;
    private static final int GAP = 12;
    private static final int CAPTION = 20;
    private static final Color PAPER = new Color(0xE8E6E1);
    private static final Color INK = new Color(0x222222);

    /** What a sheet is of. */
    private record Sheet(String name, Language language, Mode mode, int percent, int width, int height) {}

    private static final List<Sheet> SHEETS = List.of(
            new Sheet("clair", Language.FRENCH, Mode.LIGHT, 100, 360, 640),
            new Sheet("sombre-allemand", Language.GERMAN, Mode.DARK, 100, 360, 640),
            new Sheet("double-texte", Language.FRENCH, Mode.LIGHT, 200, 360, 640),
            new Sheet("double-texte-sombre-allemand", Language.GERMAN, Mode.DARK, 200, 360, 640),
            new Sheet("grand-ecran", Language.FRENCH, Mode.LIGHT, 100, 600, 960));

    private ContactSheet() {}

    /**
     * Writes all sheets.
     *
     * @param args the folder for the sheets; made where it is missing
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (Sheet sheet : SHEETS) {
            try (OpenDossierPhone phone =
                    new OpenDossierPhone(new Appearance(sheet.mode(), sheet.percent()), sheet.language())) {
                Stops.furnish(phone);
                write(folder, sheet.name(), pictures(phone, Stops.all(), sheet.width(), sheet.height()));
            }
        }
        try (OpenDossierPhone phone = OpenDossierPhone.empty(Appearance.USUAL)) {
            write(folder, "vide", pictures(phone, Stops.shell(), 360, 640));
        }
        System.exit(0); // the toolkit would keep it going
    }

    /** A picture with what it is called. */
    private record Named(String name, BufferedImage picture) {}

    private static List<Named> pictures(OpenDossierPhone phone, List<Stop> stops, int width, int height)
            throws IOException {
        phone.camera.resize(width, height);
        Path file = Files.createTempFile("screen", ".png");
        List<Named> pictures = new ArrayList<>();
        for (Stop stop : stops) {
            stop.reach().accept(phone);
            phone.camera.take(file);
            pictures.add(new Named(stop.name(), ImageIO.read(file.toFile())));
        }
        Files.delete(file);
        return pictures;
    }

    private static void write(Path folder, String name, List<Named> pictures) throws IOException {
        BufferedImage first = pictures.get(0).picture();
        int height = SHOWN * first.getHeight() / first.getWidth();
        int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(
                GAP + COLUMNS * (SHOWN + GAP), GAP + rows * (height + CAPTION + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = sheet.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setColor(PAPER);
        drawing.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        drawing.setColor(INK);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        for (int at = 0; at < pictures.size(); at++) {
            int x = GAP + at % COLUMNS * (SHOWN + GAP);
            int y = GAP + at / COLUMNS * (height + CAPTION + GAP);
            drawing.drawString(pictures.get(at).name(), x, y + CAPTION - 6);
            Image small = pictures.get(at).picture().getScaledInstance(SHOWN, height, Image.SCALE_AREA_AVERAGING);
            drawing.drawImage(small, x, y + CAPTION, null);
        }
        drawing.dispose();
        ImageIO.write(sheet, "jpg", folder.resolve("planche-" + name + ".jpg").toFile());
    }
}
