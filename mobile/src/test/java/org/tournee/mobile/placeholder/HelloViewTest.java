package org.tournee.mobile.placeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.mobile.app.TourneeApp;

@ExtendWith(ApplicationExtension.class)
class HelloViewTest {

    private Stage stage;

    @Start
    void open(Stage opened) {
        stage = opened;
        new TourneeApp().start(opened);
    }

    @Test
    void theWindowOpensAndItsPictureIsWritten(FxRobot robot) throws Exception {
        assertThat(robot.lookup("Commencer").tryQuery()).isPresent();

        WritableImage shot =
                WaitForAsyncUtils.waitForAsyncFx(5_000, () -> stage.getScene().snapshot(null));
        Path picture = Path.of("target", "pictures", "hello.png");
        Files.createDirectories(picture.getParent());
        ImageIO.write(buffered(shot), "png", picture.toFile());

        assertThat(picture).isNotEmptyFile();
    }

    /** javafx-swing would do this in one call, but it is a whole module more for one method. */
    private static BufferedImage buffered(WritableImage shot) {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = shot.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return image;
    }
}
