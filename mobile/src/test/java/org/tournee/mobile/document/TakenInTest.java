package org.tournee.mobile.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever became of a picture on its way: it is stripped, or it is kept byte for byte. Rules: R-DOC, R-OFF. */
class TakenInTest {

    private static final byte[] JPEG = NotedPictures.jpeg(40, 30, 6);
    private static final byte[] PNG = NotedPictures.png(40, 30, 6);

    @Property
    void noDamageLosesAPicture(
            @ForAll boolean jpeg,
            @ForAll @IntRange(min = 1, max = 2_000) int at,
            @ForAll byte put,
            @ForAll boolean cut) {
        byte[] whole = jpeg ? JPEG : PNG;
        byte[] damaged = cut ? Arrays.copyOf(whole, Math.min(whole.length, at)) : whole.clone();
        damaged[Math.min(at, damaged.length - 1)] = put;

        TakenIn taken = TakenIn.of(damaged, picture -> picture);

        if (!taken.stripped()) {
            assertThat(taken.bytes()).isEqualTo(damaged);
        } else if (Picked.isPicture(Picked.contentType(damaged))) {
            TakenIn again = TakenIn.of(taken.bytes(), picture -> picture);
            assertThat(again.stripped()).isTrue();
            assertThat(again.bytes()).isEqualTo(taken.bytes());
        }
    }
}
