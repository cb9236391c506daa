package org.tournee.server.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are kept.
 *
 * @param folder where they are files; outside the database, and not where the master key is
 */
@ConfigurationProperties("tournee.documents")
public record DocumentSettings(
        @Bindable(defaultValue = "") String folder,
        @Nullable Bucket s3) {

    /**
     * A bucket of a store that speaks S3; used where it is named.
     *
     * @param endpoint empty for Amazon's own
     * @param accessKey empty where the machine itself is known to the store
     */
    @ConfigurationProperties("s3")
    public record Bucket(
            @Bindable(defaultValue = "") String bucket,
            @Bindable(defaultValue = "") String endpoint,
            @Bindable(defaultValue = "us-east-1") String region,
            @Bindable(defaultValue = "") String accessKey,
            @Bindable(defaultValue = "") String secretKey) {

        /** Without the secret: it may get into a log. */
        @Override
        public String toString() {
            return "Bucket[" + bucket + "]";
        }
    }
}
