package org.tournee.mobile.app;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.Wording;
import org.tournee.sync.RecordKind;
import org.tournee.text.FrenchSpaces;

/**
 * The texts that people read, in their language; French is the first one, and stands in where another is incomplete.
 *
 * <p>One bundle a part of the app, so that each part keeps its own; a key exists in exactly one of them.
 *
 * <p>What the organisation calls by a name of its own is read from its profile: {@link #of} gives it, and within a text
 * <code>%agreement%</code>, <code>%admin%</code> and <code>%referent%</code> stand for it, as a title with a capital.
 * Rule: R-SEG-0.
 */
public final class Messages {

    /** The bundles, under {@code org/tournee/mobile/}; each a {@code .properties} in UTF-8, the root one in French. */
    static final List<String> BUNDLES = List.of(
            "messages",
            "messages-words",
            "messages-dossier",
            "messages-contact",
            "messages-bilan",
            "messages-rights",
            "messages-conflict",
            "messages-segment",
            "messages-team",
            "messages-document",
            "messages-round",
            "messages-directory",
            "messages-reception",
            "messages-search");

    private static final Pattern OWN_WORD = Pattern.compile("%(\\w+)%");

    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final boolean isFrench;
    private final Wording wording;
    private @Nullable Worded last;

    /** What an organisation's profile made of the texts. */
    private record Worded(OrganisationProfile profile, Messages messages) {}

    public Messages(Language language) {
        this(language.locale());
    }

    /** The texts of a locale; French where the app does not speak its language. */
    public Messages(Locale locale) {
        this.locale = locale;
        ResourceBundle.Control rootIsFrench =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundles = BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle("org.tournee.mobile." + name, locale, rootIsFrench))
                .toList();
        this.isFrench = locale.getLanguage().equals(Language.FRENCH.code());
        this.wording = Wording.NONE;
    }

    private Messages(Messages plain, OrganisationProfile profile) {
        this.locale = plain.locale;
        this.bundles = plain.bundles;
        this.isFrench = plain.isFrench;
        this.wording = Wording.of(profile, plain.locale.getLanguage());
    }

    /** The same texts with the words of that organisation. Rule: R-SEG-0. */
    @SuppressWarnings("ReferenceEquality") // the same object needs no comparison, another one is compared once
    public Messages under(OrganisationProfile current) {
        Worded known = last;
        if (known != null && known.profile() == current) {
            return known.messages();
        }
        Messages under =
                known != null && known.profile().equals(current) ? known.messages() : new Messages(this, current);
        last = new Worded(current, under); // a race makes one object too many, nothing else
        return under;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, its places {@code {0}}… filled. A pattern with places doubles its apostrophes; one without does
     * not.
     *
     * @throws MissingResourceException when the bundles have no such key
     */
    public String get(String key, Object... places) {
        String pattern = worded(pattern(key), places.length > 0);
        String shown = isFrench ? FrenchSpaces.kept(pattern) : pattern;
        return places.length == 0 ? shown : new MessageFormat(shown, locale).format(places);
    }

    /** The text of a key as it goes into a record: with the spaces that people type. */
    public String written(String key) {
        return worded(pattern(key), false);
    }

    /** The text of an enum constant, {@code segment.A}, {@code channel.IN_PERSON}, or the organisation's word for it. */
    public String of(Enum<?> constant) {
        return wording.of(constant).orElseGet(() -> own(constant));
    }

    /** What a service agreement is called, within a sentence. */
    public String agreement() {
        return said(wording.serviceAgreement(), RecordKind.SERVICE_AGREEMENT);
    }

    /** What the assessment of a situation is called, as a title. */
    public String bilan() {
        return wording.bilanTitle(get("bilan.title"));
    }

    private String own(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return get(Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name());
    }

    /** @param quotes whether the text is a pattern, in which an apostrophe and a brace mean something */
    private String worded(String text, boolean quotes) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        return OWN_WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(quotes ? quoted(word(found)) : word(found)));
    }

    private String word(MatchResult found) {
        String name = found.group(1);
        String word = switch (name.toLowerCase(Locale.ROOT)) {
            case "agreement" -> said(wording.serviceAgreement(), RecordKind.SERVICE_AGREEMENT);
            case "admin" -> said(wording.adminAssistant(), Role.ADMIN_ASSISTANT);
            case "referent" -> said(wording.referent(), ReferentRole.REFERENT);
            default -> found.group();
        };
        return Character.isUpperCase(name.charAt(0)) ? Wording.title(word) : word;
    }

    private String said(@Nullable String word, Enum<?> constant) {
        return word == null ? pattern("within." + constant.name()) : word;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }

    private String pattern(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("No text for " + key, Messages.class.getName(), key);
    }
}
