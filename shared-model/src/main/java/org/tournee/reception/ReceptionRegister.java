package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.tournee.organisation.SiteId;

/**
 * What is written at the desks of one site within one quarter, under a key of its own: whoever works at the site holds it,
 * nobody else does, and it is erased as a whole. Its record id is the id under which its bucket, its key and its audit go.
 * Rules: R-PER, R-SHARE, R-GDPR.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReceptionRegister(Span span) {

    /** For so long after its last day a register is kept; then its key is destroyed. In months *(choice)*. */
    public static final int KEPT_MONTHS = 6;

    /** A register lasts for so many months *(choice)*: the less of it a phone holds, the less is lost with it. */
    public static final int MONTHS = 3;

    public ReceptionRegister {
        Objects.requireNonNull(span, "span");
    }

    /**
     * The group {@code span}.
     *
     * @param from its first day
     * @param until the first day that is no more in it
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Span(SiteId site, String siteName, LocalDate from, LocalDate until) {

        public Span {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(siteName, "siteName");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }

        /** Whether what happens that day is written in it. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** The first day of the register in which that day is. */
    public static LocalDate begin(LocalDate day) {
        int month = (day.getMonthValue() - 1) / MONTHS * MONTHS + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    /** The register of a site in which that day is. */
    public static ReceptionRegister of(SiteId site, String siteName, LocalDate day) {
        LocalDate from = begin(day);
        return new ReceptionRegister(new Span(site, siteName, from, from.plusMonths(MONTHS)));
    }

    /** Whether it is to be erased on that day. */
    public static boolean isOver(LocalDate until, LocalDate today) {
        return !today.isBefore(until.plusMonths(KEPT_MONTHS));
    }
}
