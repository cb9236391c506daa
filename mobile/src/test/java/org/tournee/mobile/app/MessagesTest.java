package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.Goal;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.mobile.search.FoundKind;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.sync.SyncState;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.ReminderKind;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsDomain;
import org.tournee.segment.NoticeStage;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.ReviewDuty;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Wire;
import org.tournee.text.FrenchSpaces;

/** No text is missing, and each can be filled. */
class MessagesTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** {@code messages.get("key")}, {@code say(messages, "key"…)}: any literal that looks like a key of ours. */
    private static final Pattern GET =
            Pattern.compile("messages(?:\\(\\))?\\s*\\.get\\(\\s*\"([A-Za-z.]+)\"(?!\\s*\\+)");

    @Test
    void oneIsSaidAsOne() {
        assertThat(MESSAGES.get("collective.session", "Lundi", 1, 1))
                .isEqualTo(FrenchSpaces.kept("Lundi : 1 présent, dont 1 pour la première fois"));
        assertThat(MESSAGES.get("mandate.pace", 1, 4)).isEqualTo("1 contact sur 4");
    }

    @Test
    void everyKeyInTheCodeHasItsText() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher used = GET.matcher(Files.readString(file));
                while (used.find()) {
                    if (!has(used.group(1))) {
                        missing.add(file.getFileName() + ": " + used.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean has(String key) {
        try {
            MESSAGES.get(key);
            return true;
        } catch (MissingResourceException e) {
            return false;
        }
    }

    @Test
    void everyConstantThatPeopleReadHasItsText() {
        Stream.<Enum<?>[]>of(
                        Segment.values(),
                        Channel.values(),
                        Place.values(),
                        Planning.values(),
                        Happening.values(),
                        Result.values(),
                        Topic.values(),
                        Dimension.values(),
                        Effect.values(),
                        WhoseWord.values(),
                        ActionItem.By.values(),
                        ActionItem.Horizon.values(),
                        ActionItem.State.values(),
                        Goal.State.values(),
                        RightState.values(),
                        RightsDomain.values(),
                        FollowUpOutcome.values(),
                        ReminderKind.values(),
                        ReviewDuty.values(),
                        NoticeStage.values(),
                        RecordKind.values(),
                        ReturnReason.values(),
                        Appearance.Mode.values(),
                        FoundKind.values())
                .flatMap(Stream::of)
                .forEach(constant -> assertThatCode(() -> MESSAGES.of(constant))
                        .as(constant.getDeclaringClass().getSimpleName() + "." + constant)
                        .doesNotThrowAnyException());
    }

    @Test
    void everyProblemHasItsText() {
        for (SyncState.Problem problem : SyncState.Problem.values()) {
            assertThat(MESSAGES.get("sync.problem." + problem.name())).isNotBlank();
            assertThat(MESSAGES.get("truth.problem." + problem.name())).isNotBlank();
        }
        for (StoreException.Problem problem : StoreException.Problem.values()) {
            assertThat(MESSAGES.get("store.refused." + problem.name())).isNotBlank();
        }
        for (Entrance.Reason reason : Entrance.Reason.values()) {
            assertThat(MESSAGES.get("entrance." + reason.name())).isNotBlank();
        }
        for (PaceStatus status : PaceStatus.values()) {
            assertThat(MESSAGES.get("pace." + status.name(), 1, 2, "3 mars")).isNotBlank();
        }
    }

    @Test
    void noTextHasAStraightApostropheWhichWouldSwallowItsPlaces() throws IOException {
        for (String bundle : Messages.BUNDLES) {
            Properties texts = new Properties();
            try (var reader = Files.newBufferedReader(
                    Path.of("src/main/resources/org/tournee/mobile", bundle + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            texts.forEach((key, text) -> {
                assertThat((String) text).as("%s", key).doesNotContain("'");
                assertThatCode(() -> new MessageFormat((String) text, Locale.FRENCH))
                        .as("%s", key)
                        .doesNotThrowAnyException();
            });
        }
    }

    /** R-SEG-0: a screen, a sentence and a pattern with places name things as the organisation does. */
    @ParameterizedTest(name = "R-SEG-0 {0} in {1}: {2}, {3}, {4}")
    @CsvSource({
        "VIENNE, FRENCH, Contrat d’engagements réciproques, Sans contrat d’engagements réciproques : raison, Segment A",
        "BRUXELLES, FRENCH, PIIS, Sans PIIS : raison, 'Segment A, besoin élevé'",
        "BRUXELLES, DUTCH, GPMI, Zonder GPMI: raison, 'Segment A, hoge nood'",
        "SUISSE, GERMAN, Leistungsvereinbarung, Ohne Leistungsvereinbarung: raison, 'Segment A, hoher Bedarf'",
    })
    void thingsAreCalledAsTheOrganisationCallsThem(
            ShippedProfile profile, Language language, String agreement, String without, String segment) {
        Messages messages = new Messages(language).under(profile.profile());

        assertThat(messages.of(RecordKind.SERVICE_AGREEMENT)).isEqualTo(agreement);
        assertThat(messages.get("brief.agreement.none", "raison"))
                .isEqualTo(language == Language.FRENCH ? FrenchSpaces.kept(without) : without);
        assertThat(messages.of(Segment.A)).isEqualTo(segment);
    }

    @Test
    void aWordThatIsAPatternToOurFormatsStaysAWord() {
        OrganisationProfile profile = Wire.read(
                OrganisationProfile.class,
                new String(ShippedProfile.BRUXELLES.json(), StandardCharsets.UTF_8).replace("PIIS", "l'{0} $1"));

        assertThat(new Messages(Locale.FRENCH).under(profile).get("brief.agreement.none", "raison"))
                .isEqualTo(FrenchSpaces.kept("Sans l'{0} $1 : raison"));
    }

    @Test
    void aTextWithoutAnOrganisationHasAWordToo() {
        assertThat(MESSAGES.get("brief.agreement.none", "raison"))
                .isEqualTo(FrenchSpaces.kept("Sans convention : raison"));
        assertThat(MESSAGES.get("segmentChange.origin.REQUEST")).isEqualTo(FrenchSpaces.kept("Demande : secrétaire"));
    }

    @Test
    void anUnknownKeyIsAnErrorAndNotAnEmptyScreen() {
        assertThatThrownBy(() -> MESSAGES.get("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aLanguageWithoutTextsFallsBackToFrench() {
        assertThat(new Messages(Locale.JAPANESE).get("nav.more")).isEqualTo("Plus");
    }
}
