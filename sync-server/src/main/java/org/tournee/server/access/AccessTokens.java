package org.tournee.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/** Short signed tokens (JWT, HS256) that say who calls from which phone. */
@Singleton
public final class AccessTokens {

    private static final String ISSUER = "tournee";

    private final AccessSecret secret;
    private final AccessSettings settings;
    private final Clock clock;

    AccessTokens(AccessSecret secret, AccessSettings settings, Clock clock) {
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token for a phone.
     *
     * @throws IllegalStateException when {@code caller} is not a phone
     */
    public String issue(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(caller.worker().toString())
                .claim("org", caller.organisation().toString())
                .claim("stream", caller.phone().toString())
                .claim("roles", caller.roles().stream().map(Role::name).sorted().toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessLasts())))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing secret does not fit HS256", e);
        }
        return token.serialize();
    }

    /** Whom a token speaks for, if it is ours and still valid. */
    public Reading read(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(new MACVerifier(secret.bytes()))
                    || !ISSUER.equals(claims.getIssuer())
                    || claims.getExpirationTime() == null) {
                return new Foreign();
            }
            return clock.instant().isBefore(claims.getExpirationTime().toInstant())
                    ? new Valid(caller(claims))
                    : new Expired();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return new Foreign();
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        return new Caller(
                OrganisationId.parse(claims.getStringClaim("org")),
                WorkerId.parse(claims.getSubject()),
                new StreamId(UUID.fromString(claims.getStringClaim("stream"))),
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    /** What a token turned out to be. */
    public sealed interface Reading {}

    /** Ours, and still good. */
    public record Valid(Caller caller) implements Reading {}

    /** Ours, but too old: the phone refreshes. */
    public record Expired() implements Reading {}

    /** Not ours, or altered. */
    public record Foreign() implements Reading {}
}
