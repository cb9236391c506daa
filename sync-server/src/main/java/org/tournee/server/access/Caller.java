package org.tournee.server.access;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * Who calls. A controller asks for it as a parameter.
 *
 * @param stream the phone's stream; null for a browser
 */
public record Caller(
        OrganisationId organisation,
        WorkerId worker,
        @Nullable StreamId stream,
        Set<Role> roles) {

    private static final String ORGANISATION = "org";
    private static final String STREAM = "stream";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * The stream of a phone's call.
     *
     * @throws IllegalStateException when the call came from a browser
     */
    public StreamId phone() {
        if (stream == null) {
            throw new IllegalStateException("Not called by a phone");
        }
        return stream;
    }

    /** As the security rules want it: each role is a rule's role. */
    public Authentication asAuthentication() {
        Map<String, Object> attributes = stream == null
                ? Map.of(ORGANISATION, organisation.toString())
                : Map.of(ORGANISATION, organisation.toString(), STREAM, stream.toString());
        return Authentication.build(
                worker.toString(), roles.stream().map(Role::name).toList(), attributes);
    }

    /** The other way round. */
    public static Caller of(Authentication authentication) {
        Object stream = authentication.getAttributes().get(STREAM);
        return new Caller(
                OrganisationId.parse(
                        Objects.requireNonNull(authentication.getAttributes().get(ORGANISATION), ORGANISATION)
                                .toString()),
                WorkerId.parse(authentication.getName()),
                stream == null ? null : new StreamId(UUID.fromString(stream.toString())),
                authentication.getRoles().stream().map(Role::valueOf).collect(Collectors.toSet()));
    }
}
